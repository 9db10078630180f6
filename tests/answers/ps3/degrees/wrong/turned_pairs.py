# Misconception: drop_duplicates sees that a pair is turned round. Hint: A pair written both ways counts twice
def degrees(edges):
    pairs = edges[["source", "target"]].drop_duplicates()
    return pd.concat([pairs["source"], pairs["target"]]).value_counts()
