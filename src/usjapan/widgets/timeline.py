"""Timeline explorer."""

from __future__ import annotations

from typing import Any

import ipywidgets as ipw

from usjapan import charts
from usjapan.tables import load
from usjapan.widgets.panel import ALL, STYLE, WIDE, panel
from usjapan.widgets.slider import Slider


def timeline_explorer(report_id: str | None = None) -> ipw.VBox:
    """Timeline of the events in the record, with controls for report, kind and span of years.

    `report_id` chooses the report at the start. Twin: `charts.timeline(report_id, kinds, years)`.
    Raises `ValueError` for an unknown report.
    """
    own = charts.dated_events(report_id)
    events, mentions, reports = load("events"), load("event_mentions"), load("reports")
    first, last = int(events["date_from"].dt.year.min()), int(events["date_to"].dt.year.max())
    mentioned = reports[reports["report_id"].isin(mentions["report_id"])]
    controls: dict[str, Any] = {
        "report": ipw.Dropdown(
            options=[("All reports", ALL), *zip(mentioned["label"], mentioned["report_id"], strict=True)],
            value=report_id or ALL,
            description="Report",
            layout=WIDE,
            style=STYLE,
        ),
        "kind": ipw.Dropdown(
            options=[("All kinds", ALL), *((k, k) for k in sorted(events["kind"].astype("str").unique()))],
            value=ALL,
            description="Kind",
            layout=WIDE,
            style=STYLE,
        ),
        "start": Slider("From year", int(own["date_from"].dt.year.min()), first, last),
        "end": Slider("To year", int(own["date_to"].dt.year.max()), first, last),
    }

    def draw(report: str, kind: str, start: int, end: int) -> tuple[Any, str]:
        # Sliders that have passed each other still name one span.
        years = (min(start, end), max(start, end))
        chart: Any = charts.timeline(None if report == ALL else report, None if kind == ALL else [kind], years)
        return chart, chart.description

    return panel("Timeline explorer", controls, draw)
