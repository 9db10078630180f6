# Dots with names in a second layer
places = usjapan.load("places")
mentions = usjapan.load("place_mentions").groupby("place_id")["count"].sum()
points = places.assign(mentions=places["place_id"].map(mentions)).dropna(subset=["mentions"])
points = points[~points["kind"].astype("str").isin(["region", "sea"])]
base = alt.Chart(points).encode(longitude="longitude:Q", latitude="latitude:Q")
dots = base.mark_circle().encode(size=alt.Size("mentions:Q", title="How often a place is named"))
names = base.mark_text(dx=6, align="left").encode(text="name:N")
place_map = (dots + names).properties(description="Map with a dot and a name for each place in the reports.")
