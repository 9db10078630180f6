"""Individual data: the same slice each time for one student, another one for the next, equally large for all."""

from __future__ import annotations

import os
import subprocess
import sys

import pandas as pd
import pytest

import usjapan
from usjapan.course_key import assignment_key, course_secret
from usjapan.slices import COMMON, graded_id, token

SECRET = "a secret of the course"


def claims() -> pd.DataFrame:
    return usjapan.load("claims")


def test_a_token_hangs_on_secret_student_and_exercise_and_on_nothing_else():
    first = token(SECRET, "mina-07", "ps2/money")
    assert first == token(SECRET, " Mina-07 ", "ps2/money") == "c1929e3403f941e77bed8e3a2d18a583"
    others = {
        token("another", "mina-07", "ps2/money"),
        token(SECRET, "mina-08", "ps2/money"),
        token(SECRET, "mina-07", "ps2/x"),
    }
    assert len(others | {first}) == 4
    assert token(SECRET, "ab", "c") != token(SECRET, "a", "bc")
    assert "mina" not in first


def test_nobody_gets_the_common_slice_and_an_empty_secret_is_refused():
    assert token(SECRET, "  ", "ps2/money") == COMMON
    assert usjapan.slice_of(claims()).equals(usjapan.slice_of(claims(), token(SECRET, "", "ps2/money")))
    with pytest.raises(ValueError, match="secret is empty"):
        token("", "mina-07", "ps2/money")
    with pytest.raises(TypeError, match="between quotation marks"):
        token(SECRET, 20260712, "ps2/money")  # type: ignore[arg-type]


def test_slices_are_equally_large_differ_and_keep_the_table_as_it_is():
    table = claims()
    slices = [usjapan.slice_of(table, token(SECRET, f"student-{n}", "x"), 0.7) for n in range(20)]
    assert {len(found) for found in slices} == {-(-len(table) * 7 // 10)}
    assert len({tuple(found["claim_id"]) for found in slices}) == 20
    for found in slices:
        assert found.equals(table.loc[found.index]) and found.index.is_monotonic_increasing
        assert (found.dtypes == table.dtypes).all()
    found["claim_id"] = "mine"
    assert not (table["claim_id"] == "mine").any(), "a slice is the student's to change"


def test_the_choice_does_not_hang_on_the_order_of_the_rows():
    table, chosen = claims(), token(SECRET, "mina-07", "x")
    mixed = usjapan.slice_of(table.sample(frac=1, random_state=1), chosen)
    assert set(mixed["claim_id"]) == set(usjapan.slice_of(table, chosen)["claim_id"])


def test_every_row_is_chosen_about_as_often():
    table = claims()
    counts = pd.concat([usjapan.slice_of(table, token(SECRET, str(n), "x"), 0.5) for n in range(400)])[
        "claim_id"
    ].value_counts()
    assert len(counts) == len(table) and counts.between(140, 260).all()


def test_rows_that_belong_together_stay_together():
    table = claims()
    found = usjapan.slice_of(table, token(SECRET, "mina-07", "x"), 0.5, by="paragraph_id")
    kept = set(found["paragraph_id"])
    assert len(kept) == -(-table["paragraph_id"].nunique() // 2)
    assert set(found["claim_id"]) == set(table.loc[table["paragraph_id"].isin(kept), "claim_id"])


def test_the_whole_the_empty_table_and_bad_input():
    table = claims()
    assert usjapan.slice_of(table, "t", 1).equals(table)
    assert usjapan.slice_of(table.iloc[:0], "t").empty
    for fraction in (0, -0.1, 1.1, float("nan")):
        with pytest.raises(ValueError, match="above 0 and at most 1"):
            usjapan.slice_of(table, "t", fraction)
    with pytest.raises(ValueError, match="no column 'paragraph'"):
        usjapan.slice_of(table, "t", by="paragraph")


def test_the_same_slice_in_another_process():
    code = "import usjapan; print(*usjapan.slice_of(usjapan.load('claims'), 't', 0.1)['claim_id'])"
    seen = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert seen == {" ".join(usjapan.slice_of(claims(), "t", 0.1)["claim_id"]) + "\n"}


# --- whose slice an answer is graded on -------------------------------------------------------------------------------


def test_the_typed_id_is_that_of_who_handed_in_or_none(monkeypatch):
    monkeypatch.setenv("NBPROCTOR_STUDENT", "mina-07")
    assert [graded_id(typed) for typed in ("mina-07", " Mina-07", "", " ")] == ["mina-07", " Mina-07", "", " "]
    with pytest.raises(AssertionError, match="student_id names somebody else than who handed in"):
        graded_id("ken-08")
    for typed in (None, 7, ..., ["mina-07"]):
        with pytest.raises(AssertionError, match="between quotation marks"):
            graded_id(typed)


def test_where_nobody_says_who_handed_in_the_typed_id_counts(monkeypatch):
    monkeypatch.delenv("NBPROCTOR_STUDENT", raising=False)
    assert graded_id("ken-08") == "ken-08"


# --- the key of a release ---------------------------------------------------------------------------------------------


def test_the_secret_is_made_once_and_only_its_owner_may_read_it(tmp_path, monkeypatch):
    monkeypatch.delenv("USJAPAN_COURSE_SECRET", raising=False)
    file = tmp_path / "course_secret.txt"
    made = course_secret(file)
    assert len(made) == 64 and course_secret(file) == made
    assert file.stat().st_mode & 0o777 == 0o600
    assert course_secret(tmp_path / "another.txt") != made
    file.write_text("\n", encoding="utf-8")
    with pytest.raises(ValueError, match="is empty"):
        course_secret(file)


def test_the_environment_comes_before_the_file_and_makes_none(tmp_path, monkeypatch):
    monkeypatch.setenv("USJAPAN_COURSE_SECRET", "from the environment")
    assert course_secret(tmp_path / "course_secret.txt") == "from the environment"
    assert not list(tmp_path.iterdir())


def test_each_assignment_has_a_key_of_its_own_that_does_not_show_the_secret():
    keys = {assignment_key(secret, name) for secret in (SECRET, "another") for name in ("ps1", "ps2")}
    assert len(keys) == 4 and all(len(key) == 32 and SECRET not in key for key in keys)
    assert assignment_key(SECRET, "ps1") in keys
