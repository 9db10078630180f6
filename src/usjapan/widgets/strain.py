"""Stress dashboard."""

from __future__ import annotations

from typing import Any

import ipywidgets as ipw

from usjapan import charts
from usjapan.tables import load
from usjapan.widgets.panel import ALL, STYLE, WIDE, panel

GROUPS = [("Theme", "theme"), ("Voice", "voice"), ("Kind", "kind"), ("Modality", "modality"), ("Report", "report_id")]


def stress_dashboard(report_id: str | None = None, by: str = "theme") -> ipw.VBox:
    """Straining and strengthening claims, with controls for report, grouping, measure and recommendations.

    `report_id` and `by` choose what is shown at the start. Twin: `charts.strain(by, report_id, share, recommendations)`.
    Raises `ValueError` for an unknown report or grouping.
    """
    claims, reports = load("claims"), load("reports")
    charts.effect_counts(by, report_id, claims=claims)
    controls: dict[str, Any] = {
        "report": ipw.Dropdown(
            options=[("All reports", ALL), *zip(reports["label"], reports["report_id"], strict=True)],
            value=report_id or ALL,
            description="Report",
            layout=WIDE,
            style=STYLE,
        ),
        "by": ipw.Dropdown(options=GROUPS, value=by, description="Group by", layout=WIDE, style=STYLE),
        "measure": ipw.Dropdown(
            options=[("Number of claims", "count"), ("Percent of the row's claims", "share")],
            value="count",
            description="Measure",
            layout=WIDE,
            style=STYLE,
        ),
        "recommendations": ipw.Checkbox(value=True, description="Count recommendations", layout=WIDE, style=STYLE),
    }

    def draw(report: str, by: str, measure: str, recommendations: bool) -> tuple[Any, str]:
        choice = (by, None if report == ALL else report, measure == "share", recommendations, claims)
        chart: Any = charts.strain(*choice)
        return chart, chart.description

    return panel("Stress dashboard", controls, draw)
