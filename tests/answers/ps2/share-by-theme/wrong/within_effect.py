# Misconception: the share of straining claims that have a theme is the same question. Hint: divide by the number of claims of the theme instead
def share_by_theme(claims, effect):
    return claims[claims["effect"] == effect]["theme"].astype("str").value_counts(normalize=True)
