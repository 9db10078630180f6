"""The assignments as their source notebooks hold them: exercises, reference solutions, tests, points and rubrics."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from usjapan.demo import Bank

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "assignments" / "source"
ANSWERS = ROOT / "tests" / "answers"
ASSIGNMENTS = sorted(path.name for path in SOURCE.iterdir() if any(path.glob("*.ipynb")))
REGION = re.compile(r"^[ \t]*### BEGIN (SOLUTION|HIDDEN TESTS)\n(.*?)^[ \t]*### END \1\n?", re.S | re.M)


@dataclass(frozen=True)
class Exercise:
    """An autograded exercise: the answer cell with its reference solution, and the cell that tests it."""

    assignment: str
    name: str
    setup: str
    solution: str
    test: str
    points: float


@dataclass(frozen=True)
class Row:
    """A row of the table of points and minutes in the title cell; `number` is None in the last, which adds up."""

    number: int | None
    title: str
    points: int
    minutes: int


@cache
def notebook_path(assignment: str) -> Path:
    """The one source notebook of an assignment."""
    (path,) = (SOURCE / assignment).glob("*.ipynb")
    return path


@cache
def notebook(assignment: str) -> dict[str, Any]:
    """The source notebook as plain data, each cell's text in one piece."""
    found: dict[str, Any] = json.loads(notebook_path(assignment).read_text(encoding="utf-8"))
    for cell in found["cells"]:
        cell["source"] = "".join(cell["source"])
    return found


def about(assignment: str) -> dict[str, Any]:
    """What the notebook says of itself: assignment, lesson, minutes, and the objectives that each exercise assesses."""
    found: dict[str, Any] = notebook(assignment)["metadata"]["usjapan"]
    return found


def graded_cells(assignment: str, *, by_hand: bool) -> list[dict[str, Any]]:
    """Cells that carry points: test cells, or the written answers that a person marks."""
    found = []
    for cell in notebook(assignment)["cells"]:
        grader = cell["metadata"].get("nbgrader", {})
        if grader.get("grade") and bool(grader.get("solution")) == by_hand:
            found.append(cell)
    return found


@cache
def exercises(assignment: str) -> tuple[Exercise, ...]:
    """Autograded exercises in their order; a test cell follows the answer cell that it grades."""
    found, setup, answer = [], "", None
    for cell in notebook(assignment)["cells"]:
        grader = cell["metadata"].get("nbgrader", {})
        if cell["cell_type"] != "code":
            continue
        if grader.get("solution"):
            answer = cell
        elif grader.get("grade") and answer:
            # The test of the brief looks at the evidence table too: an earlier answer that a test reads is part of its set-up.
            names = _bound(answer["source"])
            needed = [e.solution for e in found if (_bound(e.solution) - names) & _read(cell["source"])]
            found.append(
                Exercise(
                    assignment,
                    answer["metadata"]["nbgrader"]["grade_id"],
                    "\n".join([setup, *needed]),
                    answer["source"],
                    cell["source"],
                    grader["points"],
                )
            )
        else:
            setup += cell["source"] + "\n"
    return tuple(found)


def _bound(source: str) -> set[str]:
    """Names that a cell binds at its top level."""
    found: set[str] = set()
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found |= {name.id for target in node.targets for name in ast.walk(target) if isinstance(name, ast.Name)}
    return found


def _read(source: str) -> set[str]:
    """Names that a cell reads and nowhere binds itself."""
    nodes = list(ast.walk(ast.parse(source)))
    names = {(node.id, isinstance(node.ctx, ast.Load)) for node in nodes if isinstance(node, ast.Name)}
    own = {name for name, read in names if not read} | {node.arg for node in nodes if isinstance(node, ast.arg)}
    return {name for name, read in names if read} - own


def bank(assignment: str) -> Bank:
    """The bank of right and wrong answers."""
    return Bank.read(ANSWERS / assignment)


def title(assignment: str) -> str:
    """The notebook's heading."""
    return str(notebook(assignment)["cells"][0]["source"].splitlines()[0].removeprefix("# "))


def table(assignment: str) -> list[Row]:
    """The table of points and minutes in the title cell."""
    rows = re.findall(r"^\| *(\d*) *\| *(.+?) *\| *(\d+) *\| *(\d+) *\|$", notebook(assignment)["cells"][0]["source"], re.M)
    return [Row(int(number) if number else None, text, int(points), int(minutes)) for number, text, points, minutes in rows]


@cache
def lesson(number: str) -> dict[str, Any]:
    """The metadata of a lesson: its objectives and what assesses them."""
    (path,) = (ROOT / "lessons").glob(f"{number}-*.ipynb")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["metadata"]["usjapan"]
    return found
