# Misconception: the lesson's report is the question. Hint: A place is missing
places = charts.named_places("transition2024")
points = places[~places["kind"].isin(["region", "sea"])]
place_map = alt.Chart(points).mark_circle().encode(
    longitude="longitude:Q", latitude="latitude:Q", size=alt.Size("mentions:Q", title="Mentions")
).properties(description="Map of places; a larger dot is named more often.")
