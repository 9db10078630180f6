# Misconception: latitude says how far east. Hint: Longitude and latitude have changed places
places = charts.named_places()
points = places[~places["kind"].isin(["region", "sea"])]
place_map = alt.Chart(points).mark_circle().encode(
    longitude="latitude:Q", latitude="longitude:Q", size=alt.Size("mentions:Q", title="Mentions")
).properties(description="Map of places; a larger dot is named more often.")
