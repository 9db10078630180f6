"""What strains and what strengthens, side by side from a common middle."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from usjapan.charts.crosstab import in_words
from usjapan.charts.style import BLUE, INK, PALETTE, title
from usjapan.tables import describe, load

STRAINS, STRENGTHENS = PALETTE[1], BLUE
MIXED = "#b3b3b3"
# The line of the grid at 0 is the common middle.
MIDDLE: Any = {"condition": {"test": "datum.value === 0", "value": INK}, "value": "#e6e6e6"}
# A row with fewer claims is no finding: one claim more would turn its share about.
FEW = 5


def effect_counts(
    by: str = "theme", report_id: str | None = None, recommendations: bool = True, claims: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Number of claims by effect for each value of `by`, most straining claims first; adds the number of all claims.

    `by` is a coded column of `claims`, or `report_id` (then in order of time); `report_id` keeps the claims of one report.
    `recommendations=False` leaves recommendations out: the codebook counts nearly all of them as strengthening, because
    they would if followed. Columns: `strains`, `mixed`, `none`, `strengthens`, `claims`.
    `claims` is the table to count, else the published one. Raises `ValueError` for a column that is not coded.
    """
    if by == "effect":
        raise ValueError("The effect is what is counted. Group by another column, such as 'theme' or 'voice'.")
    if by != "report_id":
        describe("claims", by)
    claims = load("claims") if claims is None else claims
    if report_id is not None:
        if report_id not in set(claims["report_id"]):
            raise ValueError(f"There is no report {report_id!r}. The reports are: {', '.join(claims['report_id'].unique())}.")
        claims = claims[claims["report_id"] == report_id]
    if not recommendations:
        claims = claims[claims["kind"] != "recommendation"]
    sizes = claims.groupby([by, "effect"], observed=True).size().unstack(fill_value=0)
    counts = sizes.reindex(columns=["strains", "mixed", "none", "strengthens"], fill_value=0)
    counts.columns.name = None
    counts = counts.assign(claims=counts.sum(axis=1))
    if by == "report_id":
        return counts.reindex(claims["report_id"].unique())
    return counts.sort_values(["strains", "strengthens"], ascending=[False, True], kind="stable")


def strain(
    by: str = "theme",
    report_id: str | None = None,
    share: bool = False,
    recommendations: bool = True,
    claims: pd.DataFrame | None = None,
) -> alt.TopLevelMixin:
    """Bars of `effect_counts(...)`: straining claims to the left of a middle line, strengthening ones to the right.

    Mixed claims lie across the line, half on each side; claims without an effect are not drawn, but are part of each row's
    total. `share=True` shows percent of all claims of the row instead of their number.
    """
    counts = effect_counts(by, report_id, recommendations, claims)
    bars, ends = _geometry(counts, share)
    reach = 1.25 * max([1.0, *bars["to"].abs(), *bars["from"].abs()])
    names = ends["row"].tolist()
    y = alt.Y("row:N", sort=names, title=None, axis=alt.Axis(ticks=False, domain=False, labelPadding=8))
    measure = "Percent of all claims of the row" if share else "Number of claims"
    x = alt.X(
        "from:Q",
        title=f"{measure}; left of the line: strains, right: strengthens",
        scale=alt.Scale(domain=[-reach, reach], nice=False),
        axis=alt.Axis(labelExpr="abs(datum.value)", values=_ticks(reach), gridColor=MIDDLE),
    )
    colour = alt.Color(
        "effect:N",
        scale=alt.Scale(domain=["strains", "mixed", "strengthens"], range=[STRAINS, MIXED, STRENGTHENS]),
        legend=None,
    )
    blocks = alt.Chart(bars).mark_bar(height=16).encode(y=y, x=x, x2=alt.X2("to:Q"), color=colour)
    labels = alt.Chart(ends).encode(y=y)
    left = labels.mark_text(align="right", dx=-5, color=INK).encode(x=alt.X("left:Q"), text=alt.Text("strains:N"))
    right = labels.mark_text(align="left", dx=5, color=INK).encode(x=alt.X("right:Q"), text=alt.Text("strengthens:N"))
    notes = ["Orange: strains. Blue: strengthens. Grey across the line: mixed.", _source(report_id, recommendations)]
    return alt.layer(blocks, left, right).properties(
        width=400,
        height=alt.Step(26),
        title=title(_finding(counts, by, share), notes),
        description=_in_words(counts, by, report_id, share, recommendations),
    )


def strain_text(
    by: str = "theme",
    report_id: str | None = None,
    share: bool = False,
    recommendations: bool = True,
    claims: pd.DataFrame | None = None,
) -> str:
    """The chart of `strain(...)` in words: for readers who do not see it, and as its alt text."""
    return _in_words(effect_counts(by, report_id, recommendations, claims), by, report_id, share, recommendations)


def _in_words(counts: pd.DataFrame, by: str, report_id: str | None, share: bool, recommendations: bool) -> str:
    if counts.empty:
        return "Strain chart without claims: no claim fits this choice."
    lines = []
    for name, row in counts.iterrows():
        parts = [
            f"{row[effect]} {said}" + (f" ({row[effect] / row['claims']:.0%})" if share else "")
            for effect, said in (("strains", "straining"), ("mixed", "mixed"), ("strengthens", "strengthening"))
            if row[effect] or effect != "mixed"
        ]
        lines.append(f"{in_words(name)}: of {row['claims']} claims {', '.join(parts)}")
    return f"Diverging bars by {in_words(by)}. {_finding(counts, by, share)}. {'; '.join(lines)}. {_source(report_id, recommendations)}"


def _geometry(counts: pd.DataFrame, share: bool) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Where each bar begins and ends, and what stands at the two ends of a row."""
    bars: list[dict[str, Any]] = []
    ends: list[dict[str, Any]] = []
    for name, row in counts.iterrows():
        label = f"{in_words(name)}  (of {row['claims']})"
        scale = 100 / row["claims"] if share else 1
        half = row["mixed"] * scale / 2
        left, right = -half - row["strains"] * scale, half + row["strengthens"] * scale
        for effect, start, end in (("mixed", -half, half), ("strains", left, -half), ("strengthens", half, right)):
            if row[effect]:
                bars.append({"row": label, "effect": effect, "from": start, "to": end})
        shown = {e: f"{row[e] * scale:.0f}%" if share else f"{row[e]}" for e in ("strains", "strengthens")}
        ends.append({"row": label, "left": left, "right": right, **shown})
    return pd.DataFrame(bars, columns=["row", "effect", "from", "to"]), pd.DataFrame(
        ends, columns=["row", "left", "right", "strains", "strengthens"]
    )


def _ticks(reach: float) -> list[int]:
    """Whole numbers on both sides of 0: no axis of counts has half a claim."""
    step = next(step for step in (1, 2, 5, 10, 20, 25, 50, 100) if reach / step < 5)
    last = int(reach // step) * step
    return list(range(-last, last + 1, step))


def _finding(counts: pd.DataFrame, by: str, share: bool) -> str:
    if counts.empty or not counts["strains"].any():
        return "No claim of this choice strains the alliance"
    most, total = int(counts["strains"].max()), int(counts["strains"].sum())
    first = [in_words(name) for name in counts.index[counts["strains"] == most]]
    if len(counts) == 1:
        return f"{most} of {counts['claims'].iloc[0]} claims strain the alliance"
    large = counts[counts["claims"] >= FEW]
    if share and large["strains"].any():
        place = int((large["strains"] / large["claims"]).to_numpy().argmax())
        name, row = in_words(large.index[place]), large.iloc[place]
        return f"{row['strains']} of {row['claims']} claims strain in “{name}”, the highest share"
    if len(first) > 1:
        return f"{' and '.join(first)} each hold {most} of {total} straining claims"
    return f"{most} of {total} straining claims: {in_words(by)} “{first[0]}”"


def _source(report_id: str | None, recommendations: bool) -> str:
    left_out = "" if recommendations else ", without recommendations"
    return f"Source: {report_id or 'all reports'}{left_out}."
