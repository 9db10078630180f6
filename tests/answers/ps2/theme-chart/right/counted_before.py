# Counted in pandas, standing bars
claims = usjapan.load("claims")
counts = claims[claims["report_id"] == "flux2024"].groupby("theme", observed=True).size().reset_index(name="claims")
theme_chart = (
    alt.Chart(counts, title="What the report talks about")
    .mark_bar(color="darkgreen")
    .encode(alt.X("theme", sort="-y").title("Theme"), alt.Y("claims").title("Claims in the report"))
    .properties(description="Bar chart of claims by theme; politics and forces stand out.")
)
