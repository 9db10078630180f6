# The chart as its Vega-Lite specification
claims = usjapan.load("claims")
counts = claims.query("report_id == 'flux2024'")["theme"].astype("str").value_counts()
theme_chart = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
    "description": "Bar chart of the number of claims by theme in one report.",
    "data": {"values": [{"theme": theme, "claims": int(number)} for theme, number in counts.items()]},
    "mark": "bar",
    "encoding": {
        "x": {"field": "claims", "type": "quantitative", "title": "Number of claims"},
        "y": {"field": "theme", "type": "nominal", "title": "Theme"},
    },
}
