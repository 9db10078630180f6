# The chart sums the mentions of each place
places = usjapan.load("places")
points = places[places["kind"].isin(["island", "city", "state_level"])]
named = usjapan.load("place_mentions").merge(points, on="place_id")
place_map = alt.Chart(named).mark_circle(opacity=0.6).encode(
    longitude="longitude:Q",
    latitude="latitude:Q",
    size=alt.Size("sum(count):Q", title="Number of mentions"),
    color=alt.Color("kind:N", title="Kind of place"),
    tooltip=["name:N", "sum(count):Q"],
).project("mercator").properties(description="Map of places named in five reports, sized by mentions.", width=500)
