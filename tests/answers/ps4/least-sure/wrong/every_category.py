# Misconception: every value that a column may have belongs into the result. Hint: labels that the made example does not have
def least_sure(claims, column):
    return claims.groupby(column, observed=False)["modality"].min()
