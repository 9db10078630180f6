# map with a Series, twice
def with_countries(ties, actors):
    country = actors.set_index("actor_id")["country"]
    return ties.assign(
        source_country=ties["source_actor_id"].map(country), target_country=ties["target_actor_id"].map(country)
    )
