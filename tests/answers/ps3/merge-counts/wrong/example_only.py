# Misconception: the example is the question. Hint: not the numbers of the example
def merge_counts(claims, ties):
    return {"rows": 2 * 3 + 1 * 1, "claims": 2 + 1, "ties": 3 + 1}
