"""A small course with one assignment that needs no library: a class is graded in seconds, and most of that is start-up."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook

from usjapan.course import Course

ASSIGNMENT = "tiny"
NAME = f"{ASSIGNMENT}.ipynb"
CONFIG = r"""
from nbgrader.plugins import BasePlugin

c = get_config()


class PointPerDay(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return 1 + total_seconds_late // 86400


c.CourseDirectory.course_id = "small"
c.FileNameCollectorPlugin.named_regexp = r".*[/\\](?P<student_id>[^/\\_]+)_(?P<file_id>[^/\\_]+)\.ipynb$"
c.LateSubmissionPlugin.penalty_method = "zero"
c.AssignLatePenalties.plugin_class = PointPerDay
c.Proctoring.cell_seconds = 2
c.Proctoring.notebook_seconds = 8
c.Autograde.sanitize_preprocessors = []
c.Autograde.autograde_preprocessors = [
    "nbproctor.preprocessors.Proctor",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.GenerateFeedback.exporter_class = "nbproctor.feedback.SealedExporter"
c.GenerateFeedback.preprocessors = [
    "nbgrader.preprocessors.GetGrades",
    "nbproctor.feedback.Feedback",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
"""
TWICE = "def twice(n):\n    return 2 * n\n"
HALF = "def half(n):\n    return n / 2\n"
TESTS = {
    "twice": "assert twice(2) == 4, 'Two times two is four.'\n### BEGIN HIDDEN TESTS\nassert twice(50) == 100, 'Try a larger number.'\n### END HIDDEN TESTS",
    "half": "assert half(6) == 3, 'Half of six is three.'",
}
STUB = "# Write your answer here."


def _mark(cell: Any, name: str, points: int | None = None, solution: bool = False) -> Any:
    cell.id = name
    about = {"grade_id": name, "schema_version": 3, "locked": not solution, "solution": solution, "grade": points is not None}
    cell.metadata["nbgrader"] = {**about, "task": False} | ({"points": points} if points is not None else {})
    return cell


def source(setup: str = "import math\n") -> Any:
    """The author's notebook: two functions of 2 and 3 points, and a written answer of 4."""
    cells = [_mark(new_code_cell(setup), "setup")]
    for (name, test), answer, points in zip(TESTS.items(), (TWICE, HALF), (2, 3), strict=True):
        cells.append(_mark(new_code_cell(f"### BEGIN SOLUTION\n{answer}### END SOLUTION"), name, solution=True))
        cells.append(_mark(new_code_cell(test), f"test-{name}", points))
    cells.append(_mark(new_markdown_cell("In your own words."), "written", 4, solution=True))
    notebook = new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return notebook


def answered(release: dict[str, Any], **answers: str) -> dict[str, Any]:
    """A copy of the released notebook with these answers; right ones elsewhere."""
    notebook: dict[str, Any] = json.loads(json.dumps(release))
    answers = {"twice": TWICE, "half": HALF, "written": "It grows."} | answers
    for cell in notebook["cells"]:
        cell["source"] = answers.get(cell["metadata"]["nbgrader"]["grade_id"], cell["source"])
    return notebook


def _dumped(**answers: str) -> Callable[[dict[str, Any]], bytes]:
    return lambda release: json.dumps(answered(release, **answers)).encode()


def _without_tests(release: dict[str, Any]) -> bytes:
    cells = [c for c in answered(release)["cells"] if not c["metadata"]["nbgrader"]["grade_id"].startswith("test-")]
    return json.dumps({**release, "cells": cells}).encode()


# Who hands in what: right, wrong, damaged and hostile.
STUDENTS: dict[str, Callable[[dict[str, Any]], bytes]] = {
    "anna": _dumped(),
    "ben": _dumped(twice="def twice(n):\n    return 4\n"),
    "blank": lambda release: json.dumps(release).encode(),
    "chie": _dumped(half="1 / 0"),
    "daiki": _without_tests,
    "emil": lambda release: json.dumps(answered(release)).encode("utf-16"),
    "ends": _dumped(twice="import os\nos._exit(0)\n"),
    "fumi": lambda release: json.dumps(answered(release)).encode()[:-400],
    "late": _dumped(),
    "loop": _dumped(half="while True:\n    pass\n"),
    "none": lambda release: b"",
    "torn": lambda release: json.dumps(release).encode()[:60],
    "writes": _dumped(twice=TWICE + "print('x' * 3_000_000)\nopen('../../gradebook.db', 'wb')\n"),
    "zoe": _dumped(half=HALF + "print('half done')\n"),
}


def released(root: Path, setup: str = "import math\n", config: str = CONFIG, db_url: str = "") -> Course:
    """The course with its assignment released, and due on a day."""
    (root / "source" / ASSIGNMENT).mkdir(parents=True)
    (root / "nbgrader_config.py").write_text(config, encoding="utf-8")
    nbformat.write(source(setup), root / "source" / ASSIGNMENT / NAME)
    course = Course(root)
    course.release(ASSIGNMENT)
    with Gradebook(db_url or f"sqlite:///{root / 'gradebook.db'}") as book:
        book.update_or_create_assignment(ASSIGNMENT, duedate="2026-10-01 12:00:00 UTC")
    return course


def hand_in(root: Path, student: str, made: Callable[[dict[str, Any]], bytes], time: str = "2026-10-01 09:00:00 UTC") -> None:
    """Put a student's file into `submitted/`."""
    folder = root / "submitted" / student / ASSIGNMENT
    folder.mkdir(parents=True, exist_ok=True)
    release = json.loads((root / "release" / ASSIGNMENT / NAME).read_text(encoding="utf-8"))
    (folder / NAME).write_bytes(made(release))
    (folder / "timestamp.txt").write_text(time, encoding="utf-8")


def hand_in_all(root: Path) -> None:
    """The whole class; two are late."""
    for student, made in STUDENTS.items():
        late = student in {"late", "torn"}
        hand_in(root, student, made, "2026-10-03 09:00:00 UTC" if late else "2026-10-01 09:00:00 UTC")
