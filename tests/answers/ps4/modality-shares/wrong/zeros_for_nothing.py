# Misconception: where there is nothing to share every share is zero. Hint: there is nothing to share out
def modality_shares(claims, column):
    counts = claims.groupby([column, "modality"], observed=False).size().unstack()
    return counts.div(counts.sum(axis=1), axis=0).fillna(0)
