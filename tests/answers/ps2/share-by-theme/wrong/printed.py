# Misconception: showing a result gives it back. Hint: print only shows it
def share_by_theme(claims, effect):
    print((claims["effect"] == effect).groupby(claims["theme"], observed=True).mean())
