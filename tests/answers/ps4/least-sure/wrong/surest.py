# Misconception: the least sure is the largest of the levels. Hint: These are the surest levels
def least_sure(claims, column):
    return claims.dropna(subset=["modality"]).groupby(column, observed=True)["modality"].max()
