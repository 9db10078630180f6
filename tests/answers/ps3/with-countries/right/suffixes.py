# Two merges told apart by suffixes, three columns only
def with_countries(ties, actors):
    known = actors[["actor_id", "country"]]
    once = ties[["tie_id", "source_actor_id", "target_actor_id"]].merge(
        known, left_on="source_actor_id", right_on="actor_id", how="left"
    )
    twice = once.merge(known, left_on="target_actor_id", right_on="actor_id", how="left", suffixes=["_one", "_two"])
    twice = twice.rename(columns={"country_one": "source_country", "country_two": "target_country"})
    return twice[["tie_id", "source_country", "target_country"]].sort_values("tie_id", ascending=False)
