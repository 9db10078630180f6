# Misconception: the share of straining claims is the share of the strain. Hint: how the straining claims are spread over the voices
claims = usjapan.load("claims")
chosen = claims[(claims["report_id"] == "stress2025") & (claims["kind"] != "recommendation") & (claims["effect"] == "strains")]
shares = (chosen["voice"].value_counts(normalize=True) * 100).rename("percent").reset_index()
strain_chart = alt.Chart(shares[shares["percent"] > 0]).mark_bar().encode(
    x=alt.X("percent:Q", title="Percent of the voice's claims"), y=alt.Y("voice:N", title="Voice")
).properties(description="Bar chart of the share of straining claims by voice.")
