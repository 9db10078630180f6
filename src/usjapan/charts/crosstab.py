"""Two codes against each other, as a table whose cells are shaded by their share of the row."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from usjapan.charts.style import MUTED, title
from usjapan.tables import describe, load

# Shade of a cell from 0 to all of its row; the figure in it turns white where black would stand out less than 4.5 to 1.
SHADES = ["#ffffff", "#0072b2"]
DARK = 0.9
FEW = 3


def cross_counts(
    rows: str, columns: str, report_id: str | None = None, kind: str | None = None, claims: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Number of claims by two columns: a row per value of `rows`, a column per value of `columns`, in codebook order.

    `rows` and `columns` are coded columns of `claims` or `report_id`; `report_id` and `kind` keep the claims of one report
    or kind. Values without a claim are left out of the rows, but not out of the columns of an ordered code.
    `claims` is the table to count, else the published one. Raises `ValueError` for a column that is not coded.
    """
    for column in (rows, columns):
        if column != "report_id":
            describe("claims", column)
    if rows == columns:
        raise ValueError(f"Rows and columns are both {rows!r}. Choose two different columns.")
    claims = load("claims") if claims is None else claims
    if report_id is not None:
        claims = claims[claims["report_id"] == report_id]
    if kind is not None:
        claims = claims[claims["kind"] == kind]
    claims = claims.dropna(subset=[rows, columns])
    counts = pd.crosstab(claims[rows], claims[columns], dropna=False)
    # Reports come in order of time, as in the table of claims.
    if rows == "report_id":
        counts = counts.reindex(claims[rows].unique())
    elif columns == "report_id":
        counts = counts.reindex(columns=claims[columns].unique())
    ordered = columns != "report_id" and bool(claims[columns].cat.ordered)
    counts = counts.loc[counts.sum(axis=1) > 0]
    return counts if ordered else counts.loc[:, counts.sum(axis=0) > 0]


def crosstab(
    rows: str, columns: str, report_id: str | None = None, kind: str | None = None, claims: pd.DataFrame | None = None
) -> alt.TopLevelMixin:
    """Heat table of `cross_counts(...)`: each cell shows its count, shaded by its share of the row."""
    counts = cross_counts(rows, columns, report_id, kind, claims)
    what = "claims" if kind is None else f"claims of the kind “{kind}”"
    return heat_table(
        counts,
        _finding(counts),
        [
            f"Number of {what}, {in_words(rows)} by {in_words(columns)}. Shade: share of the row.",
            f"Source: {report_id or 'all reports'}.",
        ],
        crosstab_text(rows, columns, report_id, kind, claims),
    )


def crosstab_text(
    rows: str, columns: str, report_id: str | None = None, kind: str | None = None, claims: pd.DataFrame | None = None
) -> str:
    """The cross-tab in words: for readers who do not see it, and as its alt text."""
    counts = cross_counts(rows, columns, report_id, kind, claims)
    if counts.empty:
        return "Cross-tab without claims: no claim fits this choice."
    lines = []
    for name, row in counts.iterrows():
        listed = ", ".join(f"{in_words(value)} {n}" for value, n in row.items())
        lines.append(f"{in_words(name)} ({row.sum()} claims): {listed}")
    return f"Cross-tab of {in_words(rows)} by {in_words(columns)}. {_finding(counts)}. {'; '.join(lines)}."


def heat_table(counts: pd.DataFrame, finding: str, measure: str | list[str], description: str) -> alt.TopLevelMixin:
    """Any table of counts as a heat table: each cell shows its count, shaded by its share of the row.

    `finding` is the title, `measure` the line or lines below it, `description` the alt text.
    """
    totals = counts.sum(axis=1)
    named = [f"{in_words(name)}  (of {total})" for name, total in zip(counts.index, totals, strict=True)]
    across = [in_words(value) for value in counts.columns]
    cells = pd.DataFrame(
        [
            {"row": label, "column": value, "count": int(n), "share": n / total if total else 0.0}
            for label, total, (_, row) in zip(named, totals, counts.iterrows(), strict=True)
            for value, n in zip(across, row, strict=True)
        ],
        columns=["row", "column", "count", "share"],
    )
    base = alt.Chart(cells).encode(
        x=alt.X("column:N", sort=across, title=in_words(counts.columns.name or ""), axis=_axis(orient="top", labelAngle=0)),
        y=alt.Y(
            "row:N",
            sort=named,
            title=in_words(counts.index.name or ""),
            axis=_axis(titleAngle=0, titleAlign="right", titleY=-8),
        ),
    )
    ground = base.mark_rect(stroke="#d9d9d9").encode(
        color=alt.Color("share:Q", scale=alt.Scale(domain=[0, 1], range=SHADES, interpolate="rgb"), legend=None)
    )
    figures = base.mark_text(fontSize=13).encode(
        text=alt.Text("count:Q"),
        color=alt.when(alt.datum.share > DARK)
        .then(alt.value("white"))
        .when(alt.datum.count == 0)
        .then(alt.value(MUTED))
        .otherwise(alt.value("black")),
    )
    return alt.layer(ground, figures).properties(
        width=max(84 * len(across), 200),
        height=alt.Step(32),
        title=title(finding, measure),
        description=description,
    )


def _axis(**settings: Any) -> alt.Axis:
    return alt.Axis(ticks=False, domain=False, labelPadding=6, **settings)


def _finding(counts: pd.DataFrame) -> str:
    """The value whose share differs most between two rows, with both as counts: a share alone would hide how few they are."""
    if counts.empty:
        return "No claim fits this choice"
    if len(counts) == 1:
        name, row = next(counts.iterrows())
        return f"“{in_words(row.idxmax())}”: {row.max()} of {row.sum()} in {in_words(name)}"
    # A row of one or two claims is all of this or none of that by itself: it makes no finding.
    large = counts[counts.sum(axis=1) >= FEW]
    counts = large if len(large) > 1 else counts
    shares = counts.div(counts.sum(axis=1), axis=0)
    value = (shares.max() - shares.min()).idxmax()
    column = counts[value]
    places = (int(shares[value].to_numpy().argmax()), int(shares[value].to_numpy().argmin()))
    said = [f"{column.iloc[i]} of {counts.iloc[i].sum()} in {in_words(counts.index[i])}" for i in places]
    return f"“{in_words(value)}”: {', but '.join(said)}"


def in_words(name: Any) -> str:
    """A name from the data as a reader says it."""
    return "report" if name == "report_id" else str(name).replace("_", " ").replace("japan", "Japan")
