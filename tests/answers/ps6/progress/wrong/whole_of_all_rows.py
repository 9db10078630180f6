# Misconception: the whole is the sum of all rows. Hint: the pledge alone is the whole
def progress(sums):
    pledges = sums[sums["kind"] == "pledge"]
    whole = sums.groupby(["programme", "unit"], as_index=False)["value"].sum()
    paid = sums[sums["kind"] == "actual"].groupby(["programme", "unit"], as_index=False)["value"].sum()
    both = pledges.merge(paid, on=["programme", "unit"], suffixes=("", "_paid")).merge(
        whole, on=["programme", "unit"], suffixes=("", "_whole")
    )
    return (both["value_paid"] / both["value_whole"] * 100).set_axis(both["programme"])
