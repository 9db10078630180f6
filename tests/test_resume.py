"""A run of `usjapan grade` that is killed, and killed again, ends as one that was left alone.

A real process is killed with all its workers at twenty random moments: while it starts, between two students, and while it
records one. Then gradebook and graded files are compared with those of a run that nobody disturbed.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from small_course import ASSIGNMENT, STUDENTS, hand_in, hand_in_all, released

TABLES = {
    "marks": """
        select s.student_id, n.name, c.name, g.auto_score, g.manual_score, g.extra_credit, g.needs_manual_grade
        from grade g join base_cell c on c.id = g.cell_id join submitted_notebook sn on sn.id = g.notebook_id
        join notebook n on n.id = sn.notebook_id join submitted_assignment s on s.id = sn.assignment_id""",
    "comments": """
        select s.student_id, n.name, c.name, m.auto_comment, m.manual_comment
        from comment m join base_cell c on c.id = m.cell_id join submitted_notebook sn on sn.id = m.notebook_id
        join notebook n on n.id = sn.notebook_id join submitted_assignment s on s.id = sn.assignment_id""",
    "penalties": """
        select s.student_id, n.name, sn.late_submission_penalty
        from submitted_notebook sn join notebook n on n.id = sn.notebook_id
        join submitted_assignment s on s.id = sn.assignment_id""",
    "submissions": "select student_id, timestamp from submitted_assignment",
    "students": "select id, first_name, last_name, email from student",
}


@dataclass
class Kill:
    """A moment: so many seconds after the start, or after `done` more students, if wanted while one more is being recorded."""

    done: int | None
    recording: bool
    delay: float


def kills(number: int) -> list[Kill]:
    """The kills of a round; every fifth round has two."""
    chance = random.Random(number)
    made = []
    for _ in range(2 if number % 5 == 4 else 1):
        if chance.random() < 0.25:
            made.append(Kill(None, False, chance.uniform(0, 2)))
        else:
            made.append(Kill(chance.randrange(len(STUDENTS) // 3), chance.random() < 0.6, chance.uniform(0, 0.03)))
    return made


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A course with work to do; some was graded and marked by hand before, and part of that was handed in again."""
    root = tmp_path_factory.mktemp("prepared") / "course"
    course = released(root)
    for student in ("anna", "ben", "late", "zoe"):
        hand_in(root, student, STUDENTS["chie"])
    course.grade(ASSIGNMENT, workers=1)
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        for student in ("anna", "late"):
            book.find_grade("written", ASSIGNMENT, ASSIGNMENT, student).manual_score = 3
            book.find_grade("test-twice", ASSIGNMENT, ASSIGNMENT, student).extra_credit = 0.5
            book.find_comment("written", ASSIGNMENT, ASSIGNMENT, student).manual_comment = "Say why."
        book.db.commit()
    hand_in_all(root)
    return root


@pytest.fixture(scope="module")
def reference(prepared, tmp_path_factory):
    """What a run that nobody disturbs leaves."""
    return finished(copied(prepared, tmp_path_factory.mktemp("reference")))


def copied(prepared: Path, folder: Path) -> Path:
    shutil.copytree(prepared, folder / "course")
    return folder / "course"


def start(root: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "usjapan", "grade", ASSIGNMENT, "--workers", "2", "--course", str(root)]
    # In a session of its own: the workers and what they start are killed with it.
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)


def finished(root: Path) -> dict[str, object]:
    """Let a run come to its end; the state that it leaves."""
    process = start(root)
    _, log = process.communicate()
    assert process.returncode == 1, log.decode()  # 1: some submissions cannot be read
    return state(root)


def recorded(root: Path, kind: str) -> set[tuple[str, int]]:
    found = set()
    for path in (root / "autograded").glob(f"*/{kind}"):
        with contextlib.suppress(FileNotFoundError):
            found.add((str(path), path.stat().st_ctime_ns))
    return found


def start_and_kill(root: Path, kill: Kill) -> bool:
    """Start a run and kill it with all that it started; false if it had ended before."""
    written, partial = recorded(root, f"{ASSIGNMENT}/.nbproctor.json"), recorded(root, f".{ASSIGNMENT}.partial")
    process = start(root)
    while kill.done is not None and process.poll() is None:
        enough = len(recorded(root, f"{ASSIGNMENT}/.nbproctor.json") - written) >= kill.done
        if enough and (not kill.recording or recorded(root, f".{ASSIGNMENT}.partial") - partial):
            break
    time.sleep(kill.delay)
    alive = process.poll() is None
    if alive:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    return alive


def state(root: Path) -> dict[str, object]:
    """All that a run leaves: tables of the gradebook without ids, and the bytes of graded files."""
    found: dict[str, object] = {}
    with sqlite3.connect(root / "gradebook.db") as book:
        for name, query in TABLES.items():
            found[name] = sorted(book.execute(query).fetchall(), key=repr)
    folder = root / "autograded"
    found["files"] = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return found


def test_the_reference_has_something_to_compare(reference):
    assert len(reference["students"]) == len(STUDENTS)
    assert {mark[3] for mark in reference["marks"]} >= {0, 2, 3}
    assert [row for row in reference["penalties"] if row[2]]
    assert [row for row in reference["marks"] if row[4]] and [row for row in reference["marks"] if row[5]]
    assert [row for row in reference["comments"] if row[3]] and [row for row in reference["comments"] if row[4]]


@pytest.mark.parametrize("number", range(20))
def test_a_killed_run_goes_on_to_the_same_end(prepared, reference, tmp_path, number):
    root = copied(prepared, tmp_path)
    killed = [start_and_kill(root, kill) for kill in kills(number)]
    assert killed[0], "the run was killed before its end"
    resumed = finished(root)
    for name, expected in reference.items():
        assert resumed[name] == expected, name
    assert not [path for path in (root / "autograded").rglob("*.partial")]


def test_a_finished_run_has_nothing_left_to_do(prepared, reference, tmp_path):
    root = copied(prepared, tmp_path)
    assert finished(root) == reference
    before = recorded(root, f"{ASSIGNMENT}/.nbproctor.json")
    assert finished(root) == reference
    assert recorded(root, f"{ASSIGNMENT}/.nbproctor.json") == before
