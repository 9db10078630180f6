"""Individual data: a slice of a table that hangs on the student, and is the same each time it is asked for.

A course keeps one secret. `token(secret, student, exercise)` goes to the student, the secret stays with the instructor, and
both sides make the same slice of it: `slice_of(table, token, 0.8)`. Without a token everybody gets the common slice.
"""

from __future__ import annotations

import hashlib
import hmac
import math

import pandas as pd

COMMON = "common"


def token(secret: str, student: str, exercise: str) -> str:
    """What stands for a student in an exercise: a keyed hash, from which neither secret nor student can be told.

    Letter case of the student and white space around it do not matter. An empty `student` gives the common token. Raises
    `ValueError` for an empty secret: anybody could then work out anybody's slice.
    """
    if not secret:
        raise ValueError("The secret is empty. Set one for the course, and keep it out of what students get.")
    name = student.strip().casefold()
    if not name:
        return COMMON
    # A length before each part: ("ab", "c") and ("a", "bc") must differ.
    message = "".join(f"{len(part)}:{part}" for part in (name, exercise))
    return hmac.new(secret.encode(), message.encode(), hashlib.sha256).hexdigest()[:32]


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
    keys = [str(value) for value in (frame.iloc[:, 0] if by is None else frame[by])]
    ranked = sorted(set(keys), key=lambda key: (hashlib.sha256(f"{token}\0{key}".encode()).digest(), key))
    chosen = set(ranked[: math.ceil(round(fraction * len(ranked), 9))])
    return frame[[key in chosen for key in keys]].copy()
