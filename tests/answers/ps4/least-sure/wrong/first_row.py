# Misconception: the table is sorted by modality already. Hint: These are the levels that stand first in the table
def least_sure(claims, column):
    return claims.dropna(subset=["modality"]).groupby(column, observed=True)["modality"].first()
