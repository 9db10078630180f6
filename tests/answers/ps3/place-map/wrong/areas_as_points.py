# Misconception: every row with coordinates is a point. Hint: A region or a sea stands as a dot
places = charts.named_places()
place_map = alt.Chart(places).mark_circle().encode(
    longitude="longitude:Q", latitude="latitude:Q", size=alt.Size("mentions:Q", title="Mentions")
).properties(description="Map of places; a larger dot is named more often.")
