# Misconception: 3 percent is the number 3. Hint: The share goes in as a percentage
def extra_cost(spending, share, gdp, yen_per_dollar):
    yen = gdp * share - spending
    return {"trillion_yen": yen, "billion_dollars": yen * 1000 / yen_per_dollar}
