# Misconception: a programme has one actual amount. Hint: only one of them is counted
def progress(sums):
    pledges = sums[sums["kind"] == "pledge"]
    paid = sums[sums["kind"] == "actual"].drop_duplicates(["programme", "unit"], keep="last")
    both = pledges.merge(paid, on=["programme", "unit"], suffixes=("", "_paid"))
    return (both["value_paid"] / both["value"] * 100).set_axis(both["programme"])
