# Counts in wide form, divided along the row
def share_of(claims, column, effect, without=None):
    chosen = claims[claims["kind"].astype("str") != str(without)]
    counts = pd.crosstab(chosen[column], chosen["effect"])
    if effect not in counts.columns:
        counts[effect] = 0
    return counts[effect] / counts.sum(axis=1) * 100
