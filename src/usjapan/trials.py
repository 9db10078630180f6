"""How tests try a student's function: many inputs at once, and a sentence in the place of an error."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Sequence
from typing import Any


def answers(
    function: Callable[..., Any], name: str, clue: str, cases: Sequence[tuple[Any, ...]], aloud: bool = True
) -> list[tuple[Any, str | None]]:
    """What a function returns for each tuple of inputs: pairs of the answer and, where there is none, a sentence on why (else None).

    `clue` ends the sentence on an error; only with `aloud` does that sentence repeat the error's own text, which can carry the
    inputs. What the function writes to stderr is dropped.
    """
    return [_told(outcome, name, clue, aloud) for outcome in outcomes(function, cases)]


def outcomes(function: Callable[..., Any], cases: Sequence[tuple[Any, ...]]) -> list[Any]:
    """What a function returns for each tuple of inputs, or the exception that it raises.

    A function that is worked out elsewhere, as while grading, has an attribute `many` that takes all cases at once.
    """
    many = getattr(function, "many", None)
    return list(many(cases)) if many else [_outcome(function, case) for case in cases]


def _outcome(function: Callable[..., Any], case: tuple[Any, ...]) -> Any:
    try:
        with contextlib.redirect_stderr(io.StringIO()):
            return function(*case)
    except Exception as error:
        return error


def _told(outcome: Any, name: str, clue: str, aloud: bool) -> tuple[Any, str | None]:
    if isinstance(outcome, NotImplementedError):
        return None, f"{name} is not written yet: write its body below the first line."
    if isinstance(outcome, BaseException):
        what = f" ({outcome!s:.80})" if aloud else ""
        return None, f"{name} stops with {type(outcome).__name__}{what}: {clue}"
    if outcome is None or outcome is ...:
        return None, f"{name} returns nothing: end it with return and the result; print only shows it."
    return outcome, None
