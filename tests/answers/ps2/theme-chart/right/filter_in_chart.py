# The chart itself chooses the report; a colour for each effect
claims = usjapan.load("claims")
theme_chart = (
    alt.Chart(claims)
    .transform_filter(alt.datum.report_id == "flux2024")
    .mark_bar()
    .encode(
        x=alt.X("count():Q", title="Number of claims"),
        y=alt.Y("theme:N", title="Theme"),
        color=alt.Color("effect:N", title="Effect on the alliance"),
    )
    .properties(description="Stacked bar chart of claims by theme, coloured by effect on the alliance.")
)
