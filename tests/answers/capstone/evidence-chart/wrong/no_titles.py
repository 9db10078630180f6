# Misconception: the names of columns tell a reader enough. Hint: has no title of its own
def evidence_chart(evidence):
    return alt.Chart(evidence).mark_bar().encode(
        x="count()", y="report_id:N", color=alt.Color("judgement:N", title="Judgement")
    ).properties(description="Stacked bar chart of the number of claims by report and judgement.")
