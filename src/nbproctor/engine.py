"""Grade one submission from its bytes: a pure function of a job, so that any worker on any machine can do it."""

from __future__ import annotations

import atexit
import functools
import itertools
import json
import math
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import nbformat
from nbformat import NotebookNode

from nbproctor.author import ends_in_value, names_asked
from nbproctor.outputs import error_output
from nbproctor.salvage import Unreadable, as_line, as_text, find_file, grader_of, read, salvage
from nbproctor.sandbox import Limits
from nbproctor.shell import VERDICTS
from nbproctor.submission import Needs, Submission
from nbproctor.wanted import Cell, Role
from nbproctor.zygote import Zygote

MASKS = ("masked", "np.ma", "numpy.ma")  # an author who has foreseen masked items says one of these somewhere


@dataclass(frozen=True)
class Setup:
    """How submissions are run: modules to import beforehand, further folders to read, limits, isolation."""

    preload: tuple[str, ...] = ()
    readable: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    isolation: str = "full"


@dataclass(frozen=True)
class Job:
    """One student's submission of one notebook, with what the author gave out; all of it travels by value."""

    student: str
    notebook: str
    files: dict[str, bytes]
    release: str
    master: dict[str, str]
    support: dict[str, bytes]
    setup: Setup
    notes: tuple[str, ...] = ()
    solutions: tuple[tuple[str, str], ...] = ()  # the author's own, by their cells, where they are at hand


@dataclass
class Result:
    """What came of a job: a notebook with outputs, or the reason why there is none."""

    student: str
    notebook: str
    graded: str | None = None
    marked: list[NotebookNode] = field(default_factory=list)  # its cells with what nbgrader's rules for marks look at, no more
    reason: str = ""
    notes: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)  # faults of the course's, or of this machine
    isolation: str = "full"


_zygotes: dict[Setup, Zygote] = {}


def zygote_for(setup: Setup) -> Zygote:
    """The warm parent of this process for a set-up, started when first needed and again if it died."""
    zygote = _zygotes.get(setup)
    if zygote is None or zygote.process.poll() is not None:
        if not _zygotes:
            atexit.register(close)
        zygote = _zygotes[setup] = Zygote(setup.preload, setup.readable, setup.limits, setup.isolation)
    return zygote


def close() -> None:
    """End this process's warm parents."""
    while _zygotes:
        _zygotes.popitem()[1].close()


def grade(job: Job) -> Result:
    """Run a submission and its tests. Raises `SandboxError` only where no submission could be run at all."""
    result = Result(job.student, job.notebook, isolation=job.setup.isolation)
    try:
        path, notes = find_file(job.files, job.notebook)
        cells, more = read(path.rpartition("/")[2], job.files[path])
        release = _released(job.release)
        salvaged = salvage(cells, release, job.master)
    except Unreadable as error:
        result.reason = as_line(str(error))
        return result
    result.notes = [as_line(note) for note in (*job.notes, *notes, *more, *salvaged.notes)]
    submission = _submission(job, _beside(path, job), lambda: _of_author(job).by_changes)
    result.alarms = _run(submission, salvaged.notebook, release)
    for cell in filter(grader_of, salvaged.notebook.cells):
        name, graded = str(grader_of(cell).get("grade_id")), grader_of(cell).get("grade") and cell.cell_type == "code"
        if graded and ends_in_value(cell.source) and _unread(cell) and name in _of_author(job).with_points:
            # nbgrader would take it for all points.
            cell.outputs = [
                NotebookNode(error_output("NoPoints", "This test gives points, and with your answer no number of them."))
            ]
        verdicts = [
            output for output in cell.get("outputs", ()) if output.output_type in VERDICTS and grader_of(cell).get("grade")
        ]
        result.marked.append(NotebookNode(cell, outputs=verdicts))
    result.notes += submission.notes
    failed = _failed(result.marked)
    if failed:
        alarm = "A test fails that the author's own solution does not pass either"
        result.alarms += [as_line(f"{alarm}: {name!r}") for name in sorted(failed & _of_author(job).failed)]
    if job.setup.isolation != "full":
        result.notes.append("Graded without isolation: the submission could read and write what the grader could.")
    result.graded = _written(salvaged.notebook)
    return result


def _submission(job: Job, own: dict[str, bytes], by_changes: Callable[[], Needs] | None) -> Submission:
    answers = [c.source for c in _released(job.release).cells if c.cell_type == "code" and grader_of(c).get("solution")]
    asked = frozenset[str]().union(*map(names_asked, answers))
    masks = any(word in text for text in (job.release, *dict(job.solutions).values(), *job.master.values()) for word in MASKS)
    return Submission(zygote_for(job.setup), job.setup.limits, job.support, own, job.student, asked, by_changes, masks)


def _failed(cells: list[NotebookNode]) -> frozenset[str]:
    """Names of the tests among these cells that failed."""
    failed = [cell for cell in cells if any(output.output_type == "error" for output in cell.get("outputs", ()))]
    return frozenset(str(grader_of(cell).get("grade_id")) for cell in failed if grader_of(cell).get("grade"))


def _points(cell: NotebookNode) -> list[str]:
    """What a graded test gives as points, if it does."""
    shown = [
        output for output in cell.get("outputs", ()) if output.output_type == "execute_result" and grader_of(cell).get("grade")
    ]
    return [str(output.data.get("text/plain")) for output in shown]


def _unread(cell: NotebookNode) -> bool:
    """Whether a test that did not fail gives no number of points."""
    if any(output.output_type == "error" for output in cell.get("outputs", ())):
        return False
    with suppress(ValueError):
        return not (_points(cell) and all(math.isfinite(float(text)) for text in _points(cell)))
    return True


class OfAuthor(NamedTuple):
    """Tests that the author's own solution passes only with what is held back at first, those that it fails, and those that give points."""

    by_changes: Needs = {}  # noqa: RUF012 (nobody changes it)
    failed: frozenset[str] = frozenset()
    with_points: frozenset[str] = frozenset()


_authors: dict[Any, OfAuthor] = {}


def _of_author(job: Job) -> OfAuthor:
    """What came of the author's own solution, which is run once for a class, and only where it matters."""
    key = job.release, job.solutions, tuple(job.master.items())
    if key not in _authors and job.solutions:
        solved = json.loads(job.release)
        for cell in solved["cells"]:
            cell["source"] = dict(job.solutions).get(str(grader_of(cell).get("grade_id")), cell["source"])
        cells, _ = read(job.notebook, json.dumps(solved).encode())
        submission = _submission(job, {}, None)
        notebook = salvage(cells, _released(job.release), job.master).notebook
        _run(submission, notebook, _released(job.release))
        by_changes = submission.passed_by_changes
        points = frozenset(
            str(grader_of(cell).get("grade_id")) for cell in notebook.cells if _points(cell) and not _unread(cell)
        )
        _authors[key] = OfAuthor(by_changes, _failed(notebook.cells) - by_changes.keys(), points)
    return _authors.get(key, OfAuthor())


@functools.lru_cache(maxsize=64)
def _released(text: str) -> NotebookNode:
    """A released notebook, read once for a class; nobody changes it."""
    released: NotebookNode = nbformat.reads(text, as_version=4)
    return released


def _written(notebook: NotebookNode) -> str:
    """A notebook as a file, on one line: the indentation that nbformat writes takes ten times as long.

    Nothing to validate: salvage made its cells, and `clean_outputs` their outputs.
    """
    return as_text(json.dumps(notebook, ensure_ascii=False))


def _run(submission: Submission, notebook: NotebookNode, release: NotebookNode) -> list[str]:
    """Run a salvaged notebook's code cells in place; errors of the author's cells that come before any of the student's."""
    # By its text an author's cell is known only where nbgrader has not marked it: a copy of any other is the student's.
    free = [cell for cell in release.cells if not grader_of(cell)]
    given = {cell.source.strip() for cell in free if cell.cell_type == "code"}
    nodes = [cell for cell in notebook.cells if cell.cell_type == "code"]
    cells = [Cell(node.source, _role(node, given), str(grader_of(node).get("grade_id", ""))) for node in nodes]
    submission.run(cells)
    for number, (node, cell) in enumerate(zip(nodes, cells, strict=True), 1):
        node.execution_count = number
        node.outputs = [nbformat.from_dict(output) for output in cell.outputs]
        for output in node.outputs:
            if output.output_type == "execute_result":
                output.execution_count = number
    return [
        as_line(
            f"The course's own set-up cell fails: {cell.name or cell.source.strip()[:60]!r}: {output['ename']}: {output['evalue']}"
        )
        for cell in itertools.takewhile(lambda cell: cell.role == "locked", cells)
        for output in cell.outputs
        if output["output_type"] == "error"
    ]


def _role(cell: NotebookNode, given: set[str]) -> Role:
    grader = grader_of(cell)
    if grader.get("solution"):
        return "student"
    if grader.get("grade"):
        return "test"
    return "locked" if grader.get("locked") or cell.source.strip() in given else "student"


def _beside(notebook: str, job: Job) -> dict[str, bytes]:
    """The student's files by their paths from the notebook; the author's win where both have one, or a folder, of a name."""
    folder = notebook[: notebook.rfind("/") + 1]
    beside: dict[str, bytes] = {}
    for name in sorted(job.files, key=lambda name: not name.startswith(folder)):
        place = name.removeprefix(folder)
        taken = any(
            f"{place}/".startswith(f"{other}/") or f"{other}/".startswith(f"{place}/") for other in (*job.support, *beside)
        )
        if not taken and not name.lower().endswith(".ipynb"):
            beside[place] = job.files[name]
    return beside
