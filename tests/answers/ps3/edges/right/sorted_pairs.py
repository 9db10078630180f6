# Each pair sorted in a list, ties as float, ends as the index
def edges_in_force(ties):
    holding = ties.loc[ties["status"] == "in_force", ["source_actor_id", "target_actor_id"]]
    pairs = [sorted(pair) for pair in holding.to_numpy().tolist()]
    table = pd.DataFrame(pairs, columns=["source", "target"]).assign(ties=1.0)
    return table.groupby(["source", "target"]).sum()
