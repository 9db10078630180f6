# Misconception: a partner is who stands second. Hint: Only the second ends are counted
def degrees(edges):
    return edges["target"].value_counts()
