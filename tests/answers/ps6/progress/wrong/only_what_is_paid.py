# Misconception: a payment of nothing is no amount. Hint: An actual amount of 0 is known
def progress(sums):
    sums = sums[sums["value"] > 0]
    pledges = sums[sums["kind"] == "pledge"]
    paid = sums[sums["kind"] == "actual"].groupby(["programme", "unit"], as_index=False)["value"].sum()
    both = pledges.merge(paid, on=["programme", "unit"], suffixes=("", "_paid"))
    return (both["value_paid"] / both["value"] * 100).set_axis(both["programme"])
