# Misconception: the ally is a partner like any other. Hint: The ally itself is in the result
def partners_beside(ties, actor, ally):
    def partners(name):
        first = ties[ties["source_actor_id"] == name]["target_actor_id"]
        second = ties[ties["target_actor_id"] == name]["source_actor_id"]
        return set(first) | set(second)

    return partners(actor) - partners(ally)
