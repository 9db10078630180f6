# Each pair written the same way, then both ends counted
def degrees(edges):
    ends = edges[["source", "target"]]
    pairs = pd.DataFrame({"one": ends.min(axis=1), "other": ends.max(axis=1)}).drop_duplicates()
    return pd.concat([pairs["one"], pairs["other"]]).value_counts().sort_index()
