# Misconception: all that is not a pledge is paid. Hint: The estimate is counted in
def progress(sums):
    pledges = sums[sums["kind"] == "pledge"]
    paid = sums[sums["kind"] != "pledge"].groupby(["programme", "unit"], as_index=False)["value"].sum()
    both = pledges.merge(paid, on=["programme", "unit"], suffixes=("", "_paid"))
    return (both["value_paid"] / both["value"] * 100).set_axis(both["programme"])
