# Both coders as columns of one table, rows with a gap dropped
def agreement(first, second):
    both = pd.concat([first, second], axis=1, join="inner", keys=["a", "b"]).dropna()
    return float(both["a"].eq(both["b"]).mean() * 100) if len(both) else None
