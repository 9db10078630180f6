# Misconception: a cross-tab of counts is one of shares. Hint: These are numbers of claims
def modality_shares(claims, column):
    return pd.crosstab(claims[column], claims["modality"])
