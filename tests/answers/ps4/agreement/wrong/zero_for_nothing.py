# Misconception: coders who share no claim agree on none. Hint: When no claim is coded by both there is nothing to compare
def agreement(first, second):
    both = pd.DataFrame({"a": first, "b": second}).dropna()
    return (both["a"] == both["b"]).sum() / max(len(both), 1) * 100
