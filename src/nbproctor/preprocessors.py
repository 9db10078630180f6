"""The engine as nbgrader's preprocessors, so that `nbgrader autograde` and the formgrader page use it too.

In `nbgrader_config.py`:

    c.Autograde.sanitize_preprocessors = ["nbproctor.preprocessors.Salvage"]
    c.Autograde.autograde_preprocessors = [
        "nbproctor.preprocessors.Proctor",
        "nbgrader.preprocessors.SaveAutoGrades",
        "nbgrader.preprocessors.AssignLatePenalties",
    ]
    c.GenerateFeedback.exporter_class = "nbproctor.feedback.SealedExporter"
    c.GenerateFeedback.preprocessors = [
        "nbgrader.preprocessors.GetGrades",
        "nbproctor.feedback.Feedback",
        "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
    ]
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Float, List, Unicode
from traitlets.config import Configurable

from nbproctor.engine import Result, Setup, run
from nbproctor.recording import write_record
from nbproctor.salvage import _plain_cell, as_line, salvage
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


# What has become of each notebook by student and assignment, from one of nbgrader's steps to the next.
_results: dict[tuple[str, str], dict[str, Result]] = {}


class _WithRelease(NbGraderPreprocessor):  # type: ignore[misc]
    def _release(self, resources: dict[str, Any], notebook: str) -> str:
        coursedir = CourseDirectory(parent=self)
        folder = coursedir.format_path(coursedir.release_directory, ".", resources["nbgrader"]["assignment"])
        return (Path(folder) / f"{notebook}.ipynb").read_text(encoding="utf-8")


class Salvage(_WithRelease):
    """In the place of nbgrader's sanitizing: the release's cells with the student's answers in them."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Repair the submission; what was repaired goes to the log."""
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            cells = gradebook.find_notebook(about["notebook"], about["assignment"]).source_cells
            master = {cell.name: cell.source for cell in cells if cell.source is not None}
        release = nbformat.reads(self._release(resources, about["notebook"]), as_version=4)
        salvaged = salvage([c for c in map(_plain_cell, nb.cells) if c], release, master)
        result = Result(about["student"], about["notebook"], notes=list(map(as_line, salvaged.notes)))
        _results.setdefault((about["student"], about["assignment"]), {})[about["notebook"]] = result
        for note in result.notes:
            self.log.warning(note)
        return salvaged.notebook, resources


class Proctor(_WithRelease):
    """In the place of nbgrader's Execute: student's cells confined, tests in processes of their own."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Run the notebook."""
        about, folder = resources["nbgrader"], Path(resources["metadata"]["path"])
        files = [p for p in sorted(folder.iterdir()) if p.is_file() and p.suffix != ".ipynb"] if folder.is_dir() else []
        notes: list[str] = []
        coursedir = CourseDirectory(parent=self)
        source = Path(coursedir.format_path(coursedir.source_directory, ".", about["assignment"]))
        given = {p.name for p in source.iterdir()} if source.is_dir() else set()
        support = [p for p in files if p.name in given]  # nbgrader has put the author's version there
        own = [p for p in files if p.name not in given]
        setup = Proctoring(parent=self).setup()
        release = nbformat.reads(self._release(resources, about["notebook"]), as_version=4)
        run(nb, release, setup, support, own, notes, about["student"])
        for note in notes:
            self.log.warning(note)
        results = _results.setdefault((about["student"], about["assignment"]), {})
        result = results.setdefault(about["notebook"], Result(about["student"], about["notebook"]))
        result.notes, result.graded = [*result.notes, *notes], nbformat.writes(nb)
        given_out = {name: self._release(resources, name) for name in results}
        write_record(folder, list(results.values()), given_out, setup.isolation)
        return nb, resources
