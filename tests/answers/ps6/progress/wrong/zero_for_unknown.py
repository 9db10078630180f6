# Misconception: what is not known is zero. Hint: not known is not zero
def progress(sums):
    pledges = sums[sums["kind"] == "pledge"]
    paid = sums[sums["kind"] == "actual"].groupby(["programme", "unit"], as_index=False)["value"].sum()
    both = pledges.merge(paid, on=["programme", "unit"], how="left", suffixes=("", "_paid"))
    return (both["value_paid"].fillna(0) / both["value"] * 100).set_axis(both["programme"])
