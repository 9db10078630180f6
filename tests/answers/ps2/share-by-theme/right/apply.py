# groupby and apply, then dropna for themes without claims
def share_by_theme(claims, effect):
    return claims.groupby("theme", observed=False)["effect"].apply(lambda effects: (effects == effect).mean()).dropna()
