# Misconception: a sum in yen needs no exchange rate. Hint: These are sums in yen
def cost_range(share, gdps, rates):
    yen = [gdp * share / 100 for gdp in gdps for rate in rates]
    return [min(yen), max(yen)]
