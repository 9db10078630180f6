# Misconception: the names of columns tell a reader enough. Hint: has no title of its own
claims = usjapan.load("claims")
chosen = claims[claims["report_id"] == "flux2024"]
theme_chart = alt.Chart(chosen).mark_bar().encode(x="count()", y="theme:N").properties(
    title="Number of claims by theme", description="Bar chart of the number of claims by theme."
)
