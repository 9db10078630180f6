# Misconception: trillion yen become billion dollars by the rate alone. Hint: These are trillions of dollars
def extra_cost(spending, share, gdp, yen_per_dollar):
    yen = gdp * share / 100 - spending
    return {"trillion_yen": yen, "billion_dollars": yen / yen_per_dollar}
