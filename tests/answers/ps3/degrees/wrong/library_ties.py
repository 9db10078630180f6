# Misconception: the function is about the table ties. Hint: use the input edges
def degrees(edges):
    return charts.degree(charts.edge_list(usjapan.load("ties")))
