"""Cross-tabs, the strain chart, and the widgets on them: what a reader relies on."""

from __future__ import annotations

import time

import ipywidgets as ipw
import pandas as pd
import pytest
import vl_convert

import usjapan
from usjapan import charts, widgets


@pytest.fixture(scope="module")
def claims() -> pd.DataFrame:
    return usjapan.load("claims")


def test_a_cross_tab_counts_every_claim_with_both_codes_once(claims: pd.DataFrame) -> None:
    counts = charts.cross_counts("kind", "modality")
    assert counts.to_numpy().sum() == claims["modality"].notna().sum()


def test_a_cross_tab_keeps_the_order_of_an_ordered_code_and_its_empty_columns() -> None:
    counts = charts.cross_counts("kind", "modality", "stress2025", kind="fact")
    assert list(counts.columns) == ["possible", "probable", "asserted"]
    assert counts.to_numpy().sum() == counts["asserted"].sum()


def test_reports_stand_in_order_of_time(claims: pd.DataFrame) -> None:
    reports = list(usjapan.load("reports")["report_id"])
    assert list(charts.cross_counts("report_id", "effect").index) == reports
    assert list(charts.effect_counts("report_id").index) == reports


def test_a_cross_tab_of_a_column_with_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="two different columns"):
        charts.cross_counts("kind", "kind")


def test_a_cross_tab_of_text_is_refused() -> None:
    with pytest.raises(ValueError, match="not coded"):
        charts.cross_counts("kind", "summary")


def test_one_or_two_claims_make_no_finding() -> None:
    table = charts.crosstab_text("effect", "voice", "stress2025")
    assert "of 1 in" not in table.split(". ")[1]


def test_effects_add_up_to_the_claims_of_the_row(claims: pd.DataFrame) -> None:
    counts = charts.effect_counts("theme", "stress2025")
    assert (counts[["strains", "mixed", "none", "strengthens"]].sum(axis=1) == counts["claims"]).all()
    assert counts["claims"].sum() == (claims["report_id"] == "stress2025").sum()


def test_leaving_recommendations_out_removes_exactly_them(claims: pd.DataFrame) -> None:
    with_them, without = (charts.effect_counts("voice", "stress2025", recommendations=r)["claims"].sum() for r in (True, False))
    own = claims[claims["report_id"] == "stress2025"]
    assert with_them - without == (own["kind"] == "recommendation").sum() > 0


def test_bars_grow_to_the_left_for_strain_and_to_the_right_for_strength() -> None:
    spec = charts.strain("theme", "stress2025").to_dict()
    data = next(rows for rows in spec["datasets"].values() if "effect" in rows[0])
    assert all(bar["from"] < bar["to"] <= 0 for bar in data if bar["effect"] == "strains")
    assert all(0 <= bar["from"] < bar["to"] for bar in data if bar["effect"] == "strengthens")


def test_a_share_is_of_all_claims_of_the_row(claims: pd.DataFrame) -> None:
    own = claims[(claims["report_id"] == "stress2025") & (claims["voice"] == "author")]
    percent = (own["effect"] == "strains").mean()
    assert f"{percent:.0%}" in charts.strain_text("voice", "stress2025", share=True)


@pytest.mark.parametrize("arguments", [{"by": "effect"}, {"report_id": "flux1999"}, {"by": "summary"}])
def test_the_strain_chart_refuses_what_it_cannot_group(arguments: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"Group by another|no report|not coded"):
        charts.effect_counts(**arguments)


@pytest.mark.parametrize(
    "chart",
    [
        charts.crosstab("theme", "voice"),
        charts.crosstab("report_id", "modality", kind="forecast"),
        charts.strain("theme"),
        charts.strain("voice", "stress2025", share=True),
        charts.strain("report_id", share=True, recommendations=False),
    ],
)
def test_charts_fit_the_page_and_say_in_words_what_they_show(chart: object) -> None:
    spec = chart.to_dict()  # type: ignore[attr-defined]
    assert len(spec["description"]) > 60
    width = float(vl_convert.vegalite_to_svg(spec).split('width="')[1].split('"')[0])
    assert width <= 640


def test_a_choice_without_claims_is_drawn_and_said() -> None:
    nothing = usjapan.load("claims").head(0)
    assert "no claim fits" in charts.strain_text(claims=nothing)
    assert "no claim fits" in charts.crosstab_text("kind", "voice", claims=nothing)
    vl_convert.vegalite_to_svg(charts.strain(claims=nothing).to_dict())


def test_the_dashboard_answers_a_move_within_a_tenth_of_a_second_and_names_its_controls() -> None:
    board = widgets.stress_dashboard("stress2025")
    controls = [child for child in board.children if isinstance(child, (ipw.Dropdown, ipw.Checkbox))]
    assert all(control.description for control in controls)
    start = time.perf_counter()
    controls[1].value = "voice"
    assert time.perf_counter() - start < 0.5  # ten moves in a second on an idle machine; this one may be busy
    assert charts.strain_text("voice", "stress2025").split(".")[0] in board.children[-1].value


def test_the_dashboard_shows_what_its_twin_shows() -> None:
    board = widgets.stress_dashboard("stress2025")
    box = next(child for child in board.children if isinstance(child, ipw.Checkbox))
    box.value = False
    figure = board.children[-2]
    assert figure.chart.to_dict()["description"] == charts.strain_text("theme", "stress2025", recommendations=False)


def _code_all(trainer: widgets.CodingTrainer, codes: dict[str, str]) -> None:
    for _ in trainer.claim_ids:
        trainer.code.value = codes[trainer.claim_ids[trainer.place]]
        if not trainer.next.disabled:
            trainer.next.click()


def test_the_trainer_leads_through_its_claims_and_ends_with_the_twins_words(claims: pd.DataFrame) -> None:
    trainer = widgets.coding_trainer("pivotal2025", "modality", 10)
    assert trainer.finish.disabled
    published = claims.set_index("claim_id")["modality"].astype(str)
    codes = {claim_id: published[claim_id] for claim_id in trainer.claim_ids}
    first = trainer.claim_ids[0]
    codes[first] = "possible" if codes[first] != "possible" else "asserted"
    _code_all(trainer, codes)
    assert trainer.codes == codes
    trainer.finish.click()
    assert "9 of 10 claims" in trainer.result.value
    assert first in trainer.result.value


def test_the_trainer_remembers_a_code_when_one_goes_back() -> None:
    trainer = widgets.coding_trainer("pivotal2025", "effect", 4)
    trainer.code.value = "mixed"
    trainer.next.click()
    assert trainer.code.value == ""
    trainer.previous.click()
    assert trainer.code.value == "mixed"


def test_the_trainer_draws_the_same_claims_again_and_brings_up_rare_codes(claims: pd.DataFrame) -> None:
    drawn = widgets.claims_to_code("pivotal2025", "modality", 10)
    assert drawn == widgets.claims_to_code("pivotal2025", "modality", 10)
    assert len(set(drawn)) == 10
    own = claims[(claims["report_id"] == "pivotal2025")]
    assert set(own[own["claim_id"].isin(drawn)]["modality"]) == set(own["modality"])


def test_the_trainer_asks_only_what_is_coded() -> None:
    drawn = widgets.claims_to_code("stress2025", "modality", 100)
    coded = usjapan.load("claims").set_index("claim_id").loc[drawn]
    assert coded["modality"].notna().all()


def test_the_trainers_controls_have_names() -> None:
    trainer = widgets.coding_trainer(None, "theme", 3)
    assert all(control.description for control in (trainer.code, trainer.previous, trainer.next, trainer.finish))
