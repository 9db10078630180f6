# The chart filters and counts in its own steps
claims = usjapan.load("claims")[["claim_id", "report_id", "theme"]]
theme_chart = (
    alt.Chart(claims)
    .transform_filter(alt.FieldEqualPredicate(field="report_id", equal="flux2024"))
    .transform_aggregate(number="count()", groupby=["theme"])
    .mark_bar()
    .encode(x=alt.X("theme:N").title("Theme"), y=alt.Y("number:Q").title("Number of claims"))
    .properties(description="Column chart of the number of claims for each theme.")
)
