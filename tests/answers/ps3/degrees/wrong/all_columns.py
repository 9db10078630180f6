# Misconception: rows that differ in any column are different pairs. Hint: A number is too large
def degrees(edges):
    both = pd.concat([edges, edges.rename(columns={"source": "target", "target": "source"})]).drop_duplicates()
    return both["source"].value_counts()
