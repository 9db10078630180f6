"""The instructor's week on an nbgrader course folder: release, collect, grade, feedback, marks.

Everything stays a stock nbgrader course underneath: the folders, the gradebook and the configuration are nbgrader's own,
and its commands and formgrader page work on the same folder.
"""

from __future__ import annotations

import csv
import io
import json
import logging
import os
import re
import shutil
import sys
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import nbproctor  # noqa: F401  # before what imports nbformat, which it keeps short
from nbproctor.salvage import as_text
from usjapan.failure import CommandError
from usjapan.precheck import write_contents

STAFF_TOOLS = "Grading needs the instructor's tools. Install them in your clone of the course: pip install -e '.[staff]'."


@dataclass
class Graded:
    """What came of one student's submission: `mark`, from tests, is None where none could be given, and `reason` says why.

    `by_hand` are the points that a person can give and `given` those that one has given; `waiting` means that one still must.
    `alarms` are set-up cells of the course's own that failed, and tests that its own solution does not pass.
    """

    student: str
    mark: float | None
    out_of: float
    by_hand: float
    given: float = 0
    penalty: float = 0
    waiting: bool = False
    exercises: dict[str, float] = field(default_factory=dict)
    reason: str = ""
    feedback: Path | None = None
    notes: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)

    @property
    def total(self) -> float | None:
        """Points from tests and by hand, less what is lost for being late."""
        return None if self.mark is None else max(0.0, self.mark + self.given - self.penalty)


class Course:
    """An nbgrader course folder (`nbgrader_config.py`, `source/`), opened once and worked through nbgrader's own classes.

    Raises `CommandError` where the folder is not a course or nbgrader is not installed.
    """

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        if not (self.root / "nbgrader_config.py").is_file():
            raise CommandError(
                f"{root} is not a course: it has no nbgrader_config.py. Name the course folder: --course FOLDER."
            )

    @cached_property
    def _api(self) -> Any:
        try:
            from nbgrader.apps.api import NbGraderAPI
            from nbgrader.coursedir import CourseDirectory
            from traitlets.config import Config
            from traitlets.config.loader import PyFileConfigLoader
        except ImportError:
            raise CommandError(STAFF_TOOLS) from None
        # nbgrader calls a program of its own environment (alembic) by bare name, also where that environment is not activated.
        programs = str(Path(sys.executable).parent)
        if programs not in os.environ.get("PATH", "").split(os.pathsep):
            os.environ["PATH"] = programs + os.pathsep + os.environ.get("PATH", "")
        config = Config(PyFileConfigLoader("nbgrader_config.py", path=str(self.root)).load_config())
        config.CourseDirectory.root = str(self.root)
        if config.CourseDirectory.db_url == "sqlite:///gradebook.db":
            config.CourseDirectory.db_url = f"sqlite:///{self.root / 'gradebook.db'}"
        api = NbGraderAPI(coursedir=CourseDirectory(config=config), config=config)
        # nbgrader reports each step on the terminal; we keep that for its log and show a progress bar instead.
        api.log.handlers = [h for h in api.log.handlers if not isinstance(h, logging.StreamHandler)]
        api.log.addHandler(logging.NullHandler())
        api.log.propagate = False
        api.log.setLevel(logging.INFO)
        return api

    def assignments(self) -> list[str]:
        """Names of the assignments that have a source."""
        return sorted(path.name for path in (self.root / "source").glob("*") if any(path.glob("*.ipynb")))

    def require(self, assignment: str) -> None:
        """Raise `CommandError` unless the assignment has a source."""
        known = self.assignments()
        if assignment not in known:
            raise CommandError(f"There is no assignment {assignment!r}. This course has: {', '.join(known) or 'none'}.")

    def _log(self, step: str, assignment: str, text: str) -> Path:
        path = self.root / "logs" / f"{step}-{assignment}.log"
        path.parent.mkdir(exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(text)
        return path

    def release(self, assignment: str) -> Path:
        """Write the student's version (no solutions, no hidden tests) to `release/`; returns its folder."""
        self.require(assignment)
        api = self._api  # where the instructor's tools are missing it says so
        from usjapan.course_key import PLACEHOLDER

        # nbgrader refuses cells with a broken grade_id, points or solution region here, before any student sees them.
        result = api.generate_assignment(assignment, force=True, create=True)
        log = self._log("release", assignment, result.get("log", ""))
        if not result["success"]:
            # The first error is the cause; nbgrader wraps it into others that say less.
            causes = re.findall(r"^\s*[\w.]*(?:Error|Exception|Entry): (.+?)\.?$", result.get("log", ""), re.M)
            cause = causes[0] if causes else "nbgrader gave no reason"
            raise CommandError(f"{assignment!r} cannot be released: {cause}. Details: {log}.")
        folder = self.root / "release" / assignment
        for notebook in folder.glob("*.ipynb"):
            if PLACEHOLDER in notebook.read_text(encoding="utf-8"):
                shutil.rmtree(folder)
                raise CommandError(
                    f"{assignment!r} gives each student a slice of the data, and nothing put the course's key into it. Take "
                    f"the two lines about CourseKey from the course's nbgrader_config.py into {self.root / 'nbgrader_config.py'}."
                )
            write_contents(notebook, assignment)
        return folder

    def collect(self, assignment: str, downloads: Path) -> tuple[list[str], list[str]]:
        """Take downloaded files named `STUDENT_ASSIGNMENT.ipynb` into `submitted/`; returns students and files passed over.

        `downloads` is a folder or a zip archive; a file of another name is left where it is. Raises `CommandError` if none fits.
        """
        self.require(assignment)
        if not downloads.exists():
            raise CommandError(f"There is nothing at {downloads}. Name the folder or zip archive that you downloaded.")
        if not (self.root / "release" / assignment).is_dir():
            raise CommandError(f"{assignment!r} is not released yet. Run: usjapan release {assignment}.")
        try:
            from nbgrader.apps.zipcollectapp import ZipCollectApp
        except ImportError:
            raise CommandError(STAFF_TOOLS) from None
        archive = self.root / "downloaded" / assignment / "archive"
        if archive.exists():
            shutil.rmtree(archive)
        archive.mkdir(parents=True)
        if zipfile.is_zipfile(downloads):
            shutil.copy(downloads, archive)
        elif downloads.is_dir():
            shutil.copytree(downloads, archive, dirs_exist_ok=True)
        else:
            raise CommandError(
                f"{downloads} is neither a folder nor a zip archive. Name what you downloaded from the platform."
            )
        app = ZipCollectApp(parent=None, config=self._api.config)
        app.coursedir = self._api.coursedir
        app.force = True
        app.strict = True
        app.log.handlers = []
        captured = io.StringIO()
        app.log.addHandler(logging.StreamHandler(captured))
        before = app.coursedir.assignment_id
        app.coursedir.assignment_id = assignment
        try:
            app.init_plugins()
            app.extract_archive_files()
            app.process_extracted_files()
        except SystemExit:
            raise CommandError(f"The files cannot be collected: {captured.getvalue().strip().splitlines()[-1]}.") from None
        finally:
            app.coursedir.assignment_id = before
            self._log("collect", assignment, captured.getvalue())
        students = self.submitted(assignment)
        if not students:
            raise CommandError(
                f"No file in {downloads} is named STUDENT_{assignment}.ipynb. Rename them, or set "
                f"FileNameCollectorPlugin.named_regexp in {self.root / 'nbgrader_config.py'} to your platform's pattern."
            )
        extracted = self.root / "downloaded" / assignment / "extracted"
        taken = set(re.findall(r"Copying from: (.+)$", captured.getvalue(), re.M))
        passed = sorted(str(p.relative_to(extracted)) for p in extracted.rglob("*") if p.is_file() and str(p) not in taken)
        return students, passed

    def submitted(self, assignment: str) -> list[str]:
        """Students who handed in."""
        return sorted(path.parent.name for path in (self.root / "submitted").glob(f"*/{assignment}") if path.is_dir())

    def grade(
        self,
        assignment: str,
        progress: Callable[[int], Any] | None = None,
        workers: int | None = None,
        cluster: str | None = None,
        isolation: str = "full",
        force: bool = False,
    ) -> list[Graded]:
        """Autograde every submission that is not graded yet; a broken one gets a reason and stops nobody else.

        `progress(total)` gives a bar with `update(n)` and `close()`; `workers` bounds the processes (default: one a core), `cluster` is
        the address of a Dask scheduler, `isolation` "none" lets submissions run unconfined, `force` grades all again.
        Returns a row per student who handed in.
        """
        self.require(assignment)
        if not self.submitted(assignment):
            raise CommandError(f"Nobody has handed in {assignment!r} yet. Run: usjapan collect {assignment} FOLDER.")
        config, coursedir = self._api.config, self._api.coursedir
        from nbproctor.batch import executor, grade_class
        from nbproctor.preprocessors import Proctoring
        from nbproctor.recording import Recorder
        from nbproctor.sandbox import SandboxError

        setup = replace(Proctoring(config=config).setup(), isolation=isolation)
        try:
            with Recorder(coursedir, assignment) as recorder, executor(workers, cluster) as pool:
                bar = progress(len(recorder.pending(setup, force))) if progress else None
                try:
                    grade_class(recorder, setup, pool, force, lambda *_: bar.update(1) if bar else None)
                finally:
                    if bar:
                        bar.close()
        except SandboxError as error:
            raise CommandError(str(error)) from None
        return self.marks(assignment)

    def feedback(
        self, assignment: str, progress: Callable[[int], Any] | None = None, workers: int | None = None
    ) -> dict[str, Path]:
        """Write the feedback page of every graded submission; returns student to page.

        A page shows marks, hints and the grader's notes; no hidden test, no script, nothing from outside.
        """
        self.require(assignment)
        done = (self.root / "autograded").glob(f"*/{assignment}/*.ipynb")
        students = sorted({path.parent.parent.name for path in done} & set(self.submitted(assignment)))
        bar = progress(len(students)) if progress else None
        pages: dict[str, Path] = {}
        # Turning a notebook into a page is half a second of nbconvert's own: one process a core.
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            for student, found, log in pool.map(_write_feedback, [(self.root, assignment, student) for student in students]):
                self._log("feedback", assignment, log)
                pages.update((student, page) for page in found)
                if bar:
                    bar.update(1)
        if bar:
            bar.close()
        return pages

    def marks(self, assignment: str) -> list[Graded]:
        """Marks in the gradebook, a row per submission."""
        self.require(assignment)
        with self._api.gradebook as gradebook:
            return [self._row(gradebook, assignment, student) for student in self.submitted(assignment)]

    def _row(self, gradebook: Any, assignment: str, student: str) -> Graded:
        from nbgrader.api import MissingEntry

        notebooks = gradebook.find_assignment(assignment).notebooks
        cells = [cell for notebook in notebooks for cell in (*notebook.grade_cells, *notebook.task_cells)]
        by_code = {cell.name for cell in cells if cell.cell_type == "code"}
        row = Graded(
            as_text(student),
            None,
            out_of=sum(cell.max_score for cell in cells if cell.name in by_code),
            by_hand=sum(cell.max_score for cell in cells if cell.name not in by_code),
            feedback=next(iter(sorted((self.root / "feedback" / student / assignment).glob("*.html"))), None),
        )
        folder = self.root / "autograded" / student / assignment
        try:
            record = json.loads((folder / ".nbproctor.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            record = {}
        row.notes = record.get("notes", [])
        row.reason = record.get("reason", "")
        row.alarms = record.get("alarms", [])
        if as_text(student) != student:
            row.reason = (
                "the name of this folder under submitted/ is not UTF-8, which no gradebook takes: rename it and grade again"
            )
        elif not folder.is_dir():
            row.reason = "not graded yet"
        elif not row.reason:
            try:
                submission = gradebook.find_submission(assignment, student)
            except MissingEntry:
                row.reason = "not graded yet"
            else:
                grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
                row.exercises = {grade.name: float(grade.score) for grade in grades if grade.name in by_code}
                row.mark = sum(row.exercises.values())
                row.given = sum(float(grade.score) for grade in grades if grade.name not in by_code)
                row.penalty = float(submission.late_submission_penalty or 0)
                row.waiting = bool(submission.needs_manual_grade)
        return row


_courses: dict[Path, Course] = {}


def _write_feedback(job: tuple[Path, str, str]) -> tuple[str, list[Path], str]:
    """One student's page, in a worker that opens the course once."""
    root, assignment, student = job
    course = _courses.setdefault(root, Course(root))
    result = course._api.generate_feedback(assignment, student, force=True)
    pages = sorted((root / "feedback" / student / assignment).glob("*.html")) if result["success"] else []
    return student, pages, result.get("log", "")


def write_csv(rows: list[Graded], path: Path) -> None:
    """The table of marks as a file for a spreadsheet or the university's system."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(
            ["student", "autograded", "by_hand", "late_penalty", "total", "out_of", "needs_manual_grading", "attention"]
        )
        for row in rows:
            marks = ["", "", "", ""] if row.mark is None else [row.mark, row.given, row.penalty, row.total]
            # A file's name may stand first in a reason: no spreadsheet shall take it for a formula.
            reason = f"'{row.reason}" if row.reason.startswith(("=", "+", "-", "@")) else row.reason
            table.writerow([row.student, *marks, row.out_of + row.by_hand, "yes" if row.waiting else "no", reason])


def find_course(chosen: Path | None) -> Path:
    """The course folder: the chosen one, else the current folder or its `assignments`."""
    if chosen is not None:
        return chosen
    for candidate in (Path.cwd(), Path.cwd() / "assignments"):
        if (candidate / "nbgrader_config.py").is_file():
            return candidate
    raise CommandError(
        "There is no course here: neither this folder nor its `assignments` has an nbgrader_config.py. "
        "Go to your clone of the course, or name the folder: --course FOLDER."
    )


def plain_number(value: float) -> str:
    """A mark without a needless `.0`."""
    return re.sub(r"\.0$", "", f"{value:.1f}")
