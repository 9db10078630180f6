# A pair, by way of plain yen and plain dollars
def extra_cost(spending, share, gdp, yen_per_dollar):
    yen = (gdp * 1e12) * (share / 100) - spending * 1e12
    dollars = yen / yen_per_dollar
    return round(yen / 1e12, 2), round(dollars / 1e9, 2)
