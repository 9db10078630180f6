# Misconception: a line joins any numbers. Hint: theme_chart should be a bar chart
claims = usjapan.load("claims")
chosen = claims[claims["report_id"] == "flux2024"]
theme_chart = alt.Chart(chosen).mark_line().encode(
    x=alt.X("theme:N", title="Theme"), y=alt.Y("count()", title="Number of claims")
).properties(description="Line chart of the number of claims by theme.")
