# Misconception: the table holds one report only. Hint: The bars count the claims of all reports
claims = usjapan.load("claims")
theme_chart = alt.Chart(claims).mark_bar().encode(
    x=alt.X("count()", title="Number of claims"), y=alt.Y("theme:N", title="Theme")
).properties(description="Bar chart of the number of claims by theme.")
