"""Results into nbgrader's gradebook and folders, through nbgrader's own classes, one writer, the gradebook opened once."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import warnings
from pathlib import Path
from types import TracebackType
from typing import Any

import nbformat
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy.exc import SAWarning

from nbproctor.engine import Job, Result, Setup

RECORD = ".nbproctor.json"


class Recorder:
    """Reads what was released and writes what was graded, for one assignment of an nbgrader course.

    A submission counts as done when its folder under `autograded/` stands complete, which is the last step: it is prepared
    beside, the gradebook is committed, and then it is moved into place. A run that is killed is taken up again by `pending`.
    """

    def __init__(self, coursedir: CourseDirectory, assignment: str) -> None:
        self.coursedir, self.assignment = coursedir, assignment
        self.gradebook = Gradebook(coursedir.db_url, coursedir.course_id)
        self.late = AssignLatePenalties(parent=coursedir)
        self.late.init_plugin()
        self.sources = self.gradebook.find_assignment(assignment).notebooks
        self.notebooks = [notebook.name for notebook in self.sources]
        self.master = {
            notebook.name: {cell.name: cell.source for cell in notebook.source_cells if cell.source is not None}
            for notebook in self.sources
        }
        self.release = {
            name: self._path("release", ".", f"{name}.ipynb").read_text(encoding="utf-8") for name in self.notebooks
        }
        folder = self._path("source", ".")
        self.support = {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file() and p.suffix != ".ipynb"}

    def __enter__(self) -> Recorder:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.gradebook.close()

    def _path(self, step: str, student: str, *parts: str) -> Path:
        directory = getattr(self.coursedir, f"{step}_directory")
        return Path(self.coursedir.format_path(directory, student, self.assignment), *parts)

    def students(self) -> list[str]:
        """Students who handed in, by the folders under `submitted/`."""
        root = Path(self.coursedir.format_path(self.coursedir.submitted_directory, "x", self.assignment)).parents[1]
        return sorted(p.parent.name for p in root.glob(f"*/{self.assignment}") if p.is_dir())

    def pending(self, setup: Setup, force: bool = False) -> list[str]:
        """Students whose submission, as it lies there now, is not graded yet against what is released now."""
        return [student for student in self.students() if force or not self._done(student, setup)]

    def _done(self, student: str, setup: Setup) -> bool:
        try:
            record = json.loads(self._path("autograded", student, RECORD).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        return bool(record.get("digest") == self._digest(student, setup))

    def _digest(self, student: str, setup: Setup) -> str:
        seen = hashlib.sha256(repr((sorted(self.release.items()), sorted(self.master.items()), setup.isolation)).encode())
        for path in sorted(self._path("submitted", student).rglob("*")):
            if path.is_file() and not path.is_symlink():
                seen.update(str(path.name).encode() + b"\0" + path.read_bytes())
        return seen.hexdigest()

    def jobs(self, student: str, setup: Setup) -> list[Job]:
        """One job per notebook of the assignment."""
        folder = self._path("submitted", student)
        files = {
            p.name: p.read_bytes()
            for p in sorted(folder.rglob("*"))
            if p.is_file() and not p.is_symlink() and p.name != "timestamp.txt"
        }
        return [
            Job(student, name, files, self.release[name], self.master[name], self.support, setup) for name in self.notebooks
        ]

    def record(self, student: str, results: list[Result], setup: Setup) -> None:
        """Write one student's results: notebooks, marks, and last the folder that says "done"."""
        final = self._path("autograded", student)
        partial = final.with_name(f".{final.name}.partial")
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        timestamp = self.coursedir.get_existing_timestamp(str(self._path("submitted", student)))
        self.gradebook.update_or_create_student(student)
        extra = {"timestamp": timestamp} if timestamp else {}
        with warnings.catch_warnings():
            # nbgrader 0.9.6 with SQLAlchemy 2.1 warns of the order in which it builds a submission; what it builds is right.
            warnings.simplefilter("ignore", SAWarning)
            submission = self.gradebook.update_or_create_submission(self.assignment, student, **extra)
        rows = {notebook.name: notebook for notebook in submission.notebooks}
        for result in results:
            row = rows[result.notebook]
            if result.graded is None:
                for grade in row.grades:
                    grade.auto_score, grade.needs_manual_grade = 0, False
            else:
                self._score(row, result)
                (partial / f"{result.notebook}.ipynb").write_text(result.graded, encoding="utf-8")
        self.gradebook.db.commit()
        self._penalise(submission)
        for name, data in self.support.items():
            (partial / name).write_bytes(data)
        if timestamp:
            shutil.copy(self._path("submitted", student, "timestamp.txt"), partial)
        record = {
            "digest": self._digest(student, setup),
            "isolation": setup.isolation,
            "reason": " ".join(r.reason for r in results if r.reason),
            "notes": [note for r in results for note in r.notes],
        }
        (partial / RECORD).write_text(json.dumps(record, indent=1), encoding="utf-8")
        shutil.rmtree(final, ignore_errors=True)
        os.replace(partial, final)

    def _score(self, row: Any, result: Result) -> None:
        """What nbgrader's SaveAutoGrades does, without a query and a commit per cell."""
        grades = {grade.name: grade for grade in row.grades}
        comments = {comment.name: comment for comment in row.comments}
        for cell in nbformat.reads(result.graded, as_version=4).cells:
            name = (cell.metadata.get("nbgrader") or {}).get("grade_id")
            if utils.is_grade(cell) and name in grades:
                grade = grades[name]
                grade.auto_score, _ = utils.determine_grade(cell, self.late.log)
                grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
            if (utils.is_solution(cell) or utils.is_task(cell)) and name in comments:
                unanswered = cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(cell) and not utils.is_task(cell)
                comments[name].auto_comment = "No response." if unanswered else None

    def _penalise(self, submission: Any) -> None:
        for notebook in submission.notebooks:
            notebook.late_submission_penalty = None
            if submission.total_seconds_late > 0:
                penalty = self.late.plugin_inst.late_submission_penalty(
                    submission.student_id, notebook.score, submission.total_seconds_late
                )
                if penalty is not None:
                    notebook.late_submission_penalty = self.late._check_late_penalty(notebook, penalty)
        self.gradebook.db.commit()
