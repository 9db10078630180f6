# A dictionary of partners of everybody
def partners_beside(ties, actor, ally):
    partners = {actor: set(), ally: set()}
    for row in ties.to_dict("records"):
        partners.setdefault(row["source_actor_id"], set()).add(row["target_actor_id"])
        partners.setdefault(row["target_actor_id"], set()).add(row["source_actor_id"])
    return partners[actor].difference(partners[ally], [ally])
