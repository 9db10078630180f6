# Misconception: a degree is a number of the whole network. Hint: one number for each actor
def degrees(edges):
    return len(set(edges["source"]) | set(edges["target"]))
