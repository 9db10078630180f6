# Misconception: a counted table must be counted by the chart too. Hint: Every bar has the length 1
claims = usjapan.load("claims")
counts = claims[claims["report_id"] == "flux2024"].groupby("theme", observed=True).size().reset_index(name="claims")
theme_chart = alt.Chart(counts).mark_bar().encode(
    x=alt.X("count()", title="Number of claims"), y=alt.Y("theme:N", title="Theme")
).properties(description="Bar chart of the number of claims by theme.")
