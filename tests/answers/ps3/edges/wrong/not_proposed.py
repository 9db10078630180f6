# Misconception: what is not proposed is in force. Hint: announced, proposed, ended and contested ties are not in force
def edges_in_force(ties):
    return charts.edge_list(ties[ties["status"] != "proposed"])
