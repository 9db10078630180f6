# Misconception: two empty cells are the same code. Hint: two empty cells are no agreement
def agreement(first, second):
    common = [claim for claim in first.index if claim in second.index]
    a, b = first[common].fillna("empty"), second[common].fillna("empty")
    kept = (a == "empty") == (b == "empty")
    return (a == b)[kept].mean() * 100 if kept.any() else None
