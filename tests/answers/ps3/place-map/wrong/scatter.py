# Misconception: x and y make a map. Hint: Altair draws a scatter plot, not a map
places = charts.named_places()
points = places[~places["kind"].isin(["region", "sea"])]
place_map = alt.Chart(points).mark_circle().encode(
    x=alt.X("longitude:Q", title="Longitude"),
    y=alt.Y("latitude:Q", title="Latitude"),
    size=alt.Size("mentions:Q", title="Mentions"),
).properties(description="Map of places; a larger dot is named more often.")
