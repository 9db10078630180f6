# Misconception: all assumptions vary together. Hint: vary one at a time
def billion_dollars(share, gdp, yen_per_dollar):
    """Billions of dollars that a share (in percent) of a GDP (in trillion yen) comes to."""
    return gdp * share / 100 * 1000 / yen_per_dollar


def swing(base, alternatives):
    sums = [
        billion_dollars(share, gdp, rate)
        for share in alternatives.get("share", [base["share"]])
        for gdp in alternatives.get("gdp", [base["gdp"]])
        for rate in alternatives.get("yen_per_dollar", [base["yen_per_dollar"]])
    ]
    return {name: max(sums) - min(sums) for name in alternatives}
