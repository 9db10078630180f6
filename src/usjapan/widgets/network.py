"""Network explorer."""

from __future__ import annotations

from typing import Any

import ipywidgets as ipw

from usjapan import charts
from usjapan.tables import load
from usjapan.widgets.panel import ALL, STYLE, WIDE, panel
from usjapan.widgets.slider import Slider


def network_explorer(report_id: str | None = None) -> ipw.VBox:
    """Ties of the record, drawn as a network or on a map, with controls for report, kind of tie and last year.

    `report_id` chooses the report at the start. Twins: `charts.network(report_id, kinds, until)` and
    `charts.world_map(report_id, kinds, until)`. Raises `ValueError` for an unknown report.
    """
    ties, reports = charts.named_ties(), load("reports")
    charts.chosen_ties(report_id, ties=ties)
    places = {key: charts.named_places(key) for key in [None, *reports["report_id"]]}
    kinds = [kind for kind in ties["kind"].cat.categories if kind in set(ties["kind"])]
    controls: dict[str, Any] = {
        "view": ipw.Dropdown(options=["network", "map"], value="network", description="View", layout=WIDE, style=STYLE),
        "report": ipw.Dropdown(
            options=[("All reports", ALL), *zip(reports["label"], reports["report_id"], strict=True)],
            value=report_id or ALL,
            description="Report",
            layout=WIDE,
            style=STYLE,
        ),
        "kind": ipw.Dropdown(
            options=[("All kinds", ALL), *((kind.replace("_", " "), kind) for kind in kinds)],
            value=ALL,
            description="Kind",
            layout=WIDE,
            style=STYLE,
        ),
        "until": Slider("Until", int(ties["year"].max()), int(ties["year"].min()), int(ties["year"].max())),
    }

    def draw(view: str, report: str, kind: str, until: int) -> tuple[Any, str]:
        key = None if report == ALL else report
        chosen = (key, None if kind == ALL else [kind], until, ties)
        chart: Any = charts.world_map(*chosen, places[key]) if view == "map" else charts.network(*chosen)
        # The words are the chart's own alt text, in all widgets: making them twice would double the wait.
        return chart, chart.description

    return panel("Network explorer", controls, draw)
