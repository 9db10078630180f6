# Misconception: a counted table must be counted by the chart too. Hint: Every bar has the length 1
def evidence_chart(evidence):
    evidence = evidence.groupby(["report_id", "judgement"], observed=True).size().reset_index(name="claims")
    return alt.Chart(evidence).mark_bar().encode(
        x=alt.X("count()", title="Number of claims"), y=alt.Y("report_id:N", title="Report"), color=alt.Color("judgement:N", title="Judgement")
    ).properties(description="Stacked bar chart of the number of claims by report and judgement.")
