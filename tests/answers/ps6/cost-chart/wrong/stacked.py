# Misconception: bars of one share may stand on one another. Hint: they are alternatives and never add up
shares = [2, 2.5, 3, 3.5]
bases = charts.gdp_bases().reset_index()
sums = bases[["label", "gdp"]].merge(pd.DataFrame({"share": shares}), how="cross")
sums["trillion_yen"] = sums["gdp"] * sums["share"] / 100
cost_chart = alt.Chart(sums).mark_bar().encode(
    x=alt.X("share:O", title="Share of GDP, in percent"), y=alt.Y("trillion_yen:Q", title="Sum, in trillion yen"), color=alt.Color("label:N", title="GDP")
).properties(description="Line chart of what shares of GDP come to in trillion yen, for three GDP figures.")
