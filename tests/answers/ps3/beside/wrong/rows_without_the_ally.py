# Misconception: a tie without the ally has a partner without the ally. Hint: westland has a tie with the ally, in another row
def partners_beside(ties, actor, ally):
    rows = ties[(ties["source_actor_id"] != ally) & (ties["target_actor_id"] != ally)]
    first = rows[rows["source_actor_id"] == actor]["target_actor_id"]
    second = rows[rows["target_actor_id"] == actor]["source_actor_id"]
    return set(first) | set(second)
