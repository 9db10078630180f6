"""One submission: its cells through the student's process, its tests through processes of their own."""

from __future__ import annotations

import itertools
import json
import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from nbproctor.channel import ChannelBroken, Late
from nbproctor.sandbox import Limits
from nbproctor.student import CUT
from nbproctor.testcell import BEGIN_HIDDEN, author_names, compiled, definitions, names_read
from nbproctor.zygote import Child, Zygote

Role = Literal["student", "locked", "test"]
# Each restart runs the earlier cells again; a notebook that needs more has nothing left to run.
RESTARTS = 12
WATCH = 0.25  # seconds between looks at the scratch folder while a cell runs
GLANCE = 0.02  # seconds between looks while a test calls a function dozens of times: a look takes as long as a short call


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
    told: bool = False  # a hidden test has called its functions
    looked: float = 0.0  # when its threads and files were last looked at


class Submission:
    """Run the cells of one submission; `notes` says in sentences what went wrong with it.

    Two student's processes may run: what *shows* outputs is never asked for more than plain values, and what is *asked* (a
    hidden test calls a function in it) shows nothing. So no output can repeat what a hidden test tried.

    `support` are the author's files, for cells and tests; `own` the student's, which no test sees: one named as a library would
    be imported in its place. `student` is who handed in: tests find it in the environment as `NBPROCTOR_STUDENT`.
    """

    def __init__(
        self, zygote: Zygote, limits: Limits, support: Sequence[Path] = (), own: Sequence[Path] = (), student: str = ""
    ) -> None:
        self.zygote, self.limits, self.support, self.own, self.student = zygote, limits, support, own, student
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
            _remove(folder)

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
            self.cells[position].outputs = clean_outputs(reply.get("outputs"), self.limits)

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
        for path in (*self.own, *self.support):
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
            run.upto = position + 1
            names = reply.get("names")
            run.names = {name for name in names if isinstance(name, str)} if isinstance(names, list) else set()
            return reply
        run.child.stop()
        self.skipped[position] = reason
        self.notes.append(
            f"Code cell {position + 1}{f' ({self.cells[position].name})' if self.cells[position].name else ''}: {reason}"
        )
        return None

    def _wait(self, run: _Run, deadline: float, pause: float = 0.0) -> dict[str, Any]:
        while True:
            try:
                reply = run.child.receive(min(deadline, time.monotonic() + WATCH))
            except Late:
                self._watch(run)
                if time.monotonic() >= deadline:
                    raise
            else:
                if time.monotonic() - run.looked >= pause:
                    self._watch(run)
                return reply

    def _watch(self, run: _Run) -> None:
        run.looked = time.monotonic()
        if run.child.threads() > self.limits.threads:
            raise _TooMuch("This cell started more threads than the grader allows, and was stopped.")
        if run.child.written() > self.limits.written:
            raise _TooMuch("This cell wrote more to files than the grader allows, and was stopped.")
        files = size = 0
        waiting = [run.scratch]
        while waiting:
            try:
                entries = list(os.scandir(waiting.pop()))
            except OSError:
                continue
            for entry in entries:
                files += 1
                with suppress(OSError):  # it may be gone again
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(Path(entry.path))
                    else:
                        size += entry.stat(follow_symlinks=False).st_size
                if files > self.limits.files or size > self.limits.scratch:
                    raise _TooMuch("This cell wrote more files than the grader allows, and was stopped.")

    # --- the tests --------------------------------------------------------------------------------------------------

    def _test(self, position: int) -> list[dict[str, Any]]:
        asked = self.runs["asked"]
        told = asked is not None and asked.told
        outputs, called = self._carry_out(position)
        if not (outputs and called and told):
            return outputs
        # What is shown would come from functions that know the hidden inputs of an earlier test: ask a process that does not.
        if (asked := self.runs["asked"]) is not None:
            asked.child.stop()
            self.runs["asked"] = None
            self.restarts -= 1
        if self._at("asked", position) is None:
            failed = any(output["output_type"] == "error" for output in outputs)
            return [_error("Failed", "This test failed; there was no time left to say why.")] if failed else []
        return self._carry_out(position)[0]

    def _carry_out(self, position: int) -> tuple[list[dict[str, Any]], bool]:
        """Outputs of a test cell, and whether it called a function of the student's."""
        cell = self.cells[position]
        earlier = [source for i in range(position) if (source := self._author_source(i))]
        before = [(source, compiled(source)) for source in earlier]
        wanted = names_read(cell.source).difference(*map(author_names, earlier))
        which, called = "shown", False
        answers = self._fetch(which, position, wanted)
        if _holds_function(answers):
            which = "asked"
            answers = self._fetch(which, position, wanted)
        scratch = Path(tempfile.mkdtemp(prefix="test-", dir=self.folder))
        for path in self.support:
            shutil.copy(path, scratch)
        child = self.zygote.fork("test", scratch)
        now = time.monotonic()
        deadline = min(now + 2 * self.limits.cell, max(self.end, now + self.limits.cell / 2))
        try:
            job = {
                "before": before,
                "answers": answers,
                "source": cell.source,
                "code": compiled(cell.source),
                "student": self.student,
            }
            child.channel.send(job, deadline)
            while True:
                message = child.receive(deadline)
                if "outputs" in message:
                    return clean_outputs(message["outputs"], self.limits), called
                called = True
                if (run := self.runs[which]) is not None:
                    run.told = run.told or BEGIN_HIDDEN in cell.source
                child.channel.send(self._call(which, message, deadline), deadline)
        except Late:
            return [_error("Stopped", "This test took too long with your answer and was stopped.")], called
        except (ChannelBroken, RecursionError):
            reason = "This test could not be carried out with your answer: it is too large, or ended the test's process."
            return [_error("Stopped", reason)], called
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
            values = self._wait(run, deadline).get("values")
            answers = {name: values[name] for name in names if isinstance(values[name], dict)}  # type: ignore[index]
            return absent | answers
        except (Late, ChannelBroken, _TooMuch, KeyError, TypeError):
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
            reply = self._wait(run, until, GLANCE)
            return {key: reply[key] for key in ("value", "raised", "message", "refused") if key in reply}
        except Late:
            reason = {"raised": "TimeoutError", "message": "the function does not come to an end"}
        except (ChannelBroken, _TooMuch):
            reason = {"raised": "RuntimeError", "message": "the function ended its process, or its result is too large"}
        run.child.stop()
        self.runs[which] = None
        return reason


class _TooMuch(Exception):
    pass


def _holds_function(answers: dict[str, Any]) -> bool:
    # As text: a hundred times faster than a walk, and no text of the student's looks so, since its quotes are escaped.
    with suppress(RecursionError):  # nested too deeply to be handed on: the test will say so
        return '["function"' in json.dumps(answers)
    return False


def _error(name: str, message: str) -> dict[str, Any]:
    return {"output_type": "error", "ename": name, "evalue": message, "traceback": [f"{name}: {message}"]}


def _remove(folder: Path) -> None:
    """Remove a scratch folder, however deep it is and even if a process that was just stopped still writes.

    What lies in a folder is moved up and the folder removed, so that no path grows: `shutil.rmtree` fails a thousand deep.
    """
    fresh = (f"{secrets.token_hex(8)}-{number}" for number in itertools.count())  # names that no submission has taken
    for _ in range(100):
        try:
            while entries := list(os.scandir(folder)):
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        for inner in list(os.scandir(entry.path)):
                            os.rename(inner.path, folder / next(fresh))
                        os.rmdir(entry.path)
                    else:
                        os.unlink(entry.path)
            os.rmdir(folder)
            return
        except OSError:
            time.sleep(0.02)


def clean_outputs(outputs: Any, limits: Limits) -> list[dict[str, Any]]:
    """Outputs as nbformat has them and within the limits, whatever the child sent: what does not fit is left out."""
    kept: list[dict[str, Any]] = []
    left = 2 * limits.output  # a chart counts here as it is written, which is more than what the recorder counts
    for output in outputs[: limits.outputs] if isinstance(outputs, list) else []:
        if isinstance(output, dict) and (cleaned := _clean(output)):
            try:
                left -= len(json.dumps(cleaned))
            except RecursionError:
                left = -1
            if left < 0:
                kept.append({"output_type": "stream", "name": "stdout", "text": CUT})
                break
            kept.append(cleaned)
    return kept


def _clean(output: dict[str, Any]) -> dict[str, Any] | None:
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return {"output_type": kind, "name": name, "text": str(output.get("text"))}
    if kind in {"display_data", "execute_result"} and isinstance(output.get("data"), dict):
        # Structured data only where nbformat has it; elsewhere a viewer would take it for lines of text.
        data = {
            mime: value
            for mime, value in output["data"].items()
            if isinstance(value, str) or (mime.endswith("json") and isinstance(value, dict | list))
        }
        return {"output_type": kind, "data": data, "metadata": {}} | (
            {"execution_count": None} if kind == "execute_result" else {}
        )
    if kind == "error":
        lines = output.get("traceback")
        traceback = [str(line) for line in lines] if isinstance(lines, list) else []
        return {
            "output_type": kind,
            "ename": str(output.get("ename")),
            "evalue": str(output.get("evalue")),
            "traceback": traceback,
        }
    return None
