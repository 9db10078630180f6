"""One submission: its cells through the student's process, its tests through processes of their own."""

from __future__ import annotations

import json
import math
import os
import shutil
import stat
import subprocess
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from nbproctor.author import BEGIN_HIDDEN, author_names, compiled, definitions, names_needed, names_read, names_set
from nbproctor.channel import ChannelBroken, Late
from nbproctor.plain import MAX_DEPTH
from nbproctor.sandbox import Limits
from nbproctor.shell import CUT
from nbproctor.zygote import Child, Zygote

Role = Literal["student", "locked", "test"]
# Each restart runs the earlier cells again; a notebook that needs more has nothing left to run.
RESTARTS = 12
WATCH = 0.25  # seconds between looks at the scratch folder while a cell runs
GLANCE = 0.02  # seconds between looks while a test calls a function dozens of times: a look takes as long as a short call

# Files that the student's process and a test's hand each other: data, never what Python or a library would load by its name.
DATA_FILES = {".csv", ".tsv", ".txt", ".json", ".md", ".html", ".xml", ".svg", ".png", ".jpg"}
# Where one of these is in a test, it asks how a function is written.
ABOUT = ("inspect", "__doc__", "__annotations__", "__signature__")


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

    First every cell of the student's is run and shown, and at the place of each test the values that it wants are read. Then the
    tests are carried out, in a process that no line of the student's touches; where one calls a function, the student's process,
    which from now on shows nothing, works it out. So no output can repeat what a hidden test tried.

    `support` is a folder of the author's files, for cells and tests; `own` one of the student's, which no test sees: one named as
    a library would be imported in its place. `student` is who handed in: tests find it in the environment as `NBPROCTOR_STUDENT`. Names that the
    author's cells have are the author's, but those `asked` for: what the answer cells, as they were given out, define.
    """

    def __init__(
        self, zygote: Zygote, limits: Limits, support: Path, own: Path, student: str = "", asked: frozenset[str] = frozenset()
    ) -> None:
        self.zygote, self.limits, self.support, self.own, self.student, self.asked = (
            zygote,
            limits,
            support,
            own,
            student,
            asked,
        )
        self.notes: list[str] = []
        self.skipped: dict[int, str] = {}  # cells that did not come to an end, and why
        self.answers: dict[int, dict[str, Any]] = {}  # what a test wants, by its position
        self.unread: set[int] = set()  # tests for which reading that did not come to an end
        self.calling: set[int] = set()  # tests that want functions
        self.sizes: dict[int, int] = {}  # of answers, as JSON
        self.given = {path.name for path in support.iterdir()}
        self.versions: dict[tuple[Path, Path, str], tuple[int, int]] = {}  # of files that were handed over: from, to, name
        self.restarts = 0

    def run(self, cells: list[Cell]) -> None:
        """Run all cells and fill in their outputs."""
        self.cells = cells
        self.shown_left = self.limits.shown
        self.end = time.monotonic() + self.limits.notebook
        self.student_run: _Run | None = None
        self.test_process: Child | None = None
        self.folder = Path(tempfile.mkdtemp(prefix="nbproctor-"))
        self.saved = Path(tempfile.mkdtemp(prefix="saved-", dir=self.folder))  # data files that the student's cells have left
        tests = [position for position, cell in enumerate(cells) if cell.role == "test"]
        try:
            for position, cell in enumerate(cells):
                if cell.role != "test":
                    self._show(position)
            if tests and (last := self._at(tests[-1] + 1)):
                self._hand_over(last.scratch, self.saved)
            moved = self._moved() if self.calling else set()
            # Endless cells must not take the time of the tests.
            self.end = max(self.end, time.monotonic() + self.limits.notebook / 2)
            for position in tests:
                cells[position].outputs = self._test(position, moved)
        finally:
            for child in (self.student_run and self.student_run.child, self.test_process):
                if child:
                    child.stop()
            _remove(self.folder)

    # --- the student's cells ----------------------------------------------------------------------------------------

    def _show(self, position: int) -> None:
        run = self._at(position)
        if run is None:
            self.cells[position].outputs = [
                _error("NotRun", "This cell was not run: the notebook's time was used up before it.")
            ]
            return
        reply = self._step(run, position)
        if reply is None:
            self.cells[position].outputs = [_error("Stopped", self.skipped[position])]
        else:
            outputs = clean_outputs(reply.get("outputs"), self.limits, min(2 * self.limits.output, self.shown_left))
            self.shown_left -= sum(len(json.dumps(output)) for output in outputs)
            self.cells[position].outputs = outputs

    def _at(self, position: int) -> _Run | None:
        """The student's process with every cell before `position` run and what the tests there want read.

        None where time or restarts are used up.
        """
        while True:
            run = self.student_run
            # One that was told hidden inputs runs no further cell: an answer read after it could hold them.
            if run is None or run.upto > position or (run.told and run.upto < position):
                self._drop()
                if self.restarts > RESTARTS or time.monotonic() > self.end:
                    return None
                self.restarts += 1
                run = self.student_run = self._start()
            while self.student_run is run and run.upto < position:
                if self.cells[run.upto].role == "test":
                    self._read(run, run.upto)
                elif run.upto in self.skipped:
                    run.upto += 1
                else:
                    self._step(run, run.upto)
            if self.student_run is run:
                return run

    def _start(self) -> _Run:
        scratch = Path(tempfile.mkdtemp(prefix="student-", dir=self.folder))
        for files in (self.own, self.support):
            shutil.copytree(files, scratch, dirs_exist_ok=True)
        return _Run(self.zygote.fork("student", scratch), scratch)

    def _drop(self) -> None:
        if self.student_run:
            self.student_run.child.stop()
            _remove(self.student_run.scratch)  # the next one does not see by free space what this one wrote
            self.student_run = None

    def _step(self, run: _Run, position: int) -> dict[str, Any] | None:
        """Run one cell; None where it did not come to an end: then the process is stopped and the cell skipped from now on."""
        try:
            reply = self._ask(run, {"run": self.cells[position].source, "number": position + 1})
        except _Ended as ended:
            self.skipped[position] = reason = {
                "late": f"This cell was still running after {self.limits.cell:g} seconds and was stopped. A loop that never ends?",
                "broken": "This cell ended its process (for example by exit, a crash, or too much memory).",
            }.get(str(ended), f"This cell {ended}.")
            name = f" ({self.cells[position].name})" if self.cells[position].name else ""
            self.notes.append(f"Code cell {position + 1}{name}: {reason}")
            return None
        run.upto = position + 1
        names = reply.get("names")
        run.names = {name for name in names if isinstance(name, str)} if isinstance(names, list) else set()
        return reply

    def _ask(self, run: _Run, message: dict[str, Any], latest: float = math.inf, pause: float = 0.0) -> dict[str, Any]:
        """Answer of a student's process; its threads and files are looked at meanwhile, and afterwards at most every `pause`.

        Raises `_Ended`, with the reason, where none comes within a cell's time: then the process is stopped.
        """
        deadline = min(time.monotonic() + self.limits.cell, self.end, latest)
        try:
            run.child.channel.send(message, deadline)
            while True:
                with suppress(Late):
                    reply = run.child.receive(min(deadline, time.monotonic() + WATCH))
                    if time.monotonic() - run.looked >= pause:
                        self._watch(run)
                    return reply
                self._watch(run)
                if time.monotonic() >= deadline:
                    raise Late
        except Late:
            reason = "late"
        except ChannelBroken as error:
            reason = "shows more than the grader keeps" if "limit" in str(error) else "broken"
        except _Ended as ended:
            reason = str(ended)
        self._drop()
        raise _Ended(reason)

    def _watch(self, run: _Run) -> None:
        run.looked = time.monotonic()
        if run.child.threads() > self.limits.threads:
            raise _Ended("started more threads than the grader allows, and was stopped")
        if run.child.written() > self.limits.written:
            raise _Ended("wrote more to files than the grader allows, and was stopped")
        files = size = 0
        for folder, folders, names in os.walk(run.scratch):
            files += len(folders) + len(names)
            for name in names:
                with suppress(OSError):  # it may be gone again
                    size += os.lstat(os.path.join(folder, name)).st_size
            if files > self.limits.files or size > self.limits.scratch:
                raise _Ended("wrote more files than the grader allows, and was stopped")

    # --- the tests --------------------------------------------------------------------------------------------------

    def _read(self, run: _Run, position: int) -> None:
        """Read what the test at this position wants of the student's process; where that fails it is stopped."""
        before, theirs = self._authors_before(position)
        sources = (self.cells[position].source, *before)  # a helper may read an answer too
        wanted = frozenset[str]().union(*(names_read(source, self.asked) for source in sources)) - theirs
        # Only names that the student's cells have defined are asked for: the names that a hidden test uses stay with it.
        names = sorted(wanted & run.names)
        answers: dict[str, Any] = {name: {"absent": True} for name in wanted - run.names}
        if names and position not in self.unread:
            try:
                about = any(word in source for word in ABOUT for source in sources)
                values = self._ask(run, {"fetch": names, "test": position, "describe": about}, pause=GLANCE).get("values")
                answers |= {name: values[name] for name in names if isinstance(values[name], dict)}  # type: ignore[index]
                self._keep(position, answers)
            except (_Ended, KeyError, TypeError, RecursionError):
                reason = "reading it does not end, or it is too large"
                self.answers[position] = answers | {name: {"refused": reason} for name in names}
                self.unread.add(position)
                self._drop()
                return
        self.answers.setdefault(position, answers)
        run.upto = position + 1

    def _keep(self, position: int, answers: dict[str, Any]) -> None:
        text = json.dumps(answers)
        self.sizes[position] = len(text)
        if sum(self.sizes.values()) > 2 * self.limits.answer:
            raise _Ended("gives answers that are too large together")  # they are kept until the tests run
        self.answers[position] = answers
        # As text: a hundred times faster than a walk, and no text of the student's looks so, since its quotes are escaped.
        if '["function"' in text:
            self.calling.add(position)

    def _moved(self) -> set[int]:
        """Tests whose functions might answer otherwise now than at their place, since later cells have changed what they use."""
        run = self.student_run
        if run is None:
            return set()
        try:
            moved = self._ask(run, {"moved": True}).get("moved")
        except _Ended:
            return set()
        return {position for position in moved if isinstance(position, int)} if isinstance(moved, list) else set()

    def _test(self, position: int, moved: set[int]) -> list[dict[str, Any]]:
        """Outputs of a test cell."""
        self.restarts = 0
        run = self.student_run
        if position in self.calling and (
            run is None or run.upto <= position or (run.upto > position + 1 and position in moved)
        ):
            run = self._at(position + 1)
        told = run is not None and run.told
        outputs, called, again = self._carry_out(position)
        if again and not any(output["output_type"] == "error" for output in outputs):
            self._drop()
            self._at(position + 1)
            return self._carry_out(position, changes=True)[0]
        if not (outputs and called and told):
            return outputs
        # What is shown would come from functions that know the hidden inputs of an earlier test: ask a process that does not.
        self._drop()
        if self._at(position + 1) is None:
            failed = any(output["output_type"] == "error" for output in outputs)
            partial = [output for output in outputs if output["output_type"] == "execute_result"]  # a number of points
            return [_error("Failed", "This test failed; there was no time left to say why.")] if failed else partial
        return self._carry_out(position)[0]

    def _carry_out(self, position: int, changes: bool = False) -> tuple[list[dict[str, Any]], bool, bool]:
        """Outputs of a test cell, whether it called a function of the student's, and whether it must pass again, with `changes`."""
        cell, called, new = self.cells[position], False, self.test_process is None
        if self.test_process is None:
            self.test_scratch = Path(tempfile.mkdtemp(prefix="test-", dir=self.folder))
            shutil.copytree(self.support, self.test_scratch, dirs_exist_ok=True)
            self.test_process = self.zygote.fork("test", self.test_scratch)
        self._hand_over(self.saved, self.test_scratch)
        child = self.test_process
        now = time.monotonic()
        deadline = min(now + 2 * self.limits.cell, max(self.end, now + self.limits.cell / 2))
        job = {
            "before": [(source, compiled(source)) for source in self._authors_before(position)[0]],
            "asked": sorted(self.asked),
            "answers": self.answers.get(position, {}),
            "source": cell.source,
            "code": compiled(cell.source),
            "student": self.student,
            "changes": changes,
        }
        try:
            child.channel.send(job, deadline)
            while True:
                message = child.receive(deadline)
                if "outputs" in message:
                    if BEGIN_HIDDEN in cell.source:
                        self._forget_files()
                    return clean_outputs(message["outputs"], self.limits), called, message["again"]
                called = True
                if self.student_run is not None:
                    self.student_run.told = self.student_run.told or BEGIN_HIDDEN in cell.source
                child.channel.send(self._call(message, deadline), deadline)
        except Late:
            reason = "This test took too long with your answer and was stopped."
        except (ChannelBroken, RecursionError):
            reason = "This test could not be carried out with your answer: it is too large, or ended the test's process."
        child.stop()
        self.test_process = None
        if new or "too long" in reason:
            return [_error("Stopped", reason)], called, False
        # Earlier tests may have used up what one process may have: this one gets a process of its own, and functions that have
        # not heard its hidden inputs yet.
        if called:
            self._drop()
            self._at(position + 1)
        return self._carry_out(position, changes)

    def _authors_before(self, position: int) -> tuple[list[str], frozenset[str]]:
        """What the author's cells before this one leave to a test, and which names are therefore the author's.

        Locked cells, and of earlier tests what it uses of their definitions.
        """
        locked = [cell.source for cell in self.cells[:position] if cell.role == "locked"]
        known = frozenset[str]().union(*map(author_names, locked)) - self.asked
        theirs, since = set(known), set(self.asked)
        sources: list[str] = []
        students: list[str] = []  # cells that were run after the one that is looked at
        used = set(names_needed(self.cells[position].source))
        for cell in reversed(self.cells[:position]):
            if cell.role == "student":
                students.append(cell.source)
                continue
            if cell.role == "locked":
                sources.append(cell.source)
            else:
                kept: list[str] = []
                wanted = bool(used & author_names(cell.source))
                for text, names in reversed(definitions(cell.source, known)):
                    if used & names:
                        since, students = since.union(*map(names_set, students)), []
                    if used & names - since:
                        used |= names_needed(text)
                        theirs |= names
                        wanted = True
                    elif names:
                        continue
                    kept.insert(0, text)
                if not wanted:
                    continue
                sources.append("\n".join(kept))
                theirs |= author_names(sources[-1]) - self.asked
            used |= names_needed(sources[-1])
        return sources[::-1], frozenset(theirs)

    def _call(self, message: dict[str, Any], deadline: float) -> dict[str, Any]:
        """What a student's process says to a message of a test's: what came of its calls, or a function that it wants called."""
        lost = ["RuntimeError", "the function ended its process in an earlier call"]
        if run := self.student_run:
            try:
                self._hand_over(self.test_scratch, run.scratch)
                reply = self._ask(run, message, deadline - 1, GLANCE)
                self._hand_over(run.scratch, self.test_scratch)
                return {key: reply[key] for key in ("replies", "back", "arguments") if key in reply}
            except _Ended as ended:
                lost = ["RuntimeError", "the function ended its process, or its result is too large"]
                if str(ended) == "late":
                    lost = ["TimeoutError", "the function does not come to an end"]
        return {"replies": [], "lost": lost}

    def _hand_over(self, source: Path, target: Path) -> None:
        """Copy data files that one process has written to the other's folder, as if they had one: a test may read what a cell saved.

        No link is followed and nothing of the author's replaced: the student's process may do to its folder what it likes meanwhile.
        """
        with suppress(OSError):
            for entry in list(os.scandir(source)):
                if Path(entry.name).suffix.lower() not in DATA_FILES or entry.name in self.given:
                    continue
                with suppress(OSError), open(os.open(entry.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
                    version = _version(file)
                    if self.versions.get((source, target, entry.name)) == version or not stat.S_ISREG(
                        os.fstat(file.fileno()).st_mode
                    ):
                        continue
                    data, place = file.read(self.limits.file), target / entry.name
                    place.unlink(missing_ok=True)
                    with open(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600), "wb") as copy:
                        copy.write(data)
                        copy.flush()
                        self.versions |= {(source, target, entry.name): version, (target, source, entry.name): _version(copy)}

    def _forget_files(self) -> None:
        """What a hidden test wrote must not come to the student's process with a later one."""
        for path in self.test_scratch.iterdir():
            if path.name not in self.given:
                _remove(path)
        self.versions = {key: version for key, version in self.versions.items() if self.test_scratch not in key}


def _version(file: Any) -> tuple[int, int]:
    state = os.fstat(file.fileno())
    return state.st_mtime_ns, state.st_size


_CUT = {"output_type": "stream", "name": "stdout", "text": CUT}


class _Ended(Exception):
    """A student's process was stopped or ended by itself; the message says why."""


def _error(name: str, message: str) -> dict[str, Any]:
    return {"output_type": "error", "ename": name, "evalue": message, "traceback": [f"{name}: {message}"]}


def _remove(folder: Path) -> None:
    """Remove a scratch folder, however deep it is and even if a process that was just stopped still writes."""
    for _ in range(100):
        with suppress(OSError, RecursionError):
            return shutil.rmtree(folder)  # fails a thousand deep, where `rm` does not
        if subprocess.run(["rm", "-rf", folder], stderr=subprocess.DEVNULL).returncode == 0:
            return None
        time.sleep(0.02)


def clean_outputs(outputs: Any, limits: Limits, left: float = math.inf) -> list[dict[str, Any]]:
    """Outputs as nbformat has them, whatever the child sent; what comes after the first `left` characters is cut."""
    kept: list[dict[str, Any]] = []
    for output in outputs[: limits.outputs + 1] if isinstance(outputs, list) else []:  # one more is the verdict of a test
        cleaned = _clean(output) if isinstance(output, dict) and not _deep(output) else _CUT
        left -= len(json.dumps(cleaned))
        if left < 0:
            return [*kept, _CUT]
        if cleaned:
            kept.append(cleaned)
    return kept


def _deep(value: Any) -> bool:
    """Whether an output is nested deeper than nbformat reads with ease; a chart is nested about twenty deep."""
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [inner for v in level if isinstance(v, dict | list) for inner in (v.values() if isinstance(v, dict) else v)]
        if not level:
            return False
    return True


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
