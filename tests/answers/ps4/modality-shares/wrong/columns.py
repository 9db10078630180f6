# Misconception: normalize="columns" makes shares of a row. Hint: Each column adds up to 1
def modality_shares(claims, column):
    return pd.crosstab(claims[column], claims["modality"], normalize="columns")
