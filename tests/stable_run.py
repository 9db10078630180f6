"""Marks of the reference solutions in this process's environment, as JSON: `test_stable_marks.py` starts it in many.

Arguments: the day that the clocks shall show (ISO date, or "today") and the assignments to grade.
"""

from __future__ import annotations

import datetime
import json
import locale
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))


def turn_clocks(day: str) -> None:
    """Have `time`, `datetime` and pandas show another day to every cell that asks, and to what it imports from now on.

    Libraries that are loaded already keep the classes that they were compiled for.
    """
    import pandas as pd

    shift = (datetime.date.fromisoformat(day) - datetime.date.today()).days * 86400
    clock, local, utc = time.time, time.localtime, time.gmtime
    real_datetime, real_date = datetime.datetime, datetime.date

    class Datetime(real_datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return real_datetime.fromtimestamp(clock() + shift, tz)

        today = utcnow = now

    class Date(real_date):
        @classmethod
        def today(cls) -> Any:
            return real_date.fromtimestamp(clock() + shift)

    time.time = lambda: clock() + shift
    time.localtime = lambda seconds=None: local(clock() + shift if seconds is None else seconds)
    time.gmtime = lambda seconds=None: utc(clock() + shift if seconds is None else seconds)
    datetime.datetime, datetime.date = Datetime, Date  # type: ignore[misc]
    for name in ("now", "today"):
        setattr(pd.Timestamp, name, classmethod(lambda cls, tz=None: cls(real_datetime.fromtimestamp(clock() + shift, tz))))


def main(day: str, assignments: list[str]) -> None:
    """Print `{assignment: {exercise: mark}}` and what the process saw of its surroundings."""
    locale.setlocale(locale.LC_ALL, "")
    from exercises import exercises
    from runner import attempt, warm

    warm()
    if day != "today":
        turn_clocks(day)
    marks: dict[str, dict[str, float]] = {}
    failed = []
    for assignment in assignments:
        for exercise in exercises(assignment):
            outcome = attempt(exercise, exercise.solution)
            marks.setdefault(assignment, {})[exercise.name] = exercise.points if outcome.passed else 0
            if not outcome.passed:
                failed.append(f"{assignment}/{exercise.name}: {outcome.message}")
    import pandas as pd

    seen = {"day": str(pd.Timestamp.now().date()), "zone": time.strftime("%z"), "hash": hash("alliance")}
    seen["encoding"] = locale.getpreferredencoding(False)
    print(json.dumps({"marks": marks, "failed": failed, "seen": seen}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
