# Misconception: a layer's description describes the whole chart. Hint: after any layers are joined
claims = usjapan.load("claims")
chosen = claims[claims["report_id"] == "flux2024"]
base = alt.Chart(chosen).encode(x=alt.X("count()", title="Number of claims"), y=alt.Y("theme:N", title="Theme"))
bars = base.mark_bar().properties(description="Bar chart of the number of claims by theme.")
theme_chart = bars + base.mark_text(dx=8).encode(text="count()")
