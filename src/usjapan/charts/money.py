"""Figures with their units: those of the reports, and cited facts from outside, one definition at a time.

A series of `context` holds facts of one definition and unit. Each gets a panel of its own: two definitions never share
a line, and no line joins facts at all, since a source may word the definition anew from one year to the next.
"""

from __future__ import annotations

import difflib
import textwrap
from typing import Any, Literal

import altair as alt
import pandas as pd

from usjapan.charts.style import BLUE, MUTED, PALETTE, title
from usjapan.tables import load

UNITS = {
    "trillion_yen": "trillion yen",
    "billion_yen": "billion yen",
    "billion_usd": "billion dollars",
    "percent": "percent",
    "percent_of_same_year_GDP": "percent of the same year's GDP",
}
KINDS = ["actual", "pledge", "target", "demand", "estimate"]
Side = Literal["left", "center", "right"]
# Letters of 12 pixels that fit beside a panel of 150, so that the whole stays within 640.
LETTERS = 62


def context_series(name: str) -> pd.DataFrame:
    """Facts of one series of `context`, oldest first: one definition, one unit.

    Raises `ValueError` for an unknown series.
    """
    facts = load("context")
    known = sorted(facts["series"].dropna().unique())
    if name not in known:
        near = difflib.get_close_matches(str(name), known, n=1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise ValueError(f"There is no series {name!r}.{hint} The series are: {', '.join(known)}.")
    return facts[facts["series"] == name].sort_values(["date_from", "fact_id"], ignore_index=True)


def when(fact: pd.Series[Any]) -> str:
    """Date of a fact at its precision: a day, a month, a year, or FY2025 for a Japanese fiscal year."""
    start = fact["date_from"]
    if fact["date_precision"] == "fiscal_year":
        return f"FY{start:%Y}"
    return f"{start:%Y-%m-%d}"[: {"day": 10, "month": 7}.get(fact["date_precision"], 4)]


def series(name: str, finding: str, mark: str = "bar") -> alt.TopLevelMixin:
    """One series of `context`, a row per fact with its date and statement; facts without a figure keep their row.

    `finding` is the title. `mark` is `bar` for quantities that start at zero, `point` for rates. Twin in words:
    `series_text(name)`. Raises `ValueError` for an unknown series.
    """
    facts = context_series(name)
    return _rows(facts, mark).properties(
        title=title(finding, f"{_unit(facts).capitalize()}. Source: context, series {name}."),
        description=f"{finding}. {series_text(name)}",
    )


def series_text(name: str) -> str:
    """One series of `context` in words."""
    facts = context_series(name)
    listed = "; ".join(
        f"{when(f)}: {f['statement'].rstrip('.')} ({_figure(f['value'])}, {f['fact_id']})" for _, f in facts.iterrows()
    )
    return f"Series {name}, {len(facts)} facts in {_unit(facts)}: {listed}."


def tariff_steps() -> alt.TopLevelMixin:
    """Rates of American tariffs on Japanese goods as labelled points, a panel for each kind of goods."""
    names = {"tariff_general": "Nearly all goods", "tariff_cars": "Cars and parts", "tariff_metals": "Steel and aluminium"}
    panels = []
    for position, (name, label) in enumerate(names.items()):
        last = position == len(names) - 1
        panels.append(_rows(context_series(name), "point", 60, last).properties(title=_heading(label)))
    return alt.vconcat(*panels, spacing=12).properties(
        title=title(
            _tariff_finding(),
            [
                "Percent. A point is a rate as announced, set or begun on that day; no line joins them.",
                "Source: context, series tariff_general, tariff_cars, tariff_metals.",
            ],
        ),
        description=tariff_steps_text(),
    )  # fmt: skip


def tariff_steps_text() -> str:
    """The tariff steps in words."""
    parts = " ".join(series_text(name) for name in ("tariff_general", "tariff_cars", "tariff_metals"))
    return f"Points by date, in three panels. {_tariff_finding()}. {parts}"


def _tariff_finding() -> str:
    facts = context_series("tariff_general")
    first, last = facts["date_from"].min(), facts["date_from"].max()
    rates = facts["value"].round(6).nunique()
    return f"Most goods: {len(facts)} notices, {rates} different rates, {first:%Y-%m} to {last:%Y-%m}"


def defence_by_definition() -> alt.TopLevelMixin:
    """Japanese defence budgets as bars, a panel for each of the three definitions; paler where a source words it anew."""
    names = {
        "defence_narrow": ["Narrow", "without US realignment"],
        "defence_wide": ["Wide", "with US realignment"],
        "defence_related_initial": ["Defence and related", "with other ministries"],
    }
    facts = {name: context_series(name) for name in names}
    top = max(float(rows["value"].max()) for rows in facts.values()) * 1.15
    years = [str(year) for year in range(*_span(facts))]
    panels = []
    for position, (name, label) in enumerate(names.items()):
        rows = _by_year(facts[name])
        # Numbers of neighbours would touch: they lean away from each other.
        close = len(rows) > 1 and int(rows["year"].iloc[-1]) - int(rows["year"].iloc[0]) < 3
        x = alt.X(
            "year:N",
            title=None,
            scale=alt.Scale(domain=years),
            axis=alt.Axis(values=years[::4], labelAngle=0, labelPadding=8, ticks=False),
        )
        axis = alt.Axis(labels=position == 0, ticks=False, domain=False, values=list(range(0, int(top), 2)))
        y = alt.Y("value:Q", title=None, scale=alt.Scale(domain=[0, top], nice=False), axis=axis)
        usual = alt.condition("datum.usual", alt.value(1.0), alt.value(0.45))
        bars = alt.Chart(rows).mark_bar(color=BLUE, size=8).encode(x=x, y=y, opacity=usual)
        sides: tuple[Side, Side] = ("right", "left") if close else ("center", "center")
        text = [
            alt.Chart(row).mark_text(dy=-8, align=align).encode(x=x, y="value:Q", text=alt.Text("value:Q", format=".1f"))
            for row, align in zip((rows.head(1), rows.tail(1)), sides, strict=True)
        ]
        panels.append(
            alt.layer(bars, *text).properties(
                width=180, height=220, title=alt.TitleParams(label[0], subtitle=label[1], fontSize=12, frame="group", offset=8)
            )
        )
    return alt.hconcat(*panels, spacing=14).properties(
        title=title(
            _defence_finding(),
            [
                "Trillion yen, initial budgets by fiscal year. Numbers: first and last year. Paler: the source words the definition",
                "in another way than most. A gap is a year without a fact, not a zero. Source: context.",
            ],
        ),
        description=defence_by_definition_text(),
    )  # fmt: skip


def defence_by_definition_text() -> str:
    """The three definitions of the defence budget in words."""
    parts = []
    for name in ("defence_narrow", "defence_wide", "defence_related_initial"):
        facts = context_series(name)
        first, last = facts.iloc[0], facts.iloc[-1]
        parts.append(
            f"{name}: {len(facts)} facts, from {first['value']:g} trillion yen ({when(first)}, {first['fact_id']}) "
            f"to {last['value']:g} ({when(last)}, {last['fact_id']})"
        )
    return f"Bar charts in three panels on one scale. {_defence_finding()}. {'; '.join(parts)}."


def _span(facts: dict[str, pd.DataFrame]) -> tuple[int, int]:
    starts = pd.concat(list(facts.values()))["date_from"].dt.year
    return int(starts.min()), int(starts.max()) + 1


def _by_year(facts: pd.DataFrame) -> pd.DataFrame:
    kind = facts["definition_or_scope"].str.split(";").str[0]
    return pd.DataFrame(
        {"year": facts["date_from"].dt.year.astype("str"), "value": facts["value"], "usual": kind == kind.mode().iloc[0]}
    )


def _defence_finding() -> str:
    """The latest year that all three definitions share, with the sum by each."""
    by_year = [
        context_series(name).set_index(context_series(name)["date_from"].dt.year)["value"]
        for name in ("defence_narrow", "defence_wide", "defence_related_initial")
    ]
    shared = sorted(set(by_year[0].index) & set(by_year[1].index) & set(by_year[2].index))
    if not shared:
        return "No year has a figure by all three definitions"
    sums = ", ".join(f"{values[shared[-1]]:.1f}" for values in by_year[:2]) + f" or {by_year[2][shared[-1]]:.1f}"
    return f"One budget, FY{shared[-1]}: {sums} trillion yen, by definition"


def investment_framework() -> alt.TopLevelMixin:
    """The sums of the investment framework as bars: what is pledged, listed and named; and the first three projects."""
    whole, projects = context_series("investment_framework"), context_series("investment_projects")
    top = float(whole["value"].max()) * 1.2
    panels = [
        _rows(rows, "bar", top, last).properties(title=_heading(label))
        for rows, label, last in (
            (whole, "The framework: pledge, candidates, announced projects", False),
            (projects, "The first three announced projects, part of the sum above", True),
        )
    ]
    return alt.vconcat(*panels, spacing=12).properties(
        title=title(
            _investment_finding(),
            [
                "Billion dollars. The sums overlap and differ in kind: do not add them up.",
                "Source: context, series investment_framework and investment_projects.",
            ],
        ),
        description=investment_framework_text(),
    )


def investment_framework_text() -> str:
    """The investment framework in words."""
    parts = " ".join(series_text(name) for name in ("investment_framework", "investment_projects"))
    return f"Bars in two panels on one scale. {_investment_finding()}. {parts}"


def _investment_finding() -> str:
    whole, projects = context_series("investment_framework"), context_series("investment_projects")
    pledge, named = float(whole["value"].max()), float(projects["value"].sum())
    return f"Projects named first come to {named:.0f} of {pledge:.0f} billion dollars: {named / pledge * 100:.1f} percent"


def quantities(report_id: str | None = None, units: list[str] | None = None) -> alt.TopLevelMixin:
    """Figures of the reports, a panel for each unit, each labelled as printed and coloured by its kind.

    `report_id` keeps one report, `units` these units. Raises `ValueError` for an unknown report or unit.
    """
    rows = _quantities(report_id, units)
    scale = alt.Scale(domain=KINDS, range=PALETTE[: len(KINDS)])
    panels = []
    for unit, own in rows.groupby("unit", sort=False):
        own = own.assign(
            label=[
                _wrap(f"{m[0].upper()}{m[1:]} ({r})", LETTERS - 12)
                for m, r in zip(own["measures"], own["report_id"], strict=True)
            ],
            shown=[f"{f}, {k}" for f, k in zip(own["figure"], own["kind"], strict=True)],
        )
        base = alt.Chart(own[["label", "value", "shown", "kind"]]).encode(
            y=alt.Y("label:N", sort=None, title=None, axis=_label_axis(285)),
            x=alt.X("value:Q", title=None, axis=None, scale=alt.Scale(domain=[0, float(own["value"].max()) * 2.2])),
        )
        bars = base.mark_bar(size=14).encode(color=alt.Color("kind:N", scale=scale, legend=None))
        text = base.mark_text(align="left", dx=5).encode(text="shown:N")
        head = _heading(f"Unit: {unit}", 285)
        panels.append(alt.layer(bars, text).properties(width=230, height=alt.Step(36), title=head))
    return alt.vconcat(*panels, spacing=14).properties(
        title=title(
            _quantity_finding(rows),
            f"A scale of its own for each unit: bars compare within a panel only. Source: quantities, {report_id or 'all reports'}.",
        ),
        description=quantities_text(report_id, units),
    )


def quantities_text(report_id: str | None = None, units: list[str] | None = None) -> str:
    """The figures of the reports in words."""
    rows = _quantities(report_id, units)
    listed = "; ".join(
        f"{r['measures']}: {r['figure']} ({r['unit']}, {r['kind']}, {r['quantity_id']})" for _, r in rows.iterrows()
    )
    return f"Bars in a panel for each unit. {_quantity_finding(rows)}. {listed}."


def _quantities(report_id: str | None, units: list[str] | None) -> pd.DataFrame:
    rows, reports = load("quantities"), load("reports")["report_id"]
    if report_id is not None and report_id not in set(reports):
        raise ValueError(f"There is no report {report_id!r}. The reports are: {', '.join(reports)}.")
    for unit in units or []:
        if unit not in set(rows["unit"]):
            raise ValueError(f"No figure has the unit {unit!r}. The units are: {', '.join(rows['unit'].unique())}.")
    if report_id is not None:
        rows = rows[rows["report_id"] == report_id]
    return rows[rows["unit"].isin(units)] if units else rows


def _quantity_finding(rows: pd.DataFrame) -> str:
    if rows.empty:
        return "No figure fits this choice"
    paid = int(rows["kind"].eq("actual").sum())
    if not paid:
        return f"None of {len(rows)} figures is measured: they are promised, aimed at or asked for"
    return (
        f"Of {len(rows)} figures {paid} {'is' if paid == 1 else 'are'} measured; the others are promised, aimed at or asked for"
    )


def _rows(facts: pd.DataFrame, mark: str, top: float | None = None, axis: bool = True) -> alt.LayerChart | alt.FacetChart:
    """A row per fact: date and statement as its label, then the figure as a bar or a point."""
    rows = pd.DataFrame(
        {
            "label": [_wrap(f"{when(f)}  {f['statement'].rstrip('.')}") for _, f in facts.iterrows()],
            "value": facts["value"],
            "shown": [_figure(value) for value in facts["value"]],
            "place": facts["value"].fillna(0),
        }
    )
    top = top or float(facts["value"].max()) * 1.25
    below = alt.Axis(tickCount=4) if axis else alt.Axis(tickCount=4, labels=False, ticks=False, domain=False)
    x = alt.X("place:Q", title=None, scale=alt.Scale(domain=[0, top]), axis=below)
    # In the order of the facts, also where the first layer leaves out those without a figure.
    y = alt.Y("label:N", sort=rows["label"].tolist(), title=None, axis=_label_axis())
    base = alt.Chart(rows).encode(x=x, y=y)
    figures = base.transform_filter("isValid(datum.value)")
    drawn = figures.mark_bar(size=14) if mark == "bar" else figures.mark_point(filled=True, size=80, opacity=1, color=BLUE)
    grey = alt.condition("isValid(datum.value)", alt.value("#222222"), alt.value(MUTED))
    text = base.mark_text(align="left", dx=8 if mark == "point" else 5).encode(text="shown:N", color=grey)
    return alt.layer(drawn, text).properties(width=190, height=alt.Step(36))


def _heading(text: str, extent: int = 358) -> alt.TitleParams:
    """Heading of a panel, above the labels rather than the bars."""
    return alt.TitleParams(text, fontSize=12, offset=4, frame="group", dx=-extent)


def _figure(value: float) -> str:
    return "no figure" if pd.isna(value) else f"{value:g}"


def _label_axis(extent: int = 350) -> alt.Axis:
    # The same extent for all panels, so that their headings stand in line.
    return alt.Axis(
        minExtent=extent, ticks=False, domain=False, labelLimit=420, labelPadding=8, labelExpr="split(datum.label, '\\n')"
    )


def _wrap(text: str, letters: int = LETTERS) -> str:
    return "\n".join(textwrap.wrap(text, letters, break_on_hyphens=False))


def _unit(facts: pd.DataFrame) -> str:
    unit = str(facts["unit"].dropna().iloc[0])
    return UNITS.get(unit, unit.replace("_", " "))
