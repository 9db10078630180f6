"""Charts of money and the burden calculator: units, definitions and assumptions stay visible."""

from __future__ import annotations

import time
from typing import Any

import pytest

import usjapan
from usjapan import charts, widgets
from usjapan.charts.burden import FY2022_EXPECTED, FY2022_NOMINAL

FACTS = usjapan.load("context").set_index("fact_id")
SERIES = sorted(FACTS["series"].dropna().unique())
DRAWN = {
    "defence": charts.defence_by_definition,
    "tariffs": charts.tariff_steps,
    "investment": charts.investment_framework,
    "quantities": charts.quantities,
    "burden": charts.burden,
    "series": lambda: charts.series("host_nation_support_annual", "Host-nation support, FY2019 to FY2021"),
}


def panels(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return spec.get("vconcat") or spec.get("hconcat") or [spec]


def marks(spec: Any) -> list[str]:
    if isinstance(spec, dict):
        own = [spec["mark"]["type"] if isinstance(spec["mark"], dict) else spec["mark"]] if "mark" in spec else []
        return own + [m for value in spec.values() for m in marks(value)]
    return [m for value in spec for m in marks(value)] if isinstance(spec, list) else []


@pytest.mark.parametrize("name", SERIES)
def test_a_series_has_one_unit_and_runs_from_old_to_new(name):
    facts = charts.context_series(name)
    assert facts["unit"].dropna().nunique() == 1
    assert facts["date_from"].is_monotonic_increasing
    assert set(facts["fact_id"]) == set(FACTS.index[FACTS["series"] == name])


@pytest.mark.parametrize("name", SERIES)
def test_every_fact_of_a_series_stands_in_its_words_with_its_id(name):
    words = charts.series_text(name)
    for fact_id in charts.context_series(name)["fact_id"]:
        assert fact_id in words


def test_an_unknown_series_is_answered_with_the_nearest():
    with pytest.raises(ValueError, match="Did you mean 'defence_wide'"):
        charts.context_series("defence_wid")


@pytest.mark.parametrize("name", DRAWN)
def test_a_chart_states_its_finding_its_source_and_its_words(name):
    spec = DRAWN[name]().to_dict()
    heading = spec["title"]
    assert len(heading["text"].split()) > 4
    assert "ource" in str(heading["subtitle"])
    assert heading["text"].split(",")[0] in spec["description"]


@pytest.mark.parametrize("name", DRAWN)
def test_no_line_joins_facts(name):
    assert not {"line", "area", "trail"} & set(marks(DRAWN[name]().to_dict()))


def test_each_definition_of_the_defence_budget_has_a_panel_of_its_own():
    spec = charts.defence_by_definition().to_dict()
    assert len(panels(spec)) == 3
    for name, panel in zip(("defence_narrow", "defence_wide", "defence_related_initial"), panels(spec), strict=True):
        rows = spec["datasets"][panel["layer"][0]["data"]["name"]]
        assert sorted(row["value"] for row in rows) == sorted(charts.context_series(name)["value"])


def test_figures_of_different_units_do_not_share_a_panel():
    figures = usjapan.load("quantities")
    assert len(panels(charts.quantities().to_dict())) == figures["unit"].nunique()
    assert len(panels(charts.quantities(units=["USD billion"]).to_dict())) == 1


@pytest.mark.parametrize("wrong", [{"report_id": "anchor"}, {"units": ["yen"]}])
def test_an_unknown_report_or_unit_is_answered_with_those_there_are(wrong):
    with pytest.raises(ValueError, match=r"The reports are|The units are"):
        charts.quantities(**wrong)


def test_gdp_figures_that_stand_in_words_are_those_of_the_table():
    assert f"{FY2022_EXPECTED:.0f} trillion" in FACTS.loc["DS35", "statement"]
    assert f"{FY2022_NOMINAL:.0f} trillion" in FACTS.loc["DS35", "note"]
    implied = charts.gdp_bases().loc["fy2025_implied", "gdp"]
    assert implied * FACTS.loc["DS31", "value"] / 100 == pytest.approx(FACTS.loc["DS30", "value"])


def test_the_burden_is_a_share_of_the_chosen_base_at_the_chosen_rate():
    words = charts.burden_text(3, "fy2022_expected", 160)
    assert "3 percent of 560 trillion yen is 16.8 trillion yen, or 105 billion dollars" in words
    assert "assuming 160 yen to the dollar" in words
    assert "3 percent of 560 trillion yen" in charts.burden(3, "fy2022_expected", 160).to_dict()["title"]["text"]


@pytest.mark.parametrize("wrong", [{"share": -1}, {"basis": "fy2030"}, {"yen_per_dollar": 0}])
def test_assumptions_that_make_no_sense_are_refused(wrong):
    with pytest.raises(ValueError, match=r"Give|The bases are"):
        charts.burden(**wrong)


def test_the_calculator_answers_a_move_at_once_and_in_words():
    box = widgets.burden_calculator()
    basis, share, rate = box.children[1:4]
    share.value = 2.7
    start = time.perf_counter()
    basis.value = "fy2025_implied"
    took = time.perf_counter() - start
    assert "2.7 percent of 619 trillion yen is 16.7 trillion yen" in box.children[-1].value
    assert took < 0.3  # 50 ms when measured; the bound leaves room for a busy machine
    assert all(control.description for control in (basis, share, rate))


def test_the_calculator_starts_from_the_yardstick_of_the_record():
    words = widgets.burden_calculator().children[-1].value
    assert "2 percent of 560 trillion yen" in words
