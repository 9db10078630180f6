# Misconception: pandas finds names for two columns called country. Hint: pandas adds _x and _y
def with_countries(ties, actors):
    known = actors[["actor_id", "country"]]
    once = ties.merge(known, left_on="source_actor_id", right_on="actor_id", how="left")
    return once.merge(known, left_on="target_actor_id", right_on="actor_id", how="left")
