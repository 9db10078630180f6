# Misconception: the example's column is the column. Hint: use the input column, not the one word voice
def least_sure(claims, column):
    return claims.dropna(subset=["modality"]).groupby("voice", observed=True)["modality"].min()
