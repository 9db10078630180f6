# Misconception: any coded column is the theme. Hint: The bars do not stand for themes
claims = usjapan.load("claims")
chosen = claims[claims["report_id"] == "flux2024"]
theme_chart = alt.Chart(chosen).mark_bar().encode(
    x=alt.X("count()", title="Number of claims"), y=alt.Y("kind:N", title="Theme")
).properties(description="Bar chart of the number of claims by theme.")
