"""The network, the map of ties and the timeline lose nothing, count right, and say in words what they draw."""

from __future__ import annotations

import base64
import json
import re

import pandas as pd
import pytest

import usjapan
from usjapan import charts, widgets

REPORTS = [None, *usjapan.load("reports")["report_id"]]
STATES = usjapan.load("actors").query("kind == 'state'")


def ties(*rows):
    """Ties by hand: (source, target, kind, directed, status, year)."""
    columns = ["source_actor_id", "target_actor_id", "kind", "directed", "status", "year"]
    return pd.DataFrame(rows, columns=columns)


def picture_of(chart):
    image = charts.picture(chart)
    svg = base64.b64decode(re.search(r"base64,([^\"]+)", image)[1]).decode()
    return re.search(r'alt="([^"]*)"', image)[1], svg


def drawn_words(svg):
    return set(re.findall(r">([^<>]+)</t(?:ext|span)>", svg))


def test_degree_counts_partners_not_ties():
    by_hand = ties(
        ("japan", "italy", "treaty", False, "in_force", 2023),
        ("italy", "japan", "dialogue", False, "in_force", 2024),
        ("japan", "india", "arms_transfer", True, "announced", 2023),
        ("india", "japan", "aid", True, "in_force", 2024),
        ("italy", "united_kingdom", "treaty", False, "in_force", 2023),
    )
    assert charts.degree(charts.edge_list(by_hand)).to_dict() == {"italy": 2, "japan": 2, "india": 1, "united_kingdom": 1}


def test_an_edge_list_has_each_pair_once_and_keeps_the_number_of_ties():
    by_hand = ties(
        ("japan", "italy", "treaty", False, "proposed", 2023),
        ("italy", "japan", "dialogue", False, "in_force", 2022),
        ("japan", "india", "arms_transfer", True, "announced", 2023),
    )
    edges = charts.edge_list(by_hand).set_index("source")
    assert len(edges) == 2
    assert edges.loc["italy", ["target", "ties", "in_force", "directed", "year"]].tolist() == ["japan", 2, True, False, 2022]
    assert edges.loc["japan", ["target", "ties", "in_force", "directed", "year"]].tolist() == ["india", 1, False, True, 2023]


@pytest.mark.parametrize("report_id", REPORTS)
def test_no_tie_is_lost_in_the_edge_list(report_id):
    chosen = charts.chosen_ties(report_id)
    table = usjapan.load("ties")
    assert len(chosen) == len(table if report_id is None else table[table["report_id"] == report_id])
    assert charts.edge_list(chosen)["ties"].sum() == len(chosen)
    assert chosen[["source", "target"]].notna().all(axis=None)


def test_a_choice_keeps_the_ties_up_to_and_including_a_year_and_of_a_kind():
    assert charts.chosen_ties(until=2023)["year"].max() == 2023
    assert set(charts.chosen_ties(kinds=["arms_transfer"])["kind"]) == {"arms_transfer"}


@pytest.mark.parametrize("wrong", [{"report_id": "nothing2024"}, {"kinds": ["friendship"]}])
def test_an_unknown_choice_is_refused_with_the_known_ones(wrong):
    with pytest.raises(ValueError, match=r"transition2024|arms_transfer"):
        charts.network(**wrong)


@pytest.mark.parametrize("report_id", REPORTS)
def test_the_network_is_a_picture_that_names_every_actor(report_id):
    alt, svg = picture_of(charts.network(report_id))
    named = charts.chosen_ties(report_id)
    assert set(named["source"]) | set(named["target"]) <= drawn_words(svg)
    assert alt.startswith("Network.")


@pytest.mark.parametrize("report_id", REPORTS)
def test_no_two_labels_of_the_network_lie_on_each_other(report_id):
    _, svg = picture_of(charts.network(report_id))
    named = charts.chosen_ties(report_id)
    actors = set(named["source"]) | set(named["target"])
    found = re.findall(r'translate\(([\d.]+),([\d.]+)\)"[^>]*fill="#222222">([^<]+)</text>', svg)
    boxes = {text: (float(x), float(y), 6 * len(text)) for x, y, text in found if text in actors}
    assert set(boxes) == actors
    for one in boxes:
        for two in boxes:
            (x, y, w), (x2, y2, w2) = boxes[one], boxes[two]
            assert one == two or abs(x - x2) >= (w + w2) / 2 or abs(y - y2) >= 11, (one, two)


def test_an_actor_stands_still_when_the_year_moves():
    def places(chart):
        return {
            row["actor"]: (row["x"], row["y"])
            for data in chart.to_dict()["datasets"].values()
            for row in (json.loads(data) if isinstance(data, str) else data)
            if "actor" in row
        }

    early, late = places(charts.network("transition2024", until=2023)), places(charts.network("transition2024"))
    assert early and set(early) < set(late)
    assert all(late[actor] == early[actor] for actor in early)


def test_the_words_name_the_most_connected_actor_and_every_pair():
    text = charts.network_text("transition2024")
    edges = charts.edge_list(charts.chosen_ties("transition2024"))
    degrees = charts.degree(edges)
    assert degrees.index[0] == "japan"
    assert f"Japan has the most partners: {degrees.iloc[0]} of the {len(degrees) - 1} other actors" in text
    assert text.split("Pairs: ")[1].count(";") == len(edges) - 1


def test_an_empty_choice_is_said_not_drawn():
    assert "no tie fits" in charts.network_text("pivotal2025", ["treaty"])
    alt, _ = picture_of(charts.network("pivotal2025", ["treaty"]))
    assert "no tie fits" in alt
    assert "Nothing fits" in charts.map_text("pivotal2025", ["treaty"], show="ties")


@pytest.mark.parametrize("report_id", REPORTS)
def test_the_map_draws_or_counts_every_tie(report_id):
    chosen = charts.chosen_ties(report_id)
    drawn = charts.country_pairs(chosen)["ties"].sum()
    text = charts.map_text(report_id)
    assert f"{len(chosen)} ties in" in text
    assert f"{drawn} drawn, {len(chosen) - drawn} not" in text


@pytest.mark.parametrize("report_id", REPORTS)
@pytest.mark.parametrize("show", ["ties", "places", "both"])
def test_the_map_is_a_picture_that_names_every_point(report_id, show):
    alt, svg = picture_of(charts.world_map(report_id, show=show))
    assert alt.startswith("Map.")
    words = " ".join(drawn_words(svg))
    pairs = charts.country_pairs(charts.chosen_ties(report_id))
    if show != "places":
        names = dict(zip(STATES["country"], STATES["name"], strict=True))
        assert not [code for code in charts.degree(pairs).index if names[code] not in words]
    if show != "ties":
        assert not [name for name in charts.named_places(report_id)["name"] if name not in words]


def test_every_country_of_an_actor_has_a_point_on_the_map():
    from usjapan.charts.map import _centres
    from usjapan.tables import folder

    assert set(usjapan.load("actors")["country"].dropna()) <= set(_centres(folder()))


def test_the_base_map_is_small_and_says_where_it_comes_from():
    from usjapan.tables import folder

    assert (folder() / "basemap" / "land.json").stat().st_size < 150_000
    assert "public domain" in (folder() / "basemap" / "README.md").read_text(encoding="utf-8")


def moves(widget, description):
    return next(c for c in widget.children if getattr(c, "description", "") == description)


def test_the_network_explorer_answers_a_move_like_its_twin():
    widget = widgets.network_explorer("transition2024")
    last = usjapan.load("ties")["year"].max()
    moves(widget, "Until").value = 2023
    assert charts.network_text("transition2024", until=2023).split(".")[1] in widget.children[-1].value
    moves(widget, "View").value = "map"
    assert "Map." in widget.children[-1].value
    moves(widget, "Until").value = int(last)
    assert f"dated up to {last}" in widget.children[-1].value


def test_the_claim_browser_opens_a_row_with_its_rule_and_citation():
    widget = widgets.claim_browser("stress2025")
    moves(widget, "Voice").value = "presented_report"
    rows = moves(widget, "Open")
    found = charts.find_claims("stress2025", {"voice": "presented_report"})
    assert [value for _, value in rows.options] == found["claim_id"].tolist()
    rows.value = found["claim_id"].iloc[3]
    page = widget.children[-2].value
    assert found["claim_id"].iloc[3] in page
    assert usjapan.describe("claims", "voice").loc["presented_report", "definition"] in page
    assert "para." in page


def test_the_claim_browser_says_when_nothing_is_found_and_recovers():
    widget = widgets.claim_browser()
    moves(widget, "Word").value = "zebra"
    assert "No claim" in widget.children[-1].value and not moves(widget, "Open").options
    moves(widget, "Word").value = ""
    assert f"{len(usjapan.load('claims'))} claims" in widget.children[-1].value


def test_what_a_reader_types_is_shown_as_text():
    assert "<b>" not in charts.claim_list(word="<b>zebra</b>").page


def test_a_bar_of_the_timeline_ends_with_the_years_shown_and_its_label_keeps_the_whole_date():
    rows = next(iter(charts.timeline(years=(2024, 2024)).to_dict()["datasets"].values()))
    assert rows and max(row["date_to"] for row in rows) <= "2024-12-31T23:59"
    assert all(row["date_from"] <= row["middle"] <= row["date_to"] for row in rows)
    later = charts.dated_events(years=(2024, 2024)).query("date_to > '2024-12-31'")
    assert len(later)
    for event in later.itertuples():
        assert any(f"to {event.date_to:%Y-%m-%d}  {event.name}" in row["label"] for row in rows)


def test_the_timeline_names_every_event_in_words():
    words = charts.timeline_text()
    assert all(name in words for name in usjapan.load("events")["name"])
