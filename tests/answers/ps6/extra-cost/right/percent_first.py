# A one-row table, by way of the missing percentage points
def extra_cost(spending, share, gdp, yen_per_dollar):
    points = share - spending / gdp * 100
    yen = points * gdp / 100
    return pd.DataFrame({"trillion_yen": [yen], "billion_dollars": [yen / yen_per_dollar * 1000]})
