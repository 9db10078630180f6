# Pledges merged with actual amounts
def progress(sums):
    pledges = sums[sums["kind"] == "pledge"]
    actuals = sums[sums["kind"] == "actual"]
    paid = actuals.groupby(["programme", "unit"], as_index=False)["value"].sum()
    both = pledges.merge(paid, on=["programme", "unit"], suffixes=("", "_paid"))
    return (both["value_paid"] / both["value"] * 100).set_axis(both["programme"])
