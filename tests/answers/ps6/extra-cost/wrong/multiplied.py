# Misconception: to change money means to multiply by the rate. Hint: The yen are multiplied by the rate
def extra_cost(spending, share, gdp, yen_per_dollar):
    yen = gdp * share / 100 - spending
    return {"trillion_yen": yen, "billion_dollars": yen * 1000 * yen_per_dollar}
