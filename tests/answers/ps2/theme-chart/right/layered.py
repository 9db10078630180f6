# Lying bars with the number beside each, in layers
claims = usjapan.load("claims")
chosen = claims[claims["report_id"] == "flux2024"]
base = alt.Chart(chosen).encode(
    y=alt.Y("theme:N", axis=alt.Axis(title="Theme"), sort="-x"),
    x=alt.X("count()", axis=alt.Axis(title="Number of claims")),
)
theme_chart = base.mark_bar() + base.mark_text(align="left", dx=3).encode(text="count()")
theme_chart = theme_chart.properties(description="Bar chart: number of flux2024 claims by theme, longest bar on top.")
