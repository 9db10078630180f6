# The chart leaves out regions and seas; a legend title; other column names
places = usjapan.load("places").rename(columns={"latitude": "north", "longitude": "east"})
totals = usjapan.load("place_mentions").groupby("place_id", as_index=False)["count"].sum()
named = totals.merge(places, how="left", on="place_id")[["name", "kind", "east", "north", "count"]]
place_map = (
    alt.Chart(named)
    .transform_filter((alt.datum.kind != "region") & (alt.datum.kind != "sea"))
    .mark_circle()
    .encode(longitude="east:Q", latitude="north:Q", size=alt.Size("count:Q", legend=alt.Legend(title="Times named")))
    .properties(description="Map of the places that the reports name, sized by how often.")
)
