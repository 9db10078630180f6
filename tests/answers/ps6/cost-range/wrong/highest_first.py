# Misconception: the more telling end comes first. Hint: the lowest comes first
def cost_range(share, gdps, rates):
    dollars = [gdp * share * 10 / rate for gdp in gdps for rate in rates]
    return [max(dollars), min(dollars)]
