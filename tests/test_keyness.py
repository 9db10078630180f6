"""Keyness and resampling: what a reader may rely on when a term is said to set a report apart."""

from __future__ import annotations

import math
import time

import numpy as np
import pandas as pd
import pytest

import usjapan
from usjapan import charts, widgets
from usjapan.keyness import FUNCTION_WORDS, Terms
from usjapan.resampling import draws

REPORTS = usjapan.load("reports")["report_id"].tolist()


@pytest.fixture(scope="module")
def terms():
    return Terms()


def test_the_score_is_the_one_worked_by_hand():
    # Text A: tariff 4, base 6. Text B: tariff 1, base 9. Prior: tariff 1, base 3, so 4 words in all.
    # Odds in A: (4+1) / (6+3) = 5/9; in B: (1+1) / (9+3) = 1/6; their ratio is 10/3. Variance: 1/5 + 1/2 = 0.7.
    first, second = pd.Series({"tariff": 4, "base": 6}), pd.Series({"tariff": 1, "base": 9})
    scored = usjapan.weighted_log_odds(first, second, pd.Series({"tariff": 1, "base": 3}))
    assert scored.loc["tariff", "log_odds"] == pytest.approx(math.log(10 / 3))
    assert scored.loc["tariff", "error"] == pytest.approx(math.sqrt(0.7))
    assert scored.loc["tariff", "z"] == pytest.approx(math.log(10 / 3) / math.sqrt(0.7))
    assert scored.loc["base", "log_odds"] == pytest.approx(-math.log(10 / 3))


def test_the_score_changes_its_sign_with_the_order_of_the_texts():
    first, second = pd.Series({"a": 4, "b": 6}), pd.Series({"a": 1, "b": 9, "c": 2})
    prior = pd.Series({"a": 1, "b": 3, "c": 1})
    there, back = usjapan.weighted_log_odds(first, second, prior), usjapan.weighted_log_odds(second, first, prior)
    assert np.allclose(there["z"], -back["z"])


def test_a_stronger_prior_pulls_every_score_towards_the_middle(terms):
    weak, strong = (terms.key_terms("anchor2026", strength).sort_index() for strength in (50, 5000))
    assert (strong["log_odds"].abs() <= weak["log_odds"].abs() + 1e-9).mean() > 0.95


def test_a_term_without_a_prior_is_refused_by_name():
    with pytest.raises(ValueError, match="No prior above 0 for: minerals"):
        usjapan.weighted_log_odds(pd.Series({"minerals": 2}), pd.Series({"base": 2}), pd.Series({"base": 1.0}))


@pytest.mark.parametrize("report_id", REPORTS)
def test_counts_are_those_of_the_table(terms, report_id):
    table = usjapan.load("terms")
    scored = terms.key_terms(report_id)
    own = table["paragraph_id"].str.startswith(report_id)
    for term in scored.index[:5]:
        rows = table[table["term"] == term]
        assert scored.loc[term, "count"] == rows.loc[own, "count"].sum()
        assert scored.loc[term, "others"] == rows.loc[~own, "count"].sum()
        assert scored.loc[term, "paragraphs"] == own[rows.index].sum()


@pytest.mark.parametrize("report_id", REPORTS)
def test_the_list_runs_from_most_to_least_telling_without_function_words(terms, report_id):
    scored = terms.key_terms(report_id)
    assert scored["z"].is_monotonic_decreasing
    assert not set(scored.index) & FUNCTION_WORDS
    assert (scored["count"] + scored["others"] >= 3).all()
    assert (scored["low"] <= scored["high"]).all()


def test_words_of_certainty_are_no_function_words():
    assert not {"may", "could", "will", "should", "likely"} & FUNCTION_WORDS


def test_the_interval_is_the_same_each_time_and_holds_most_scores():
    first, second = usjapan.key_terms("anchor2026"), usjapan.key_terms("anchor2026")
    pd.testing.assert_frame_equal(first, second)
    inside = first["log_odds"].between(first["low"], first["high"])
    assert inside[first["count"].gt(0) & first["others"].gt(0)].mean() > 0.9


def test_a_term_in_one_paragraph_has_a_wider_interval_than_one_as_frequent_in_many(terms):
    scored = terms.key_terms("flux2024", least=1)
    scored = scored[(scored["count"] == 3) & (scored["others"] > 0)]
    width = (scored["high"] - scored["low"]).groupby(scored["paragraphs"]).mean()
    assert width[1] > width[3]


@pytest.mark.parametrize(("report_id", "strength"), [("anchor2027", 500), ("anchor2026", 0)])
def test_a_wrong_report_or_strength_is_refused_with_the_way_out(report_id, strength):
    with pytest.raises(ValueError, match=r"The reports are|Give a number of words above 0"):
        usjapan.key_terms(report_id, strength)


def test_each_resample_has_as_many_paragraphs_of_a_report_as_the_report():
    paragraphs = pd.Series(["a"] * 3 + ["b"] * 5)
    drawn = draws(paragraphs, times=50)
    assert (drawn[:, :3].sum(axis=1) == 3).all() and (drawn[:, 3:].sum(axis=1) == 5).all()
    assert (drawn == draws(paragraphs, times=50)).all()
    assert (drawn != draws(paragraphs, times=50, seed=1)).any()


def test_theme_shares_are_those_of_the_claims():
    shares, claims = charts.theme_shares(times=200), usjapan.load("claims")
    expected = pd.crosstab(claims["report_id"], claims["theme"], normalize="index") * 100
    for row in shares.itertuples():
        if row.theme in expected:
            assert row.share == pytest.approx(expected.loc[row.report_id, row.theme])
            assert row.low - 1e-9 <= row.share <= row.high + 1e-9 or row.claims < 3
    assert shares.groupby("report_id")["share"].sum().to_numpy() == pytest.approx(100)
    assert set(shares["report_id"]) == set(REPORTS)


def test_a_theme_without_claims_has_an_interval_of_zero():
    shares = charts.theme_shares(times=200)
    none = shares[shares["claims"] == 0]
    assert (none[["share", "low", "high"]] == 0).all(axis=None)


@pytest.mark.parametrize("report_id", REPORTS)
def test_the_chart_names_the_terms_and_counts_that_it_draws(terms, report_id):
    chart = charts.keyness(report_id, terms=terms).to_dict()
    words = charts.keyness_text(report_id, terms=terms)
    assert chart["description"] == words
    top = terms.key_terms(report_id).index[0]
    assert f"“{top}”" in chart["title"]["text"] and f"{top} " in words


@pytest.mark.parametrize("chart", [charts.themes, lambda: charts.theme("economy")], ids=["themes", "theme"])
def test_theme_charts_state_a_finding_and_carry_it_in_words(chart):
    spec = chart().to_dict()
    assert spec["title"]["text"] in spec["description"]
    assert "Source" in str(spec["title"]["subtitle"])


def test_an_unknown_theme_is_answered_with_the_themes():
    with pytest.raises(ValueError, match=r"The themes are: .*economy"):
        charts.theme("money")


def test_the_explorer_answers_a_move_at_once_and_in_words():
    box = widgets.keyness_explorer("pivotal2025")
    report, words = box.children[1], box.children[-1]
    before = words.value
    start = time.perf_counter()
    report.value = "flux2024"
    took = time.perf_counter() - start
    assert words.value != before and "kishida" in words.value
    assert took < 0.3  # 60 ms when measured; the bound leaves room for a busy machine
    assert all(control.description for control in box.children[1:4])


def test_the_explorer_refuses_an_unknown_report():
    with pytest.raises(ValueError, match="There is no report 'anchor'"):
        widgets.keyness_explorer("anchor")
