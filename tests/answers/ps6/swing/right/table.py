# A table of trials, grouped by assumption
def billion_dollars(share, gdp, yen_per_dollar):
    """Billions of dollars that a share (in percent) of a GDP (in trillion yen) comes to."""
    return gdp * share / 100 * 1000 / yen_per_dollar


def swing(base, alternatives):
    trials = []
    for name, values in alternatives.items():
        for value in values:
            trial = {**base, "assumption": name}
            trial[name] = value
            trials.append(trial)
    trials = pd.DataFrame(trials)
    trials["sum"] = billion_dollars(trials["share"], trials["gdp"], trials["yen_per_dollar"])
    ends = trials.groupby("assumption")["sum"].agg(["min", "max"])
    return (ends["max"] - ends["min"]).reset_index(name="width")
