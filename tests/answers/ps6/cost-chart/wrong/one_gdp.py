# Misconception: GDP is one number. Hint: Only one GDP figure is used
shares = [2, 2.5, 3, 3.5]
bases = charts.gdp_bases().reset_index()
sums = pd.DataFrame({"share": shares, "trillion_yen": [560 * share / 100 for share in shares]})
cost_chart = alt.Chart(sums).mark_line(point=True).encode(
    x=alt.X("share:Q", title="Share of GDP, in percent"), y=alt.Y("trillion_yen:Q", title="Sum, in trillion yen")
).properties(description="Line chart of what shares of GDP come to in trillion yen, for three GDP figures.")
