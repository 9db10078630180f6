# Misconception: one lowest level answers for every value. Hint: one modality for each value of the column
def least_sure(claims, column):
    return claims["modality"].min()
