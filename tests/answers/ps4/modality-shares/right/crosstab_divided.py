# Counts in a cross-tab, divided by the sum of each row
def modality_shares(claims, column):
    counts = pd.crosstab(claims[column], claims["modality"])
    return counts.div(counts.sum(axis=1), axis=0)
