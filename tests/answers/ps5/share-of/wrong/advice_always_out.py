# Misconception: recommendations never belong in a share. Hint: When without is None nothing is left out
def share_of(claims, column, effect, without=None):
    chosen = claims[claims["kind"] != "recommendation"]
    return (chosen["effect"] == effect).groupby(chosen[column], observed=True).mean() * 100
