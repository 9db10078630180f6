"""Individual data: a slice of a table that hangs on the student, and is the same each time it is asked for.

A course keeps one secret, and the release of each assignment holds a key made of it (`usjapan.course_key`). Of the key,
`token(key, student, exercise)` stands for a student, and `slice_of(table, token, 0.8)` is the student's slice, for the student as
for the tests. Without a student everybody gets the common slice. Hidden tests ask `graded_id` whose slice counts.
"""

from __future__ import annotations

import hashlib
import hmac
import math
import os

import numpy as np
import pandas as pd

COMMON = "common"
NOT_TEXT = 'student_id should be text: your id between quotation marks, or "" for the common slice.'


def token(secret: str, student: str, exercise: str) -> str:
    """What stands for a student in an exercise: a keyed hash, from which neither secret nor student can be told.

    Letter case of the student and white space around it do not matter. An empty `student` gives the common token. Raises
    `TypeError` for a student that is no text, and `ValueError` for an empty secret: anybody could then work out anybody's slice.
    """
    if not isinstance(student, str):
        raise TypeError(NOT_TEXT)
    if not secret:
        raise ValueError("The secret is empty. Set one for the course, and keep it out of what students get.")
    name = student.strip().casefold()
    if not name:
        return COMMON
    # A length before each part: ("ab", "c") and ("a", "bc") must differ.
    message = "".join(f"{len(part)}:{part}" for part in (name, exercise))
    return hmac.new(secret.encode(), message.encode(), hashlib.sha256).hexdigest()[:32]


def graded_id(typed: object) -> str:
    """The id whose slice an answer is graded on: the typed one, if it is empty or that of the student who handed in.

    The grader gives the latter to the process of the tests, as `NBPROCTOR_STUDENT`; where nothing does, the typed id counts.
    Raises `AssertionError` with a sentence for the student.
    """
    if not isinstance(typed, str):
        raise AssertionError(NOT_TEXT)
    name, handed_in = typed.strip().casefold(), os.environ.get("NBPROCTOR_STUDENT", "").strip().casefold()
    if name and handed_in and name != handed_in:
        raise AssertionError(
            "student_id names somebody else than who handed in: write your own id, as in the name of the file that you hand in, "
            'or leave it empty ("") for the common slice.'
        )
    return typed


def slice_of(frame: pd.DataFrame, token: str = COMMON, fraction: float = 0.8, by: str | None = None) -> pd.DataFrame:
    """The rows of a table that a token chooses, in the order of the table: `fraction` of them, rounded up.

    What is chosen are values of the column `by` (by default the first, the key of our tables), each with all its rows. The
    choice hangs neither on the order of the rows nor on a version of a library, and every token chooses equally many.
    Raises `ValueError` for a fraction that is not above 0 and at most 1, or an unknown column.
    """
    if not 0 < fraction <= 1:
        raise ValueError(f"The fraction is {fraction!r}; it must be above 0 and at most 1.")
    if by is not None and by not in frame.columns:
        raise ValueError(f"There is no column {by!r}. The columns are: {', '.join(map(str, frame.columns))}.")
    keys = [str(value) for value in (frame.iloc[:, 0] if by is None else frame[by]).tolist()]
    ranked = sorted(set(keys), key=lambda key: (hashlib.sha256(f"{token}\0{key}".encode()).digest(), key))
    chosen = set(ranked[: math.ceil(round(fraction * len(ranked), 9))])
    return frame[np.array([key in chosen for key in keys], dtype=bool)]
