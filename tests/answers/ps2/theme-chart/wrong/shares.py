# Misconception: a share of claims is a number of claims. Hint: The bars show shares
claims = usjapan.load("claims")
shares = claims[claims["report_id"] == "flux2024"]["theme"].value_counts(normalize=True).reset_index()
theme_chart = alt.Chart(shares).mark_bar().encode(
    x=alt.X("proportion:Q", title="Number of claims"), y=alt.Y("theme:N", title="Theme")
).properties(description="Bar chart of the number of claims by theme.")
