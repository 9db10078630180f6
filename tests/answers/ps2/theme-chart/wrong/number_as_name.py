# Misconception: the type of a column does not matter for a chart. Hint: One axis, and only one, should hold a number
claims = usjapan.load("claims")
counts = claims[claims["report_id"] == "flux2024"]["theme"].value_counts().reset_index()
theme_chart = alt.Chart(counts).mark_bar().encode(
    x=alt.X("count:N", title="Number of claims"), y=alt.Y("theme:N", title="Theme")
).properties(description="Bar chart of the number of claims by theme.")
