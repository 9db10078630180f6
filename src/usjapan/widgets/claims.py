"""Claim browser."""

from __future__ import annotations

from typing import Any

import ipywidgets as ipw
import pandas as pd

from usjapan import charts
from usjapan.tables import load
from usjapan.widgets.panel import ALL, STYLE, WIDE, panel

FILTERS = ["kind", "theme", "voice"]


def claim_browser(report_id: str | None = None) -> ipw.VBox:
    """Browser of the claims: filter by report, kind, theme, voice and a word, then open one to see its rules and citation.

    `report_id` chooses the report at the start. Twin: `charts.claim_list(report_id, codes, word, claim_id)`.
    Raises `ValueError` for an unknown report.
    """
    claims, reports = load("claims"), load("reports")
    charts.find_claims(report_id, claims=claims)
    controls: dict[str, Any] = {
        "report": ipw.Dropdown(
            options=[("All reports", ALL), *zip(reports["label"], reports["report_id"], strict=True)],
            value=report_id or ALL,
            description="Report",
            layout=WIDE,
            style=STYLE,
        )
    }
    for column in FILTERS:
        values = [value for value in claims[column].cat.categories if value in set(claims[column])]
        controls[column] = ipw.Dropdown(
            options=[("all", ALL), *((value.replace("_", " "), value) for value in values)],
            value=ALL,
            description=column.capitalize(),
            layout=WIDE,
            style=STYLE,
        )
    controls["word"] = ipw.Text(
        description="Word", placeholder="part of a summary, then Enter", continuous_update=False, layout=WIDE, style=STYLE
    )
    rows = ipw.Select(description="Open", rows=6, layout=ipw.Layout(width="min(46em, 98%)"), style=STYLE)

    def found() -> pd.DataFrame:
        chosen = {column: controls[column].value for column in FILTERS if controls[column].value != ALL}
        report = controls["report"].value
        return charts.find_claims(None if report == ALL else report, chosen, controls["word"].value, claims)

    def offer(_: Any = None) -> None:
        options = [(f"{c}  {s}", c) for c, s in found()[["claim_id", "summary"]].itertuples(index=False)]
        if options != list(rows.options):
            rows.options = options
            rows.value = options[0][1] if options else None

    offer()
    # Before the panel draws: the rows on offer must fit the filters by then.
    for control in controls.values():
        control.observe(offer, names="value")

    drawn: dict[Any, charts.Page] = {}

    def draw(report: str, word: str, opened: str | None, **codes: str) -> tuple[Any, str]:
        chosen = {column: value for column, value in codes.items() if value != ALL}
        # A filter moves two controls, itself and the list of rows: the second move finds the page made.
        key = (report, word, opened, *chosen.items())
        if key not in drawn:
            drawn.clear()
            drawn[key] = charts.claim_list(None if report == ALL else report, chosen, word, opened, claims)
        return drawn[key], drawn[key].split(". ")[0].removesuffix(".") + "."

    return panel("Claim browser", {**controls, "opened": rows}, draw)
