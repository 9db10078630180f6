# A layered chart with numbers, as its specification
def evidence_chart(evidence):
    counts = evidence.value_counts(["report_id", "judgement"]).reset_index()
    bars = alt.Chart(counts).mark_bar(size=14).encode(
        x=alt.X("sum(count):Q", title="Claims"),
        y=alt.Y("report_id:N", title="Report"),
        color=alt.Color("judgement:N", scale=alt.Scale(domain=["supports", "qualifies", "weakens"])),
    )
    total = alt.Chart(counts).mark_text(align="left", dx=4).encode(x="sum(count):Q", y="report_id:N", text="sum(count):Q")
    whole = (bars + total).properties(description="Bars of the number of claims by report and judgement, with totals.")
    return whole.to_dict()
