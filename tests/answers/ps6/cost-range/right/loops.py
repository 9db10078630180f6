# One for inside another, and sorted
def cost_range(share, gdps, rates):
    sums = []
    for gdp in gdps:
        for rate in rates:
            sums.append(round(gdp * share * 10 / rate, 2))
    sums.sort()
    return sums[0], sums[-1]
