# One table of both directions; a list
def partners_beside(ties, actor, ally):
    there = ties[["source_actor_id", "target_actor_id"]].set_axis(["one", "other"], axis=1)
    back = ties[["target_actor_id", "source_actor_id"]].set_axis(["one", "other"], axis=1)
    both = pd.concat([there, back])
    own = both[both["one"] == actor]["other"]
    theirs = both[both["one"] == ally]["other"]
    return sorted(set(own[~own.isin(theirs) & (own != ally)]))
