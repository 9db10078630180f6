# A Series, both sums turned into dollars before they are subtracted
def extra_cost(spending, share, gdp, yen_per_dollar):
    sums = pd.Series({"whole": gdp * share / 100, "now": spending}, dtype="float64")
    dollars = sums / yen_per_dollar * 1000
    return pd.Series({"billion_dollars": dollars["whole"] - dollars["now"], "trillion_yen": sums["whole"] - sums["now"]})
