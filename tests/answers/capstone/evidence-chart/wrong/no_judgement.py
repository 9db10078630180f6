# Misconception: where evidence comes from is all that counts. Hint: The chart does not show your judgements
def evidence_chart(evidence):
    return alt.Chart(evidence).mark_bar().encode(
        x=alt.X("count()", title="Number of claims"), y=alt.Y("report_id:N", title="Report")
    ).properties(description="Stacked bar chart of the number of claims by report and judgement.")
