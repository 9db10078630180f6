# A loop into a dictionary, rounded to one decimal
money = usjapan.load("context").set_index("fact_id")["value"]["DS32"]
bases = charts.gdp_bases()
percent_by_basis = {}
for basis in bases.index:
    percent_by_basis[basis] = round(float(money) / bases.loc[basis, "gdp"] * 100, 1)
