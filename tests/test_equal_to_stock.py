"""Honest work gets the marks that stock nbgrader gives: its own autograder, its command with this engine, and on PostgreSQL."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from conftest import ROOT, usjapan
from exercises import ANSWERS, exercises
from nbgrader.api import Gradebook
from small_course import ASSIGNMENT as SMALL
from small_course import CONFIG, STUDENTS, hand_in_all, released

from usjapan.course import Course
from usjapan.demo import ME

PLAYED = ("ps2", "ps4")
# nbgrader as it comes, but for what a release of this course needs.
STOCK = """
c = get_config()
c.CourseDirectory.course_id = "us-japan-alliance"
c.ClearSolutions.code_stub = {"python": "# Write your answer here."}
"""


def answers(assignment: str, student: str) -> dict[str, str]:
    """All right, every other one wrong, or none."""
    chosen = {}
    for number, exercise in enumerate(exercises(assignment)):
        kind = "wrong" if student == "half" and number % 2 else "right"
        found = sorted((ANSWERS / assignment / exercise.name / kind).glob("*.py"))
        chosen[exercise.name] = found[-1].read_text(encoding="utf-8").replace(ME, student)
    return {} if student == "blank" else chosen


def hand_in(root: Path) -> None:
    for assignment in PLAYED:
        name = f"{assignment}.ipynb"
        for student in ("right", "half", "blank"):
            notebook = json.loads((root / "release" / assignment / name).read_text(encoding="utf-8"))
            mine = answers(assignment, student)
            for cell in notebook["cells"]:
                about = cell["metadata"]["nbgrader"]
                cell["source"] = mine.get(about["grade_id"], cell["source"])
                if mine and about["solution"] and about["grade"]:
                    cell["source"] = "In my own words."
            folder = root / "submitted" / student / assignment
            folder.mkdir(parents=True)
            (folder / name).write_text(json.dumps(notebook), encoding="utf-8")


def marks(root: Path, assignment: str, db_url: str = "") -> dict[tuple[str, str], tuple[float | None, bool]]:
    """Automatic score of every cell that carries points, and whether a person must look."""
    with Gradebook(db_url or f"sqlite:///{root / 'gradebook.db'}") as book:
        return {
            (submission.student.id, grade.name): (grade.auto_score, grade.needs_manual_grade)
            for submission in book.assignment_submissions(assignment)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def nbgrader(root: Path, *arguments: str) -> None:
    """nbgrader's own command."""
    result = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=root,
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """Two assignments, each handed in by three students."""
    root = tmp_path_factory.mktemp("prepared") / "course"
    for assignment in PLAYED:
        shutil.copytree(ROOT / "assignments" / "source" / assignment, root / "source" / assignment)
    shutil.copy(ROOT / "assignments" / "nbgrader_config.py", root)
    for assignment in PLAYED:
        Course(root).release(assignment)
    hand_in(root)
    return root


def copied(prepared: Path, folder: Path, config: str | None = None) -> Path:
    shutil.copytree(prepared, folder / "course")
    if config is not None:
        (folder / "course" / "nbgrader_config.py").write_text(config, encoding="utf-8")
    return folder / "course"


@pytest.fixture(scope="module")
def ours(prepared, tmp_path_factory):
    root = copied(prepared, tmp_path_factory.mktemp("ours"))
    for assignment in PLAYED:
        Course(root).grade(assignment, workers=2)
    return {assignment: marks(root, assignment) for assignment in PLAYED}


@pytest.mark.parametrize("assignment", PLAYED)
def test_stock_nbgrader_gives_the_same_marks(prepared, ours, tmp_path, assignment):
    root = copied(prepared, tmp_path, STOCK)
    nbgrader(root, "autograde", assignment)
    assert marks(root, assignment) == ours[assignment]
    scores = [score for score, _ in ours[assignment].values()]
    assert 0 in scores and max(score for score in scores if score is not None) > 0 and None in scores


@pytest.mark.parametrize("assignment", PLAYED)
def test_the_stock_command_with_this_engine_gives_the_same_marks(prepared, ours, tmp_path, assignment):
    root = copied(prepared, tmp_path)
    nbgrader(root, "autograde", assignment)
    assert marks(root, assignment) == ours[assignment]


# --- PostgreSQL -----------------------------------------------------------------------------------------------------


def _program(name: str) -> str:
    """A program of PostgreSQL's server; Debian keeps them off the path."""
    found = [*sorted(map(str, Path("/usr/lib/postgresql").glob(f"*/bin/{name}")), reverse=True), shutil.which(name)]
    if not found[0]:
        pytest.skip(f"no PostgreSQL server found: install one ({name} is missing)")
    return str(found[0])


@pytest.fixture(scope="module")
def postgresql():
    """Address of an empty database in a server of its own."""
    initdb, pg_ctl = _program("initdb"), _program("pg_ctl")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    owner = {}
    if os.geteuid() == 0:  # the server refuses to be root
        shutil.chown(folder, "postgres")
        owner = {"user": "postgres"}

    def run(*command: str) -> None:
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, **owner)

    run(initdb, "-D", str(folder / "data"), "-A", "trust", "-U", "grader", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c fsync=off"
    run(pg_ctl, "-D", str(folder / "data"), "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql+psycopg://grader@127.0.0.1:{port}/postgres"
    finally:
        run(pg_ctl, "-D", str(folder / "data"), "-m", "immediate", "stop")
        shutil.rmtree(folder)


def test_a_gradebook_in_postgresql_holds_the_same_marks(postgresql, tmp_path):
    files = tmp_path / "files"
    released(files)
    hand_in_all(files)
    Course(files).grade(SMALL, workers=1)
    course = tmp_path / "server"
    released(course, config=f"{CONFIG}\nc.CourseDirectory.db_url = {postgresql!r}\n", db_url=postgresql)
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for student in STUDENTS:
        shutil.copy(files / "submitted" / student / SMALL / f"{SMALL}.ipynb", inbox / f"{student}_{SMALL}.ipynb")
    for arguments, code in (
        (("collect", SMALL, inbox), 0),
        (("grade", SMALL), 1),
        (("report", SMALL), 0),
    ):
        result = usjapan(*arguments, "--course", course)
        assert result.returncode == code, result.stderr
    assert marks(course, SMALL, postgresql) == marks(files, SMALL)
    assert not (course / "gradebook.db").exists()
    assert Course(course).marks(SMALL)[0].mark == 5
