# Misconception: a year has one budget. Hint: This is the initial budget of fiscal 2025
money = usjapan.load("context").set_index("fact_id")["value"]["DS32"]
bases = charts.gdp_bases()
money = bases.attrs["initial"]
percent_by_basis = money / bases["gdp"] * 100
