# The second coder put into the order of the first; nothing to compare gives an empty number
def agreement(first, second):
    common = first.dropna().index.intersection(second.dropna().index)
    return (first[common].to_numpy() == second.reindex(common).to_numpy()).mean() * 100 if len(common) else float("nan")
