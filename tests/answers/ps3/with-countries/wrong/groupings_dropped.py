# Misconception: an actor without a country is no actor. Hint: drop no row
def with_countries(ties, actors):
    known = actors.dropna(subset=["country"])[["actor_id", "country"]]
    first = known.set_axis(["source_actor_id", "source_country"], axis=1)
    second = known.set_axis(["target_actor_id", "target_country"], axis=1)
    return ties.merge(first, on="source_actor_id").merge(second, on="target_actor_id")
