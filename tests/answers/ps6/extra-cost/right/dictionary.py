# A dictionary
def extra_cost(spending, share, gdp, yen_per_dollar):
    extra = gdp * share / 100 - spending
    return {"trillion_yen": extra, "billion_dollars": extra * 1000 / yen_per_dollar}
