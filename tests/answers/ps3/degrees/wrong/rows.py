# Misconception: every tie is a partner. Hint: These are numbers of rows
def degrees(edges):
    return pd.concat([edges["source"], edges["target"]]).value_counts()
