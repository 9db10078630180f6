# Both directions, nunique by actor, a table with the actor as a column
def degrees(edges):
    there = edges[["source", "target"]].set_axis(["actor", "partner"], axis=1)
    back = edges[["target", "source"]].set_axis(["actor", "partner"], axis=1)
    both = pd.concat([there, back], ignore_index=True)
    return both.groupby("actor")["partner"].nunique().reset_index()
