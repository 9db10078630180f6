# A function for each group, in one column
def share_of(claims, column, effect, without=None):
    keep = [kind for kind in claims["kind"].cat.categories if kind != without]
    chosen = claims[claims["kind"].isin(keep)]
    return chosen.groupby(column, observed=True)[["effect"]].agg(lambda effects: 100 * (effects == effect).mean()).astype("float64")
