# Misconception: a title is a description. Hint: has no description of at least eight words
shares = [2, 2.5, 3, 3.5]
bases = charts.gdp_bases().reset_index()
sums = bases[["label", "gdp"]].merge(pd.DataFrame({"share": shares}), how="cross")
sums["trillion_yen"] = sums["gdp"] * sums["share"] / 100
cost_chart = alt.Chart(sums).mark_line(point=True).encode(
    x=alt.X("share:Q", title="Share of GDP, in percent"), y=alt.Y("trillion_yen:Q", title="Sum, in trillion yen"), color=alt.Color("label:N", title="GDP")
).properties(title="What shares of GDP come to under three GDP figures")
