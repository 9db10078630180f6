# Counts in wide form, bars named in words, rounded percent, a label on each bar
stress = usjapan.load("claims").query("report_id == 'stress2025' and kind != 'recommendation'")
counts = pd.crosstab(stress["voice"].astype("str"), stress["effect"])
table = (counts["strains"] / counts.sum(axis=1) * 100).round(0).reset_index(name="percent")
table["voice"] = table["voice"].map({"author": "The press release itself", "presented_report": "The report it presents"})
base = alt.Chart(table).encode(
    x=alt.X("percent:Q", title="Percent of all claims but advice", scale=alt.Scale(domain=[0, 100])),
    y=alt.Y("voice:N", title="Voice", sort="-x"),
)
strain_chart = (base.mark_bar(color="firebrick") + base.mark_text(align="left", dx=4).encode(text="percent:Q")).properties(
    description="Bar chart: both voices strain in about two claims of five."
)
