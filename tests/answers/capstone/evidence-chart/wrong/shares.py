# Misconception: a share of claims is a number of claims. Hint: The bars show shares
def evidence_chart(evidence):
    return alt.Chart(evidence).mark_bar().encode(
        x=alt.X("count()", title="Number of claims", stack="normalize"), y=alt.Y("report_id:N", title="Report"), color=alt.Color("judgement:N", title="Judgement")
    ).properties(description="Stacked bar chart of the number of claims by report and judgement.")
