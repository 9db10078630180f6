# Misconception: evidence is what supports. Hint: Some claims of the evidence table are not shown
def evidence_chart(evidence):
    evidence = evidence[evidence["judgement"] == "supports"]
    return alt.Chart(evidence).mark_bar().encode(
        x=alt.X("count()", title="Number of claims"), y=alt.Y("report_id:N", title="Report"), color=alt.Color("judgement:N", title="Judgement")
    ).properties(description="Stacked bar chart of the number of claims by report and judgement.")
