# Bars side by side, labels above them in a layer; shares as text
shares = [2, 2.5, 3, 3.5]
bases = charts.gdp_bases().reset_index()
sums = bases[["label", "gdp"]].merge(pd.DataFrame({"share": shares}), how="cross")
sums["trillion_yen"] = sums["gdp"] * sums["share"] / 100
sums["words"] = sums["share"].astype("str") + " percent"
base = alt.Chart(sums).encode(
    x=alt.X("words:O", title="Share of GDP"),
    y=alt.Y("trillion_yen:Q", title="Trillion yen"),
    xOffset="label:N",
)
bars = base.mark_bar().encode(color=alt.Color("label:N", title="GDP figure"))
cost_chart = (bars + base.mark_text(dy=-6, fontSize=8).encode(text=alt.Text("trillion_yen:Q", format=".1f"))).properties(
    description="Grouped bar chart: what four shares of GDP come to in trillion yen, by GDP figure."
)
