# Misconception: a percentage of something is always a product. Hint: here the two are multiplied
money = usjapan.load("context").set_index("fact_id")["value"]["DS32"]
bases = charts.gdp_bases()
percent_by_basis = money * bases["gdp"] / 100
