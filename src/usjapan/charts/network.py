"""The ties of the record as an edge list and as a drawn network."""

from __future__ import annotations

import math
import re
from typing import Any

import altair as alt
import pandas as pd

from usjapan.charts.layout import layout
from usjapan.charts.style import BLUE, INK, MUTED, PALETTE, WIDTH, inline, title
from usjapan.tables import load

ALLIES = {"japan", "united_states"}
GROUPS = ["Japan and the United States", "Japan and others", "United States and others", "others"]
COLOURS = [INK, PALETTE[1], BLUE, "#9a9a9a"]
SOLID = [1, 0]
DASHED = [5, 4]


def short_name(name: str) -> str:
    """An actor's name as a label: the abbreviation in its brackets, or the name without what stands in brackets."""
    match = re.fullmatch(r"(.*?) \((.+)\)", name)
    if match is None:
        return name
    return match[2] if match[2][0].isupper() else match[1]


def named_ties() -> pd.DataFrame:
    """The table `ties`, with the short name (`source`, `target`) and the country of both ends beside their ids."""
    ties, actors = load("ties"), load("actors").set_index("actor_id")
    names = actors["name"].map(short_name)
    return ties.assign(
        source=ties["source_actor_id"].map(names),
        target=ties["target_actor_id"].map(names),
        source_country=ties["source_actor_id"].map(actors["country"]),
        target_country=ties["target_actor_id"].map(actors["country"]),
    )


def chosen_ties(
    report_id: str | None = None,
    kinds: list[str] | None = None,
    until: int | None = None,
    ties: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Ties that a report states (or all reports do), of these kinds, with a `year` up to and including `until`.

    `ties` is a frame that `named_ties()` gave before, which saves reading the files again.
    Raises `ValueError` for an unknown report or kind.
    """
    chosen = named_ties() if ties is None else ties
    if report_id is not None:
        if report_id not in set(chosen["report_id"]) and report_id not in set(load("reports")["report_id"]):
            raise ValueError(f"There is no report {report_id!r}. The reports are: {', '.join(load('reports')['report_id'])}.")
        chosen = chosen[chosen["report_id"] == report_id]
    for kind in kinds or []:
        if kind not in chosen["kind"].cat.categories:
            raise ValueError(f"There is no kind of tie {kind!r}. The kinds are: {', '.join(chosen['kind'].cat.categories)}.")
    if kinds:
        chosen = chosen[chosen["kind"].isin(kinds)]
    if until is not None:
        chosen = chosen[chosen["year"] <= until]
    return chosen


def edge_list(ties: pd.DataFrame) -> pd.DataFrame:
    """One row for every two actors that a tie joins; a pair counts once, whichever end stands first.

    `ties` has the columns of the table `ties`. Columns of the result: `source`, `target` (ids), `ties` (how many rows
    became this one), `kinds`, `directed` (all its ties run from source to target), `in_force` (at least one does hold), `year` (the first).
    """
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    columns = ["source_actor_id", "target_actor_id", "kind", "directed", "status", "year"]
    for source, target, kind, directed, status, year in ties[columns].itertuples(index=False):
        pair = (min(source, target), max(source, target))
        row = rows.setdefault(pair, {"ties": 0, "kinds": [], "ways": set(), "in_force": False, "year": year})
        row["ties"] += 1
        row["kinds"].append(str(kind))
        row["ways"].add((source, target) if directed else None)
        row["in_force"] |= status == "in_force"
        row["year"] = min(row["year"], year)
    listed = []
    for pair, row in sorted(rows.items()):
        ways = row.pop("ways")
        one_way = len(ways) == 1 and None not in ways
        source, target = next(iter(ways)) if one_way else pair
        kinds = ", ".join(dict.fromkeys(row.pop("kinds")))
        listed.append({"source": source, "target": target, "kinds": kinds, "directed": one_way, **row})
    return pd.DataFrame(listed, columns=["source", "target", "ties", "kinds", "directed", "in_force", "year"])


def degree(edges: pd.DataFrame) -> pd.Series[int]:
    """Number of different partners of each actor in an edge list (columns `source`, `target`), most first."""
    partners: dict[str, set[str]] = {}
    for source, target in edges[["source", "target"]].itertuples(index=False):
        if source != target:
            partners.setdefault(source, set()).add(target)
            partners.setdefault(target, set()).add(source)
    ranked = sorted(partners, key=lambda actor: (-len(partners[actor]), actor))
    counts = [len(partners[actor]) for actor in ranked]
    return pd.Series(counts, index=pd.Index(ranked, name="actor", dtype="str"), name="degree", dtype="int64")


def network(
    report_id: str | None = None,
    kinds: list[str] | None = None,
    until: int | None = None,
    ties: pd.DataFrame | None = None,
) -> alt.TopLevelMixin:
    """Network of `chosen_ties(...)`: a dot per actor, larger with more partners, a line per pair, wider with more ties.

    An actor keeps its place when `kinds` or `until` change, so that two pictures of a report can be compared.
    """
    named = named_ties() if ties is None else ties
    chosen = chosen_ties(report_id, kinds, until, named)
    whole = chosen_ties(report_id, ties=named)
    names = _names(named)
    whole_edges, edges = edge_list(whole), edge_list(chosen)
    final, degrees = degree(whole_edges), degree(edges)
    height = 240 + 9 * max(len(final), 6)
    positions = layout(
        tuple(whole_edges[["source", "target"]].itertuples(index=False, name=None)),
        tuple(
            (actor, max(_text_width(names[actor]), 2 * _radius(d)), 2 * _radius(d) + 17) for actor, d in _counts(final).items()
        ),
        WIDTH,
        height,
    )
    above = _label_sides(whole_edges, positions)
    # A dot and its label form one box: the dot stands in the half that faces its partners.
    dots_at = {actor: (x, y - 8.5 * above[actor]) for actor, (x, y) in positions.items()}
    lines = [_line(edge, names, dots_at, degrees) for edge in edges.to_dict("records")]
    nodes = [
        {
            "actor": names[actor],
            "partners": d,
            "x": dots_at[actor][0],
            "y": dots_at[actor][1],
            "label_y": dots_at[actor][1] + above[actor] * (_radius(d) + 10),
            "area": math.pi * _radius(d) ** 2,
        }
        for actor, d in _counts(degrees).items()
    ]
    x, y = alt.X("x:Q", scale=None, axis=None), alt.Y("y:Q", scale=None, axis=None)
    groups = [group for group in GROUPS if group in {line["between"] for line in lines}]
    colour = alt.Color(
        "between:N",
        title="Line between",
        scale=alt.Scale(domain=groups, range=[COLOURS[GROUPS.index(g)] for g in groups]),
        legend=alt.Legend(
            orient="bottom",
            direction="horizontal",
            symbolType="stroke",
            symbolStrokeWidth=3,
            labelLimit=220,
            titleFontWeight="normal",
        ),
    )
    base = alt.Chart(inline(lines)).encode(
        color=colour, tooltip=[alt.Tooltip("pair:N"), alt.Tooltip("kinds:N"), alt.Tooltip("ties:Q")]
    )
    strokes = base.mark_rule(opacity=0.85).encode(
        x=x,
        y=y,
        x2=alt.X2("x2:Q"),
        y2=alt.Y2("y2:Q"),
        strokeWidth=alt.StrokeWidth("stroke:Q", scale=None),
        strokeDash=alt.StrokeDash("in_force:N", scale=alt.Scale(domain=[True, False], range=[SOLID, DASHED]), legend=None),
    )
    heads = (
        base.mark_point(shape="triangle", filled=True, size=90, opacity=1)
        .transform_filter("datum.directed")
        .encode(x=alt.X("head_x:Q", scale=None), y=alt.Y("head_y:Q", scale=None), angle=alt.Angle("angle:Q", scale=None))
    )
    dots = (
        alt.Chart(inline(nodes))
        .mark_circle(color=MUTED, opacity=1, stroke="white", strokeWidth=1.5)
        .encode(x=x, y=y, size=alt.Size("area:Q", scale=None), tooltip=[alt.Tooltip("actor:N"), alt.Tooltip("partners:Q")])
    )
    words = alt.Chart(inline(nodes)).encode(x=x, y=alt.Y("label_y:Q", scale=None), text=alt.Text("actor:N"))
    halo = words.mark_text(stroke="white", strokeWidth=4, strokeJoin="round", baseline="middle")
    labels = words.mark_text(baseline="middle")
    return alt.layer(strokes, heads, dots, halo, labels).properties(
        width=WIDTH,
        height=height,
        title=title(_finding(edges, names), [_scope(report_id, kinds, until, chosen, edges), HOW_TO_READ]),
        description=network_text(report_id, kinds, until, named),
    )


HOW_TO_READ = (
    "Dot: number of partners. Line: a pair, wider with more ties, dashed if none is in force; an arrow if all run one way."
)


def network_text(
    report_id: str | None = None,
    kinds: list[str] | None = None,
    until: int | None = None,
    ties: pd.DataFrame | None = None,
) -> str:
    """The network in words: for readers who do not see it, and as its alt text."""
    named = named_ties() if ties is None else ties
    chosen = chosen_ties(report_id, kinds, until, named)
    edges = edge_list(chosen)
    scope = _scope(report_id, kinds, until, chosen, edges)
    if chosen.empty:
        return f"Network without ties: no tie fits this choice. {scope}"
    names = _names(named)
    partners = ", ".join(f"{names[actor]} {d}" for actor, d in _counts(degree(edges)).items())
    pairs = "; ".join(
        f"{names[e['source']]} {'to' if e['directed'] else 'and'} {names[e['target']]} ({e['kinds'].replace('_', ' ')}"
        f"{'' if e['in_force'] else ', not in force'})"
        for e in edges.to_dict("records")
    )
    return f"Network. {_finding(edges, names)}. {scope} Partners: {partners}. Pairs: {pairs}."


def _counts(degrees: pd.Series[int]) -> dict[str, int]:
    return {str(actor): int(d) for actor, d in degrees.items()}


def _names(named: pd.DataFrame) -> dict[str, str]:
    return {
        **dict(zip(named["source_actor_id"], named["source"], strict=True)),
        **dict(zip(named["target_actor_id"], named["target"], strict=True)),
    }


def _finding(edges: pd.DataFrame, names: dict[str, str]) -> str:
    if edges.empty:
        return "No tie fits this choice"
    degrees = degree(edges)
    most = int(degrees.iloc[0])
    first = [names[actor] for actor, d in _counts(degrees).items() if d == most]
    others = len(degrees) - 1
    of = f"all {most} other actors" if most == others else f"{most} of the {others} other actors"
    if len(first) == 1:
        return f"{first[0]} has the most partners: {of}"
    if len(first) <= 3:
        return f"{', '.join(first[:-1])} and {first[-1]} have the most partners: {most} each"
    return f"{len(first)} actors have the most partners: {most} each"


def _scope(report_id: str | None, kinds: list[str] | None, until: int | None, chosen: pd.DataFrame, edges: pd.DataFrame) -> str:
    """What is shown, in a sentence."""
    actors = len(set(edges["source"]) | set(edges["target"]))
    what = f"of the kind {' or '.join(kinds).replace('_', ' ')} " if kinds else ""
    when = f", dated up to {until}," if until is not None else ""
    where = "all reports" if report_id is None else report_id
    return f"{_plural(len(chosen), 'tie')} {what}in {where}{when} between {_plural(len(edges), 'pair')} of {actors} actors."


def _plural(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _label_sides(edges: pd.DataFrame, positions: dict[str, tuple[float, float]]) -> dict[str, int]:
    """-1 for actors whose partners stand lower, so that the label goes above the dot; 1 for the others."""
    lean = dict.fromkeys(positions, 0.0)
    for source, target in edges[["source", "target"]].itertuples(index=False):
        rise = positions[target][1] - positions[source][1]
        lean[source] += rise
        lean[target] -= rise
    return {actor: -1 if total > 0 else 1 for actor, total in lean.items()}


def _between(source: str, target: str) -> str:
    ends = {source, target}
    if ends == ALLIES:
        return GROUPS[0]
    return GROUPS[1] if "japan" in ends else GROUPS[2] if "united_states" in ends else GROUPS[3]


def _line(
    edge: dict[Any, Any], names: dict[str, str], positions: dict[str, tuple[float, float]], degrees: pd.Series[int]
) -> dict[str, Any]:
    x, y = positions[edge["source"]]
    x2, y2 = positions[edge["target"]]
    length = max(math.hypot(x2 - x, y2 - y), 1e-9)
    back = min(_radius(int(degrees[edge["target"]])) + 6, length / 2) / length
    return {
        "pair": f"{names[edge['source']]} {'to' if edge['directed'] else 'and'} {names[edge['target']]}",
        "between": _between(edge["source"], edge["target"]),
        "kinds": edge["kinds"].replace("_", " "),
        "ties": edge["ties"],
        "in_force": edge["in_force"],
        "directed": edge["directed"],
        **{"x": x, "y": y, "x2": x2, "y2": y2, "stroke": min(1 + 0.5 * edge["ties"], 7)},
        **{"head_x": x2 + (x - x2) * back, "head_y": y2 + (y - y2) * back},
        "angle": math.degrees(math.atan2(y2 - y, x2 - x)) + 90,
    }


def _radius(partners: int) -> float:
    return 4 + 3 * math.sqrt(partners)


def _text_width(text: str) -> float:
    # Liberation Sans at 12 pixels: 6.3 a letter on average, measured with vl-convert on the actors' names.
    return 6.3 * len(text)
