# A row for each claim with 0 or 100, the chart takes the mean
claims = usjapan.load("claims")
rows = [
    {"voice": voice, "straining": 100 if effect == "strains" else 0}
    for report, kind, voice, effect in zip(claims["report_id"], claims["kind"], claims["voice"], claims["effect"])
    if report == "stress2025" and kind != "recommendation"
]
strain_chart = alt.Chart(pd.DataFrame(rows), description="Bar chart of the percentage of straining claims by voice.").mark_bar().encode(
    x=alt.X("mean(straining):Q", title="Percent of claims without recommendations"),
    y=alt.Y("voice:N", title="Voice"),
    color=alt.Color("voice:N", title="Voice"),
)
