"""Run an answer against its exercise's test cell: a forked child for each, out of one warm process.

The lighter sibling of the grading path, for thousands of answers; `test_demo.py` holds the bank against the real one.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import time
import warnings
from dataclasses import dataclass

from exercises import Exercise

from usjapan.demo import ME

SECONDS = 10
STUDENT = "mina-07"


@dataclass(frozen=True)
class Outcome:
    """What came of an answer: whether the test cell passed, else the error that a student would see."""

    passed: bool
    message: str


def warm() -> None:
    """Import once what the cells import, and read the tables."""
    import altair  # noqa: F401

    import usjapan
    import usjapan.charts

    for name in usjapan.TABLES:
        usjapan.load(name)


def attempt(exercise: Exercise, answer: str, seconds: float = SECONDS, student: str = STUDENT) -> Outcome:
    """Run set-up, answer and test cell in a child of this process; an answer that does not end has failed.

    `student` is who hands in.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    end, other = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(end)
        os.environ["NBPROCTOR_STUDENT"] = student
        _be_child(exercise, answer.replace(ME, student), other)
    os.close(other)
    try:
        data, deadline = b"", time.monotonic() + seconds
        while True:
            ready, _, _ = select.select([end], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                return Outcome(False, "Stopped: it does not end")
            part = os.read(end, 1 << 16)
            if not part:
                break
            data += part
    finally:
        os.close(end)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    text = data.decode(errors="replace")
    return Outcome(text == "passed", text)


def _be_child(exercise: Exercise, answer: str, handle: int) -> None:
    try:
        null = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(null, standard)
        warnings.simplefilter("ignore")
        os.write(handle, run_cells(exercise, answer).encode()[:60000])
    finally:
        os._exit(0)


def run_cells(exercise: Exercise, answer: str) -> str:
    """Run the three cells in one namespace, as a notebook does; "passed", or the test cell's error."""
    names: dict[str, object] = {"__name__": "__main__"}
    exec(compile(exercise.setup, "<setup>", "exec"), names)
    # An answer that stops half-way is still tested: the names before are there.
    try:
        exec(compile(answer, "<answer>", "exec"), names)
    except BaseException as error:
        names["_stopped"] = error
    try:
        exec(compile(exercise.test, "<test>", "exec"), names)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"
    return "passed"
