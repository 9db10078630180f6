# Misconception: a function reads the table that the notebook loaded. Hint: At least one
def share_by_theme(made, effect):
    claims = usjapan.load("claims")
    return (claims["effect"] == effect).groupby(claims["theme"], observed=True).mean()
