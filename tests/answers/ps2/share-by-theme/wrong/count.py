# Misconception: the number of straining claims is their share. Hint: These are numbers of claims
def share_by_theme(claims, effect):
    return (claims["effect"] == effect).groupby(claims["theme"], observed=True).sum()
