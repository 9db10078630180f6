# Misconception: print hands a result back. Hint: print only shows it
def extra_cost(spending, share, gdp, yen_per_dollar):
    yen = gdp * share / 100 - spending
    print(yen, yen * 1000 / yen_per_dollar)
