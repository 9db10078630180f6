# Misconception: twelve points speak for themselves. Hint: cannot be told apart
shares = [2, 2.5, 3, 3.5]
bases = charts.gdp_bases().reset_index()
sums = bases[["label", "gdp"]].merge(pd.DataFrame({"share": shares}), how="cross")
sums["trillion_yen"] = sums["gdp"] * sums["share"] / 100
cost_chart = alt.Chart(sums).mark_point().encode(
    x=alt.X("share:Q", title="Share of GDP, in percent"), y=alt.Y("trillion_yen:Q", title="Sum, in trillion yen")
).properties(description="Line chart of what shares of GDP come to in trillion yen, for three GDP figures.")
