# Misconception: the rows of two tables stand in the same order. Hint: not to a row by its position
def with_countries(ties, actors):
    countries = list(actors["country"])
    return ties.assign(source_country=countries[: len(ties)], target_country=countries[1 : len(ties) + 1])
