# Misconception: agreement is the number of equal codes. Hint: This is the number of claims coded alike
def agreement(first, second):
    both = pd.DataFrame({"a": first, "b": second}).dropna()
    return int((both["a"] == both["b"]).sum())
