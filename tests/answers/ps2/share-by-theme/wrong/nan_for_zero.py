# Misconception: pandas fills a missing count with 0 by itself. Hint: so its share is 0.0 and not NaN
def share_by_theme(claims, effect):
    every = claims["theme"].astype("str").value_counts()
    chosen = claims[claims["effect"] == effect]["theme"].astype("str").value_counts()
    return chosen / every
