# Misconception: a row of mentions is a place. Hint: A place has several dots
places = usjapan.load("places")
points = places[~places["kind"].isin(["region", "sea"])]
named = points.merge(usjapan.load("place_mentions"), on="place_id")
place_map = alt.Chart(named).mark_circle().encode(
    longitude="longitude:Q", latitude="latitude:Q", size=alt.Size("count:Q", title="Mentions")
).properties(description="Map of places; a larger dot is named more often.")
