"""Answers in the shapes that students give them: one word, one number, a letter, names with numbers, a table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pandas as pd

WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def word(answer: Any) -> str:
    """An answer in one word: small letters, without quotes, stops and brackets around it."""
    if isinstance(answer, (list, tuple, set, pd.Series, pd.Index)) and len(answer) == 1:
        answer = next(iter(answer))
    return str(answer).strip(" \t\n\"'`.()[]").lower().replace(" ", "_")


def letter(answer: Any) -> str:
    """The letter of a multiple choice: alone, after "option", or before its sentence; empty for anything else."""
    found = re.fullmatch(r"(?:option_|answer_)?([a-z])(?:[.:),].*)?", word(answer))
    return found[1] if found else ""


def number(answer: Any) -> float | None:
    """The one number in an answer, whatever it comes in: 5, "5", "five", [5]; `None` where there is none."""
    if isinstance(answer, str):
        if word(answer) in WORDS:
            return float(WORDS.index(word(answer)))
        try:
            return float(answer.strip().replace(",", "").removesuffix("%"))
        except ValueError:
            return None
    if isinstance(answer, (list, tuple, set, pd.Series, pd.Index)):
        return number(next(iter(answer))) if len(answer) == 1 else None
    if isinstance(answer, (bool, dict, pd.DataFrame)) or answer is None:
        return None
    try:
        return float(answer)
    except (TypeError, ValueError):
        return None


def names(answer: Any, column: str | None = None) -> list[str] | None:
    """The names in a list, Series, Index, array or table (its `column`, else its index); `None` for another shape."""
    if isinstance(answer, pd.DataFrame):
        answer = answer[column] if column in answer.columns else answer.index
    if isinstance(answer, pd.Series) and answer.dtype != bool:
        values = [word(v) for v in answer]
        return (
            values if pd.api.types.is_string_dtype(answer.dtype) or answer.dtype == object else [word(v) for v in answer.index]
        )
    if isinstance(answer, str):
        return [word(part) for part in answer.replace(",", " ").split()]
    if isinstance(answer, dict) or not isinstance(answer, Iterable):
        return None
    return [word(value) for value in answer]


def named_numbers(answer: Any) -> dict[str, float] | None:
    """Names and numbers from a Series, a dict or a table with one column of numbers; `None` for another shape."""
    if isinstance(answer, pd.DataFrame):
        numeric = answer.select_dtypes("number")
        if numeric.shape[1] != 1:
            return None
        others = [column for column in answer.columns if column not in numeric.columns]
        answer = answer.set_index(others[0])[numeric.columns[0]] if len(others) == 1 else numeric.iloc[:, 0]
    if isinstance(answer, pd.Series):
        answer = answer.to_dict()
    if not isinstance(answer, dict):
        return None
    given = {word(name): number(value) for name, value in answer.items()}
    return {name: value for name, value in given.items() if value is not None} if None not in given.values() else None


def cells(answer: Any) -> dict[tuple[str, str], float] | None:
    """The numbers of a table by row and column, or of a Series with two names a number; zeros left out, holes are zeros."""
    if isinstance(answer, dict) and answer and all(isinstance(value, (dict, pd.Series)) for value in answer.values()):
        answer = pd.DataFrame(answer).T
    if isinstance(answer, pd.DataFrame):
        text = [column for column in answer.columns if not pd.api.types.is_numeric_dtype(answer[column])]
        if len(text) == 1 and answer.shape[1] > 2:
            answer = answer.set_index(text[0])
        elif len(text) == 2 and answer.shape[1] == 3:
            answer = answer.set_index(text).iloc[:, 0]
        elif text:
            return None
    if isinstance(answer, pd.DataFrame):
        if answer.shape[1] == 1 and answer.index.nlevels == 2:
            answer = answer.iloc[:, 0]
        else:
            pairs = {
                (word(r), word(c)): answer.iloc[i, j] for i, r in enumerate(answer.index) for j, c in enumerate(answer.columns)
            }
            return _filled(pairs)
    if isinstance(answer, pd.Series) and answer.index.nlevels == 2:
        return _filled({(word(key[0]), word(key[1])): value for key, value in answer.items()})  # type: ignore[index]
    return None


def near(given: dict[Any, float], right: dict[Any, float], tolerance: float) -> bool:
    """Whether two sets of numbers have the same names and, within the tolerance, the same values."""
    return set(given) == set(right) and all(abs(given[name] - right[name]) <= tolerance for name in right)


def _filled(pairs: dict[tuple[str, str], Any]) -> dict[tuple[str, str], float] | None:
    values = {pair: (0.0 if pd.isna(value) else number(value)) for pair, value in pairs.items()}
    return None if None in values.values() else {pair: value for pair, value in values.items() if value}
