"""Themes by report: shares of claims, with the counts behind them and how far single paragraphs carry them."""

from __future__ import annotations

from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from usjapan.charts.style import BLUE, INK, MUTED, title
from usjapan.resampling import ENDS, SEED, TIMES, draws
from usjapan.tables import load

COLUMN = 74


def theme_shares(times: int = TIMES, seed: int = SEED) -> pd.DataFrame:
    """Share of each theme among the claims of each report, in percent, with an interval from drawing paragraphs anew.

    One row per report and theme, reports by date, themes in the order of the codebook. Columns: `report_id`, `label`,
    `theme`, `claims` (count), `of` (claims of the report), `share`, `low`, `high`: the middle 95 of 100 resamples.
    """
    reports, paragraphs, claims = load("reports").sort_values("date_from"), load("paragraphs"), load("claims")
    themes = list(claims["theme"].cat.categories)
    counts = pd.crosstab(claims["paragraph_id"], claims["theme"], dropna=False)
    counts = counts.reindex(index=paragraphs["paragraph_id"], columns=themes, fill_value=0)
    drawn = draws(paragraphs["report_id"], times, seed)
    rows = []
    for report in reports.to_dict("records"):
        own = (paragraphs["report_id"] == report["report_id"]).to_numpy()
        matrix = counts.to_numpy(float)[own]
        resampled = drawn[:, own] @ matrix
        low, high = np.quantile(resampled / resampled.sum(axis=1, keepdims=True) * 100, ENDS, axis=0)
        number = matrix.sum(axis=0)
        rows.append(
            pd.DataFrame(
                {
                    "report_id": report["report_id"],
                    "label": report["label"],
                    "theme": themes,
                    "claims": number.astype(int),
                    "of": int(number.sum()),
                    "share": number / number.sum() * 100,
                    "low": low,
                    "high": high,
                }
            )
        )
    return pd.concat(rows, ignore_index=True)


def themes(shares: pd.DataFrame | None = None) -> alt.TopLevelMixin:
    """Bars of every theme in every report, a column per report, each with its count and its interval."""
    shares = theme_shares() if shares is None else shares
    order = _by_size(shares)
    shown = shares[shares["theme"].isin(order)]
    columns = []
    for position, (_, rows) in enumerate(shown.groupby("report_id", sort=False)):
        axis = alt.Axis(ticks=False, domain=False, labelExpr="replace(datum.label, '_', ' ')", labels=position == 0)
        y = alt.Y("theme:N", sort=order, title=None, axis=axis)
        percent = alt.Axis(values=[0, 50, 100], labelExpr="datum.label + '%'", labelFlush=True)
        x = alt.X("share:Q", title=None, scale=alt.Scale(domain=[0, 100]), axis=percent)
        base = alt.Chart(rows[["theme", "share", "low", "high", "claims"]]).encode(y=y)
        layers = alt.layer(
            base.mark_bar(size=13, color=BLUE, opacity=0.75).encode(x=x),
            base.mark_rule(color=INK).encode(x=alt.X("low:Q"), x2="high:Q"),
            base.mark_text(align="right").encode(x=alt.value(COLUMN + 20), text="claims:Q"),
        )
        counted = f"{rows['of'].iloc[0]} claims"
        head = alt.TitleParams(str(rows["label"].iloc[0]).split(", "), fontSize=12, subtitle=counted, frame="group", offset=6)
        columns.append(layers.properties(width=COLUMN, height=alt.Step(22), title=head))
    return alt.hconcat(*columns, spacing=12).properties(
        title=title(
            _finding(shares),
            [
                "Bar: share of a report's claims. Line: the middle 95 of 100 shares when its paragraphs are drawn anew.",
                "Number: claims. Source: claims of five reports.",
            ],
        ),
        description=themes_text(shares),
    )  # fmt: skip


def themes_text(shares: pd.DataFrame | None = None) -> str:
    """The chart of all themes in words."""
    shares = theme_shares() if shares is None else shares
    parts = []
    for _, rows in shares.groupby("report_id", sort=False):
        led = rows.sort_values("share", ascending=False, kind="stable").head(3)
        listed = ", ".join(f"{_plain(r['theme'])} {r['claims']}" for _, r in led.iterrows())
        parts.append(f"{rows['label'].iloc[0]} ({rows['of'].iloc[0]} claims): {listed}")
    return f"Bar charts of the share of each theme, one per report. {_finding(shares)}. Most claims: {'; '.join(parts)}."


def theme(name: str, shares: pd.DataFrame | None = None) -> alt.TopLevelMixin:
    """One theme in the five reports: a dot for the share, a line for its interval, the count beside it.

    Raises `ValueError` for an unknown theme.
    """
    shares = theme_shares() if shares is None else shares
    rows = _of(name, shares).assign(counted=lambda f: f["claims"].astype("str") + " of " + f["of"].astype("str"))
    top = float(np.ceil(rows["high"].max() / 10) * 10)
    base = alt.Chart(rows[["label", "share", "low", "high", "counted"]]).encode(
        y=alt.Y("label:N", sort=None, title=None, axis=alt.Axis(ticks=False, domain=False))
    )
    x = alt.X("low:Q", title="Percent of the report's claims", scale=alt.Scale(domain=[0, max(top, 20)]))
    return alt.layer(
        base.mark_rule(strokeWidth=3, color=BLUE, opacity=0.4).encode(x=x, x2="high:Q"),
        base.mark_point(filled=True, size=90, color=BLUE, opacity=1).encode(x="share:Q"),
        base.mark_text(align="left", dx=8, color=MUTED).encode(x="high:Q", text="counted:N"),
    ).properties(
        width=380,
        height=alt.Step(34),
        title=title(
            _theme_finding(rows),
            [
                "Dot: share of the report's claims. Line: the middle 95 of 100 shares when its paragraphs are drawn anew.",
                "Source: claims of five reports.",
            ],
        ),
        description=theme_text(name, shares),
    )


def theme_text(name: str, shares: pd.DataFrame | None = None) -> str:
    """The chart of one theme in words."""
    rows = _of(name, theme_shares() if shares is None else shares)
    listed = "; ".join(
        f"{r['label']}: {r['claims']} of {r['of']} claims, {r['share']:.0f} percent, interval {r['low']:.0f} to {r['high']:.0f}"
        for _, r in rows.iterrows()
    )
    return f"Dot chart with intervals of the share of one theme by report. {_theme_finding(rows)}. {listed}."


def _of(name: str, shares: pd.DataFrame) -> pd.DataFrame:
    known = list(dict.fromkeys(shares["theme"]))
    if name not in known:
        raise ValueError(f"There is no theme {name!r}. The themes are: {', '.join(known)}.")
    return shares[shares["theme"] == name].reset_index(drop=True)


def _by_size(shares: pd.DataFrame) -> list[str]:
    total = shares.groupby("theme")["claims"].sum().sort_values(ascending=False, kind="stable")
    return [str(name) for name in total[total > 0].index]


def _finding(shares: pd.DataFrame) -> str:
    most = shares.groupby("report_id")["claims"].transform("max")
    leading = shares[shares["claims"] == most].groupby("theme").size().sort_values(ascending=False, kind="stable")
    number = shares["report_id"].nunique()
    return f"“{_plain(leading.index[0])}” has most claims, or as many as any theme, in {leading.iloc[0]} of {number} reports"


def _theme_finding(rows: pd.DataFrame) -> str:
    first, last = rows.iloc[0], rows.iloc[-1]
    return (
        f"“{_plain(first['theme'])}”: {first['share']:.0f} percent of the claims of the first report, "
        f"{last['share']:.0f} of the last"
    )


def _plain(name: Any) -> str:
    return str(name).replace("_", " ")
