# The library's edge list, after a filter
def edges_in_force(ties):
    return charts.edge_list(ties[ties["status"] == "in_force"])
