# Misconception: the first GDP belongs to the first rate. Hint: The first GDP meets only the first rate
def cost_range(share, gdps, rates):
    dollars = [gdp * share / 100 * 1000 / rate for gdp, rate in zip(gdps, rates)]
    return [min(dollars), max(dollars)]
