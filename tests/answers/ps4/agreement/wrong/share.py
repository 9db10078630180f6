# Misconception: a share is a percentage. Hint: This is a share
def agreement(first, second):
    both = pd.DataFrame({"a": first, "b": second}).dropna()
    return (both["a"] == both["b"]).mean() if len(both) else None
