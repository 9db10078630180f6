# Misconception: a cross-tab has a column for every effect. Hint: also when no claim has the effect
def share_by_theme(claims, effect):
    return pd.crosstab(claims["theme"], claims["effect"], normalize="index")[effect]
