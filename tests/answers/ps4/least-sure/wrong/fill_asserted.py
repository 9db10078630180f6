# Misconception: an empty modality means that nothing is doubted. Hint: experts have no level and must be absent
def least_sure(claims, column):
    filled = claims.assign(modality=claims["modality"].fillna("asserted"))
    return filled.groupby(column, observed=True)["modality"].min()
