"""Agreement between coders: known results, the reference implementation, and what cannot be computed."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import usjapan
from usjapan.agreement import (
    agreement_text,
    alpha_interval,
    coincidence_matrix,
    compare_codes,
    krippendorff_alpha,
    percent_agreement,
)

ORDER = ["possible", "probable", "asserted"]


def _codes(seed: int, units: int = 40, coders: int = 3, missing: float = 0.2) -> pd.DataFrame:
    """Codes of coders who agree more often than not, some of them missing."""
    rng = np.random.default_rng(seed)
    truth = rng.integers(0, 3, units)
    noise = rng.integers(0, 3, (units, coders))
    values = np.where(rng.random((units, coders)) < 0.7, truth[:, None], noise).astype(object)
    values[rng.random((units, coders)) < missing] = None
    return pd.DataFrame(values).map(lambda value: None if value is None else ORDER[value])


def test_percent_agreement_counts_units_that_both_coded() -> None:
    assert percent_agreement(["a", "b", None, "b"], ["a", "a", "a", "b"]) == pytest.approx(200 / 3)


def test_percent_agreement_matches_two_series_by_their_names() -> None:
    assert percent_agreement(pd.Series({"x": "a", "y": "b"}), pd.Series({"y": "b", "x": "a"})) == 100


def test_percent_agreement_refuses_lists_of_different_length() -> None:
    with pytest.raises(ValueError, match="2 codes, the other 1"):
        percent_agreement(["a", "b"], ["a"])


def test_a_unit_with_one_code_adds_nothing_to_the_coincidences() -> None:
    table = pd.DataFrame({"one": ["a", "b", "a"], "two": ["a", "a", None]})
    matrix = coincidence_matrix(table)
    assert matrix.loc["a", "a"] == 2
    assert matrix.loc["a", "b"] == matrix.loc["b", "a"] == 1
    assert matrix.to_numpy().sum() == 4


def test_alpha_of_a_published_example() -> None:
    # Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), part C: four coders, twelve units, nominal 0.743.
    a = [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None]
    b = [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3]
    c = [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None]
    d = [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None]
    table = pd.DataFrame({"a": a, "b": b, "c": c, "d": d}, dtype="object")
    assert krippendorff_alpha(table) == pytest.approx(0.743, abs=0.0005)
    assert krippendorff_alpha(table, "ordinal") == pytest.approx(0.815, abs=0.0005)


@pytest.mark.parametrize("level", ["nominal", "ordinal"])
@pytest.mark.parametrize("seed", range(5))
def test_alpha_is_that_of_the_reference_implementation(level: str, seed: int) -> None:
    krippendorff = pytest.importorskip("krippendorff")
    table = _codes(seed)
    numbers = table.map(lambda value: np.nan if value is None or value != value else float(ORDER.index(value)))
    reference = krippendorff.alpha(reliability_data=numbers.to_numpy(float).T, level_of_measurement=level)
    assert krippendorff_alpha(table, level, ORDER) == pytest.approx(reference)


def test_ordered_categories_bring_their_own_order() -> None:
    table = _codes(3)
    typed = table.astype(pd.CategoricalDtype(ORDER, ordered=True))
    assert krippendorff_alpha(typed, "ordinal") == krippendorff_alpha(table, "ordinal", ORDER)


def test_ordinal_alpha_of_words_asks_for_their_order() -> None:
    with pytest.raises(ValueError, match="order="):
        krippendorff_alpha(_codes(3), "ordinal")


def test_alpha_says_that_it_is_undefined_where_all_codes_are_the_same() -> None:
    with pytest.raises(ValueError, match="undefined: every code is 'asserted'"):
        krippendorff_alpha(pd.DataFrame({"one": ["asserted"] * 3, "two": ["asserted"] * 3}))


def test_alpha_says_that_it_is_undefined_where_no_unit_has_two_codes() -> None:
    with pytest.raises(ValueError, match="no unit has codes from two"):
        krippendorff_alpha(pd.DataFrame({"one": ["a", None], "two": [None, "b"]}))


def test_a_coder_who_always_gives_the_commonest_code_agrees_often_and_no_better_than_chance() -> None:
    ours = ["asserted"] * 18 + ["possible"] * 4
    table = pd.DataFrame({"ours": ours, "lazy": ["asserted"] * 22})
    assert percent_agreement(table["ours"], table["lazy"]) > 80
    assert krippendorff_alpha(table) < 0


def test_the_interval_holds_alpha_narrows_with_more_units_and_stays_the_same() -> None:
    few, many = _codes(1, units=15, missing=0), _codes(1, units=300, missing=0)
    low, high = alpha_interval(few)
    assert low <= krippendorff_alpha(few) <= high
    assert (low, high) == alpha_interval(few)
    narrow = alpha_interval(many)
    assert narrow[1] - narrow[0] < high - low


def test_comparing_codes_shows_each_difference_with_its_rule() -> None:
    claims = usjapan.load("claims").dropna(subset="modality").head(6).set_index("claim_id")["modality"].astype(str)
    first = claims.index[0]
    codes = {**claims, first: next(value for value in ORDER if value != claims[first])}
    table = compare_codes(codes, "modality")
    assert table["agree"].sum() == 5
    assert not table.loc[first, "agree"]
    text = agreement_text(table)
    assert "5 of 6 claims" in text
    assert f"{first}: yours {codes[first]}, ours {claims[first]}" in text


def test_comparing_nothing_says_so() -> None:
    assert agreement_text(compare_codes({})) == "No claim is coded yet."


@pytest.mark.parametrize(
    ("codes", "variable", "message"),
    [
        ({"pivotal2025-p99-c1": "asserted"}, "modality", "no claim"),
        ({"pivotal2025-p01-c1": "sure"}, "modality", "possible, probable, asserted"),
        ({"stress2025-p09-c1": "asserted"}, "modality", "no published code"),
    ],
)
def test_comparing_refuses_what_it_cannot_compare(codes: dict[str, str], variable: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        compare_codes(codes, variable)
