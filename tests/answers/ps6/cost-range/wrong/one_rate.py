# Misconception: one rate is enough, since the GDP is what matters. Hint: One of the two assumptions stays at a single value
def cost_range(share, gdps, rates):
    dollars = [gdp * share * 10 / rates[0] for gdp in gdps]
    return [min(dollars), max(dollars)]
