# Counted in pandas, standing bars side by side
def evidence_chart(evidence):
    counts = evidence.groupby(["report_id", "judgement"], observed=True).size().reset_index(name="claims")
    return (
        alt.Chart(counts)
        .mark_bar()
        .encode(
            alt.X("report_id:N", title="Report"),
            alt.Y("claims:Q", title="Claims in the table"),
            alt.Color("judgement:N", title="Judgement"),
            xOffset="judgement:N",
        )
        .properties(description="Grouped bar chart: claims of the evidence table for each report, by judgement.")
    )
