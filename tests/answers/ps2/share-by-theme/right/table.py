# A table with two columns from a cross-tab that need not hold the effect
def share_by_theme(claims, effect):
    table = pd.crosstab(claims["theme"].astype("str"), claims["effect"].astype("str"), normalize="index")
    table = table.reindex(columns=[effect], fill_value=0.0)
    return table[effect].rename("share").reset_index()
