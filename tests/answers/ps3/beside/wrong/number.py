# Misconception: which partners asks how many. Hint: give the names themselves, not their number
def partners_beside(ties, actor, ally):
    own = set(ties[ties["source_actor_id"] == actor]["target_actor_id"])
    own |= set(ties[ties["target_actor_id"] == actor]["source_actor_id"])
    theirs = set(ties[ties["source_actor_id"] == ally]["target_actor_id"])
    theirs |= set(ties[ties["target_actor_id"] == ally]["source_actor_id"])
    return len(own - theirs - {ally})
