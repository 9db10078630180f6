"""The student's process as the grader drives it: started, watched, stopped, and brought to a place in the notebook again."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbproctor.channel import ChannelBroken, Late
from nbproctor.sandbox import Limits
from nbproctor.scratch import Scratch, remove
from nbproctor.wanted import Cell
from nbproctor.zygote import Child, Zygote

# Each restart runs the earlier cells again; a notebook that needs more has nothing left to run.
RESTARTS = 12
WATCH = 0.25  # seconds between looks at the scratch folder while a cell runs


class Ended(Exception):
    """A student's process was stopped or ended by itself; the message says why."""


@dataclass
class Run:
    """A student's process that has run the cells before `upto`, without those that are skipped."""

    child: Child
    scratch: Path
    upto: int = 0
    names: set[str] = field(default_factory=set)
    told: bool = False  # a hidden test has called its functions
    looked: float = 0.0  # when its threads and files were last looked at


class Replay:
    """A student's process that has run a notebook's cells up to some place, and is started anew where that is not to be had.

    `read` is called with it and the position of a test when it is there. A cell that does not come to its end is `skipped` from
    then on, for a reason that `notes` repeat.
    """

    def __init__(
        self, zygote: Zygote, limits: Limits, folders: Scratch, cells: list[Cell], read: Callable[[Run, int], None]
    ) -> None:
        self.zygote, self.limits, self.folders, self.cells, self.read = zygote, limits, folders, cells, read
        self.current: Run | None = None
        self.restarts = 0
        self.end = time.monotonic() + limits.notebook
        self.skipped: dict[int, str] = {}
        self.notes: list[str] = []

    def at(self, position: int) -> Run | None:
        """The student's process with every cell before `position` run and what the tests there want read.

        None where time or restarts are used up.
        """
        while True:
            run = self.current
            # One that was told hidden inputs runs no further cell: an answer read after it could hold them.
            if run is None or run.upto > position or (run.told and run.upto < position):
                self.drop()
                if self.restarts > RESTARTS or time.monotonic() > self.end:
                    return None
                self.restarts += 1
                run = self.current = self._start()
            while self.current is run and run.upto < position:
                if self.cells[run.upto].role == "test":
                    self.read(run, run.upto)
                elif run.upto in self.skipped:
                    run.upto += 1
                else:
                    self.step(run, run.upto)
            if self.current is run:
                return run

    def _start(self) -> Run:
        scratch = self.folders.new("student")
        return Run(self.zygote.fork("student", scratch), scratch)

    def drop(self) -> None:
        """Stop the process, if there is one."""
        if self.current:
            self.current.child.stop()
            remove(self.current.scratch)  # the next one does not see by free space what this one wrote
            self.current = None

    def step(self, run: Run, position: int) -> dict[str, Any] | None:
        """Run one cell; None where it did not come to an end: then the process is stopped and the cell skipped from now on."""
        try:
            reply = self.ask(run, {"run": self.cells[position].source, "number": position + 1})
        except Ended as ended:
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

    def ask(self, run: Run, message: dict[str, Any] | bytes, latest: float = math.inf, pause: float = 0.0) -> dict[str, Any]:
        """Answer of a student's process; its threads and files are looked at meanwhile, and afterwards at most every `pause`.

        Raises `Ended`, with the reason, where none comes within a cell's time: then the process is stopped.
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
        except Ended as ended:
            reason = str(ended)
        self.drop()
        raise Ended(reason)

    def _watch(self, run: Run) -> None:
        run.looked = time.monotonic()
        if run.child.threads() > self.limits.threads:
            raise Ended("started more threads than the grader allows, and was stopped")
        if run.child.written() > self.limits.written:
            raise Ended("wrote more to files than the grader allows, and was stopped")
        files = size = 0
        for folder, folders, names in os.walk(run.scratch, onerror=_unlisted):
            files += len(folders) + len(names)
            for name in names:
                with suppress(OSError):  # it may be gone again
                    size += os.lstat(os.path.join(folder, name)).st_size
            if files > self.limits.files or size > self.limits.scratch:
                raise Ended("wrote more files than the grader allows, and was stopped")


def _unlisted(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):  # which is gone again; else it may not be read, or has too long a path
        raise Ended("made a folder that the grader cannot look into, and was stopped")
