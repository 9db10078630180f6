# A NumPy number out of a Series
def in_prices_of(amount, index_then, index_target):
    index = pd.Series({"then": index_then, "target": index_target}, dtype="float64")
    return (amount * index / index["then"])["target"]
