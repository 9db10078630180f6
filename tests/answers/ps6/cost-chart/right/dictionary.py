# The chart as its Vega-Lite specification
shares = [2, 2.5, 3, 3.5]
bases = charts.gdp_bases().reset_index()
sums = bases[["label", "gdp"]].merge(pd.DataFrame({"share": shares}), how="cross")
sums["trillion_yen"] = sums["gdp"] * sums["share"] / 100
cost_chart = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
    "description": "Points: the sum in trillion yen for four shares of each of three GDP figures.",
    "data": {"values": sums.to_dict("records")},
    "mark": {"type": "point"},
    "encoding": {
        "x": {"field": "share", "type": "quantitative", "title": "Share of GDP"},
        "y": {"field": "trillion_yen", "type": "quantitative", "axis": {"title": ["Sum in", "trillion yen"]}},
        "shape": {"field": "label", "type": "nominal", "title": "GDP"},
    },
}
