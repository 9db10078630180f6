# Misconception: leaving out advice changes nothing. Hint: The bars still count the recommendations
claims = usjapan.load("claims")
chosen = claims[claims["report_id"] == "stress2025"]
shares = (chosen["effect"].eq("strains").groupby(chosen["voice"], observed=True).mean() * 100).rename("percent").reset_index()
strain_chart = alt.Chart(shares).mark_bar().encode(
    x=alt.X("percent:Q", title="Percent of the voice's claims"), y=alt.Y("voice:N", title="Voice")
).properties(description="Bar chart of the share of straining claims by voice.")
