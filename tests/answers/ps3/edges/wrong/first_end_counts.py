# Misconception: which end stands first means something. Hint: A pair stands in the result twice
def edges_in_force(ties):
    holding = ties[ties["status"] == "in_force"]
    pairs = holding.rename(columns={"source_actor_id": "source", "target_actor_id": "target"})
    return pairs.groupby(["source", "target"]).size().reset_index(name="ties")
