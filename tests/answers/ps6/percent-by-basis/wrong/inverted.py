# Misconception: the larger number belongs above the line. Hint: The fraction stands on its head
money = usjapan.load("context").set_index("fact_id")["value"]["DS32"]
bases = charts.gdp_bases()
percent_by_basis = bases["gdp"] / money * 100
