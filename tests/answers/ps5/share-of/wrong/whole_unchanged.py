# Misconception: leaving claims out changes the part only. Hint: gone from the part but not from the whole
def share_of(claims, column, effect, without=None):
    hit = (claims["effect"] == effect) & (claims["kind"].astype("str") != str(without))
    return hit.groupby(claims[column], observed=True).mean() * 100
