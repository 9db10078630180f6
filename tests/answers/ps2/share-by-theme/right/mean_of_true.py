# The mean of a new column of true and false
def share_by_theme(claims, effect):
    claims = claims.assign(has_effect=claims["effect"] == effect)
    return claims.groupby("theme", observed=True)["has_effect"].mean()
