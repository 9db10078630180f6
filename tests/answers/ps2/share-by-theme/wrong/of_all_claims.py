# Misconception: every share has the whole table below the line. Hint: These shares are parts of all claims
def share_by_theme(claims, effect):
    chosen = claims[claims["effect"] == effect]
    return chosen["theme"].astype("str").value_counts() / len(claims)
