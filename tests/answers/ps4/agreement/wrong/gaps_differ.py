# Misconception: an empty cell is a different code. Hint: Claims that only one coder coded are still in the total
def agreement(first, second):
    both = pd.DataFrame({"a": first, "b": second})
    return (both["a"] == both["b"]).mean() * 100
