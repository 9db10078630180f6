"""`usjapan check-submission`: says before a student hands in whether the file will grade, and nothing about marks.

It needs neither nbgrader nor the course folder: what was given out stands in the released notebook itself, under
`metadata.usjapan.cells` (written by `write_contents` at release), as a digest of each cell and never as its text.
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import re
import subprocess
import tempfile
import time
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from nbproctor.salvage import Unreadable, read, salvage, start_of
from usjapan.failure import CommandError

CELL_SECONDS = 20  # the grader's own limit for one cell
NOTEBOOK_SECONDS = 90  # and for all of them together
IMPORT_SECONDS = 60  # more for the first cell: the grader has the libraries at hand, a student's disk may be slow
NO_INTERNET = "Nothing can be fetched from the internet while a submission is graded."
# The first cell of a check: a notebook that leans on the internet must show it here and not at the grader's.
OFFLINE = f"""
def _offline():
    import socket

    def refuse(*_):
        raise OSError({NO_INTERNET!r})

    def connect(self, address, original=socket.socket.connect):
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            refuse()
        return original(self, address)

    socket.getaddrinfo, socket.socket.connect = refuse, connect


_offline()
del _offline
"""


@dataclass
class Findings:
    """What a check found: `problems` keep the file from grading as it should, `remarks` do not.

    `assignment` is empty where so little of the file is left that it cannot be told.
    """

    assignment: str = ""
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def digest(source: str) -> str:
    """Digest of a cell's text; white space around it does not count."""
    return hashlib.sha256(source.strip().encode()).hexdigest()


def write_contents(notebook: Path, assignment: str) -> None:
    """Note in a released notebook which cells it holds, so that it can be checked wherever it goes."""
    node = nbformat.read(notebook, as_version=4)
    cells = []
    for cell in node.cells:
        grader = cell.metadata.get("nbgrader") or {}
        cells.append(
            {
                "grade_id": grader.get("grade_id"),
                "id": cell.get("id"),
                "type": cell.cell_type,
                "answer": bool(grader.get("solution")),
                "test": bool(grader.get("grade")) and not grader.get("solution"),
                "sha256": digest(cell.source),
            }
        )
    node.metadata["usjapan"] = {**node.metadata.get("usjapan", {}), "assignment": assignment, "cells": cells}
    nbformat.write(node, notebook)


def check(path: Path) -> Findings:
    """Check a notebook that is about to be handed in.

    Raises `CommandError` where there is nothing to check: no file, or no problem set of this course.
    """
    if not path.is_file():
        raise CommandError(f"There is no file {path}. Name the notebook that you want to hand in, such as ps2.ipynb.")
    try:
        cells, notes = read(path.name, start_of(path))
    except Unreadable as error:
        text = str(error).replace("Ask for it again.", "Open it in Jupyter and save it again, or begin from a fresh copy.")
        return Findings(problems=[text])
    about = _about(path)
    contents = about.get("cells")
    if not _is_contents(contents):
        if notes:  # what is damaged has lost its end, where the metadata stands
            return Findings(problems=notes)
        if "lesson" in about and "assignment" not in about:
            raise CommandError(f"{path.name} is a lesson. Only problem sets are handed in, such as ps2.ipynb.")
        raise CommandError(
            f"{path.name} does not say which problem set it is: it is none that this course gave out, or the program that saved "
            "it dropped that note. Get the problem set again and copy your answers into it."
        )
    assert isinstance(contents, list)
    assignment = str(about.get("assignment"))
    findings = Findings(assignment, [*_name(path, assignment), *notes])
    released = _released(contents, cells)
    with warnings.catch_warnings(action="ignore"):  # nbformat on missing and repeated ids: the notes name what counts
        findings.problems += salvage([dict(cell) for cell in cells], released, {}).notes
    untouched = [
        entry["grade_id"]
        for entry in contents
        if entry["answer"]
        and any(cell["grade_id"] == entry["grade_id"] and digest(cell["source"]) == entry["sha256"] for cell in cells)
    ]
    if untouched:
        findings.remarks.append(f"Not answered yet: {', '.join(untouched)}.")
    _check_ids(path, cells, [name for name in _with_slices(contents, cells) if name not in untouched], findings)
    return findings


def run(path: Path, findings: Findings) -> None:
    """Run the notebook as a whole, as the grader will: in an empty folder, without the internet, with a limit for each cell.

    Adds to the findings. Raises `CommandError` where Jupyter cannot run notebooks here.
    """
    try:
        import nbclient
        from nbclient.exceptions import CellTimeoutError, DeadKernelError
    except ImportError:
        raise CommandError("Running a notebook needs nbclient, a part of JupyterLab. Install usjapan again.") from None
    cells = [cell for cell in read(path.name, start_of(path))[0] if cell["type"] == "code" and cell["source"].strip()]
    tests = {entry["grade_id"] for entry in _about(path)["cells"] if entry["test"]}
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(OFFLINE), *(nbformat.v4.new_code_cell(cell["source"]) for cell in cells)]
    )
    limits = [IMPORT_SECONDS, CELL_SECONDS + IMPORT_SECONDS, *[CELL_SECONDS] * len(cells)]
    taken = 0.0
    with tempfile.TemporaryDirectory(prefix="usjapan-check-", ignore_cleanup_errors=True) as folder:
        client = nbclient.NotebookClient(
            notebook,
            kernel_name="python3",
            allow_errors=True,
            shutdown_kernel="immediate",
            resources={"metadata": {"path": folder}},
        )
        try:
            # What the kernel itself prints is for those who look after kernels.
            with client.setup_kernel(
                env={**os.environ, "NBGRADER_EXECUTION": "validate"}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            ):
                for index, cell in enumerate(notebook.cells):
                    name = _spoken(cells[index - 1], tests) if index else "The check itself"
                    client.timeout = limits[index]
                    began = time.monotonic()
                    try:
                        client.execute_cell(cell, index)
                    except CellTimeoutError:
                        findings.problems.append(
                            f"{name} was still running after {limits[index]} seconds and was stopped; the grader stops it too. "
                            "Does a loop in it, or in a function that it calls, never end? The cells after it were not run."
                        )
                        return
                    except DeadKernelError:
                        findings.problems.append(
                            f"{name} ended Python (by exit, by a crash, or by using too much memory); the grader cannot go on "
                            "after it. The cells after it were not run."
                        )
                        return
                    if any(NO_INTERNET in str(output.get("evalue", "")) for output in cell.outputs):
                        findings.problems.append(f"{name} fetches something from the internet. {NO_INTERNET}")
                    if index > 1:
                        taken += time.monotonic() - began
        except (OSError, RuntimeError) as error:
            raise CommandError(f"Jupyter cannot run the notebook here ({error}). Install usjapan again.") from None
    if taken > NOTEBOOK_SECONDS:
        findings.problems.append(
            f"The whole notebook takes {taken:.0f} seconds; the grader gives it {NOTEBOOK_SECONDS}. Find the slow cell."
        )


def report(path: Path) -> int:
    """Check, print what was found in sentences, and return 0 if the file will grade, else 1."""
    findings = check(path)
    if findings.assignment:
        print(f"{path.name} holds {findings.assignment}. Running it from the top; this can take a minute.", flush=True)
        run(path, findings)
    for sentence in [*findings.problems, *findings.remarks]:
        print(f"- {sentence}")
    if findings.problems:
        print("Put this right before you hand the file in; then check it again.")
        return 1
    print("The file will grade. This says nothing about how right the answers are.")
    return 0


def _about(path: Path) -> dict[str, Any]:
    """What the notebook says of itself under `metadata.usjapan`; empty where it cannot be read."""
    try:
        about = json.loads(start_of(path).decode("utf-8-sig"), strict=False)["metadata"]["usjapan"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}
    return about if isinstance(about, dict) else {}


def _is_contents(found: Any) -> bool:
    texts = ("id", "grade_id")
    return (
        isinstance(found, list)
        and bool(found)
        and all(
            isinstance(entry, dict)
            and all(isinstance(entry.get(key, 0), str | None) for key in texts)
            and entry.get("type") in {"code", "markdown", "raw"}
            and isinstance(entry.get("sha256"), str)
            and {"answer", "test"} <= set(entry)
            and (entry["grade_id"] or not entry["answer"])
            for entry in found
        )
    )


def _name(path: Path, assignment: str) -> list[str]:
    owner, _, name = path.stem.rpartition("_")
    if path.suffix == ".ipynb" and name == assignment and "_" not in owner:
        return []
    return [f"The file is called {path.name}, but what it holds is {assignment}: rename it to {assignment}.ipynb."]


def _with_slices(contents: list[dict[str, Any]], cells: list[dict[str, Any]]) -> list[str]:
    """Answers that are graded on the student's own slice: their test cell reads `student_id`."""
    sources = {cell["grade_id"]: cell["source"] for cell in cells}
    found, answer = [], None
    for entry in contents:
        if entry["answer"]:
            answer = entry["grade_id"]
        elif answer and entry["test"] and "student_id" in sources.get(entry["grade_id"], ""):
            found.append(answer)
    return found


def _check_ids(path: Path, cells: list[dict[str, Any]], answers: list[str], findings: Findings) -> None:
    """Add what is wrong with the line `student_id = ...` of these answers."""
    owner = path.stem.rpartition("_")[0]
    for cell in cells:
        if cell["grade_id"] not in answers:
            continue
        name = cell["grade_id"]
        try:
            lines = ast.parse(cell["source"]).body
        except (SyntaxError, ValueError, RecursionError):
            continue  # the cell does not run, as the student sees
        values = [
            line.value
            for line in lines
            if isinstance(line, ast.Assign)
            and any(isinstance(target, ast.Name) and target.id == "student_id" for target in line.targets)
        ]
        typed = values[-1].value if values and isinstance(values[-1], ast.Constant) else None
        if not values:
            findings.problems.append(
                f'The line student_id = "" is missing from the cell {name!r}: put it back as the first line, with your id or '
                "nothing between the quotation marks."
            )
        elif not isinstance(typed, str):
            findings.problems.append(
                f"In the cell {name!r}, student_id is no plain text: write your id between quotation marks, as in "
                'student_id = "anna", or nothing between them.'
            )
        elif not typed.strip():
            findings.remarks.append(
                f"student_id is empty in the cell {name!r}: it will be graded on the common slice. If you have an id, write it in."
            )
        elif re.search(r"[/\\_]", typed) or not re.search(r"\w", typed) or typed.strip().casefold() in {"your id", "id"}:
            findings.problems.append(
                f"In the cell {name!r}, student_id is {typed!r}, and that is nobody's id: write what stands before the underscore "
                "in the name of the file that you hand in, or nothing."
            )
        elif owner and typed.strip().casefold() != owner.strip().casefold():
            findings.problems.append(
                f"In the cell {name!r}, student_id is {typed!r}, but the file is called {path.name}: the two must name the same "
                "student."
            )
        elif not owner:
            findings.remarks.append(
                f"student_id is {typed!r} in the cell {name!r}: hand the file in as {typed.strip()}_{findings.assignment}.ipynb."
            )


def _released(contents: list[dict[str, Any]], cells: list[dict[str, Any]]) -> NotebookNode:
    """The notebook as it was given out, as far as digests tell: a text that nobody can know here differs from every cell's."""
    known = {digest(cell["source"]): cell["source"] for cell in cells}
    made = []
    for entry in contents:
        cell = {"cell_type": entry["type"], "metadata": {}, "source": known.get(entry["sha256"], entry["sha256"])}
        if entry["id"]:
            cell["id"] = entry["id"]
        if entry["grade_id"]:
            cell["metadata"] = {
                "nbgrader": {"grade_id": entry["grade_id"], "solution": entry["answer"], "grade": entry["test"]}
            }
        made.append(cell)
    released: NotebookNode = nbformat.from_dict({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    return released


def _spoken(cell: dict[str, Any], tests: set[str]) -> str:
    name = cell["grade_id"]
    if name in tests:
        return f"The test cell {name!r}, which calls your answer,"
    if name:
        return f"The cell {name!r}"
    return f"Your own cell that begins with {cell['source'].strip().splitlines()[0][:50]!r}"
