# The library's degree
def degrees(edges):
    return charts.degree(edges)
