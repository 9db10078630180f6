# Misconception: the chart knows the table that is meant. Hint: The chart counts more than the rows of the evidence table
def evidence_chart(evidence):
    evidence = usjapan.load("claims").assign(judgement="supports")
    return alt.Chart(evidence).mark_bar().encode(
        x=alt.X("count()", title="Number of claims"), y=alt.Y("report_id:N", title="Report"), color=alt.Color("judgement:N", title="Judgement")
    ).properties(description="Stacked bar chart of the number of claims by report and judgement.")
