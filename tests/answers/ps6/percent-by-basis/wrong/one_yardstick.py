# Misconception: the GDP of one year serves for all. Hint: The three percentages are the same
money = usjapan.load("context").set_index("fact_id")["value"]["DS32"]
bases = charts.gdp_bases()
percent_by_basis = {basis: money / bases["gdp"]["fy2022_expected"] * 100 for basis in bases.index}
