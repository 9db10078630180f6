# The chart as its Vega-Lite specification
claims = usjapan.load("claims")
chosen = claims[(claims["report_id"] == "stress2025") & (claims["kind"] != "recommendation")]
strains = chosen["effect"].eq("strains").groupby(chosen["voice"].astype("str")).mean() * 100
strain_chart = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
    "description": "Bar chart of the percentage of straining claims by voice.",
    "data": {"values": [{"who": who, "share": float(share)} for who, share in strains.items()]},
    "mark": {"type": "bar"},
    "encoding": {
        "x": {"field": "share", "type": "quantitative", "title": "Percent of claims other than advice"},
        "y": {"field": "who", "type": "nominal", "title": "Voice"},
    },
}
