"""The reference solutions of all assignments get the same full marks in twenty surroundings.

Hash seed, locale, time zone and day differ. In each, one assignment is graded through the engine itself too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import ROOT
from exercises import ASSIGNMENTS, exercises

from usjapan.course import Course

SEEDS = ("0", "1", "42", "4294967295", "random")
LOCALES = ("C.UTF-8", "C", "POSIX", "tr_TR.UTF-8", "ja_JP.UTF-8", "de_DE.UTF-8")
ZONES = ("UTC", "Asia/Tokyo", "America/New_York", "Pacific/Kiritimati", "Asia/Kathmandu", "Pacific/Pago_Pago", "XYZ-13:45")
DAYS = ("2024-02-29", "2026-12-31", "2027-01-01", "2030-06-15", "1999-12-31", "today")


@dataclass(frozen=True)
class Surroundings:
    """What differs from one run to the next."""

    number: int
    seed: str
    language: str
    zone: str
    day: str

    def environment(self) -> dict[str, str]:
        """The process's environment; where the locale has no UTF-8, Python's own help against that is off too."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHON"))}
        plain = {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"} if self.language in {"C", "POSIX"} else {}
        # A locale that this machine does not have must not matter either; C.UTF-8 stands in for setlocale.
        return {
            **kept,
            **plain,
            "PYTHONHASHSEED": self.seed,
            "LANG": self.language,
            "LC_ALL": self.language if self.language in _here() else "C.UTF-8",
            "LC_NUMERIC": self.language,
            "TZ": self.zone,
            "OPENBLAS_NUM_THREADS": "1",
        }


def _here() -> set[str]:
    """Locales of this machine that `setlocale` takes."""
    import locale

    before, found = locale.setlocale(locale.LC_ALL), set()
    for name in LOCALES:
        try:
            locale.setlocale(locale.LC_ALL, name)
        except locale.Error:
            continue
        found.add(name)
    locale.setlocale(locale.LC_ALL, before)
    return found


def _surroundings(number: int) -> Surroundings:
    return Surroundings(
        number,
        SEEDS[number % len(SEEDS)],
        LOCALES[number % len(LOCALES)],
        ZONES[number % len(ZONES)],
        DAYS[(number + number // len(DAYS)) % len(DAYS)],
    )


_Outcomes = dict[Surroundings, subprocess.CompletedProcess[str]]
RUNS = [_surroundings(number) for number in range(20)]


def side_by_side(job: Callable[[Surroundings], subprocess.CompletedProcess[str]]) -> Iterator[_Outcomes]:
    """Outcome of a job by surroundings; as many at a time as there are cores, started when the first is asked for."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield dict(zip(RUNS, pool.map(job, RUNS), strict=True))


@pytest.fixture(scope="module")
def plain() -> Iterator[_Outcomes]:
    """What `stable_run.py` says in each of the surroundings."""

    def job(run: Surroundings) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(Path(__file__).with_name("stable_run.py")), run.day, *ASSIGNMENTS]
        return subprocess.run(command, cwd=ROOT, env=run.environment(), capture_output=True, text=True, check=False)

    yield from side_by_side(job)


@pytest.mark.parametrize("run", RUNS, ids=lambda run: f"{run.seed}-{run.language}-{run.zone}-{run.day}")
def test_marks_do_not_hang_on_the_surroundings(plain, run):
    assert plain[run].returncode == 0, plain[run].stderr
    found = json.loads(plain[run].stdout)
    assert found["failed"] == []
    assert found["marks"] == {a: {e.name: e.points for e in exercises(a)} for a in ASSIGNMENTS}
    assert run.day in {"today", found["seen"]["day"]}, "the clocks were turned"


@pytest.fixture(scope="module")
def through_the_engine(course, tmp_path_factory) -> Iterator[_Outcomes]:
    """In a process of its own each, since the engine's warm parent takes locale and zone over from the grader."""
    yield from side_by_side(lambda run: _graded(course, tmp_path_factory.mktemp("run"), run))


def _graded(course: Course, work: Path, run: Surroundings) -> subprocess.CompletedProcess[str]:
    assignment = ASSIGNMENTS[run.number % len(ASSIGNMENTS)]
    release = json.loads((course.root / "release" / assignment / f"{assignment}.ipynb").read_text(encoding="utf-8"))
    source = json.loads((course.root / "source" / assignment / f"{assignment}.ipynb").read_text(encoding="utf-8"))
    solutions = {e.name: e.solution for e in exercises(assignment)}
    for cell in release["cells"]:
        name = cell["metadata"]["nbgrader"]["grade_id"]
        cell["source"] = solutions.get(name, cell["source"])
    (work / f"{assignment}.ipynb").write_text(json.dumps(release), encoding="utf-8")
    master = {c["metadata"]["nbgrader"]["grade_id"]: "".join(c["source"]) for c in source["cells"]}
    (work / "master.json").write_text(json.dumps(master), encoding="utf-8")
    command = [sys.executable, "-c", ENGINE, assignment, str(course.root), str(work)]
    return subprocess.run(command, cwd=ROOT, env=run.environment(), capture_output=True, text=True, check=False)


@pytest.mark.parametrize("run", RUNS, ids=lambda run: f"{run.language}-{run.zone}")
def test_the_engine_gives_the_same_marks_in_any_surroundings(through_the_engine, run):
    assert through_the_engine[run].returncode == 0, through_the_engine[run].stderr
    assert json.loads(through_the_engine[run].stdout) == []


ENGINE = """
import json, sys
from pathlib import Path

import nbformat
from nbproctor.engine import Job, Setup, close, grade
from usjapan.tables import folder as datasets

name, course, work = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
preload = ("pandas", "altair", "usjapan", "usjapan.charts", "usjapan.warm")
job = Job(
    student="reference",
    notebook=name,
    files={f"{name}.ipynb": (work / f"{name}.ipynb").read_bytes()},
    release=(course / "release" / name / f"{name}.ipynb").read_text(encoding="utf-8"),
    master=json.loads((work / "master.json").read_text(encoding="utf-8")),
    support={},
    setup=Setup(preload, (str(datasets()),)),
)
result = grade(job)
close()
failed = [result.reason] if result.graded is None else [
    output.evalue for cell in nbformat.reads(result.graded, 4).cells for output in cell.get("outputs", []) if output.output_type == "error"
]
print(json.dumps(failed + result.notes))
"""
