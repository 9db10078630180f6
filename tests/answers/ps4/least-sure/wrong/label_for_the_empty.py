# Misconception: an empty cell is a value like the others. Hint: Claims whose cell in the column is empty belong to no value
def least_sure(claims, column):
    return claims.groupby(column, observed=True, dropna=False)["modality"].min().dropna()
