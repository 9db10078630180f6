# The library's edge list; a Series
def partners_beside(ties, actor, ally):
    edges = charts.edge_list(ties)
    own = pd.concat([edges[edges["source"] == actor]["target"], edges[edges["target"] == actor]["source"]])
    theirs = pd.concat([edges[edges["source"] == ally]["target"], edges[edges["target"] == ally]["source"]])
    return own[~own.isin([*theirs, ally])]
