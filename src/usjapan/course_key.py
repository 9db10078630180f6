"""The key of an assignment, which gives each student a slice of one's own: put into the students' version at release.

A course has one secret. It lies in `course_secret.txt` beside `nbgrader_config.py` and never enters a release. What does is a
key made of it for one assignment, from which the secret cannot be told. In `nbgrader_config.py`:

    c.CourseKey.secret_file = str(Path(__file__).resolve().with_name("course_secret.txt"))
    c.GenerateAssignment.preprocessors.prepend(["usjapan.course_key.CourseKey"])
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Unicode

PLACEHOLDER = "@COURSE_KEY@"
VARIABLE = "USJAPAN_COURSE_SECRET"


def course_secret(file: Path) -> str:
    """The secret of a course: from the environment (`USJAPAN_COURSE_SECRET`), else from its file, which is made if missing.

    Raises `ValueError` where the file is empty: anybody could then work out the key.
    """
    secret = os.environ.get(VARIABLE, "").strip()
    if not secret:
        try:
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            secret = file.read_text(encoding="utf-8").strip()
        else:
            secret = secrets.token_hex(32)
            with os.fdopen(handle, "w", encoding="utf-8") as made:
                made.write(secret + "\n")
    if not secret:
        raise ValueError(f"{file} is empty. Put the secret of the course back, or delete the file for a new one")
    return secret


def assignment_key(secret: str, assignment: str) -> str:
    """The key of one assignment: the same at every release, another one for the next assignment."""
    return hmac.new(secret.encode(), f"assignment:{assignment}".encode(), hashlib.sha256).hexdigest()[:32]


class CourseKey(NbGraderPreprocessor):  # type: ignore[misc]
    """Puts the key in the place of `@COURSE_KEY@` in code cells, before nbgrader keeps them for grading."""

    secret_file = Unicode("course_secret.txt", help="File of the course's secret; made at the first release.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Put the key in; a notebook without the placeholder stays as it is."""
        cells = [cell for cell in nb.cells if cell.cell_type == "code" and PLACEHOLDER in cell.source]
        if cells:
            key = assignment_key(course_secret(Path(self.secret_file)), resources["nbgrader"]["assignment"])
            for cell in cells:
                cell.source = cell.source.replace(PLACEHOLDER, key)
        return nb, resources
