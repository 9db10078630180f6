# A table with the labels in a column, the last row first
money = usjapan.load("context").set_index("fact_id")["value"]["DS32"]
bases = charts.gdp_bases()
table = bases.reset_index()[["label", "gdp"]]
table["percent"] = (money * 100).astype("float32") / table["gdp"]
percent_by_basis = table.iloc[::-1][["label", "percent"]]
