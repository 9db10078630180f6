# Misconception: the least of some words is the first of the alphabet. Hint: keep modality a category, which knows its order
def least_sure(claims, column):
    coded = claims.dropna(subset=["modality"])
    return coded["modality"].astype("str").groupby(coded[column], observed=True).min()
