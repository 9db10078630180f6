# Misconception: two ties of one kind are one tie. Hint: The number counts kinds
def edges_in_force(ties):
    holding = ties[ties["status"] == "in_force"]
    ends = holding[["source_actor_id", "target_actor_id"]]
    pairs = pd.DataFrame({"source": ends.min(axis=1), "target": ends.max(axis=1), "kind": holding["kind"].astype("str")})
    return pairs.groupby(["source", "target"])["kind"].nunique().reset_index(name="ties")
