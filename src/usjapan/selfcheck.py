"""Self-checks of the lessons: an answer in, a sentence out, never a traceback.

Each exercise is a function from the answer to `None` (right) or a sentence that names the likely mistake. The published
tables give the expected values, so a correction of the data corrects the checks.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

EXERCISES: dict[str, Callable[[Any], str | None]] = {}


class Reply(str):
    """What a check says; shows as a coloured line in a notebook. `right` is True for a right answer,
    `tried` False while the answer is still `...`."""

    right: bool
    tried: bool

    def __new__(cls, text: str, right: bool, tried: bool = True) -> Reply:
        reply = super().__new__(cls, text)
        reply.right, reply.tried = right, tried
        return reply

    def _repr_html_(self) -> str:
        mark, colour = ("✓", "#00664a") if self.right else ("✗", "#a33b00")
        if not self.tried:
            mark, colour = "…", "#595959"
        import html  # 2 ms that only a notebook needs

        return f'<p style="border-left: 4px solid {colour}; padding-left: .6em"><strong>{mark}</strong> {html.escape(self)}</p>'


def exercise(name: str) -> Callable[[Callable[[Any], str | None]], Callable[[Any], str | None]]:
    """Register a check under the name that lessons use."""

    def register(function: Callable[[Any], str | None]) -> Callable[[Any], str | None]:
        EXERCISES[name] = function
        return function

    return register


def check(name: str, answer: Any) -> Reply:
    """Check the answer to an ungraded exercise of a lesson; always answers with one sentence.

    `name` is the exercise's name as the lesson gives it; `...` as the answer means "not tried yet",
    and so does a dict, list or tuple that holds nothing else.
    Raises `ValueError` for an unknown name only.
    """
    number = str(name)[:2]
    # A lesson's checks register themselves when its module is first imported.
    if number.isdigit() and find_spec(f"usjapan.lesson_checks.lesson_{number}"):
        import_module(f"usjapan.lesson_checks.lesson_{number}")
    if name not in EXERCISES:
        import difflib

        near = difflib.get_close_matches(str(name), EXERCISES, n=1)
        raise ValueError(f"There is no exercise {name!r}." + (f" Did you mean {near[0]!r}?" if near else ""))
    if _untried(answer):
        return Reply("Not tried yet: replace the ... with your answer and run the cell again.", right=False, tried=False)
    try:
        mistake = EXERCISES[name](answer)
    except Exception:
        # A check compares many shapes of answer; one that it did not foresee must not greet a beginner with a traceback.
        return Reply(
            f"This answer is a {type(answer).__name__} of a shape that the check cannot read. "
            "Compare it with the shape that the exercise asks for.",
            right=False,
        )
    return Reply(mistake, right=False) if mistake else Reply("Right.", right=True)


def _untried(answer: Any) -> bool:
    """Whether an answer is still as the lesson gives it: `...`, or blanks in a dict or list."""
    values = list(answer.values()) if isinstance(answer, dict) else answer
    if isinstance(values, (list, tuple)):
        return bool(values) and all(_untried(value) for value in values)
    return values is ...
