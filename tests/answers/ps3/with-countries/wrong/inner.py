# Misconception: a merge keeps every row of the left table by itself. Hint: A tie is lost in the merge
def with_countries(ties, actors):
    first = actors[["actor_id", "country"]].set_axis(["source_actor_id", "source_country"], axis=1)
    second = actors[["actor_id", "country"]].set_axis(["target_actor_id", "target_country"], axis=1)
    return ties.merge(first, on="source_actor_id").merge(second, on="target_actor_id")
