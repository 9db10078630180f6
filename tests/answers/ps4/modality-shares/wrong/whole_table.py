# Misconception: normalize=True divides by the row. Hint: The whole table adds up to 1
def modality_shares(claims, column):
    return pd.crosstab(claims[column], claims["modality"], normalize=True)
