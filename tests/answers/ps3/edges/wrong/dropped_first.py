# Misconception: repeated pairs are dropped before they are counted. Hint: count the rows of the pair before they become one
def edges_in_force(ties):
    holding = ties[ties["status"] == "in_force"][["source_actor_id", "target_actor_id"]]
    pairs = pd.DataFrame({"source": holding.min(axis=1), "target": holding.max(axis=1)}).drop_duplicates()
    return pairs.groupby(["source", "target"]).size().reset_index(name="ties")
