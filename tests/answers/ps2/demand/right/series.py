# A Series with labels, rounded to two decimals
def demanded_amount(current, multiple):
    total = round(current * multiple, 2)
    return pd.Series([total - current, total], index=["increase", "total"]).round(2)
