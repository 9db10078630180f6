# A panel for each judgement, reports by their labels
def evidence_chart(evidence):
    labels = usjapan.load("reports").set_index("report_id")["label"]
    table = evidence.assign(report=evidence["report_id"].astype("str").map(labels), judgement=evidence["judgement"].astype("str"))
    bars = alt.Chart(table).mark_bar().encode(
        x=alt.X("count(claim_id):Q").title("Number of claims"),
        y=alt.Y("report:N", sort=list(labels)).title("Report"),
    )
    return bars.facet(column=alt.Column("judgement:N", title="My judgement")).properties(
        description="Bar charts of the number of claims by report, a panel for each judgement."
    )
