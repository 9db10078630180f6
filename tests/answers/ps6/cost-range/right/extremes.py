# The lowest GDP with the dearest dollar, and the other way round; a dictionary
def cost_range(share, gdps, rates):
    low = min(gdps) * share / 100 * 1000 / max(rates)
    high = max(gdps) * share / 100 * 1000 / min(rates)
    return {"lowest": low, "highest": high}
