# A dictionary made by a loop, rounded to two decimals
def share_by_theme(claims, effect):
    shares = {}
    for theme in claims["theme"].unique():
        effects = list(claims[claims["theme"] == theme]["effect"])
        shares[theme] = round(effects.count(effect) / len(effects), 2)
    return shares
