# Misconception: a value without a straining claim needs no share. Hint: the share is 0.0 and must stand in the result
def share_of(claims, column, effect, without=None):
    chosen = claims if without is None else claims[claims["kind"] != without]
    whole = chosen[column].astype("str").value_counts()
    part = chosen.loc[chosen["effect"] == effect, column].astype("str").value_counts()
    return (part / whole * 100).dropna()
