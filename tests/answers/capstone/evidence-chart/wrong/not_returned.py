# Misconception: a chart that is drawn is handed back. Hint: evidence_chart returns nothing
def evidence_chart(evidence):
    chart = alt.Chart(evidence).mark_bar().encode(
        x=alt.X("count()", title="Number of claims"), y=alt.Y("report_id:N", title="Report"), color=alt.Color("judgement:N", title="Judgement")
    ).properties(description="Stacked bar chart of the number of claims by report and judgement.")
