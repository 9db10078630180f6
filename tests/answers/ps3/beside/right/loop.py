# A loop, a set comprehension
def partners_beside(ties, actor, ally):
    def partners(name):
        pairs = zip(ties["source_actor_id"], ties["target_actor_id"])
        return {two if one == name else one for one, two in pairs if name in (one, two)}

    return {partner for partner in partners(actor) if partner != ally and partner not in partners(ally)}
