# Themes with spaces for underscores, every category in the table, zeros too
claims = usjapan.load("claims")
counts = claims[claims["report_id"] == "flux2024"]["theme"].value_counts()
table = pd.DataFrame({"name": [str(theme).replace("_", " ").capitalize() for theme in counts.index], "n": counts.to_numpy()})
theme_chart = alt.Chart(table).mark_bar(size=12).encode(
    x=alt.X("n:Q", title="Claims", scale=alt.Scale(domain=[0, 25])),
    y=alt.Y("name:O", title="Theme of the claim", sort=None),
).properties(description="A bar chart of how many claims each theme has.", width=400)
