# Misconception: a category that no claim has is a theme with share 0. Hint: such a theme has no share and must be absent
def share_by_theme(claims, effect):
    return (claims["effect"] == effect).groupby(claims["theme"], observed=False).mean().fillna(0)
