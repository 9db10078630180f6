# Shares as fractions, the GDP on an axis, the share as colour
shares = [2, 2.5, 3, 3.5]
bases = charts.gdp_bases().reset_index()
rows = []
for share in shares:
    for gdp in bases["gdp"]:
        rows.append({"GDP": gdp, "part": share / 100, "sum": gdp * share / 100})
cost_chart = alt.Chart(pd.DataFrame(rows)).mark_circle(size=90).encode(
    alt.X("sum:Q", title="What the share comes to, trillion yen"),
    alt.Y("GDP:O", title="GDP, trillion yen"),
    alt.Color("part:O", title="Share"),
).properties(description="Points of the sums that four shares of three GDP figures come to; the share moves them most.")
