# Keywords by **, the widths in a Series
def billion_dollars(share, gdp, yen_per_dollar):
    """Billions of dollars that a share (in percent) of a GDP (in trillion yen) comes to."""
    return gdp * share / 100 * 1000 / yen_per_dollar


def swing(base, alternatives):
    widths = {}
    for name in alternatives:
        sums = pd.Series([billion_dollars(**{**base, name: value}) for value in alternatives[name]])
        widths[name] = sums.max() - sums.min()
    return pd.Series(widths, dtype="float64")
