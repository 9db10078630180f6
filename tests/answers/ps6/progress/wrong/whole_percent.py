# Misconception: a percentage is a whole number. Hint: keep at least one decimal place
def progress(sums):
    pledges = sums[sums["kind"] == "pledge"]
    actuals = sums[sums["kind"] == "actual"]
    pairs = pledges.merge(actuals, on=["programme", "unit"], suffixes=("_pledge", "_actual"))
    totals = pairs.groupby("programme").agg({"value_pledge": "first", "value_actual": "sum"})
    return (totals["value_actual"] / totals["value_pledge"] * 100).round()
