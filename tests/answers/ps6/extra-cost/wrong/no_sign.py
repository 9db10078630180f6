# Misconception: a cost cannot be negative. Hint: do not drop the sign
def extra_cost(spending, share, gdp, yen_per_dollar):
    yen = max(gdp * share / 100 - spending, 0)
    return {"trillion_yen": yen, "billion_dollars": yen * 1000 / yen_per_dollar}
