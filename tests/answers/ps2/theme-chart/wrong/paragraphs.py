# Misconception: a paragraph holds one claim, so paragraphs may be counted. Hint: The bars count paragraphs
claims = usjapan.load("claims")
chosen = claims[claims["report_id"] == "flux2024"]
theme_chart = alt.Chart(chosen).mark_bar().encode(
    x=alt.X("distinct(paragraph_id):Q", title="Number of claims"), y=alt.Y("theme:N", title="Theme")
).properties(description="Bar chart of the number of claims by theme.")
