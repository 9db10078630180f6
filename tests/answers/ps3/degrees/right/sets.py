# Sets of partners, a dictionary
def degrees(edges):
    partners = {}
    for one, other in zip(edges["source"], edges["target"]):
        partners.setdefault(one, set()).add(other)
        partners.setdefault(other, set()).add(one)
    return {actor: len(others) for actor, others in partners.items()}
