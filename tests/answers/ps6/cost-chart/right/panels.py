# A panel for each GDP figure, sums rounded to one decimal
shares = [2, 2.5, 3, 3.5]
bases = charts.gdp_bases().reset_index()
sums = bases[["label", "gdp"]].merge(pd.DataFrame({"share": shares}), how="cross")
sums["trillion_yen"] = sums["gdp"] * sums["share"] / 100
sums["trillion_yen"] = sums["trillion_yen"].round(1)
cost_chart = (
    alt.Chart(sums)
    .mark_bar()
    .encode(
        y=alt.Y("share:O").title("Share of GDP, percent"),
        x=alt.X("trillion_yen:Q").title("Sum (trillion yen)"),
    )
    .facet(row=alt.Row("label:N", title="GDP"))
    .properties(description="Bar chart in three panels, one for each GDP figure: the sum that four shares come to.")
)
