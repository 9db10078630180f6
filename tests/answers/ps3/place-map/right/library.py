# The library's table of places, points as marks
places = charts.named_places()
points = places.query("kind != 'region' and kind != 'sea'")
place_map = alt.Chart(points).mark_point(filled=True).encode(
    alt.Longitude("longitude"), alt.Latitude("latitude"), alt.Size("mentions").title("Mentions in all reports")
).properties(description="Map of places; a larger dot is named more often.")
