# Misconception: an empty cell has to be filled. Hint: stays empty and takes neither a word nor another country
def with_countries(ties, actors):
    country = actors.set_index("actor_id")["country"]
    return ties.assign(
        source_country=ties["source_actor_id"].map(country).fillna("none"),
        target_country=ties["target_actor_id"].map(country).fillna("none"),
    )
