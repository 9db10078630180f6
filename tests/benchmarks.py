"""`python -m tests.benchmarks`: how long grading, loading tables and importing take, against what they replace. No test: it prints.

Grading, on the same honest submissions of a real assignment (right answers from the bank, mixed):
  stock   `nbgrader autograde` with its default preprocessors, in a course folder with a configuration of its own
  ours    `usjapan grade` with 1 and with 2 workers
  floor   a warm process forks a child that runs all cells of a submission, tests included, in one shell: no isolation, nothing
          read, written or recorded. No engine that runs the same cells in Python can take less.
Of each, the start (imports, workers) is kept apart from the time per submission: it is paid once for a class.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import multiprocessing
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from usjapan.course import Course
from usjapan.demo import Bank, Simulated, hand_in, points, prepare

ROOT = Path(__file__).resolve().parent.parent
PACE = 3.0  # seconds between two looks at the memory: a look takes 20 ms


# --- the class ------------------------------------------------------------------------------------------------------


def make_class(folder: Path, assignment: str, count: int) -> Course:
    """A course in which `count` students have handed in right answers, each a mix of its own."""
    course = prepare(folder, ROOT / "assignments")
    release = course.release(assignment)
    source = next((course.root / "source" / assignment).glob("*.ipynb"))
    right = Bank.read(ROOT / "tests" / "answers" / assignment).right
    worth = points(source)
    for k in range(count):
        answers = {exercise: right[exercise][(k + i) % len(right[exercise])] for i, exercise in enumerate(worth)}
        inbox = course.root / "submitted" / f"student-{k:04}" / assignment
        inbox.mkdir(parents=True)
        made = hand_in(Simulated(f"student-{k:04}", sum(worth.values()), answers), release / source.name, inbox, assignment)
        made.rename(inbox / source.name)
    return course


def marks(course: Path) -> dict[tuple[str, str], float]:
    """Marks in a gradebook, by student and test cell."""
    query = """
        select assignment.student_id, base_cell.name, grade.auto_score from grade
        join base_cell on base_cell.id = grade.cell_id
        join submitted_notebook on submitted_notebook.id = grade.notebook_id
        join submitted_assignment as assignment on assignment.id = submitted_notebook.assignment_id
    """
    with contextlib.closing(sqlite3.connect(course / "gradebook.db")) as book:
        return {(student, cell): mark for student, cell, mark in book.execute(query)}


# --- the three ways to grade it -------------------------------------------------------------------------------------


class Memory:
    """Most memory that this process's children held together, in MiB: proportional set size, so that shared pages count once."""

    def __enter__(self) -> Memory:
        self.peak, self.over = 0.0, threading.Event()
        self.thread = threading.Thread(target=self._watch)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.thread.join()

    def _watch(self) -> None:
        while not self.over.wait(PACE):
            self.peak = max(self.peak, sum(map(_memory, _offspring(os.getpid()))))


def _offspring(process: int) -> Iterator[int]:
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield int(child)
                yield from _offspring(int(child))


def _memory(process: int) -> float:
    with contextlib.suppress(OSError, StopIteration):
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("Pss:")).split()[1]) / 1024
    return 0.0


class Clock:
    """The times at which submissions were done, as the progress bar learns of them."""

    def __init__(self) -> None:
        self.times: list[float] = []

    def update(self, _: int) -> None:
        self.times.append(time.monotonic())

    def close(self) -> None:
        pass


def in_new_process(function: Callable[..., Any], *arguments: Any) -> Any:
    """Result of a function in a fresh process, as a command would run it."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_answer, args=(theirs, function, *arguments))
    process.start()
    theirs.close()
    try:
        return ours.recv()
    finally:
        process.join()


def _answer(pipe: Any, function: Callable[..., Any], *arguments: Any) -> None:
    pipe.send(function(*arguments))


def grade_ours(folder: Path, assignment: str, workers: int) -> tuple[float, float, float]:
    """Seconds in all, seconds until the first submission was done, and seconds per submission from then on."""
    began, clock = time.monotonic(), Clock()
    Course(folder).grade(assignment, lambda _: clock, workers=workers, force=True)
    ended = time.monotonic()
    # From the first batch of the workers on: before it they import their libraries, each on its own.
    first, last = clock.times[min(workers, len(clock.times) - 1)], clock.times[-1]
    return ended - began, first - began, (last - first) / max(1, len(clock.times) - 1 - workers)


def grade_stock(folder: Path, assignment: str) -> None:
    """Run `nbgrader autograde` with its own defaults."""
    (folder / "nbgrader_config.py").write_text(
        'c = get_config()\nc.CourseDirectory.course_id = "us-japan-alliance"\nc.Execute.timeout = 120\n', encoding="utf-8"
    )
    command = [sys.executable, "-m", "nbgrader", "autograde", assignment]
    programs = str(Path(sys.executable).parent) + os.pathsep + os.environ.get("PATH", "")
    subprocess.run(command, cwd=folder, env={**os.environ, "PATH": programs}, check=True, capture_output=True)


def run_floor(folder: Path, assignment: str) -> tuple[list[float], float]:
    """Seconds of each submission in a fork of a warm process, and processor seconds a submission."""
    course = Course(folder)
    source = json.loads(next((course.root / "source" / assignment).glob("*.ipynb")).read_text(encoding="utf-8"))
    tests = {_grade_id(cell): "".join(cell["source"]) for cell in source["cells"] if _grader(cell).get("locked")}
    from nbproctor import zygote
    from nbproctor.preprocessors import Proctoring
    from nbproctor.sandbox import Limits

    for name in Proctoring(config=course._api.config).preload:
        __import__(name)
    zygote._warm_up(Limits())
    from nbproctor.shell import ready_shell

    seconds = []
    for path in sorted((folder / "submitted").glob(f"*/{assignment}/*.ipynb")):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        cells = [tests.get(_grade_id(c), "".join(c["source"])) for c in notebook["cells"] if c["cell_type"] == "code"]
        began = time.monotonic()
        child = os.fork()
        if child == 0:
            failed = [o for cell in cells for o in ready_shell(Limits()).run(cell) if o["output_type"] == "error"]
            os._exit(bool(failed))
        if os.waitpid(child, 0)[1] != 0:
            raise RuntimeError(f"a right answer fails in {path}")
        seconds.append(time.monotonic() - began)
    return seconds, _processor() / len(seconds)


def _grader(cell: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = cell["metadata"].get("nbgrader", {})
    return found


def _grade_id(cell: dict[str, Any]) -> str:
    return str(_grader(cell).get("grade_id"))


# --- tables and imports ---------------------------------------------------------------------------------------------


def load_tables() -> tuple[float, float]:
    """Seconds to load every table for the first time and again, in this process."""
    import usjapan

    return _seconds(_load_all, usjapan.load, list(usjapan.TABLES)), best(_load_all, usjapan.load, list(usjapan.TABLES))


def read_csv_files() -> tuple[float, float]:
    """Seconds in which pandas reads the same files as they are, for the first time and again, in this process."""
    import pandas as pd

    from usjapan.tables import TABLES, folder, schema

    paths = [folder() / schema(name)["path"] for name in TABLES]
    return _seconds(_load_all, pd.read_csv, paths), best(_load_all, pd.read_csv, paths)


def _load_all(load: Callable[[Any], Any], names: list[Any]) -> None:
    for name in names:
        load(name)


def _seconds(function: Callable[..., Any], *arguments: Any) -> float:
    began = time.perf_counter()
    function(*arguments)
    return time.perf_counter() - began


def best(function: Callable[..., Any], *arguments: Any, times: int = 5) -> float:
    """Seconds of the fastest of several calls."""
    return min(_seconds(function, *arguments) for _ in range(times))


def importing(module: str) -> float:
    """Seconds of `import module` in a fresh interpreter."""
    code = f"import time; began = time.perf_counter(); import {module}; print(time.perf_counter() - began)"
    return float(subprocess.check_output([sys.executable, "-c", code]))


# --- what is printed ------------------------------------------------------------------------------------------------


def main() -> None:
    """Run and print everything."""
    options = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__.partition("\n")[0])
    options.add_argument("--assignment", default="ps2")
    options.add_argument("--stock", type=int, default=4, help="submissions that stock nbgrader grades (default: 4)")
    options.add_argument("--quick", action="store_true", help="leave out the class of 1,000, which takes some minutes")
    chosen = options.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before the start, Python {sys.version.split()[0]}\n")
    with tempfile.TemporaryDirectory(prefix="usjapan-bench-") as scratch:
        bench_grading(Path(scratch), chosen.assignment, chosen.stock, [10, 100] if chosen.quick else [10, 100, 1000])
    bench_tables()


def bench_grading(scratch: Path, assignment: str, few: int, sizes: list[int]) -> None:
    """Grade the same class in each way and compare seconds, processor seconds, marks and memory."""
    print(f"Grading {assignment}: milliseconds a submission, without the start; processor: of all its processes together")
    stocks = [
        (make_class(scratch / f"one-{k}", assignment, 1), make_class(scratch / f"stock-{k}", assignment, few)) for k in (0, 1)
    ]
    courses = {size: make_class(scratch / f"class-{size}", assignment, size) for size in sizes}
    theirs = bench_stock(*stocks[0], assignment, few)
    floors, floor_cpu = in_new_process(run_floor, courses[sizes[1]].root, assignment)
    floor = sum(floors) / len(floors)
    print(
        f"  floor              {floor * 1000:6.0f}   processor {floor_cpu * 1000:5.0f}   {len(floors)} submissions, one process"
    )
    found: dict[tuple[int, int], list[float]] = {}
    spent: dict[tuple[int, int], float] = {}
    # The class before the largest comes a second time after it: what else the machine does changes from minute to minute.
    for workers, size in [(1, sizes[0]), (1, sizes[1]), *((2, size) for size in sizes), *((2, size) for size in sizes[1:-1])]:
        with Memory() as memory:
            before = _processor()
            whole, start, each = in_new_process(grade_ours, courses[size].root, assignment, workers)
            spent[workers, size] = _processor() - before
        found.setdefault((workers, size), []).append(each)
        print(
            f"  ours, {workers} worker{'s' if workers > 1 else ' '}    {each * 1000:6.0f}   {size:5,} submissions in {whole:.1f} s: "
            f"{whole / size * 1000:.0f} each with the start of {start:.1f} s; peak memory {memory.peak:.0f} MiB"
        )
    # A second time at the end, like the class before the largest: the mean stands for the minutes between.
    theirs, theirs_cpu = ((a + b) / 2 for a, b in zip(theirs, bench_stock(*stocks[1], assignment, few), strict=True))
    rates = {what: sum(seconds) / len(seconds) for what, seconds in found.items()}
    ours, ours_two = rates[1, sizes[1]], rates[2, sizes[-1]]
    ours_cpu = (spent[1, sizes[1]] - spent[1, sizes[0]]) / (sizes[1] - sizes[0])
    print(
        f"  2 workers against stock: {theirs / ours_two:.0f} times the throughput; processor time: {theirs_cpu / ours_cpu:.0f} times less"
    )
    print(f"  the floor on 2 cores against stock, if both gave all they have: {2 * theirs / floor:.0f} times")
    print(
        f"  1 worker against the floor: {ours / floor:.1f} times; processor time {ours_cpu * 1000:.0f}: {ours_cpu / floor_cpu:.1f} times"
    )
    if len(sizes) > 2:
        grows = rates[2, sizes[2]] / rates[2, sizes[1]] - 1
        print(f"  cost per submission from {sizes[1]:,} (mean of before and after) to {sizes[2]:,}: {grows:+.0%}")
    expected = marks(stocks[0][1].root)
    same = all(marks(course.root).items() >= expected.items() for size, course in courses.items() if size >= few)
    print(f"  equal marks, cell by cell: {'yes' if same and expected else 'NO'} ({len(expected)} compared)\n")


def bench_stock(one: Course, stock: Course, assignment: str, few: int) -> tuple[float, float]:
    """Seconds and processor seconds a submission of stock nbgrader's, without its start."""
    alone, together = measured(grade_stock, one.root, assignment), measured(grade_stock, stock.root, assignment)
    seconds, processor = ((b - a) / (few - 1) for a, b in zip(alone, together, strict=True))
    print(f"  stock nbgrader     {seconds * 1000:6.0f}   processor {processor * 1000:5.0f}   {few} submissions")
    return seconds, processor


def measured(function: Callable[..., Any], *arguments: Any) -> tuple[float, float]:
    """Seconds, and processor seconds of the processes that it started."""
    before, began = _processor(), time.monotonic()
    function(*arguments)
    return time.monotonic() - began, _processor() - before


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def bench_tables() -> None:
    """Compare loading with pandas reading the same files, and the imports."""
    # Turn by turn, and the best of each: whatever else the machine does meets both alike.
    turns = [(in_new_process(load_tables), in_new_process(read_csv_files)) for _ in range(7)]
    first, again = (min(ours[k] for ours, _ in turns) for k in (0, 1))
    plain_first, plain_again = (min(plain[k] for _, plain in turns) for k in (0, 1))
    print("Loading every table, milliseconds")
    print(
        f"  first time, fresh process   usjapan {first * 1000:6.1f}   pandas.read_csv {plain_first * 1000:6.1f}   ratio {first / plain_first:.2f}"
    )
    print(
        f"  again                       usjapan {again * 1000:6.1f}   pandas.read_csv {plain_again * 1000:6.1f}   ratio {again / plain_again:.2f}\n"
    )
    imports = [(importing("usjapan"), importing("pandas")) for _ in range(15)]
    ours, pandas = (min(pair[k] for pair in imports) for k in (0, 1))
    print("Importing in a fresh process, milliseconds, best of 15")
    print(f"  import usjapan {ours * 1000:.0f}   import pandas {pandas * 1000:.0f}   ratio {ours / pandas:.2f}")


if __name__ == "__main__":
    main()
