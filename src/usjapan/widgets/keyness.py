"""Keyness explorer."""

from __future__ import annotations

from typing import Any

import ipywidgets as ipw

from usjapan import charts
from usjapan.keyness import STRENGTH, Terms
from usjapan.tables import load
from usjapan.widgets.panel import STYLE, WIDE, panel
from usjapan.widgets.slider import Slider

STRENGTHS = [("almost none: 5 words", 5.0), ("weak: 50 words", 50.0), ("as in the text: 500 words", STRENGTH), ("strong: 5000 words", 5000.0)]  # fmt: skip


def keyness_explorer(report_id: str = "anchor2026") -> ipw.VBox:
    """The terms that set a report apart, with controls for the report, the strength of the prior and the number of terms.

    `report_id` chooses the report at the start. Twin: `charts.keyness(report_id, strength, number)`.
    Raises `ValueError` for an unknown report.
    """
    reports, terms = load("reports"), Terms()
    if report_id not in set(reports["report_id"]):
        raise ValueError(f"There is no report {report_id!r}. The reports are: {', '.join(reports['report_id'])}.")
    controls: dict[str, Any] = {
        "report": ipw.Dropdown(
            options=[*zip(reports["label"], reports["report_id"], strict=True)],
            value=report_id,
            description="Report",
            layout=WIDE,
            style=STYLE,
        ),
        "strength": ipw.Dropdown(options=STRENGTHS, value=STRENGTH, description="Prior", layout=WIDE, style=STYLE),
        "number": Slider("Terms a side", 10, 3, 15),
    }

    def draw(report: str, strength: float, number: int) -> tuple[Any, str]:
        chart: Any = charts.keyness(report, strength, number, terms)
        return chart, chart.description

    return panel("Keyness explorer", controls, draw)
