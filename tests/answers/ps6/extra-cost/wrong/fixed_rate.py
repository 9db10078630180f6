# Misconception: the rate of the example holds always. Hint: The exchange rate is fixed inside the function
def extra_cost(spending, share, gdp, yen_per_dollar):
    yen = gdp * share / 100 - spending
    return {"trillion_yen": yen, "billion_dollars": yen * 1000 / 160}
