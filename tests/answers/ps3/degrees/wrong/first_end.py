# Misconception: an actor acts only as a source. Hint: Only the first ends are counted
def degrees(edges):
    return edges["source"].value_counts()
