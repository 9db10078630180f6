# value_counts of a table of ends: pairs as the index, numbers as values
def edges_in_force(ties):
    holding = ties[ties["status"].eq("in_force")]
    one, other = holding["source_actor_id"], holding["target_actor_id"]
    table = pd.DataFrame({"source": one.where(one < other, other), "target": other.where(one < other, one)})
    return table.value_counts().rename("ties")
