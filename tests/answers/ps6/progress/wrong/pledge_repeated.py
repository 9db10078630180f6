# Misconception: a merge never repeats a row. Hint: Each actual amount meets its own copy of the pledge
def progress(sums):
    pledges = sums[sums["kind"] == "pledge"]
    both = pledges.merge(sums[sums["kind"] == "actual"], on=["programme", "unit"], suffixes=("_pledge", "_actual"))
    totals = both.groupby("programme")[["value_pledge", "value_actual"]].sum()
    return totals["value_actual"] / totals["value_pledge"] * 100
