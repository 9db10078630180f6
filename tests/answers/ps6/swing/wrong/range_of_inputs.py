# Misconception: the width of an assumption is the width of the result. Hint: This is how far the assumptions themselves move
def billion_dollars(share, gdp, yen_per_dollar):
    """Billions of dollars that a share (in percent) of a GDP (in trillion yen) comes to."""
    return gdp * share / 100 * 1000 / yen_per_dollar


def swing(base, alternatives):
    return {name: max(values) - min(values) for name, values in alternatives.items()}
