# value_counts with normalize, still in long form
def modality_shares(claims, column):
    coded = claims.dropna(subset=["modality"])
    return coded.groupby(column, observed=True)["modality"].value_counts(normalize=True)
