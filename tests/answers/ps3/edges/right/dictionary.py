# A dictionary of pairs, filled by a loop
def edges_in_force(ties):
    numbers = {}
    for row in ties.to_dict("records"):
        if row["status"] == "in_force":
            pair = tuple(sorted([row["source_actor_id"], row["target_actor_id"]], reverse=True))
            numbers[pair] = numbers.get(pair, 0) + 1
    rows = [{"source": one, "target": other, "ties": number} for (one, other), number in numbers.items()]
    return pd.DataFrame(rows, columns=["source", "target", "ties"])
