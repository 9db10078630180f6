# Misconception: a tie that is proposed is a tie. Hint: a proposed tie is not in force
def edges_in_force(ties):
    return charts.edge_list(ties)
