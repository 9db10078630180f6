# Two counts divided, gaps filled with 0, largest first
def share_by_theme(claims, effect):
    every = claims["theme"].astype("str").value_counts()
    chosen = claims.loc[claims["effect"] == effect, "theme"].astype("str").value_counts()
    return (chosen.reindex(every.index).fillna(0) / every).sort_values(ascending=False)
