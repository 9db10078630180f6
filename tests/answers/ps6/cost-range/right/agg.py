# A Series with the labels min and max, out of a table of GDP by rate
def cost_range(share, gdps, rates):
    table = pd.DataFrame({rate: [gdp * share * 10 / rate for gdp in gdps] for rate in rates})
    return table.stack().agg(["max", "min"])
