"""The terms that set one report apart, as bars to either side."""

from __future__ import annotations

import altair as alt
import numpy as np
import pandas as pd

from usjapan.charts.style import BLUE, INK, PALETTE, title
from usjapan.keyness import STRENGTH, Terms
from usjapan.tables import load

# Beyond 32 times as likely the length of a line says no more than "very"; the text has the figures.
REACH = 5.0
WIDE = 440


def keyness(report_id: str, strength: float = STRENGTH, number: int = 10, terms: Terms | None = None) -> alt.TopLevelMixin:
    """Bars of the most telling terms of a report, to the right, and of the other reports against it, to the left.

    `strength` is the size of the prior in words (see `usjapan.key_terms`), `number` how many terms a side shows at most,
    `terms` counts that are already loaded. Raises `ValueError` for an unknown report.
    """
    shown = _shown(report_id, strength, number, terms)
    rows = pd.DataFrame(
        {
            "term": shown.index,
            "side": np.where(shown["log_odds"] > 0, "here", "others"),
            "times": shown["log_odds"] / np.log(2),
            "low": (shown["low"] / np.log(2)).clip(-REACH, REACH),
            "high": (shown["high"] / np.log(2)).clip(-REACH, REACH),
            "counts": [f"{c} : {o}" for c, o in zip(shown["count"], shown["others"], strict=True)],
        }
    )
    rows["times"] = rows["times"].clip(-REACH, REACH)
    colour = alt.Color("side:N", scale=alt.Scale(domain=["here", "others"], range=[BLUE, PALETTE[1]]), legend=None)
    signs = "datum.value == 0 ? 'equal' : (datum.value > 0 ? '×' : '÷') + pow(2, abs(datum.value))"
    x = alt.X(
        "times:Q",
        title="←  likelier in the other four  |  odds of the term  |  likelier in this report  →",
        scale=alt.Scale(domain=[-REACH, REACH]),
        axis=alt.Axis(values=list(range(-5, 6)), labelExpr=signs),
    )
    base = alt.Chart(rows).encode(y=alt.Y("term:N", sort=None, title=None, axis=alt.Axis(ticks=False, domain=False)))
    return alt.layer(
        base.mark_bar(size=12, opacity=0.75).encode(x=x, color=colour),
        base.mark_rule(color=INK).encode(x=alt.X("low:Q"), x2=alt.X2("high:Q")),
        base.mark_text(align="right").encode(x=alt.value(WIDE + 46), text=alt.Text("counts:N")),
    ).properties(
        width=WIDE,
        height=alt.Step(20),
        title=title(
            _finding(report_id, shown),
            [
                f"Bar: weighted log-odds, prior of {strength:g} words. Line: the middle 95 of 100 when paragraphs are drawn anew.",
                "Numbers: times in this report : in the other four. What reaches the edge runs on. Source: term counts.",
            ],
        ),
        description=keyness_text(report_id, strength, number, terms),
    )


def keyness_text(report_id: str, strength: float = STRENGTH, number: int = 10, terms: Terms | None = None) -> str:
    """The chart of keyness in words."""
    shown = _shown(report_id, strength, number, terms)
    here, others = shown[shown["log_odds"] > 0], shown[shown["log_odds"] <= 0][::-1]
    return (
        f"Bars to either side of the odds of a term in one report against the others. {_finding(report_id, shown)}. "
        f"Prior of {strength:g} words. More in this report (times here, times elsewhere): {_listed(here)}. "
        f"More in the others: {_listed(others)}."
    )


def _shown(report_id: str, strength: float, number: int, terms: Terms | None) -> pd.DataFrame:
    scored = (terms or Terms()).key_terms(report_id, strength)
    here, others = scored[scored["z"] > 0].head(number), scored[scored["z"] < 0].tail(number)
    # Chosen by z, which knows how much text stands behind a term; drawn in the order of the bars.
    return pd.concat([here, others]).sort_values("log_odds", ascending=False, kind="stable")


def _finding(report_id: str, shown: pd.DataFrame) -> str:
    label = load("reports").set_index("report_id")["label"][report_id]
    top = shown[shown["z"] > 0].sort_values("z", ascending=False, kind="stable").index[:3]
    if not len(top):
        return f"{label}: no term stands out"
    words = ", ".join(f"“{term}”" for term in top[:-1]) + (" and " if len(top) > 1 else "") + f"“{top[-1]}”"
    return f"{label}: {words} set it apart"


def _listed(rows: pd.DataFrame) -> str:
    return (
        ", ".join(f"{term} {c} : {o}" for term, c, o in zip(rows.index, rows["count"], rows["others"], strict=True)) or "none"
    )
