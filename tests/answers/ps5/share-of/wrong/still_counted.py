# Misconception: the input without needs no use. Hint: The claims to be left out are still counted
def share_of(claims, column, effect, without=None):
    return (claims["effect"] == effect).groupby(claims[column], observed=True).mean() * 100
