"""What a student's functions use beside their arguments: where a later cell may have changed it, an earlier test asks anew."""

from __future__ import annotations

import functools
import pickle
import random
import re
import sys
import types
import zlib
from collections.abc import Callable
from contextlib import suppress
from typing import Any

_ABSENT = object()
_STEADY = (int, float, str, bytes, bool, type(None), types.ModuleType, types.FunctionType)
# Names behind which lies what no variable shows: a function that uses one may answer otherwise after any cell.
_OUTSIDE = re.compile(r"open|environ|getenv|getcwd|Path|read_\w+|loadtxt|genfromtxt|listdir|exists|glob|eval|exec|globals")
# How to look at something, what it was, and what it held then.
Used = list[tuple[Callable[[], Any], Any, tuple[int, ...] | None]]


def used_by(functions: list[Callable[..., Any]], namespace: dict[str, Any]) -> Used:
    """What functions read beside their arguments, directly or through functions that they call: how to look at it, and what it is.

    Global names, what they have closed over, defaults and attributes. Names of attributes count as globals too, which errs on the
    safe side, and what is no plain function counts as something that may change.
    """
    used: Used = []
    waiting: list[Any] = list(functions)
    seen: set[Any] = set()
    while waiting:
        function = waiting.pop()
        if id(function) in seen:
            continue
        seen.add(id(function))
        if not isinstance(function, types.FunctionType):
            used.append((_changing, _changing(), None))
            continue
        if function.__globals__ is not namespace:
            continue  # of a library
        looks: list[Callable[[], Any]] = [functools.partial(_contents, cell) for cell in function.__closure__ or ()]
        looks.append(functools.partial(_kept_with, function))
        codes = [function.__code__]
        while codes:
            code = codes.pop()
            codes += [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]
            names = set(code.co_names)
            if "query" in names:  # a table's, which finds names in a text
                names.update(*(re.findall(r"@(\w+)", text) for text in code.co_consts if isinstance(text, str)))
            names -= seen
            looks += [functools.partial(namespace.get, name, _ABSENT) for name in names]
            looks += [_changing] if any(map(_OUTSIDE.fullmatch, names)) else []
            looks += [_random_numbers] if names & {"random", "sample"} else []
            seen |= names
        values = [look() for look in looks]
        used += [
            (look, value, None if _is_steady(value) else frozen(value, False))
            for look, value in zip(looks, values, strict=True)
        ]
        waiting += [value for value in values if isinstance(value, types.FunctionType)]
    return used


def _changing() -> Any:
    return memoryview(b"")  # which cannot be frozen


def _random_numbers() -> Any:
    numpy = sys.modules.get("numpy")
    return random.getstate(), numpy and numpy.random.get_state()


def _contents(cell: types.CellType) -> Any:
    try:
        return cell.cell_contents
    except ValueError:  # nothing yet
        return _ABSENT


def _kept_with(function: types.FunctionType) -> Any:
    return function.__defaults__, function.__kwdefaults__, vars(function)


def moved(used: Used) -> bool:
    """Whether something is another than it was, or may have been changed in place."""
    return any(
        look() is not value if _is_steady(value) else held is None or frozen(look(), False) != held
        for look, value, held in used
    )


def _is_steady(value: Any) -> bool:
    of_library = isinstance(value, type) and value.__module__ != "__main__"
    unbound = isinstance(value, types.BuiltinFunctionType) and isinstance(value.__self__, types.ModuleType | None)
    return value is _ABSENT or isinstance(value, _STEADY) or of_library or unbound


def frozen(value: Any, by_name: bool = True) -> tuple[int, ...] | None:
    """Numbers for what a value holds, for comparison: many tests may read one table, of which no copies are made.

    None where that does not show: files, nested functions, and where not `by_name` whatever is of the student's classes or functions.
    """
    with suppress(Exception):
        tables: list[pickle.PickleBuffer] = []
        held = pickle.dumps(value, 5, buffer_callback=tables.append)
        return None if b"__main__" in held and not by_name else (hash(held), *(zlib.crc32(table.raw()) for table in tables))
    return None
