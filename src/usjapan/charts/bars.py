"""Counts as bars."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from usjapan.charts.style import title
from usjapan.tables import describe, load


def bars(counts: pd.Series[Any], finding: str, measure: str, source: str) -> alt.TopLevelMixin:
    """Horizontal bars of a Series (index: names, values: numbers), longest first, each labelled with its number.

    `finding` is the title, `measure` says what a bar's length is, `source` names the data.
    """
    name = str(counts.index.name or "name")
    rows = pd.DataFrame({"name": counts.index.astype("str"), "value": counts.to_numpy()})
    order = rows.sort_values("value", ascending=False, kind="stable")["name"].tolist()
    base = alt.Chart(rows).encode(
        y=alt.Y("name:N", sort=order, title=None, axis=alt.Axis(labelPadding=6, ticks=False, domain=False)),
        x=alt.X("value:Q", title=measure, axis=alt.Axis(tickMinStep=1)),
    )
    listed = ", ".join(f"{n}: {v:g}" for n, v in zip(rows["name"], rows["value"], strict=True))
    return alt.layer(
        base.mark_bar(), base.mark_text(align="left", dx=4).encode(text=alt.Text("value:Q", format="~g"))
    ).properties(
        width=420,
        height=alt.Step(24),
        title=title(finding, f"{measure}, by {name.replace('_', ' ')}. Source: {source}."),
        description=f"Bar chart of {measure.lower()} by {name.replace('_', ' ')}. {finding}. {listed}.",
    )


def claims_by(column: str, report_id: str | None = None) -> alt.TopLevelMixin:
    """Bars of the number of claims by one coded column, of one report or of all.

    Raises `ValueError` for a column of `claims` that is not coded.
    """
    describe("claims", column)
    claims = load("claims")
    source = "all reports"
    if report_id is not None:
        claims = claims[claims["report_id"] == report_id]
        source = report_id
    counts = claims[column].value_counts()
    counts = counts[counts > 0]
    top, number = counts.index[0], int(counts.iloc[0])
    return bars(counts, f"{number} of {len(claims)} claims have the {column} “{top}”", "Number of claims", source)
