# Misconception: one proposed tie takes a pair out of force. Hint: leave out ties, not pairs
def edges_in_force(ties):
    ends = ties[["source_actor_id", "target_actor_id"]]
    pairs = pd.DataFrame({"source": ends.min(axis=1), "target": ends.max(axis=1)})
    pairs["holds"] = ties["status"] == "in_force"
    edges = pairs.groupby(["source", "target"])["holds"].agg(["all", "size"]).reset_index()
    return edges[edges["all"]].rename(columns={"size": "ties"})[["source", "target", "ties"]]
