# Misconception: numbers divide whatever their units. Hint: dollars are divided by yen
def progress(sums):
    pledge = sums[sums["kind"] == "pledge"].groupby("programme")["value"].sum()
    actual = sums[sums["kind"] == "actual"].groupby("programme")["value"].sum()
    return (actual / pledge * 100).dropna()
