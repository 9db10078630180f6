# Misconception: a function reads the table that the notebook loaded. Hint: not a table from outside the function
def share_by_theme(made, effect):
    claims = usjapan.load("claims")
    return (claims["effect"] == effect).groupby(claims["theme"], observed=True).mean()
