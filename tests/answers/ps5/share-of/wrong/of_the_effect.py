# Misconception: a share of straining claims is a share of the strain. Hint: how the claims with the effect are spread
def share_of(claims, column, effect, without=None):
    chosen = claims if without is None else claims[claims["kind"] != without]
    return chosen.loc[chosen["effect"] == effect, column].value_counts(normalize=True) * 100
