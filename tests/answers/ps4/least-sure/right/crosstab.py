# First level that occurs in a cross-tab
def least_sure(claims, column):
    counts = pd.crosstab(claims[column], claims["modality"])
    return [(value, counts.columns[row > 0][0]) for value, row in counts.iterrows() if row.sum() > 0]
