# Misconception: a title is a description. Hint: has no description of at least five words
claims = usjapan.load("claims")
chosen = claims[claims["report_id"] == "flux2024"]
theme_chart = alt.Chart(chosen, title="Bar chart of the number of claims by theme").mark_bar().encode(
    x=alt.X("count()", title="Number of claims"), y=alt.Y("theme:N", title="Theme")
)
