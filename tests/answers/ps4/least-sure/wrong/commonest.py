# Misconception: a group is described by its commonest value. Hint: These are the levels that occur most often
def least_sure(claims, column):
    coded = claims.dropna(subset=["modality"])
    return coded.groupby(column, observed=True)["modality"].agg(lambda levels: levels.value_counts().index[0])
