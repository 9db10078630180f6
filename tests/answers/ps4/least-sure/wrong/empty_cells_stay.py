# Misconception: an empty cell in the result says that there is no level. Hint: so experts have no level and must be absent
def least_sure(claims, column):
    return claims.groupby(column)["modality"].min()
