# Tries: charts drawn as pictures and shown in several ways.
# Expect: loses nothing
# Cell: own
theme_chart
# Cell: own
theme_chart.display()
print(theme_chart.to_json()[:100])
# Cell: own
svg = charts and theme_chart.to_dict()["description"]
print(svg)
