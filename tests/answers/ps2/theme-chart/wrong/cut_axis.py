# Misconception: a bar may begin anywhere to show differences better. Hint: The bars do not begin at zero
claims = usjapan.load("claims")
chosen = claims[claims["report_id"] == "flux2024"]
theme_chart = alt.Chart(chosen).mark_bar().encode(
    x=alt.X("count()", title="Number of claims", scale=alt.Scale(domain=[2, 20])), y=alt.Y("theme:N", title="Theme")
).properties(description="Bar chart of the number of claims by theme.")
