# Misconception: a fraction of 1 is a percentage. Hint: These are fractions of 1
money = usjapan.load("context").set_index("fact_id")["value"]["DS32"]
bases = charts.gdp_bases()
percent_by_basis = money / bases["gdp"]
