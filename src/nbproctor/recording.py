"""Results into nbgrader's gradebook and folders, through nbgrader's own classes, one writer, the gradebook opened once."""

from __future__ import annotations

import functools
import hashlib
import json
import os
import shutil
import warnings
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties, ClearHiddenTests
from sqlalchemy.exc import SAWarning

from nbproctor.author import BEGIN_HIDDEN
from nbproctor.engine import Job, Result, Setup
from nbproctor.salvage import MAX_BYTES, as_text, grader_of, start_of

RECORD = ".nbproctor.json"
# Files beside the notebook are copied into each scratch folder of its submission: half and a quarter of what one holds.
MAX_FILES, MAX_COMPANIONS = 100, 16 * 1024 * 1024
MAX_STAMP = 100  # bytes of a time; reading the digits of a long one takes hours
DEEPEST = 12  # folders in each other: with names of 255 bytes, still no longer a path than the system opens in a scratch folder


class Recorder(AbstractContextManager["Recorder"]):
    """Reads what was released and writes what was graded, for one assignment of an nbgrader course.

    A submission counts as done when its folder under `autograded/` stands complete, which is the last step: it is prepared
    beside, the gradebook is committed, and then it is moved into place. A run that is killed is taken up again by `pending`.
    A submission that cannot be read has no score there and needs a person.
    """

    def __init__(self, coursedir: CourseDirectory, assignment: str) -> None:
        self.coursedir, self.assignment = coursedir, assignment
        self.gradebook = Gradebook(coursedir.db_url, coursedir.course_id)
        self.late = AssignLatePenalties(parent=coursedir)
        self.late.init_plugin()
        self.sources = self.gradebook.find_assignment(assignment).notebooks
        self.notebooks = [notebook.name for notebook in self.sources]
        self.master = {
            notebook.name: {cell.name: self._marked(cell.source) for cell in notebook.source_cells if cell.source is not None}
            for notebook in self.sources
        }
        self.cells = {cell.id: cell.name for n in self.sources for cell in (*n.grade_cells, *n.solution_cells, *n.task_cells)}
        self.release = {
            name: self._path("release", ".", f"{name}.ipynb").read_text(encoding="utf-8") for name in self.notebooks
        }
        self.solutions = {name: _solutions(self._path("source", ".", f"{name}.ipynb")) for name in self.notebooks}
        self.known = hashlib.sha256(repr((sorted(self.release.items()), sorted(self.master.items()))).encode())
        folder = self._path("source", ".")
        given = [
            p
            for p in sorted(folder.rglob("*"))
            if p.is_file() and p.suffix != ".ipynb" and not _is_shadow(p.relative_to(folder))
        ]
        self.support = {p.relative_to(folder).as_posix(): p.read_bytes() for p in given}

    def _marked(self, source: str) -> str:
        """An author's cell with the usual marks of hidden tests, where the course has others."""
        own = ClearHiddenTests(parent=self.coursedir)
        marks = (own.begin_test_delimeter, BEGIN_HIDDEN), (own.end_test_delimeter, "END HIDDEN TESTS")
        return functools.reduce(lambda text, mark: text.replace(*mark), marks, source)

    def __exit__(self, *_: object) -> None:
        self.gradebook.close()

    def _path(self, step: str, student: str, *parts: str) -> Path:
        directory = getattr(self.coursedir, f"{step}_directory")
        return Path(self.coursedir.format_path(directory, student, self.assignment), *parts)

    def students(self) -> list[str]:
        """Students who handed in, by the folders under `submitted/`; not one whose name is no text, which no gradebook takes."""
        root = Path(self.coursedir.format_path(self.coursedir.submitted_directory, "x", self.assignment)).parents[1]
        names = [p.parent.name for p in root.glob(f"*/{self.assignment}") if p.is_dir()]
        return sorted(name for name in names if as_text(name) == name)

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
        limits = asdict(setup.limits)
        del limits["threads"]  # it follows the machine's cores: another machine is no reason to grade again
        seen = self.known.copy()
        seen.update(repr((setup.isolation, sorted(limits.items()))).encode())
        folder = self._path("submitted", student)
        left = 2 * MAX_BYTES + MAX_COMPANIONS  # more is not handed in; files with holes would take a second each
        for path in sorted(_files(folder)[0], key=lambda path: path.suffix.lower() != ".ipynb"):
            seen.update(os.fsencode(path.relative_to(folder)))
            with suppress(OSError):  # it may not be read, which its job says
                seen.update(b"\0" + str(path.stat().st_size).encode())
                data = start_of(path) if left > 0 else b""
                left -= len(data)
                seen.update(data)
        return seen.hexdigest()

    def jobs(self, student: str, setup: Setup) -> list[Job]:
        """One job per notebook of the assignment."""
        files, notes = _handed_in(self._path("submitted", student))
        jobs = []
        for name in self.notebooks:
            others = {f"{other}.ipynb" for other in self.notebooks if other != name}
            own = {file: data for file, data in files.items() if file.rpartition("/")[2] not in others}
            jobs.append(
                Job(student, name, own, self.release[name], self.master[name], self.support, setup, notes, self.solutions[name])
            )
        return jobs

    def record(self, student: str, results: list[Result], setup: Setup) -> None:
        """Write one student's results: notebooks, marks, and last the folder that says "done"."""
        final = self._path("autograded", student)
        partial = final.with_name(f".{final.name}.partial")
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        try:
            timestamp = self._timestamp(self._path("submitted", student))
        except Exception:  # nbgrader 0.9.6 fails in several ways where there is no time to be read
            timestamp = None
            results[0].notes.append("The time of the submission cannot be read; it does not count as late.")
        extra = {"timestamp": timestamp} if timestamp else {}
        with warnings.catch_warnings(), _one_commit(self.gradebook.db):
            self.gradebook.update_or_create_student(student)
            # nbgrader 0.9.6 with SQLAlchemy 2.1 warns of the order in which it builds a submission; what it builds is right.
            warnings.simplefilter("ignore", SAWarning)
            submission = self.gradebook.update_or_create_submission(self.assignment, student, **extra)
        rows = {notebook.name: notebook for notebook in submission.notebooks}
        for result in results:
            row = rows[result.notebook]
            if result.graded is None:  # not 0: nobody has seen the work yet
                for grade in row.grades:
                    grade.auto_score, grade.needs_manual_grade = None, True
                for comment in row.comments:
                    comment.auto_comment = None
            else:
                self._score(row, result)
                (partial / f"{result.notebook}.ipynb").write_text(result.graded, encoding="utf-8")
        self._penalise(submission)
        self.gradebook.db.commit()
        for name, data in self.support.items():
            (partial / name).parent.mkdir(parents=True, exist_ok=True)
            (partial / name).write_bytes(data)
        if timestamp:
            shutil.copy(self._path("submitted", student, "timestamp.txt"), partial)
        write_record(partial, results, setup.isolation, self._digest(student, setup))
        shutil.rmtree(final, ignore_errors=True)
        os.replace(partial, final)

    def _timestamp(self, submitted: Path) -> Any:
        """When a submission was handed in, if that is known. Raises where the file is no line of text, which it would be read as."""
        file = submitted / "timestamp.txt"
        if file.is_symlink() or (file.exists() and not (file.is_file() and file.stat().st_size < MAX_STAMP)):
            raise ValueError("no time")
        return self.coursedir.get_existing_timestamp(str(submitted))

    def _score(self, row: Any, result: Result) -> None:
        """What nbgrader's SaveAutoGrades does, without a query and a commit per cell."""
        grades = {self.cells[grade.cell_id]: grade for grade in row.grades}
        comments = {self.cells[comment.cell_id]: comment for comment in row.comments}
        for cell in result.marked:
            name = grader_of(cell).get("grade_id")
            if utils.is_grade(cell) and (grade := grades.get(name)):
                grade.auto_score, _ = utils.determine_grade(cell, self.late.log)
                grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
            if (utils.is_solution(cell) or utils.is_task(cell)) and (comment := comments.get(name)):
                unanswered = cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(cell) and not utils.is_task(cell)
                comment.auto_comment = "No response." if unanswered else None

    def _penalise(self, submission: Any) -> None:
        late = submission.total_seconds_late
        for notebook in submission.notebooks:
            notebook.late_submission_penalty = None
            if late > 0:
                self.gradebook.db.flush()
                self.gradebook.db.refresh(notebook)  # its score, from the marks as they are now
                penalty = self.late.plugin_inst.late_submission_penalty(submission.student_id, notebook.score, late)
                if penalty is not None:
                    notebook.late_submission_penalty = self.late._check_late_penalty(notebook, penalty)


@contextmanager
def _one_commit(db: Any) -> Iterator[None]:
    """nbgrader commits after each of its steps, and reads all again; here the caller commits once, and what a query needs is written."""
    db.commit = lambda: None
    try:
        yield
    finally:
        del db.commit


def write_record(folder: Path, results: list[Result], isolation: str, digest: str = "") -> None:
    """What the feedback page and the report say beside marks; without a digest a submission is graded again in the next batch."""
    record = {
        "digest": digest,
        "isolation": isolation,
        "reason": " ".join(r.reason for r in results if r.reason),
        "notes": [note for r in results for note in r.notes],
        "alarms": [alarm for r in results for alarm in r.alarms],
    }
    (folder / RECORD).write_text(json.dumps(record, indent=1), encoding="utf-8")


def _solutions(path: Path) -> tuple[tuple[str, str], ...]:
    """The author's own answers in a source notebook, by the names of their cells; none where it cannot be read."""
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        cells = [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if grader_of(cell).get("solution")]
        return tuple((str(grader_of(cell)["grade_id"]), "".join(cell["source"])) for cell in cells)
    return ()


def _is_shadow(path: Path) -> bool:
    """Whether a file is a program's own: a checkpoint, a notebook that an editor or macOS keeps, compiled code."""
    kept_by_programs = any(part.startswith(".") or part == "__MACOSX" for part in path.parts)
    return bool({".ipynb_checkpoints", "__pycache__"} & {*path.parts}) or (kept_by_programs and path.suffix.lower() == ".ipynb")


def _files(folder: Path) -> tuple[list[Path], int]:
    """Files of a submission, sorted, and how many entries cannot be looked at. A link is no file."""
    found: list[Path] = []
    waiting, left_out = [folder], 0
    for place in waiting:
        try:
            for entry in os.scandir(place):
                path = Path(entry.path)
                if entry.is_file(follow_symlinks=False):
                    found.append(path)
                elif entry.is_dir(follow_symlinks=False) and len(path.parts) <= len(folder.parts) + DEEPEST:
                    waiting.append(path)
                else:
                    left_out += entry.is_dir(follow_symlinks=False)
        except OSError:
            left_out += 1
    return sorted(found), left_out


def _handed_in(folder: Path) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Files of a submission by their paths in it, and notes; those nearer to the top come first. A link is no file."""
    paths, left_out = _files(folder)
    files: dict[str, bytes] = {}
    size = notebooks = 0
    for path in sorted(paths, key=lambda p: (len(p.parts), p)):
        if path.name == "timestamp.txt" or _is_shadow(path.relative_to(folder)):
            continue
        try:
            if path.suffix.lower() != ".ipynb":
                size += path.stat().st_size
                if size > MAX_COMPANIONS or len(files) >= MAX_FILES:
                    left_out += 1
                    continue
            elif (
                notebooks := notebooks + min(path.stat().st_size, MAX_BYTES)
            ) > 2 * MAX_BYTES:  # all of them travel to a worker
                left_out += 1
                continue
            files[path.relative_to(folder).as_posix()] = start_of(path)
        except OSError:  # it may not be read
            left_out += 1
    note = f"{left_out} files beside the notebook were left out: too large, too many, or not readable."
    return files, (note,) if left_out else ()
