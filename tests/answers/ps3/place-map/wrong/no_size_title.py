# Misconception: the name of a column tells a reader enough. Hint: The legend of the sizes has no title of its own
places = charts.named_places()
points = places[~places["kind"].isin(["region", "sea"])]
place_map = alt.Chart(points, title="Number of mentions").mark_circle().encode(
    longitude="longitude:Q", latitude="latitude:Q", size="mentions:Q"
).properties(description="Map of places; a larger dot is named more often.")
