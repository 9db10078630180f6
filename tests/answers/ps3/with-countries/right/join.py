# join on the index of the actors, tie_id as the index
def with_countries(ties, actors):
    known = actors.set_index("actor_id")[["country"]]
    table = ties.set_index("tie_id")
    table = table.join(known.add_prefix("source_"), on="source_actor_id")
    return table.join(known.add_prefix("target_"), on="target_actor_id")
