# Misconception: the whole of a row is all its claims, coded or not. Hint: claims without a modality are still in the total
def modality_shares(claims, column):
    counts = pd.crosstab(claims[column], claims["modality"])
    return counts.div(claims[column].value_counts(), axis=0).dropna()
