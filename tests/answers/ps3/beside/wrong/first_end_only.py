# Misconception: an actor stands at the first end of its ties. Hint: eastland is missing
def partners_beside(ties, actor, ally):
    own = set(ties[ties["source_actor_id"] == actor]["target_actor_id"])
    theirs = set(ties[ties["source_actor_id"] == ally]["target_actor_id"])
    theirs |= set(ties[ties["target_actor_id"] == ally]["source_actor_id"])
    return own - theirs - {ally}
