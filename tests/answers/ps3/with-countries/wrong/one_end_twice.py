# Misconception: one merge finds both ends. Hint: Both columns hold the country of one end
def with_countries(ties, actors):
    named = ties.merge(actors[["actor_id", "country"]], left_on="source_actor_id", right_on="actor_id", how="left")
    return named.assign(source_country=named["country"], target_country=named["country"])
