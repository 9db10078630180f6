# A copy of the base for each value
def billion_dollars(share, gdp, yen_per_dollar):
    """Billions of dollars that a share (in percent) of a GDP (in trillion yen) comes to."""
    return gdp * share / 100 * 1000 / yen_per_dollar


def swing(base, alternatives):
    widths = {}
    for name, values in alternatives.items():
        sums = []
        for value in values:
            trial = dict(base)
            trial[name] = value
            sums.append(billion_dollars(trial["share"], trial["gdp"], trial["yen_per_dollar"]))
        widths[name] = max(sums) - min(sums)
    return widths
