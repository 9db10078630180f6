# A function applied to each GDP
money = usjapan.load("context").set_index("fact_id")["value"]["DS32"]
bases = charts.gdp_bases()
def percent(gdp):
    return 100 * money / gdp


percent_by_basis = bases["gdp"].apply(percent).sort_values()
