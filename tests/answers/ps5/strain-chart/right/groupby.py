# Standing bars from groupby and mean, shares from 0 to 1
claims = usjapan.load("claims")
chosen = claims[(claims["report_id"] == "stress2025") & (claims["kind"] != "recommendation")]
shares = chosen.assign(strains=chosen["effect"].eq("strains")).groupby("voice", observed=True)["strains"].mean().reset_index()
strain_chart = alt.Chart(shares).mark_bar().encode(
    alt.X("voice").title("Whose words"),
    alt.Y("strains", axis=alt.Axis(format="%")).title("Share of the voice's claims, advice left out"),
).properties(description="Column chart of the share of straining claims for two voices.")
