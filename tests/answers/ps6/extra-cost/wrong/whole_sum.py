# Misconception: what a share comes to is what it adds. Hint: take away what is spent now
def extra_cost(spending, share, gdp, yen_per_dollar):
    yen = gdp * share / 100
    return {"trillion_yen": yen, "billion_dollars": yen * 1000 / yen_per_dollar}
