"""One submission: its cells through the student's process, its tests through processes of their own."""

from __future__ import annotations

import hashlib
import math
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from nbproctor.author import compiled
from nbproctor.channel import ChannelBroken, Late
from nbproctor.outputs import clean_outputs, error_output, within
from nbproctor.replay import Ended, Replay, Run
from nbproctor.sandbox import Limits
from nbproctor.scratch import Files, Scratch, remove
from nbproctor.wanted import Cell, Notebook
from nbproctor.zygote import Child, Zygote

Needs = dict[str, tuple[int, frozenset[str]]]  # of tests by their names
GLANCE = 0.02  # seconds between looks while a test calls a function dozens of times: a look takes as long as a short call


class Submission:
    """Run the cells of one submission; `notes` says in sentences what went wrong with it.

    First every cell of the student's is run and shown, and at the place of each test the values that it wants are read. Then the
    tests are carried out, in a process that no line of the student's touches; where one calls a function, the student's process,
    which from now on shows nothing, works it out. So no output can repeat what a hidden test tried.

    `support` are the author's files, for cells and tests; `own` the student's, of which a test sees data alone: a module named as a
    library would be imported in its place. `student` is who handed in: tests find it in the environment as `NBPROCTOR_STUDENT`.
    `asked` are names that the answer cells, as they were given out, define. `by_changes` gives the names of the tests that the
    author's own solution passes only where what functions change in their arguments is seen (1), as with `stack.pop()`, or what the test
    has put under names of its own (2), and which; where it is None this is the author's own.
    `masks` is whether it has foreseen masked items in arrays.
    """

    def __init__(
        self,
        zygote: Zygote,
        limits: Limits,
        support: Files,
        own: Files,
        student: str = "",
        asked: frozenset[str] = frozenset(),
        by_changes: Callable[[], Needs] | None = dict,
        masks: bool = True,
    ) -> None:
        self.zygote, self.limits, self.student, self.asked = zygote, limits, student, asked
        self.by_changes, self.masks = by_changes, masks
        self.passed_by_changes: Needs = {}
        self.folders = Scratch(support, own, limits)
        self.read: dict[bytes, tuple[Any, int]] = {}  # the same answers, kept once, and their size as JSON
        self.shown_left = limits.shown
        self.test_process: Child | None = None
        self.notes: list[str] = []

    def run(self, cells: list[Cell]) -> None:
        """Run all cells and fill in their outputs."""
        self.cells = cells
        self.replay = replay = Replay(self.zygote, self.limits, self.folders, cells, self._read)
        try:
            self.tests = Notebook(cells, self.asked).tests
            for position, cell in enumerate(cells):
                if cell.role != "test":
                    cell.outputs = self._show(position)
            if self.tests:
                replay.at(max(replay.current.upto if replay.current else 0, max(self.tests) + 1))
            # Endless cells must not take the time of the tests.
            replay.end = max(replay.end, time.monotonic() + self.limits.notebook / 2)
            for position in self.tests:
                cells[position].outputs = self._test(position)
        finally:
            replay.drop()
            if self.test_process:
                self.test_process.stop()
            remove(self.folders.folder)
            self.notes = replay.notes

    # --- the student's cells ----------------------------------------------------------------------------------------

    def _show(self, position: int) -> list[dict[str, Any]]:
        """Outputs of a cell that is no test."""
        run = self.replay.at(position)
        if run is None:
            return [error_output("NotRun", "This cell was not run: the notebook's time was used up before it.")]
        reply = self.replay.step(run, position)
        if reply is None:
            return [error_output("Stopped", self.replay.skipped[position])]
        most = min(2 * self.limits.output, self.shown_left)
        outputs, left = within(clean_outputs(reply.get("outputs"), self.limits), most)
        self.shown_left -= most - left
        return outputs

    def _read(self, run: Run, position: int) -> None:
        """Read what the test at this position wants of the student's process; where that fails it is stopped."""
        test = self.tests[position]
        names, answers = test.of(run.names)
        if names and not test.unread:
            kept = b""
            try:
                message = {"fetch": names, "describe": test.describe, "given": test.shown_without(run.names)}
                values = self.replay.ask(run, message, pause=GLANCE).get("values")
                last = run.child.channel.last
                kept = hashlib.sha256(last).digest()
                values, _ = self.read.setdefault(kept, (values, len(last)))
                answers |= {name: values[name] for name in names if isinstance(values[name], dict)}
                if sum(size for _, size in self.read.values()) > 2 * self.limits.answer:
                    raise Ended("gives answers that are too large together")  # they are kept until the tests run
                # As text: a hundred times faster than a walk.
                test.calls = test.calls or b'"function"' in last
            except (Ended, KeyError, TypeError, RecursionError):
                reason = "reading it does not end, or it is too large"
                test.answers, test.unread = answers | {name: {"refused": reason} for name in names}, True
                self.read.pop(kept, None)
                self.replay.drop()
                return
        if not test.unread:
            test.answers = answers
        run.upto = position + 1
        test.saved = test.saved or self.folders.keep(run.scratch)

    # --- the tests --------------------------------------------------------------------------------------------------

    def _test(self, position: int) -> list[dict[str, Any]]:
        """Outputs of a test cell."""
        replay, wanted = self.replay, self.tests[position]
        replay.restarts, run = 0, replay.current
        if wanted.calls and (run is None or run.upto <= position or wanted.moved(run.upto)):
            run = replay.at(position + 1)
        told, later = run is not None and run.told, run is not None and run.upto > position + 1
        outputs, called, again = self._carry_out(position)
        leaves = not wanted.hidden and any(position in test.values.values() for test in self.tests.values())
        if called and ((told and (outputs or leaves)) or (later and _failed(outputs))):
            # What is shown, or left to a test that shows it, would come from functions that know the hidden inputs of an earlier test, or it fails for what a later
            # cell has changed unseen (a module, a library's settings): ask a process that has only run the cells before.
            replay.drop()
            if replay.at(position + 1):
                outputs, called, again = self._carry_out(position)
            elif told:
                for test in self.tests.values():
                    test.values = {name: earlier for name, earlier in test.values.items() if earlier != position}
                no_time = error_output("Failed", "This test failed; there was no time left to say why.")
                return [no_time] if _failed(outputs) else _results(outputs)
        # With what was held back, step by step; a test that has passed without must pass with all of it.
        for level in (1, 2) if _failed(outputs) else (2,):
            if again and (not _failed(outputs) or level <= self._needed(position)[0]):
                replay.drop()
                replay.at(position + 1)
                self.folders.forget()
                second, _, again = self._carry_out(position, level)
                if not _failed(outputs):
                    return second if _points(second) <= _points(outputs) else _results(outputs)
                if not _failed(second):
                    self.passed_by_changes[self.cells[position].name] = level, frozenset(wanted.doubtful)
                    return second
        return outputs

    def _needed(self, position: int) -> tuple[int, frozenset[str]]:
        """How much of what is held back the author's own solution needs to pass a test, and which names of the test's it may use."""
        if self.by_changes is None:  # this is the author's own
            return 2, frozenset(self.tests[position].doubtful)
        began = time.monotonic()
        needed = self.by_changes().get(self.cells[position].name, (0, frozenset()))
        self.replay.end += time.monotonic() - began
        return needed

    def _carry_out(self, position: int, again: int = 0) -> tuple[list[dict[str, Any]], bool, bool]:
        """Outputs of a test cell, whether it called a function of the student's, and whether it must pass `again`.

        Then with what could be a help the first time: (1) the changes that functions make in their arguments, and functions of the
        student's that are named like the author's; (2) also what the test has put under names that may be its own.
        """
        wanted, called, new = self.tests[position], False, self.test_process is None
        if self.test_process is None:
            self.test_process = self.zygote.fork("test", self.folders.new("test"))
        self.folders.hand_over(wanted.saved or self.folders.saved, self.folders.test)
        child, replay = self.test_process, self.replay
        source = self.cells[position].source
        job = {
            "position": position,
            "source": source,
            "code": compiled(source),
            "before": [(text, compiled(text)) for text in wanted.before],
            "sources": wanted.sources,
            "asked": sorted(self.asked),
            "answers": wanted.answers,
            "redefined": sorted(wanted.redefined),
            "own": wanted.own(),
            "shared": sorted(wanted.shared),
            "doubtful": sorted(wanted.doubtful & self._needed(position)[1] if again == 2 else wanted.doubtful),
            "changing": sorted(wanted.changing),
            "values": wanted.values,
            "worked_out": sorted(wanted.worked_out),
            "leaves": [name for test in self.tests.values() for name, earlier in test.values.items() if earlier == position],
            "student": self.student,
            "again": again,
            "masks": self.masks,
            "hidden": wanted.hidden,
            "repeated": wanted.carried_out,
        }
        wanted.carried_out = True
        now = time.monotonic()
        deadline = min(now + 2 * self.limits.cell, max(replay.end, now + self.limits.cell / 2))
        # Its process may end meanwhile.
        heard = wanted.hidden or (replay.current is not None and replay.current.told)
        try:
            child.channel.send(job, deadline)
            while True:
                message = child.receive(deadline)
                if "outputs" in message:
                    if heard:
                        self.folders.forget()
                    return clean_outputs(message["outputs"], self.limits), called, message["again"]
                called = True
                if replay.current is not None:
                    replay.current.told = replay.current.told or wanted.hidden
                child.channel.send(self._call(child.channel.last, deadline), deadline)
        except Late:
            reason = "This test took too long with your answer and was stopped."
        except (ChannelBroken, RecursionError):
            reason = "This test could not be carried out with your answer: it is too large, or ended the test's process."
        child.stop()
        self.test_process = None
        if new or "too long" in reason:
            return [error_output("Stopped", reason)], called, False
        # Earlier tests may have used up what one process may have: this one gets a process of its own, and functions that have
        # not heard its hidden inputs yet.
        if called:
            replay.drop()
            replay.at(position + 1)
        return self._carry_out(position, again)

    def _call(self, message: bytes, deadline: float) -> dict[str, Any] | bytes:
        """What a student's process says to a message of a test's: what came of its calls, or a function that it wants called."""
        lost = ["ended", "the function ended its process in an earlier call"]
        if run := self.replay.current:
            try:
                self.folders.hand_over(self.folders.test, run.scratch)
                reply = self.replay.ask(run, message, deadline - 1, GLANCE)
                self.folders.hand_over(run.scratch, self.folders.test)
                return {"replies": []} if "lost" in reply else run.child.channel.last  # "lost" is the grader's word
            except Ended as ended:
                lost = ["ended", "the function ended its process, or its result is too large"]
                if str(ended) == "late":
                    lost = ["late", "the function does not come to an end in the time that a test has"]
        return {"replies": [], "lost": lost}


def _failed(outputs: list[dict[str, Any]]) -> bool:
    return any(output["output_type"] == "error" for output in outputs)


def _results(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of a test that did not fail: the number of points that it gives, if it does."""
    return [output for output in outputs if output["output_type"] == "execute_result"]


def _points(outputs: list[dict[str, Any]]) -> float:
    """What a test gives, for comparison: all points where nothing is said, none where it failed."""
    if _failed(outputs):
        return -math.inf
    with suppress(KeyError, ValueError, TypeError):
        return min((float(output["data"]["text/plain"]) for output in _results(outputs)), default=math.inf)
    return math.inf  # as nbgrader takes what it cannot read
