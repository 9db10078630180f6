# groupby and min, empty groups dropped at the end
def least_sure(claims, column):
    return claims.groupby(column)["modality"].min().dropna()
