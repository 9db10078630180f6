# Two counts, holes filled with 0; a table with reset index
def share_of(claims, column, effect, without=None):
    if without is not None:
        claims = claims.loc[claims["kind"].ne(without)]
    whole = claims[column].astype("str").value_counts()
    part = claims.loc[claims["effect"].eq(effect), column].astype("str").value_counts()
    return (part.reindex(whole.index).fillna(0) / whole * 100).rename("percent").reset_index()
