"""One submission: its cells through the student's process, its tests through processes of their own."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from nbproctor.channel import ChannelBroken, Late
from nbproctor.sandbox import Limits
from nbproctor.testcell import compiled, definitions, names_read
from nbproctor.zygote import Child, Zygote

Role = Literal["student", "locked", "test"]
# Each restart runs the earlier cells again; a notebook that needs more has nothing left to run.
RESTARTS = 12
WATCH = 0.25  # seconds between looks at the scratch folder while a cell runs


@dataclass
class Cell:
    """A code cell and who wrote it: the student, or the author (locked set-up, graded test)."""

    source: str
    role: Role
    name: str = ""
    outputs: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class _Run:
    """A student's process that has run the cells before `upto`, without those in `skipped`."""

    child: Child
    scratch: Path
    upto: int = 0
    names: set[str] = field(default_factory=set)


class Submission:
    """Run the cells of one submission; `notes` says in sentences what went wrong with it.

    Two student's processes may run: what *shows* outputs is never asked for more than plain values, and what is *asked* (a
    hidden test calls a function in it) shows nothing. So no output can repeat what a hidden test tried.
    """

    def __init__(self, zygote: Zygote, limits: Limits, support: Sequence[Path] = ()) -> None:
        self.zygote, self.limits, self.support = zygote, limits, support
        self.notes: list[str] = []
        self.skipped: dict[int, str] = {}
        self.restarts = 0

    def run(self, cells: list[Cell]) -> None:
        """Run all cells in order and fill in their outputs."""
        self.cells = cells
        self.end = time.monotonic() + self.limits.notebook
        self.runs: dict[str, _Run | None] = {"shown": None, "asked": None}
        folder = Path(tempfile.mkdtemp(prefix="nbproctor-"))
        self.folder = folder
        try:
            for position, cell in enumerate(cells):
                if cell.role == "test":
                    cell.outputs = self._test(position)
                else:
                    self._show(position)
        finally:
            for run in self.runs.values():
                if run:
                    run.child.stop()
            shutil.rmtree(folder, ignore_errors=True)

    # --- the student's cells ----------------------------------------------------------------------------------------

    def _show(self, position: int) -> None:
        run = self._at("shown", position)
        if run is None:
            self.cells[position].outputs = [
                _error("NotRun", "This cell was not run: the notebook's time was used up before it.")
            ]
            return
        reply = self._step(run, position)
        if reply is None:
            self.runs["shown"] = None
            self.cells[position].outputs = [_error("Stopped", self.skipped[position])]
        else:
            self.cells[position].outputs = clean_outputs(reply.get("outputs"))

    def _at(self, which: str, position: int) -> _Run | None:
        """The student's process with every cell before `position` run; None where time or restarts are used up."""
        while True:
            run = self.runs[which]
            if run is None:
                if self.restarts > RESTARTS or time.monotonic() > self.end:
                    return None
                self.restarts += 1
                run = self.runs[which] = self._start(which)
            while run is not None and run.upto < position:
                if self.cells[run.upto].role == "test" or run.upto in self.skipped:
                    run.upto += 1
                elif self._step(run, run.upto) is None:
                    self.runs[which] = run = None
            if run is not None:
                return run

    def _start(self, which: str) -> _Run:
        scratch = Path(tempfile.mkdtemp(prefix=f"{which}-", dir=self.folder))
        for path in self.support:
            shutil.copy(path, scratch)
        return _Run(self.zygote.fork("student", scratch), scratch)

    def _step(self, run: _Run, position: int) -> dict[str, Any] | None:
        """Run one cell; None where it did not come to an end: then the process is stopped and the cell skipped from now on."""
        deadline = min(time.monotonic() + self.limits.cell, self.end)
        try:
            run.child.channel.send({"run": self.cells[position].source}, deadline)
            reply = self._wait(run, deadline)
        except Late:
            reason = f"This cell was still running after {self.limits.cell:g} seconds and was stopped. A loop that never ends?"
        except _TooMuch as error:
            reason = str(error)
        except ChannelBroken as error:
            reason = "This cell ended its process (for example by exit, a crash, or too much memory)."
            if "limit" in str(error):
                reason = "This cell shows more than the grader keeps."
        else:
            if "unconfined" in reply:
                from nbproctor.sandbox import SandboxError

                raise SandboxError(str(reply["unconfined"]))
            run.upto = position + 1
            run.names = {name for name in reply.get("names", []) if isinstance(name, str)}
            return reply
        run.child.stop()
        self.skipped[position] = reason
        self.notes.append(
            f"Code cell {position + 1}{f' ({self.cells[position].name})' if self.cells[position].name else ''}: {reason}"
        )
        return None

    def _wait(self, run: _Run, deadline: float) -> dict[str, Any]:
        while True:
            try:
                reply = run.child.channel.receive(min(deadline, time.monotonic() + WATCH))
            except Late:
                self._watch(run.scratch)
                if time.monotonic() >= deadline:
                    raise
            else:
                self._watch(run.scratch)
                return reply

    def _watch(self, scratch: Path) -> None:
        files = size = 0
        waiting = [scratch]
        while waiting:
            try:
                entries = list(os.scandir(waiting.pop()))
            except OSError:
                continue
            for entry in entries:
                files += 1
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(Path(entry.path))
                else:
                    size += entry.stat(follow_symlinks=False).st_size
                if files > self.limits.files or size > self.limits.scratch:
                    raise _TooMuch("This cell wrote more files than the grader allows, and was stopped.")

    # --- the tests --------------------------------------------------------------------------------------------------

    def _test(self, position: int) -> list[dict[str, Any]]:
        cell = self.cells[position]
        earlier = [self._author_source(i) for i in range(position)]
        before = [(source, compiled(source)) for source in earlier if source]
        wanted = names_read(cell.source)
        which = "shown"
        answers = self._fetch(which, position, wanted)
        if _holds_function(answers):
            which = "asked"
            answers = self._fetch(which, position, wanted)
        scratch = Path(tempfile.mkdtemp(prefix="test-", dir=self.folder))
        for path in self.support:
            shutil.copy(path, scratch)
        child = self.zygote.fork("test", scratch)
        deadline = time.monotonic() + 2 * self.limits.cell
        try:
            job = {"before": before, "answers": answers, "source": cell.source, "code": compiled(cell.source)}
            child.channel.send(job, deadline)
            while True:
                message = child.channel.receive(deadline)
                if "outputs" in message:
                    return clean_outputs(message["outputs"])
                if "call" not in message:
                    raise ChannelBroken(str(message.get("unconfined", "no answer")))
                child.channel.send(self._call(which, message, deadline), deadline)
        except Late:
            return [_error("Stopped", "This test took too long with your answer and was stopped.")]
        except ChannelBroken:
            return [
                _error(
                    "Stopped",
                    "This test could not be carried out with your answer: it is too large, or ended the test's process.",
                )
            ]
        finally:
            child.stop()

    def _author_source(self, position: int) -> str:
        cell = self.cells[position]
        if cell.role == "locked":
            return cell.source
        return definitions(cell.source) if cell.role == "test" else ""

    def _fetch(self, which: str, position: int, wanted: frozenset[str]) -> dict[str, Any]:
        run = self._at(which, position)
        if run is None:
            return {}
        # Only names that the student's cells have defined are asked for: the names that a hidden test uses stay with it.
        names = sorted(wanted & run.names)
        absent: dict[str, Any] = {name: {"absent": True} for name in wanted - run.names}
        if not names:
            return absent
        try:
            deadline = min(time.monotonic() + self.limits.cell, self.end)
            run.child.channel.send({"fetch": names}, deadline)
            reply = run.child.channel.receive(deadline)
            values = reply.get("values")
            return absent | {name: values[name] for name in names if isinstance(values[name], dict)}  # type: ignore[index]
        except (Late, ChannelBroken, KeyError, TypeError):
            run.child.stop()
            self.runs[which] = None
            return absent | {name: {"refused": "reading it does not end, or it is too large"} for name in names}

    def _call(self, which: str, message: dict[str, Any], deadline: float) -> dict[str, Any]:
        run = self.runs[which]
        if run is None:
            return {"raised": "RuntimeError", "message": "the function ended its process in an earlier call"}
        try:
            until = min(deadline - 1, time.monotonic() + self.limits.cell, self.end)
            run.child.channel.send({"call": message["call"], "arguments": message["arguments"]}, until)
            reply = run.child.channel.receive(until)
            self._watch(run.scratch)
            return {key: reply[key] for key in ("value", "raised", "message", "refused") if key in reply}
        except Late:
            reason = {"raised": "TimeoutError", "message": "the function does not come to an end"}
        except (ChannelBroken, _TooMuch):
            reason = {"raised": "RuntimeError", "message": "the function ended its process"}
        run.child.stop()
        self.runs[which] = None
        return reason


class _TooMuch(Exception):
    pass


def _holds_function(tree: Any) -> bool:
    if isinstance(tree, dict):
        return any(_holds_function(value) for value in tree.values())
    if isinstance(tree, list):
        return (len(tree) == 3 and tree[0] == "function") or any(
            _holds_function(item) for item in tree if isinstance(item, list)
        )
    return False


def _error(name: str, message: str) -> dict[str, Any]:
    return {"output_type": "error", "ename": name, "evalue": message, "traceback": [f"{name}: {message}"]}


def clean_outputs(outputs: Any) -> list[dict[str, Any]]:
    """Outputs as nbformat has them, whatever the child sent: unknown shapes are left out."""
    kept: list[dict[str, Any]] = []
    for output in outputs if isinstance(outputs, list) else []:
        if not isinstance(output, dict):
            continue
        kind = output.get("output_type")
        if kind == "stream":
            kept.append(
                {
                    "output_type": kind,
                    "name": "stderr" if output.get("name") == "stderr" else "stdout",
                    "text": str(output.get("text")),
                }
            )
        elif kind in {"display_data", "execute_result"}:
            data = {
                str(mime): value
                for mime, value in dict(output.get("data") or {}).items()
                if isinstance(value, str | dict | list)
            }
            extra = {"execution_count": None} if kind == "execute_result" else {}
            kept.append({"output_type": kind, "data": data, "metadata": {}, **extra})
        elif kind == "error":
            lines = [str(line) for line in output.get("traceback") or []]
            kept.append(
                {
                    "output_type": kind,
                    "ename": str(output.get("ename")),
                    "evalue": str(output.get("evalue")),
                    "traceback": lines,
                }
            )
    return kept
