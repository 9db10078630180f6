# Misconception: a longer bar of counts is a larger share. Hint: The bars show numbers of claims
claims = usjapan.load("claims")
chosen = claims[(claims["report_id"] == "stress2025") & (claims["kind"] != "recommendation") & (claims["effect"] == "strains")]
strain_chart = alt.Chart(chosen).mark_bar().encode(
    x=alt.X("count()", title="Straining claims without advice"), y=alt.Y("voice:N", title="Voice")
).properties(description="Bar chart of the share of straining claims by voice.")
