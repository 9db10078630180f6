# Misconception: the input effect is a name for strains. Hint: The result is the same for every effect
def share_by_theme(claims, effect):
    return (claims["effect"] == "strains").groupby(claims["theme"], observed=True).mean()
