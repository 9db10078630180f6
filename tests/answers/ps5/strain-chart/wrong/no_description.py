# Misconception: a title is a description. Hint: has no description of at least five words
claims = usjapan.load("claims")
chosen = claims[(claims["report_id"] == "stress2025") & (claims["kind"] != "recommendation")]
shares = (chosen["effect"].eq("strains").groupby(chosen["voice"], observed=True).mean() * 100).rename("percent").reset_index()
strain_chart = alt.Chart(shares, title="Share of straining claims by voice").mark_bar().encode(
    x=alt.X("percent:Q", title="Percent of the voice's claims"), y=alt.Y("voice:N", title="Voice")
)
