"""The events of the record on a line of time."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from usjapan.charts.style import BLUE, PALETTE, title
from usjapan.tables import load

EXACT = ["to the day", "less exactly"]


def dated_events(
    report_id: str | None = None, kinds: list[str] | None = None, years: tuple[int, int] | None = None
) -> pd.DataFrame:
    """Events of the record, oldest first, with the number of paragraphs that mention each.

    `report_id` keeps those that this report mentions, `kinds` those of these kinds (see `describe("events", "kind")`),
    `years` those that begin in this span, both ends included. Adds `mentions` to the columns of `events`.
    Raises `ValueError` for an unknown report or kind.
    """
    events, mentions = load("events"), load("event_mentions")
    if report_id is not None:
        if report_id not in set(load("reports")["report_id"]):
            raise ValueError(f"There is no report {report_id!r}. The reports are: {', '.join(load('reports')['report_id'])}.")
        mentions = mentions[mentions["report_id"] == report_id]
    for kind in kinds or []:
        if kind not in events["kind"].cat.categories:
            raise ValueError(f"There is no kind of event {kind!r}. The kinds are: {', '.join(events['kind'].cat.categories)}.")
    counts = mentions.groupby("event_id").size().rename("mentions")
    events = events.merge(counts, on="event_id")
    if kinds:
        events = events[events["kind"].isin(kinds)]
    if years:
        events = events[events["date_from"].dt.year.between(*years)]
    return events.sort_values(["date_from", "date_to", "event_id"], ignore_index=True)


def timeline(
    report_id: str | None = None, kinds: list[str] | None = None, years: tuple[int, int] | None = None
) -> alt.TopLevelMixin:
    """Timeline of `dated_events(...)`: a line per event, a dot for a day, a bar as long as a vaguer date leaves open."""
    events = dated_events(report_id, kinds, years)
    first, last = (
        years or (int(events["date_from"].dt.year.min()), int(events["date_to"].dt.year.max())) if len(events) else (2022, 2026)
    )
    # A bar that leaves the years shown ends at their edge, and its diamond stands in the part that is seen.
    edge = pd.Timestamp(last, 12, 31)
    seen_to = events["date_to"].where(events["date_to"] <= edge, edge)
    rows = events.assign(
        label=[_when(e) + "  " + e["name"] for _, e in events.iterrows()],
        date_to=seen_to,
        middle=events["date_from"] + (seen_to - events["date_from"]) / 2,
        exact=events["date_precision"].eq("day").map({True: EXACT[0], False: EXACT[1]}),
    )
    shown = rows[["label", "date_from", "date_to", "middle", "exact"]]
    y = alt.Y("label:N", sort=None, title=None, axis=alt.Axis(labelLimit=480, labelPadding=8, ticks=False, domain=False))
    x = alt.X(
        "date_from:T",
        title=None,
        scale=alt.Scale(domain=[f"{first}-01-01", f"{last}-12-31"]),
        axis=_axis(last - first),
    )
    colour = alt.Color("exact:N", scale=alt.Scale(domain=EXACT, range=[BLUE, PALETTE[1]]), legend=None)
    shape = alt.Shape("exact:N", scale=alt.Scale(domain=EXACT, range=["circle", "diamond"]), legend=None)
    base = alt.Chart(shown).encode(y=y, color=colour)
    spans = base.mark_bar(height=6, cornerRadius=3, opacity=0.5).encode(x=x, x2=alt.X2("date_to:T"))
    dots = base.mark_point(size=70, filled=True, opacity=1).encode(x=alt.X("middle:T"), shape=shape)
    source = "all reports" if report_id is None else report_id
    legend = "Circle: dated to the day. Diamond: less exactly, with a bar over the days left open."
    return alt.layer(spans, dots).properties(
        width=330,
        height=alt.Step(24),
        title=title(_finding(events), [legend, f"Source: {source}."]),
        description=timeline_text(report_id, kinds, years),
    )


def _axis(years: int) -> alt.Axis:
    """Ticks as fine as the span needs: a month matters within a year, not within seventy."""
    if years <= 1:
        return alt.Axis(format="%b %Y", tickCount=alt.TimeIntervalStep(interval="month", step=3))
    return alt.Axis(format="%Y", tickCount="year" if years <= 12 else alt.Undefined)


def timeline_text(report_id: str | None = None, kinds: list[str] | None = None, years: tuple[int, int] | None = None) -> str:
    """The timeline in words: for readers who do not see it, and as its alt text."""
    events = dated_events(report_id, kinds, years)
    if events.empty:
        return "Timeline without events: no event fits this choice."
    listed = "; ".join(f"{_when(e)}: {e['name']}" for _, e in events.iterrows())
    return f"Timeline. {_finding(events)}. From {_when(events.iloc[0])} to {_when(events.iloc[-1])}. {listed}."


def _finding(events: pd.DataFrame) -> str:
    if events.empty:
        return "No event fits this choice"
    exact = int(events["date_precision"].eq("day").sum())
    total = len(events)
    subject = "The one event is" if total == 1 else f"{exact} of {total} events {'is' if exact == 1 else 'are'}"
    if total == 1:
        return f"{subject} dated {'to the day' if exact else 'less exactly than to the day'}"
    return f"{subject} dated to the day"


def _when(event: pd.Series[Any]) -> str:
    """Date at the precision that the text gives it, in ISO form."""
    start, end = event["date_from"], event["date_to"]
    return {
        "day": f"{start:%Y-%m-%d}",
        "month": f"{start:%Y-%m}",
        "year": f"{start:%Y}",
    }.get(event["date_precision"], f"{start:%Y-%m-%d} to {end:%Y-%m-%d}")
