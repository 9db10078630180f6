# Misconception: a share is a percentage. Hint: These are percentages
def share_by_theme(claims, effect):
    return (claims["effect"] == effect).groupby(claims["theme"], observed=True).mean() * 100
