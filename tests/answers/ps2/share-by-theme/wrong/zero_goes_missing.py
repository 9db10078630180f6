# Misconception: a theme without a straining claim needs no share. Hint: it must stand in the result
def share_by_theme(claims, effect):
    every = claims["theme"].astype("str").value_counts()
    chosen = claims[claims["effect"] == effect]["theme"].astype("str").value_counts()
    return (chosen / every).dropna()
