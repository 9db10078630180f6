# Misconception: the example's effect is the effect. Hint: use the input effect
def share_of(claims, column, effect, without=None):
    chosen = claims if without is None else claims[claims["kind"] != without]
    return (chosen["effect"] == "strains").groupby(chosen[column], observed=True).mean() * 100
