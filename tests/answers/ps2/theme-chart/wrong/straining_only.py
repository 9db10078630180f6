# Misconception: a claim about the alliance is one that strains it. Hint: A theme that occurs in flux2024 has no bar
claims = usjapan.load("claims")
chosen = claims[(claims["report_id"] == "flux2024") & (claims["effect"] == "strains")]
theme_chart = alt.Chart(chosen).mark_bar().encode(
    x=alt.X("count()", title="Number of claims"), y=alt.Y("theme:N", title="Theme")
).properties(description="Bar chart of the number of claims by theme.")
