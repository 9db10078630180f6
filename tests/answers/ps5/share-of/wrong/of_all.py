# Misconception: the whole is the table. Hint: All claims together are the whole here
def share_of(claims, column, effect, without=None):
    chosen = claims if without is None else claims[claims["kind"] != without]
    return (chosen["effect"] == effect).groupby(chosen[column], observed=True).sum() / len(chosen) * 100
