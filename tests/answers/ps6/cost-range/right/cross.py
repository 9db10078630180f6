# A grid by a cross merge
def cost_range(share, gdps, rates):
    grid = pd.DataFrame({"gdp": gdps}).merge(pd.DataFrame({"rate": rates}), how="cross")
    dollars = grid["gdp"] * share / 100 * 1000 / grid["rate"]
    return [dollars.min(), dollars.max()]
