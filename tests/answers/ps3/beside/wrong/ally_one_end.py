# Misconception: the ally stands at the first end of its ties. Hint: look up the partners of the ally in the whole table
def partners_beside(ties, actor, ally):
    own = set(ties[ties["source_actor_id"] == actor]["target_actor_id"])
    own |= set(ties[ties["target_actor_id"] == actor]["source_actor_id"])
    theirs = set(ties[ties["source_actor_id"] == ally]["target_actor_id"])
    return own - theirs - {ally}
