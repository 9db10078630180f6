# Misconception: the second name of a cross-tab makes the rows. Hint: Rows and columns have changed places
def modality_shares(claims, column):
    return pd.crosstab(claims["modality"], claims[column], normalize="columns")
