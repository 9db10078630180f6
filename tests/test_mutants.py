"""Each exercise's test against its bank and against mutants of the reference solution; prints a report of them."""

from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import ROOT
from exercises import ASSIGNMENTS, Exercise, exercises
from mutation import LISTED, Score, line, listed, mutants
from mutation import scores as scores_of
from runner import attempt, warm

ENOUGH = 0.95


@pytest.fixture(scope="module")
def scores(request) -> dict[str, list[Score]]:
    """Every exercise tried once; the report goes to the terminal."""
    capture = request.config.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():
        print()
        return _scores()


def _scores() -> dict[str, list[Score]]:
    found: dict[str, list[Score]] = {}
    for one in scores_of(exercise for assignment in ASSIGNMENTS for exercise in exercises(assignment)):
        found.setdefault(one.exercise.assignment, []).append(one)
        print(line(one), flush=True)
    return found


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_right_answers_are_accepted_and_wrong_ones_caught_with_their_hint(scores, assignment):
    assert not [line(s) for s in scores[assignment] if s.right[0] != s.right[1] or s.wrong[0] != s.wrong[1]]


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_mutants_are_killed_or_listed_with_a_reason(scores, assignment):
    for found in scores[assignment]:
        name = f"{assignment}/{found.exercise.name}"
        assert not [(m.operator, m.before, m.after) for m in found.unlisted], f"{name}: a mutant survives and is not listed"
        assert not found.stale, f"{name}: listed in {LISTED.name}, but killed now or no longer made: take it off the list"
        assert all(entry["reason"] and entry["sort"] in {"equivalent", "untested"} for entry in found.listed.values())
    killed = sum(found.killed for found in scores[assignment])
    counted = sum(found.counted for found in scores[assignment])
    assert counted >= 30
    assert killed >= ENOUGH * counted, f"{assignment}: {killed} of {counted} mutants killed"


def test_every_exercise_has_mutants(scores):
    assert {f"{s.exercise.assignment}/{s.exercise.name}" for found in scores.values() for s in found if s.killed < 4} == set()


def test_a_weak_test_lets_mutants_through():
    """The measure measures: without its hidden part the test of an exercise no longer kills them all."""
    exercise = next(e for e in exercises("ps2") if e.name == "claims-by-kind")
    visible = exercise.test[: exercise.test.index("### BEGIN HIDDEN TESTS")]
    weak = Exercise(exercise.assignment, exercise.name, exercise.setup, exercise.solution, visible, exercise.points)
    warm()
    survivors = [m for m in mutants(exercise) if attempt(weak, m.code).passed]
    assert survivors and not [m for m in survivors if attempt(exercise, m.code).passed and m.key not in listed(exercise)]


def test_an_answer_that_never_ends_is_stopped():
    exercise = next(e for e in exercises("ps2") if e.name == "demand")
    assert not attempt(exercise, "while True:\n    pass\n", seconds=1).passed


def test_the_report_is_a_command():
    command = [sys.executable, "-m", "tests.mutation", "ps2", "demand"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert "right accepted" in result.stdout and "wrong caught" in result.stdout and "mutants killed" in result.stdout
