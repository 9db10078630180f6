"""The engine as a preprocessor of nbgrader's, so that `nbgrader autograde` and the formgrader page use it too; see README.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Float, List, Unicode
from traitlets.config import Configurable

from nbproctor.engine import Result, Setup, grade
from nbproctor.recording import Recorder, write_record
from nbproctor.salvage import Unreadable
from nbproctor.sandbox import Limits


class Proctoring(Configurable):
    """How submissions are run; shared by the preprocessors and the batch."""

    preload = List(Unicode(), help="Modules to import before the first submission, such as pandas.").tag(config=True)
    readable = List(Unicode(), help="Folders that submissions may read, beside Python's libraries.").tag(config=True)
    isolation = Unicode("full", help="'full', or 'none' where this machine cannot confine submissions.").tag(config=True)

    cell_seconds = Float(Limits.cell, help="Seconds that one cell may take.").tag(config=True)
    notebook_seconds = Float(Limits.notebook, help="Seconds that all cells of a notebook may take.").tag(config=True)

    def setup(self) -> Setup:
        """The set-up as a value."""
        limits = Limits(cell=self.cell_seconds, notebook=self.notebook_seconds)
        return Setup(tuple(self.preload), tuple(self.readable), limits, self.isolation)


# What has become of each notebook, by student and assignment: nbgrader grades one at a time, and the record is of all.
_results: dict[tuple[str, str], dict[str, Result]] = {}


class Proctor(NbGraderPreprocessor):  # type: ignore[misc]
    """In the place of nbgrader's Execute, and of its sanitizing: the submission as the batch would salvage and run it."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """The graded notebook; what was repaired and what went wrong goes to the log and to the record beside it."""
        about, setup = resources["nbgrader"], Proctoring(parent=self).setup()
        with Recorder(CourseDirectory(parent=self), about["assignment"]) as recorder:
            jobs = recorder.jobs(about["student"], setup)
        result = grade(next(job for job in jobs if job.notebook == about["notebook"]))
        if result.graded is None:
            raise Unreadable(result.reason)
        for note in result.notes:
            self.log.warning(note)
        results = _results.setdefault((about["student"], about["assignment"]), {})
        results[about["notebook"]] = result
        write_record(Path(resources["metadata"]["path"]), list(results.values()), setup.isolation)
        return nbformat.reads(result.graded, as_version=4), resources
