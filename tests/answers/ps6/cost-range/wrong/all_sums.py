# Misconception: all results are the range. Hint: find the lowest and the highest
def cost_range(share, gdps, rates):
    return [gdp * share * 10 / rate for gdp in gdps for rate in rates]
