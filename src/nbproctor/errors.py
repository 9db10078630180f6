"""Exceptions as plain data: their class by name, what they hold and what they say."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from nbproctor.plain import Decoder, Encoder, Kinds, NotPlain, without_functions

# Whose exceptions a test may have to tell apart; they are looked up by name, never imported.
LIBRARIES = {*sys.stdlib_module_names, "numpy", "pandas"}
# A test that does not foresee one of these takes it for an end in good order: `map` and `zip` end with their iteration, IPython
# says nothing of a debugger's end, `unittest` counts a test that is skipped or that it has stopped itself as passed.
ENDS = {"StopIteration", "StopAsyncIteration", "BdbQuit", "SkipTest", "_ShouldStop"}
# What a function may raise; the last two, which are no faults, where an author has foreseen them.
RAISED = (Exception, SystemExit, KeyboardInterrupt)
# What an error of the system's holds outside its `__dict__`.
SLOTS = ("errno", "strerror", "filename")
# Python shows the character of a text at a place that these hold, and does not look whether it lies in it.
PLACES = (UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError)
# Of a class: it is shown with its error, and a student may choose it.
MAX_NAME = 100


class StudentError(Exception):
    """An error of the student's code, of a kind that this process does not know."""


def as_shown(value: Any) -> str:
    """An error's message, also of an error that fails to say it."""
    try:
        return str(value)
    except Exception:
        return "(an error without a readable message)"


def _is_class(value: Any) -> bool:
    return isinstance(value, type) and issubclass(value, BaseException)


def _names(_: Encoder, kind: Any) -> list[list[str]]:
    """Names of an exception class and of its bases, from itself upwards."""
    return [[str(base.__module__), str(base.__name__)] for base in kind.__mro__ if issubclass(base, BaseException)]


def error_tree(error: BaseException, longest: int, functions: list[Callable[..., Any]], cause: bool = True) -> list[Any]:
    """Tree of an exception, of a text of at most `longest` characters, and of the one that it was raised from.

    What it holds that is no plain data is left out.
    """
    held = {name: getattr(error, name, None) for name in SLOTS if isinstance(error, OSError)}
    held |= {name: value for name, value in vars(error).items() if not name.startswith("_")}
    attributes = {}
    for name, value in held.items():
        with suppress(Exception):
            without_functions([value])
            attributes[str(name)] = Encoder(functions).encode(value)
    args: list[Any] = []
    with suppress(Exception):
        args = Encoder(functions).each(error.args)
    caused = error_tree(error.__cause__, longest, functions, cause=False) if cause and error.__cause__ else None
    return ["error", [Encoder([]).encode(type(error)), args, attributes, as_shown(error)[:longest], caused]]


def _class(decoder: Decoder, names: Iterable[Any]) -> type[BaseException]:
    """The class again, or one made for it: of its name, under the nearest of its bases that is known here."""
    key = tuple((str(module)[:MAX_NAME], str(name)[:MAX_NAME]) for module, name in names)
    if key not in decoder.exceptions:
        known = {place: kind for place in key if (kind := _known(*place, decoder))}
        base = next(iter(known.values()), StudentError)
        decoder.exceptions[key] = known.get(key[0]) or type(key[0][1], (base,), {})
    return decoder.exceptions[key]


def _known(module: str, name: str, decoder: Decoder) -> type[BaseException] | None:
    known = (
        decoder.classes
        if module == "__main__"
        else vars(sys.modules[module])
        if module in sys.modules and module.partition(".")[0] in LIBRARIES
        else {}
    )
    kind = known.get(name)  # not by `getattr`, upon which a module may import or make something
    if not (isinstance(kind, type) and issubclass(kind, RAISED)) or (kind in RAISED[1:] and name not in decoder.authors):
        return None
    return None if any(base.__name__ in ENDS and base.__name__ not in decoder.authors for base in kind.__mro__) else kind


def _error(decoder: Decoder, body: Any) -> BaseException:
    """The exception again: it is of the class, holds what it held, and says what it said."""
    if body[0][0] != "exception":  # anything else would be called
        raise NotPlain("it does not arrive as plain data")
    kind, args, attributes, message = decoder.decode(body[0]), decoder.each(body[1]), body[2], str(body[3])
    error: BaseException | None = None
    with suppress(Exception):
        error = kind(*args) if not issubclass(kind, PLACES) or _in_place(*args[-4:-1]) else None
    if error is None or str(error) != message:  # made of something else than what it holds
        for base in (StudentError, kind):
            with suppress(TypeError):
                bare: Any = type(kind.__name__, (base,), {"__init__": lambda *_: None, "__str__": lambda _: message})
                error = bare.__new__(bare)
        assert error
        error.args = tuple(args)
    for name, value in zip(attributes, without_functions(decoder.each(attributes.values())), strict=True):
        if name in SLOTS and isinstance(error, OSError):
            setattr(error, name, value)
        elif not name.startswith("_"):  # as IPython's `_render_traceback_`
            vars(error)[name] = value
    error.__cause__ = next((cause for cause in decoder.each(body[4:]) if isinstance(cause, RAISED)), None)
    return error


def _in_place(text: Any, start: Any, end: Any) -> bool:
    return type(text) in (str, bytes) and type(start) is type(end) is int and 0 <= start < end <= len(text)


KINDS: Kinds = (
    (_is_class, "exception", _names, _class),
    ((), "error", _names, _error),  # `error_tree` alone makes one
)
