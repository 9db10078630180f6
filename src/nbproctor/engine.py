"""Grade one submission from its bytes: a pure function of a job, so that any worker on any machine can do it."""

from __future__ import annotations

import atexit
import functools
import json
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from nbproctor.salvage import Unreadable, as_line, as_text, find_file, read, salvage
from nbproctor.sandbox import Limits
from nbproctor.submission import Cell, Role, Submission
from nbproctor.zygote import Zygote


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


@dataclass
class Result:
    """What came of a job: a notebook with outputs, or the reason why there is none."""

    student: str
    notebook: str
    graded: str | None = None
    reason: str = ""
    notes: list[str] = field(default_factory=list)
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
    with tempfile.TemporaryDirectory(prefix="nbproctor-job-") as name:
        folder = Path(name)
        own = _write(folder / "submitted", job.files)
        try:
            path, notes = find_file(folder / "submitted", job.notebook)
            cells, more = read(path)
            release = _released(job.release)
            salvaged = salvage(cells, release, job.master)
        except Unreadable as error:
            result.reason = as_line(str(error))
            return result
        result.notes = [as_line(note) for note in (*job.notes, *notes, *more, *salvaged.notes)]
        support = _write(folder / "support", job.support)
        own = [path for path in own if path.suffix != ".ipynb"]
        run(salvaged.notebook, release, job.setup, support, own, result.notes, job.student)
        result.graded = _written(salvaged.notebook)
        return result


@functools.lru_cache(maxsize=64)
def _released(text: str) -> NotebookNode:
    """A released notebook, read once for a class; nobody changes it."""
    released: NotebookNode = nbformat.reads(text, as_version=4)
    return released


def _written(notebook: NotebookNode) -> str:
    """A notebook as a file, a cell a line: the indentation that nbformat writes takes ten times as long.

    Nothing to validate: salvage made its cells, and `clean_outputs` their outputs.
    """
    cells = ",\n".join(json.dumps(cell, ensure_ascii=False) for cell in notebook.cells)
    rest = json.dumps({key: value for key, value in notebook.items() if key != "cells"}, ensure_ascii=False)
    return as_text(f'{{"cells": [\n{cells}\n],\n{rest[1:]}\n')


def run(
    notebook: NotebookNode,
    release: NotebookNode,
    setup: Setup,
    support: list[Path],
    own: list[Path],
    notes: list[str],
    student: str,
) -> None:
    """Run a salvaged notebook's code cells in place; what went wrong is added to `notes`.

    `support` are the author's files, `own` the student's; the author's win where names are the same.
    """
    # A copy of an answer cell as it was given out is not the author's code, nor is one of a test.
    plain = [cell for cell in release.cells if cell.cell_type == "code" and not _is_exercise(cell)]
    given = {cell.source.strip() for cell in plain}
    pairs = [(cell, Cell(cell.source, _role(cell, given), _name(cell))) for cell in notebook.cells if cell.cell_type == "code"]
    submission = Submission(zygote_for(setup), setup.limits, support, own, student)
    submission.run([cell for _, cell in pairs])
    for number, (node, cell) in enumerate(pairs, 1):
        node.execution_count = number
        node.outputs = [nbformat.from_dict(output) for output in cell.outputs]
        for output in node.outputs:
            if output.output_type == "execute_result":
                output.execution_count = number
    notes += submission.notes
    if setup.isolation != "full":
        notes.append("Graded without isolation: the submission could read and write what the grader could.")


def _is_exercise(cell: NotebookNode) -> bool:
    grader = cell.metadata.get("nbgrader") or {}
    return bool(grader.get("solution") or grader.get("grade"))


def _role(cell: NotebookNode, given: set[str]) -> Role:
    grader = cell.metadata.get("nbgrader") or {}
    if grader.get("solution"):
        return "student"
    if grader.get("grade"):
        return "test"
    return "locked" if grader.get("locked") or cell.source.strip() in given else "student"


def _name(cell: NotebookNode) -> str:
    return str((cell.metadata.get("nbgrader") or {}).get("grade_id", ""))


def _write(folder: Path, files: dict[str, bytes]) -> list[Path]:
    folder.mkdir()
    written = []
    for name, data in files.items():
        path = folder / Path(name).name
        path.write_bytes(data)
        written.append(path)
    return written
