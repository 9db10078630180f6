# Misconception: a pair in force counts with all its ties. Hint: The number counts proposed ties too
def edges_in_force(ties):
    edges = charts.edge_list(ties)
    return edges[edges["in_force"]]
