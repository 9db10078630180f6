# Misconception: the example's column is the column. Hint: use the input column, not the one word voice
def modality_shares(claims, column):
    return pd.crosstab(claims["voice"], claims["modality"], normalize="index")
