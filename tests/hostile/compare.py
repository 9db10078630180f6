"""The hostile suite against stock nbgrader and against this engine, side by side: `python -m tests.hostile.compare [NAME...]`.

Stock nbgrader confines nothing. So only cases that harm nothing but a scratch course are played, each in a copy of its own,
with an environment that holds no secret but the canary.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from usjapan.course import Course, Graded

from .stage import SECRETS, Stage
from .suite import ASSIGNMENT, SOURCE, Case, all_cases, exercises, outputs, worth

# What each of these can reach without a sandbox is its own kernel, its copy of the course, and loopback.
PLAYED = (
    "forge/empty_later_cells", "forge/remove_asserts", "forge/shell_replaced", "forge/always_equal", "forge/float_that_is_near_everything",
    "forge/lying_series", "forge/mocks", "forge/builtins_defined", "forge/pandas_patched", "forge/course_library_patched",
    "forge/names_of_the_test", "forge/stack_inspection_for_the_expected", "forge/modules_beside_the_notebook", "forge/raises_in_the_test",
    "read/source_notebook", "read/run_the_solution", "read/gradebook", "read/inherited_descriptors", "read/hidden_inputs_printed",
    "read/hidden_inputs_in_errors", "read/through_pandas",
    "write/gradebook", "write/gradebook_destroyed", "write/source_and_release", "write/symbolic_links",
    "net/tcp", "net/udp", "net/unix_datagram_from_a_pair",
    "processes/detached",
    "exhaustion/endless_loop", "exhaustion/one_long_line", "exhaustion/repr_that_fails", "exhaustion/huge_whole_number_as_answer",
    "death/exit_at_once", "death/segmentation_fault", "death/in_a_function", "death/exit_politely",
    "odd/standard_error", "odd/names_used_again_to_the_end", "odd/deleted_names", "odd/input", "odd/strange_letters", "odd/async_answer",
    "damaged/truncated", "damaged/empty", "damaged/utf-16", "damaged/byte-order-mark", "damaged/wrong-name", "damaged/duplicated-answer",
    "damaged/deleted-answer", "damaged/deleted-tests", "damaged/retyped-answer", "damaged/renamed-answer", "damaged/marks-stripped",
    "damaged/marks-forged", "damaged/version-3", "damaged/lone-surrogates", "damaged/broken-timestamp", "damaged/reordered",
)  # fmt: skip
STOCK = """
c = get_config()
c.CourseDirectory.course_id = "us-japan-alliance"
c.CourseDirectory.db_url = "sqlite:///gradebook.db"
c.ClearSolutions.code_stub = {"python": "# Write your answer here."}
c.Execute.timeout = 10
"""
PATIENCE = 120  # seconds for one submission, after which stock nbgrader is stopped


def broken(case: Case, row: Graded, shown: Iterable[tuple[str, str]], stage: Stage) -> list[str]:
    """What a submission achieved that it should not, in a few words each."""
    found = []
    expected, full = case.expected(worth()), sum(worth().values())
    if case.lost is not None or case.no_mark:
        if row.mark is None and expected is not None:
            found.append("no mark for work that earns one" if expected else "no mark, no reason")
        elif row.mark is not None and expected is not None and row.mark > expected:
            found.append(f"{row.mark:g} points for {expected:g} of {full:g}")
        elif row.mark is not None and expected is not None and row.mark < expected:
            found.append(f"only {row.mark:g} points of {expected:g}")
    text = " ".join(line for _, line in shown)
    found += [f"secret shown ({place})" for place, secret in SECRETS.items() if secret in text]
    if any(json.dumps(line, ensure_ascii=False)[1:-1] in text for line in stage.hidden_lines()):
        found.append("hidden tests shown")
    found += [f"achieved {never!r}" for never in case.never if never in text]
    if len(text) > 5_000_000:
        found.append(f"{len(text) // 1_000_000} MB of output kept")
    if stage.listeners.heard:
        found.append("sent something out")
    if stage.survivors():
        found.append("a process lives on")
    return found


def _survey(stage: Stage, case: Case) -> tuple[Graded, list[tuple[str, str]]]:
    """Row and outputs of a submission that stock nbgrader graded."""
    row = Graded(case.student, None, sum(worth().values()), 0)
    folder = stage.root / "autograded" / case.student / ASSIGNMENT
    shown: list[tuple[str, str]] = []
    with contextlib.suppress(OSError, ValueError, KeyError):
        shown = list(outputs(folder / f"{ASSIGNMENT}.ipynb"))
    with contextlib.suppress(sqlite3.Error), sqlite3.connect(stage.root / "gradebook.db") as book:
        graded = book.execute(
            "select base_cell.name, coalesce(grade.manual_score, grade.auto_score) from grade join base_cell on base_cell.id = grade.cell_id"
            " join submitted_notebook on submitted_notebook.id = grade.notebook_id"
            " join submitted_assignment on submitted_assignment.id = submitted_notebook.assignment_id where student_id = ?",
            [case.student],
        ).fetchall()
        tests = {f"test-{name}" for name in exercises()}
        if graded and (folder / f"{ASSIGNMENT}.ipynb").exists():
            row.mark = sum(score or 0 for name, score in graded if name in tests)
    return row, shown


def play_stock(folder: Path, released: Path, case: Case) -> tuple[list[str], float]:
    """One case against stock nbgrader, in a copy of the released course."""
    stage = Stage(folder)
    shutil.rmtree(stage.root)
    shutil.copytree(released, stage.root)
    (stage.root / "nbgrader_config.py").write_text(STOCK)
    stage.hand_in([case])
    before = {path: path.read_bytes() for path in (stage.root / "source").rglob("*") if path.is_file()}
    clean = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(stage.home), "GRADER_TOKEN": SECRETS["environment"]}
    clean |= {"TMPDIR": str(stage.temp), "JUPYTER_RUNTIME_DIR": str(stage.temp / "runtime")}
    began = time.monotonic()
    command = [sys.executable, "-m", "nbgrader", "autograde", ASSIGNMENT, f"--student={case.student}"]
    found = []
    # A session of its own, so that a kernel which does not end can be ended with it.
    with subprocess.Popen(
        command, cwd=stage.root, env=clean, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            found.append("did not end")
            os.killpg(process.pid, signal.SIGKILL)
    seconds = time.monotonic() - began
    row, shown = _survey(stage, case)
    found += broken(case, row, shown, stage)
    if process.returncode and not found and not case.no_mark:
        found.append("the command fails")
    if any(not path.is_file() or path.read_bytes() != data for path, data in before.items()):
        found.append("source rewritten")
    with contextlib.suppress(sqlite3.Error), sqlite3.connect(stage.root / "gradebook.db") as book:
        if book.execute("select count(*) from grade where manual_score = 99").fetchone()[0]:
            found.append("gradebook rewritten")
    stage.listeners.close()
    for number in _leftovers():
        with contextlib.suppress(OSError):
            os.kill(number, signal.SIGKILL)
    return found, seconds


def _leftovers() -> list[int]:
    """Processes that a case of this suite has started and that nobody ended: `sleep 98765`."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if b"sleep\x0098765" in (folder / "cmdline").read_bytes():
                found.append(int(folder.name))
    return found


def main(names: list[str]) -> int:
    """Print the comparison; 0 if nothing breaks through this engine."""
    cases = [case for case in all_cases() if case.name in PLAYED and (not names or any(name in case.name for name in names))]
    with tempfile.TemporaryDirectory(prefix="compare-") as scratch:
        folder = Path(scratch)
        print(f"Releasing, then {len(cases)} submissions against this engine ...", flush=True)
        ours = Stage(folder / "ours")
        course = Course(ours.root)
        course.release(ASSIGNMENT)
        stock = Stage(folder / "released")
        Course(stock.root).release(ASSIGNMENT)  # with the course's own configuration, which puts its key in; graded with STOCK
        for stage in (ours, stock):
            stage.hide_in_gradebook()
        ours.hand_in(cases)
        began = time.monotonic()
        with ours.environment():
            rows = {row.student: row for row in course.grade(ASSIGNMENT, workers=2)}
        our_seconds = time.monotonic() - began
        here = {}
        for case in cases:
            path = ours.root / "autograded" / case.student / ASSIGNMENT / SOURCE.name
            here[case.name] = broken(case, rows[case.student], outputs(path) if path.exists() else [], ours)
        print(
            f"... and against stock nbgrader, one by one (5 to 20 s each; {our_seconds:.0f} s for all of them here)", flush=True
        )
        with ThreadPoolExecutor(2) as pool:
            played = list(pool.map(lambda case: play_stock(folder / case.student, stock.root, case), cases))
    width = max(len(case.name) for case in cases)
    print(f"\n{'':{width}}  {'stock nbgrader':70}  this engine")
    for case, (there, _) in zip(cases, played, strict=True):
        print(f"{case.name:{width}}  {'; '.join(there) or 'holds':70}  {'; '.join(here[case.name]) or 'holds'}")
    through = sum(bool(there) for there, _ in played), sum(bool(found) for found in here.values())
    seconds = sum(seconds for _, seconds in played)
    print(f"\nStock nbgrader: {through[0]} of {len(cases)} break through, {seconds:.0f} s of grading.")
    print(f"This engine: {through[1]} of {len(cases)} break through, {our_seconds:.0f} s with 2 workers.")
    return 1 if through[1] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
