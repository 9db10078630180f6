# Misconception: a sum has one percentage. Hint: one number for each GDP figure
money = usjapan.load("context").set_index("fact_id")["value"]["DS32"]
bases = charts.gdp_bases()
percent_by_basis = money / bases["gdp"].iloc[0] * 100
