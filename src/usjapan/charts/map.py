"""The record on a map: ties between countries as lines, places as dots, on land without borders."""

from __future__ import annotations

import csv
import math
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from usjapan.charts.network import COLOURS, DASHED, GROUPS, SOLID, chosen_ties, degree, edge_list, named_ties
from usjapan.charts.style import MUTED, PALETTE, WIDTH, inline, title
from usjapan.tables import folder, load

Array = npt.NDArray[np.float64]
Show = Literal["ties", "places", "both"]
LAND, PLACE = "#e9e6df", PALETTE[2]
AREAS = ["region", "sea"]
# Where the map is cut open: in the Atlantic, so that the Pacific lies in the middle.
SEAM = -30
# A label tries to stand right, left, above, below its dot, then at the corners; then further off, at the end of a thin line.
SIDES = [(1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1)]
# How far off, and whether clear of lines, in the order in which it is tried.
TRIES = [(0, True), (16, True), (0, False), (16, False), (30, True), (30, False), (48, True), (48, False)]


@lru_cache(maxsize=4)
def _land(where: Path) -> str:
    # As text: Altair would otherwise check each of some thousand corners against its schema, a quarter of a second a chart.
    return f"[{(where / 'basemap' / 'land.json').read_text(encoding='utf-8').strip()}]"


@lru_cache(maxsize=4)
def _centres(where: Path) -> dict[str, tuple[float, float]]:
    with (where / "basemap" / "countries.csv").open(encoding="utf-8", newline="") as file:
        return {row["country"]: (float(row["longitude"]), float(row["latitude"])) for row in csv.DictReader(file)}


@lru_cache(maxsize=4)
def _states(where: Path) -> dict[str, str]:
    actors = load("actors")
    states = actors[actors["kind"] == "state"]
    return dict(zip(states["country"], states["name"], strict=True))


def country_pairs(ties: pd.DataFrame) -> pd.DataFrame:
    """Edge list between countries, by the country of each actor, from a frame of `named_ties()` or `chosen_ties(...)`.

    Left out are ties with an actor that has no one country (a grouping, say) and ties inside one country.
    """
    abroad = ties[ties["source_country"].notna() & ties["target_country"].notna()]
    abroad = abroad[abroad["source_country"] != abroad["target_country"]]
    return edge_list(abroad.assign(source_actor_id=abroad["source_country"], target_actor_id=abroad["target_country"]))


def named_places(report_id: str | None = None) -> pd.DataFrame:
    """Places that a report names (or all reports), with `mentions`, the number of times, most first.

    Raises `ValueError` for an unknown report.
    """
    mentions = load("place_mentions")
    if report_id is not None:
        if report_id not in set(load("reports")["report_id"]):
            raise ValueError(f"There is no report {report_id!r}. The reports are: {', '.join(load('reports')['report_id'])}.")
        mentions = mentions[mentions["report_id"] == report_id]
    counts = mentions.groupby("place_id")["count"].sum().rename("mentions")
    places = load("places").merge(counts, on="place_id")
    return places.sort_values(["mentions", "name"], ascending=[False, True], ignore_index=True)


def world_map(
    report_id: str | None = None,
    kinds: list[str] | None = None,
    until: int | None = None,
    ties: pd.DataFrame | None = None,
    places: pd.DataFrame | None = None,
    show: Show | None = None,
) -> alt.TopLevelMixin:
    """Map of `chosen_ties(...)` between countries and of the places that the report names, cut open in the Atlantic.

    `show` is `"ties"`, `"places"` or `"both"`; if left out, both for one report and the ties for all reports, whose places would
    crowd the map. `ties` and `places` are frames that `named_ties()` and `named_places(...)` gave before, which saves reading the
    files again. Raises `ValueError` for an unknown report or kind.
    """
    show = show or ("ties" if report_id is None else "both")
    ties, places = named_ties() if ties is None else ties, named_places(report_id) if places is None else places
    chosen, pairs, named = _shown(report_id, kinds, until, ties, places, show)
    points = _points(pairs, named, _country_names(chosen))
    # The window holds all of the report's ties, so that the map stands still when `kinds` or `until` change.
    whole = _shown(report_id, None, None, ties, places, show)
    project, window = _window([(p["longitude"], p["latitude"]) for p in _points(whole[1], named, _country_names(whole[0]))])
    for point in points:
        point["x"], point["y"] = project(point["longitude"], point["latitude"])
    at = {point["key"]: point for point in points}
    lines = [
        {
            "pair": f"{at[e['source']]['name']} and {at[e['target']]['name']}",
            "between": _between(e["source"], e["target"]),
            "kinds": e["kinds"].replace("_", " "),
            "ties": e["ties"],
            "in_force": e["in_force"],
            "stroke": min(1 + 0.5 * e["ties"], 7),
            **{"x": at[e["source"]]["x"], "y": at[e["source"]]["y"], "x2": at[e["target"]]["x"], "y2": at[e["target"]]["y"]},
        }
        for e in pairs.to_dict("records")
    ]
    _place_labels(points, lines, window["height"])
    land = (
        alt.Chart(alt.InlineData(values=_land(folder()), format=alt.JsonDataFormat(type="json")))
        .mark_geoshape(fill=LAND, stroke=None, clip=True)
        .project(type="naturalEarth1", rotate=window["rotate"], scale=window["scale"], translate=window["translate"])
    )
    x, y = alt.X("x:Q", scale=None, axis=None), alt.Y("y:Q", scale=None, axis=None)
    groups = [group for group in GROUPS if group in {line["between"] for line in lines}]
    strokes = (
        alt.Chart(inline(lines))
        .mark_rule(opacity=0.85)
        .encode(
            x=x,
            y=y,
            x2=alt.X2("x2:Q"),
            y2=alt.Y2("y2:Q"),
            tooltip=[alt.Tooltip("pair:N"), alt.Tooltip("kinds:N"), alt.Tooltip("ties:Q")],
            strokeWidth=alt.StrokeWidth("stroke:Q", scale=None),
            strokeDash=alt.StrokeDash("in_force:N", scale=alt.Scale(domain=[True, False], range=[SOLID, DASHED]), legend=None),
            color=alt.Color(
                "between:N",
                title="Line between",
                scale=alt.Scale(domain=groups, range=[COLOURS[GROUPS.index(g)] for g in groups]),
                legend=alt.Legend(
                    orient="bottom", symbolType="stroke", symbolStrokeWidth=3, labelLimit=220, titleFontWeight="normal"
                ),
            ),
        )
    )
    marks = (
        alt.Chart(inline(points))
        .mark_point(opacity=1, fillOpacity=1, strokeWidth=1.5)
        .encode(
            x=x,
            y=y,
            size=alt.Size("size:Q", scale=None),
            stroke=alt.Stroke("colour:N", scale=None),
            fill=alt.Fill("hollow:N", scale=None),
            tooltip=[alt.Tooltip("name:N"), alt.Tooltip("what:N")],
        )
    )
    led = [point for point in points if point["leader"]]
    leaders = (
        alt.Chart(inline(led))
        .mark_rule(color=MUTED, strokeWidth=0.75)
        .encode(x=x, y=y, x2=alt.X2("label_x:Q"), y2=alt.Y2("leader_y:Q"))
    )
    layers: list[Any] = [land, *([strokes] if lines else []), *([leaders] if led else []), marks]
    for align, style in sorted({(point["align"], point["style"]) for point in points if point["label"]}):
        some = [point for point in points if point["label"] and (point["align"], point["style"]) == (align, style)]
        words = alt.Chart(inline(some)).encode(
            x=alt.X("label_x:Q", scale=None, axis=None), y=alt.Y("label_y:Q", scale=None, axis=None), text=alt.Text("label:N")
        )
        form: dict[str, Any] = {"align": align, "baseline": "middle", "fontStyle": style}
        layers += [words.mark_text(stroke="white", strokeWidth=3, strokeJoin="round", **form), words.mark_text(**form)]
    return alt.layer(*layers).properties(
        width=WIDTH,
        height=window["height"],
        title=title(_finding(pairs, named, at), _subtitle(report_id, kinds, until, chosen, pairs, points, show)),
        description=map_text(report_id, kinds, until, ties, places, show),
    )


def map_text(
    report_id: str | None = None,
    kinds: list[str] | None = None,
    until: int | None = None,
    ties: pd.DataFrame | None = None,
    places: pd.DataFrame | None = None,
    show: Show | None = None,
) -> str:
    """The map in words: for readers who do not see it, and as its alt text."""
    show = show or ("ties" if report_id is None else "both")
    chosen, pairs, named = _shown(report_id, kinds, until, ties, places, show)
    names = _country_names(chosen)
    at = {code: {"name": name} for code, name in names.items()}
    parts = ["Map.", _finding(pairs, named, at) + ".", *_subtitle(report_id, kinds, until, chosen, pairs, [], show)]
    if len(pairs):
        listed = "; ".join(
            f"{names[e['source']]} and {names[e['target']]} ({e['kinds'].replace('_', ' ')}"
            f"{'' if e['in_force'] else ', not in force'})"
            for e in pairs.to_dict("records")
        )
        parts.append(f"Lines: {listed}.")
    if len(named):
        listed = "; ".join(
            f"{p['name']} ({p['kind'].replace('_', ' ')}, {_times(p['mentions'])})" for p in named.to_dict("records")
        )
        parts.append(f"Places: {listed}.")
    return " ".join(part for part in parts if part)


def _shown(
    report_id: str | None,
    kinds: list[str] | None,
    until: int | None,
    ties: pd.DataFrame | None,
    places: pd.DataFrame | None,
    show: Show,
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    chosen = chosen_ties(report_id, kinds, until, named_ties() if ties is None else ties)
    named = named_places(report_id) if places is None else places
    if show == "places":
        chosen = chosen.head(0)
    if show == "ties":
        named = named.head(0)
    return chosen, country_pairs(chosen), named


def _country_names(chosen: pd.DataFrame) -> dict[str, str]:
    """Name of each country in the ties: that of the state among the actors, else its code."""
    codes = {code for column in ("source_country", "target_country") for code in chosen[column].dropna()}
    return {code: _states(folder()).get(code, code) for code in codes}


def _points(pairs: pd.DataFrame, named: pd.DataFrame, names: dict[str, str]) -> list[dict[str, Any]]:
    """Countries, most partners first, then places, most mentions first: the order in which labels are placed."""
    centres = _centres(folder())
    points: list[dict[str, Any]] = []
    for code, partners in degree(pairs).items():
        longitude, latitude = centres[str(code)]
        points.append(
            {
                "key": code,
                "name": names[str(code)],
                "what": f"{partners} {'partner' if partners == 1 else 'partners'} on the map",
                "size": 40 + 30 * partners,
                **{"longitude": longitude, "latitude": latitude, "colour": "white", "hollow": MUTED, "style": "normal"},
            }
        )
    for place in named.to_dict("records"):
        area = place["kind"] in AREAS
        points.append(
            {
                "key": place["place_id"],
                "name": place["name"],
                "what": f"{place['kind'].replace('_', ' ')}, {_times(place['mentions'])}",
                "size": 45,
                **{"longitude": place["longitude"], "latitude": place["latitude"], "colour": PLACE},
                **{"hollow": "white" if area else PLACE, "style": "italic" if area else "normal"},
            }
        )
    return points


def _natural_earth(longitude: float, latitude: float, middle: float) -> tuple[float, float]:
    """The projection `naturalEarth1` of d3, for a unit scale, y upwards."""
    lam = math.radians((longitude - middle + 180) % 360 - 180)
    phi = math.radians(latitude)
    p2, p4 = phi**2, phi**4
    return (
        lam * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))),
        phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4))),
    )


def _window(points: list[tuple[float, float]]) -> tuple[Any, dict[str, Any]]:
    """The part of the world that holds all points: a function to pixels, and the projection's settings."""
    points = points or [(137, 36), (-99, 39)]
    longitudes = [(longitude - SEAM) % 360 for longitude, _ in points]
    middle = (min(longitudes) + max(longitudes)) / 2 + SEAM
    flat = [_natural_earth(longitude, latitude, middle) for longitude, latitude in points]
    left, right = min(x for x, _ in flat), max(x for x, _ in flat)
    bottom, top = min(y for _, y in flat), max(y for _, y in flat)
    side, edge = 60.0, 45.0
    scale = min((WIDTH - 2 * side) / max(right - left, 0.6), (460 - 2 * edge) / max(top - bottom, 0.25))
    height = round(min(max(scale * (top - bottom) + 2 * edge, 300), 460))
    shift_x = WIDTH / 2 - scale * (left + right) / 2
    shift_y = height / 2 + scale * (bottom + top) / 2

    def project(longitude: float, latitude: float) -> tuple[float, float]:
        x, y = _natural_earth(longitude, latitude, middle)
        return round(shift_x + scale * x, 1), round(shift_y - scale * y, 1)

    return project, {"rotate": [-middle, 0, 0], "scale": scale, "translate": [shift_x, shift_y], "height": height}


def _place_labels(points: list[dict[str, Any]], lines: list[dict[str, Any]], height: float) -> None:
    """Give each point a free place for its label; one that finds none stays without and is named in the subtitle."""
    radius = [math.sqrt(point["size"] / math.pi) + 1.5 for point in points]
    # Boxes as left, top, right, bottom. What is taken comes first; then the lines, each as a string of small boxes.
    taken = np.array([(p["x"] - r, p["y"] - r, p["x"] + r, p["y"] + r) for p, r in zip(points, radius, strict=True)]).reshape(
        -1, 4
    )
    ends = np.array([[line[k] for k in ("x", "y", "x2", "y2")] for line in lines]).reshape(-1, 4)
    along = (ends[:, None, :2] + (ends[:, None, 2:] - ends[:, None, :2]) * np.linspace(0, 1, 61)[None, :, None]).reshape(-1, 2)
    strings = np.hstack([along - 1, along + 1])
    for point, r in zip(points, radius, strict=True):
        point.update(label="", label_x=point["x"], label_y=point["y"], leader_y=point["y"], align="left", leader=False)
        for reach, clear_of_lines in TRIES:
            blocked = np.vstack([taken, strings]) if clear_of_lines else taken
            spot = _free_spot(point, r + 3, reach, blocked, height)
            if spot:
                taken = np.vstack([taken, spot.pop("box")])
                point.update(label=point["name"], leader=reach > 0, **spot)
                break


def _free_spot(point: dict[str, Any], r: float, reach: float, blocked: Array, height: float) -> dict[str, Any] | None:
    wide = 6.4 * len(point["name"])
    for right, down in SIDES:
        slant = 0.7 if right and down else 1.0
        x = point["x"] + right * (r + reach) * slant
        y = point["y"] + down * ((r + reach) * slant + (6 if right == 0 else 4))
        left = x if right > 0 else x - wide if right < 0 else x - wide / 2
        box = (left, y - 7, left + wide, y + 7)
        if box[0] < 2 or box[2] > WIDTH - 2 or box[1] < 2 or box[3] > height - 2:
            continue
        meets = (box[0] < blocked[:, 2]) & (blocked[:, 0] < box[2]) & (box[1] < blocked[:, 3]) & (blocked[:, 1] < box[3])
        if not meets.any():
            return {
                "box": box,
                "label_x": x,
                "label_y": y,
                "leader_y": y - 7 * down,
                "align": {1: "left", -1: "right", 0: "center"}[right],
            }
    return None


def _finding(pairs: pd.DataFrame, named: pd.DataFrame, at: dict[Any, Any]) -> str:
    if len(pairs):
        degrees = degree(pairs)
        most, others = int(degrees.iloc[0]), len(degrees) - 1
        first = [at[code]["name"] for code, d in degrees.items() if d == most]
        if len(first) == 1:
            of = f"all {most} other countries" if most == others else f"{most} of the {others} other countries"
            return f"{first[0]} has lines to {of}"
        return f"{', '.join(first[:-1])} and {first[-1]} have the most lines: {most} each"
    if len(named):
        return f"{named.iloc[0]['name']} is {_times(named.iloc[0]['mentions'])}, most of the {len(named)} places"
    return "Nothing fits this choice"


def _subtitle(
    report_id: str | None,
    kinds: list[str] | None,
    until: int | None,
    chosen: pd.DataFrame,
    pairs: pd.DataFrame,
    points: list[dict[str, Any]],
    show: Show,
) -> list[str]:
    where = "all reports" if report_id is None else report_id
    lines = []
    if show != "places":
        drawn = int(pairs["ties"].sum())
        what = f"of the kind {' or '.join(kinds).replace('_', ' ')} " if kinds else ""
        when = f", dated up to {until}" if until is not None else ""
        lines.append(
            f"{len(chosen)} ties {what}in {where}{when}: {drawn} drawn, {len(chosen) - drawn} not (a grouping, or inside one country)."
        )
        lines.append("Grey dot: a country, at its centre. Line: wider with more ties, dashed if none is in force.")
    if show != "ties":
        lines.append(f"Green: places named in {where}, hollow for a region or sea.")
    unlabelled = [point["name"] for point in points if not point.get("label", "-")]
    if unlabelled:
        lines.append(f"Without room for a name: {', '.join(unlabelled)}.")
    return lines


def _between(source: str, target: str) -> str:
    ends = {source, target}
    if ends == {"JPN", "USA"}:
        return GROUPS[0]
    return GROUPS[1] if "JPN" in ends else GROUPS[2] if "USA" in ends else GROUPS[3]


def _times(number: int) -> str:
    return f"named {number} {'time' if number == 1 else 'times'}"
