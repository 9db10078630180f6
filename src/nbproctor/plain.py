"""Answers as plain data: what may cross from a student's process to a test, and how.

Never pickle: decoding runs no code of the sender's. A lie about a value is then only a different answer. Exceptions, arrays,
tables and charts have modules of their own, which are imported where their library is.
"""

from __future__ import annotations

import base64
import datetime
import decimal
import enum
import fractions
import functools
import importlib
import io
import itertools
import keyword
import pathlib
import random
import re
import sys
import time
import types
import zoneinfo
from collections import Counter, OrderedDict, UserDict, defaultdict, deque, namedtuple
from collections.abc import Callable, ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from contextlib import suppress
from typing import Any

# Deep enough for a chart's spec, far from Python's recursion limit; a cyclic answer ends here.
MAX_DEPTH = 60
# A frame of a hundred thousand rows and ten columns fits; more is an accident or an attack.
MAX_NODES = 2_000_000
# The factorial of 50,000 fits; work with larger numbers takes seconds in a test.
MAX_INT_BITS = 1_000_000
# Of what a function is given, for as many parts it is seen whether its result is the same thing; beyond, they arrive as copies.
MAX_PARTS = 10_000
# What JSON's reader takes: Python refuses to read more than 4,300 decimal digits.
SMALL_INT_BITS = 8192
# What two names may hold, so that a change of the one is one of the other.
CHANGING = (list, dict, set, bytearray)
# Of what yields its items once: how many are asked for one at a time, so that no more are taken than a test takes, and what goes
# along with each is seen with it; and how many at a time after these.
SINGLY, TOGETHER = 100, 10_000
SOON = 0.05  # seconds in which these come; the next may be beyond reach
AN_ANSWER = "an answer is a number, text, list, dict, table, chart or function"
# Columns of the widest honest table, row by row; a tuple of more arrives without its names.
MAX_FIELDS = 200


class NotPlain(Exception):
    """A value cannot cross; the message is a sentence for the student."""


class Encoder:
    """Turn values into JSON-able trees; functions are kept in `functions` and cross as handles.

    `shown` is a chart whose specification is known, since the cell that has just run shows it, and that specification;
    `describe`, where given, makes a tree of what can be said of a function.
    """

    def __init__(
        self,
        functions: list[Callable[..., Any]],
        shown: tuple[Any, Any] = (None, None),
        describe: Callable[[Any], Any] | None = None,
    ) -> None:
        self.functions = functions
        self.shown = shown
        self.describe = describe
        self.nodes = self.depth = 0
        # What can be changed in place and may come again: its number, and itself, lest another takes its place in memory.
        self.met: dict[int, tuple[int, Any]] = {}
        self.arguments: dict[Any, Any] = {}  # of a function whose result this is, which it has left as they were

    def encode(self, value: Any) -> Any:
        """JSON-able tree of a value. Raises `NotPlain` with a sentence where it cannot cross, and is of no use then."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise NotPlain("it is too large")
        if value is None or type(value) in (bool, str, float):
            return value
        if type(value) is int and int.bit_length(value) <= SMALL_INT_BITS:
            return value
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise NotPlain("it is nested too deeply, or contains itself")
        if id(value) in self.met:
            tree: Any = ["again", self.met[id(value)][0]]
        elif self.arguments and may_change(value) and id(value) in self._parts:
            tree = ["argument", self._parts[id(value)]]
        else:
            tree = self.tree(value)
            if type(value) in CHANGING or type(value).__name__ == "ndarray":
                self.met[id(value)] = len(self.met), value
                tree = ["keep", len(self.met) - 1, tree]
        self.depth -= 1
        return tree

    @functools.cached_property
    def _parts(self) -> dict[int, list[Any]]:
        """Ways to what in the arguments can be changed, for a result may hold it: the test then has the same thing twice."""
        ways: dict[int, list[Any]] = {}
        left: deque[tuple[list[Any], Any]] = deque(([key], value) for key, value in self.arguments.items())
        while left and len(ways) < MAX_PARTS:
            way, value = left.popleft()
            if id(value) not in ways:
                ways |= {id(value): way} if may_change(value) else {}
                left.extend(([*way, step], one) for step, one in _inside(value))
        return ways

    def each(self, items: Any) -> list[Any]:
        """A tree for each item."""
        return [self.encode(item) for item in items]

    def tree(self, value: Any) -> Any:
        """As `encode`, of a part that does not count as a value of its own."""
        own = type(value).__module__ == "__main__"
        if own and isinstance(value, enum.Enum):
            place = value.name if value.name in type(value).__members__ else self.encode(value.value)
            plain = next((kind for kind in (int, str, float) if isinstance(value, kind)), None)
            return ["member", type(value).__name__, place, self.encode(plain(value.value)) if plain else None]
        if isinstance(value, type) and value.__module__ == "__main__" and not issubclass(value, BaseException):
            return ["class", value.__name__]
        for kind, name, tell, _ in _kinds_here():
            if kind(value) if isinstance(kind, types.FunctionType) else isinstance(value, kind):
                return [name, tell(self, value)]
        if callable(value) and not isinstance(value, type):
            self.functions.append(value)
            about = self.describe(value) if self.describe else None
            return ["function", len(self.functions) - 1, str(getattr(value, "__name__", "function")), about]
        if own:
            return self._object(value, type(value).__name__)
        raise NotPlain(_why_not(value))

    def _object(self, value: Any, name: str) -> list[Any]:
        """An object by the name of its class, which the reader has too if it is the author's, and its attributes."""
        number = len(self.met)
        self.met[id(value)] = number, value  # now, for what it holds may hold it
        return ["object", number, name, [[str(key), self.encode(one)] for key, one in held_by(value).items()]]


def _why_not(value: Any) -> str:
    kind = type(value)
    if isinstance(value, type):
        return f"it is the class {value.__name__}; an answer is a value or a function"
    if kind.__name__ == "module":
        return "it is a module; an answer is a value or a function"
    return f"it is a {kind.__module__}.{kind.__name__}; {AN_ANSWER}"


def held_by(value: Any) -> dict[str, Any]:
    """Attributes of an object, in its dictionary and its slots."""
    state: Any = object.__getstate__(value)
    in_dict, in_slots = state if isinstance(state, tuple) else (state, None)
    held = {**(in_dict or {}), **(in_slots or {})}
    return {name: one for name, one in held.items() if name != "__orig_class__"}  # of a generic class


def give(value: Any, name: str, one: Any) -> None:
    """Give an object an attribute, by none of its own functions."""
    if isinstance(getattr(type(value), name, None), types.MemberDescriptorType):
        object.__setattr__(value, name, one)
    else:
        vars(value)[name] = one


def is_object(answer: dict[str, Any]) -> bool:
    """Whether an answer is an object of one of the notebook's own classes."""
    tree = answer.get("value")
    return isinstance(tree, list) and tree[:1] in (["object"], ["member"])


def _inside(value: Any) -> Iterable[tuple[Any, Any]]:
    """What a value holds, and how to come to it from there."""
    if isinstance(value, Mapping):
        return enumerate(value.values())
    if isinstance(value, list | tuple | KeysView | ItemsView | ValuesView):
        return enumerate(value)
    return held_by(value).items() if type(value).__module__ == "__main__" and not isinstance(value, type) else ()


def may_change(value: Any) -> bool:
    """Whether a function may change it in place so that its caller sees it; then it matters whether two things are the same."""
    if type(value).__module__ == "__main__" or isinstance(value, (*CHANGING, deque, random.Random, io.StringIO, io.BytesIO)):
        return not callable(value)
    return hasattr(value, "shape") or hasattr(value, "bit_generator")


class Decoder:
    """Turn trees back into values; `proxy(handle, name, about)` makes the stand-in of a function."""

    def __init__(self, proxy: Callable[[int, str, Any], Any]) -> None:
        self.proxy = proxy
        self.exceptions: dict[Any, type[Exception]] = {}
        self.kept: dict[int, Any] = {}  # what may come again in the same message
        self.arguments: dict[Any, Any] = {}  # of the call whose result this is
        self.classes: dict[str, Any] = {}  # the author's own, of which a student's objects may be
        self.authors = ""  # what the author's cells say, where it matters what they have foreseen
        self.imported: Callable[[], Any] = lambda: None  # what is done when it has imported a library
        self.masks = True  # whether the author has foreseen masked items at all
        self.categories: dict[str, Any] = {}  # a table's, kept: those that go to and fro mostly have the same ones

    def decode(self, tree: Any) -> Any:
        """Value of a tree. Raises `NotPlain` for a tree that `Encoder` would not have made."""
        if tree is None or isinstance(tree, bool | int | float | str):
            return tree
        try:
            name, *rest = tree
            if name == "function":
                return self.proxy(int(rest[0]), str(rest[1]), rest[2])
            if name == "keep":
                self.kept[int(rest[0])] = value = self.decode(rest[1])
                return value
            if name == "again":
                return self.kept[int(rest[0])]
            if name == "argument":
                return self._argument(rest[0])
            if name == "class":
                return self._class(rest[0], "the class")
            if name == "member":
                return self._member(*rest)
            if name == "object":
                return self._object(*rest)
            if name not in READERS:
                for home in LIBRARIES.values():
                    with suppress(ImportError):
                        READERS.update(_readers(importlib.import_module(home).KINDS))
                self.imported()
            return READERS[name](self, rest[0])
        except NotPlain:
            raise
        except Exception as error:
            raise NotPlain(f"it does not arrive as plain data ({type(error).__name__})") from error

    def _argument(self, way: Any) -> Any:
        """A part of an argument, which the function has left as it was."""
        found: Any = self.arguments[way[0]]
        for step in way[1:]:
            found = dict(_inside(found))[step]
        if not may_change(found):
            raise NotPlain("it does not arrive as plain data")
        return found

    def _class(self, name: Any, what: str = "an object of") -> Any:
        if name not in self.classes:
            raise NotPlain(f"it is {what} {str(name)[:100]}, a class that was not given out; {AN_ANSWER}")
        return self.classes[name]

    def _member(self, name: Any, place: Any, plain: Any) -> Any:
        """A member of the author's enumeration; of another, the number or text that it is as well."""
        if name not in self.classes and plain is not None:
            return self.decode(plain)
        kind = self._class(name)
        if not isinstance(kind, enum.EnumMeta):  # any other would be called, or asked for something, with the student's data
            raise NotPlain("it does not arrive as plain data")
        return kind[place] if isinstance(place, str) else kind(self.decode(place))

    def _object(self, number: Any, name: Any, held: Any) -> Any:
        """An object of the author's class, none of whose functions is called or replaced for it."""
        made = self._class(name)
        self.kept[int(number)] = value = object.__new__(made)
        ones = without_functions(self.each(tree for _, tree in held))
        without_own_words(key for key, _ in held)
        for (key, _), one in zip(held, ones, strict=True):
            give(value, str(key), one)
        return value

    def each(self, trees: Any) -> list[Any]:
        """A value for each tree."""
        return [self.decode(tree) for tree in trees]


def _pairs(encoder: Encoder, value: Any) -> list[Any]:
    return [[encoder.encode(k), encoder.encode(v)] for k, v in dict.items(value)]


def _items(encoder: Encoder, value: Any) -> list[Any]:
    return [[encoder.encode(k), encoder.encode(v)] for k, v in value.items()]


def _dict(decoder: Decoder, body: Any) -> dict[Any, Any]:
    held = {decoder.decode(k): decoder.decode(v) for k, v in body}
    if "__array_interface__" in held:  # an author's class may give its attributes out of a dictionary
        without_own_words(["__array_interface__"])
    return held


def _tuple(encoder: Encoder, value: Any) -> list[Any]:
    """Items of a tuple, behind its name and the names of its fields where it has such."""
    items = encoder.each(tuple.__iter__(value))
    fields = getattr(type(value), "_fields", None)
    if isinstance(fields, tuple) and len(fields) == len(items) <= MAX_FIELDS:
        return [items, str(type(value).__name__), [str(field) for field in fields]]
    return [items]


def _read_tuple(decoder: Decoder, body: Any) -> Any:
    items, *named = body
    if not named:
        return tuple(decoder.each(items))
    name, fields = named
    if not len(fields) == len(items) <= MAX_FIELDS:
        raise NotPlain("it does not arrive as plain data")
    values, known = without_functions(decoder.each(items)), decoder.classes.get(name)
    if getattr(known, "_fields", None) == tuple(fields):
        return tuple.__new__(known, values)  # type: ignore[arg-type]
    return named_tuple(str(name), tuple(map(str, fields)), values)


def named_tuple(name: str, fields: tuple[str, ...], items: Any) -> Any:
    """A named tuple, such as a row of `itertuples`."""
    return _named(name, fields)._make(items)


@functools.lru_cache(maxsize=64)
def _named(name: str, fields: tuple[str, ...]) -> Any:
    """Class of a named tuple. Only identifiers get into its code; others become `_0`, `_1`."""
    return namedtuple(name if name.isidentifier() and not keyword.iskeyword(name) else "Row", fields, rename=True)


def yields(value: Any) -> bool:
    """Whether it is one of Python's own iterators: a generator, a zip, a map."""
    return hasattr(type(value), "__next__") and type(value).__module__ in ("builtins", "itertools")


class Further:
    """The items of an iterator, some more at each call, those that come soon; none where it has come to its end."""

    def __init__(self, iterator: Any) -> None:
        self.iterator, self.sizes = iterator, itertools.chain(itertools.repeat(1, SINGLY), itertools.repeat(TOGETHER))
        self.left, self.ended = MAX_NODES, False
        self.error: BaseException | None = None

    def _some(self) -> list[Any]:
        """The next items; why there are no more of them, if not at its end, is kept."""
        items: list[Any] = []
        until = time.monotonic() + SOON
        try:
            for _ in range(next(self.sizes)):
                items.append(next(self.iterator))
                if time.monotonic() > until:
                    break
        except StopIteration:
            self.ended = True
        except BaseException as error:
            self.error = error
        return items

    def __call__(self) -> list[Any]:
        items = self._some() if self.error is None and not self.ended else []
        if self.error is not None and not items:
            raise self.error
        self.left -= len(items)
        if self.left < 0:
            raise NotPlain(f"it is too large: it has not come to its end after {MAX_NODES:,} items")
        return items


def _iterator(encoder: Encoder, value: Any) -> list[Any]:
    """A function that gives its items, and whether it is a generator."""
    return [encoder.tree(Further(value)), isinstance(value, types.GeneratorType)]


def _read_iterator(decoder: Decoder, body: Any) -> Iterator[Any]:
    items = itertools.chain.from_iterable(iter(decoder.decode(body[0]), []))
    return (item for item in items) if body[1] else items


def without_functions(values: list[Any]) -> list[Any]:
    """What is asked for by attributes. Raises `NotPlain` for a function: a student's `np.all` would decide what is right."""
    if any(map(callable, values)):
        raise NotPlain("it has functions as attributes; an answer that is a function has a name of its own")
    return values


def without_own_words(names: Iterable[Any]) -> None:
    """Raises `NotPlain` for an attribute such as `__array_interface__`, in which NumPy would read what lies where in memory."""
    if any(str(name).startswith("__") for name in names):
        raise NotPlain("it has attributes with two underscores before their names, which libraries would heed")


def _read_namespace(decoder: Decoder, body: Any) -> types.SimpleNamespace:
    values = _dict(decoder, body)
    without_functions(list(values.values()))
    without_own_words(values)
    return types.SimpleNamespace(**values)


def _integer(_: Encoder, value: Any) -> str:
    if int.bit_length(value) > MAX_INT_BITS:
        raise NotPlain("it is a whole number of hundreds of thousands of digits")
    return hex(int.__add__(value, 0))


def _read_integer(_: Decoder, body: Any) -> int:
    if len(body) > MAX_INT_BITS // 4 + 8:
        raise NotPlain("it does not arrive as plain data")
    return int(body, 16)


def _moment(encoder: Encoder, value: Any) -> list[Any]:
    """A date with a time, or a time, as text without its zone; which of two such hours it is; and its zone, or how far it is from UTC."""
    zone, plain = value.tzinfo, datetime.datetime if isinstance(value, datetime.datetime) else datetime.time
    if zone is not None and not isinstance(zone, datetime.timezone | zoneinfo.ZoneInfo):
        zone = datetime.timezone(value.utcoffset())
    return [plain.isoformat(plain.replace(value, tzinfo=None)), value.fold, encoder.encode(zone)]


def _read_datetime(decoder: Decoder, body: Any) -> datetime.datetime:
    return datetime.datetime.fromisoformat(body[0]).replace(fold=body[1], tzinfo=decoder.decode(body[2]))


def _buffer(encoder: Encoder, value: Any) -> list[Any]:
    """What has been written into a file in memory, and its place in that."""
    kind = io.StringIO if isinstance(value, io.StringIO) else io.BytesIO
    return [encoder.encode(kind.getvalue(value)), kind.tell(value)]


def _read_buffer(decoder: Decoder, body: Any) -> Any:
    held = decoder.decode(body[0])
    buffer: Any = io.StringIO(held, newline="") if isinstance(held, str) else io.BytesIO(held)
    buffer.seek(body[1])
    return buffer


def _read_match(decoder: Decoder, body: Any) -> Any:
    """A match, found once more in its text."""
    pattern, text, start, end = decoder.decode(body[0]), decoder.decode(body[1]), int(body[2]), int(body[3])
    found = pattern.match(text, start)
    found = found if found and found.end() == end else pattern.fullmatch(text, start, end)
    if found is None:
        raise NotPlain("it does not arrive as plain data")
    return found


def _read_random(decoder: Decoder, body: Any) -> random.Random:
    numbers = random.Random()
    numbers.setstate(decoder.decode(body))
    return numbers


def _read_time(decoder: Decoder, body: Any) -> datetime.time:
    return datetime.time.fromisoformat(body[0]).replace(fold=body[1], tzinfo=decoder.decode(body[2]))


TYPES = {
    kind.__name__: kind for kind in (bool, int, float, complex, str, bytes, list, tuple, dict, set, frozenset, range, slice)
}

# Of each kind of value: its class (or what tells it), its name in trees, how it is told, and how it is read again.
Kinds = tuple[tuple[Any, str, Callable[[Encoder, Any], Any], Callable[[Decoder, Any], Any]], ...]

# What holds other values; gone through as the kind itself does it, whatever a subclass makes of it. The first that fits counts.
CONTAINERS: Kinds = (
    (list, "list", lambda e, v: e.each(list.__iter__(v)), lambda d, b: d.each(b)),
    (time.struct_time, "struct_time", lambda e, v: e.each(v), lambda d, b: time.struct_time(d.each(b))),
    (tuple, "tuple", _tuple, _read_tuple),
    (Counter, "counter", _pairs, lambda d, b: Counter(_dict(d, b))),
    (OrderedDict, "ordered_dict", _pairs, lambda d, b: OrderedDict(_dict(d, b))),
    (defaultdict, "default_dict", lambda e, v: [e.encode(v.default_factory), _pairs(e, v)],
     lambda d, b: defaultdict(d.decode(b[0]), _dict(d, b[1]))),
    (dict, "dict", _pairs, _dict),
    (set, "set", lambda e, v: e.each(set.__iter__(v)), lambda d, b: set(d.each(b))),
    (frozenset, "frozenset", lambda e, v: e.each(frozenset.__iter__(v)), lambda d, b: frozenset(d.each(b))),
    (deque, "deque", lambda e, v: [e.each(deque.__iter__(v)), v.maxlen], lambda d, b: deque(d.each(b[0]), b[1])),
)  # fmt: skip
# After the libraries' own, some of which are numbers, texts or moments too.
SCALARS: Kinds = (
    (str, "text", lambda _, v: str.__str__(v), lambda _, b: str(b)),
    (float, "float", lambda _, v: float.__add__(v, 0.0), lambda _, b: float(b)),
    (int, "integer", _integer, _read_integer),
    (complex, "complex", lambda _, v: [v.real, v.imag], lambda _, b: complex(*b)),
    (bytes, "bytes", lambda _, v: base64.b64encode(v).decode(), lambda _, b: base64.b64decode(b)),
    (bytearray, "bytearray", lambda _, v: base64.b64encode(v).decode(), lambda _, b: bytearray(base64.b64decode(b))),
    (datetime.timedelta, "timedelta", lambda _, v: [v.days, v.seconds, v.microseconds], lambda _, b: datetime.timedelta(*b)),
    (datetime.datetime, "datetime", _moment, _read_datetime),
    (datetime.date, "date", lambda _, v: datetime.date.isoformat(v), lambda _, b: datetime.date.fromisoformat(b)),
    (datetime.time, "time", _moment, _read_time),
    (datetime.timezone, "offset", lambda e, v: e.each(v.__getinitargs__()), lambda d, b: datetime.timezone(*d.each(b))),
    (zoneinfo.ZoneInfo, "zone", lambda _, v: v.key, lambda _, b: zoneinfo.ZoneInfo(b)),
    (decimal.Decimal, "decimal", lambda _, v: str(v), lambda _, b: decimal.Decimal(b)),
    (fractions.Fraction, "fraction", lambda _, v: [v.numerator, v.denominator], lambda _, b: fractions.Fraction(*b)),
    (range | slice, "span", lambda e, v: [type(v).__name__, *e.each([v.start, v.stop, v.step])],
     lambda d, b: {"range": range, "slice": slice}[b[0]](*d.each(b[1:]))),
    (pathlib.PureWindowsPath, "windows_path", lambda _, v: str(v), lambda _, b: pathlib.PureWindowsPath(b)),
    (pathlib.PurePath, "path", lambda _, v: str(v), lambda _, b: pathlib.Path(b)),
    (io.StringIO | io.BytesIO, "buffer", _buffer, _read_buffer),
    (re.Pattern, "pattern", lambda e, v: [e.encode(v.pattern), v.flags], lambda d, b: re.compile(d.decode(b[0]), b[1])),
    (re.Match, "match", lambda e, v: [e.encode(v.re), e.encode(v.string), *v.span()], _read_match),
    (random.Random, "random", lambda e, v: e.encode(v.getstate()), _read_random),
    (types.SimpleNamespace, "namespace", lambda e, v: _pairs(e, vars(v)), _read_namespace),
    (types.EllipsisType, "ellipsis", lambda _, v: None, lambda _, b: ...),
    (KeysView, "keys", lambda e, v: e.each(v), lambda d, b: dict.fromkeys(d.each(b)).keys()),
    (ItemsView, "items", lambda e, v: e.each(v), lambda d, b: dict(d.each(b)).items()),
    (ValuesView, "values", lambda e, v: e.each(v), lambda d, b: dict(enumerate(d.each(b))).values()),
    (types.MappingProxyType, "read_only", _items, lambda d, b: types.MappingProxyType(_dict(d, b))),
    (Mapping, "user_dict", _items, lambda d, b: UserDict(_dict(d, b))),
    (yields, "iterator", _iterator, _read_iterator),
    (lambda v: isinstance(v, type) and v in TYPES.values(), "type", lambda _, v: v.__name__, lambda _, b: TYPES[b]),
)  # fmt: skip
LIBRARIES = {
    "builtins": "nbproctor.errors",
    "numpy": "nbproctor.arrays",
    "pandas": "nbproctor.tables",
    "altair": "nbproctor.charts",
}


def _kinds_here() -> Iterator[Any]:
    """All kinds whose library is there, in the order in which they are tried."""
    yield from CONTAINERS
    for library, home in LIBRARIES.items():
        if library in sys.modules:
            yield from importlib.import_module(home).KINDS
    yield from SCALARS


def _readers(kinds: Kinds) -> dict[str, Callable[[Decoder, Any], Any]]:
    return {name: read for _, name, _, read in kinds}


READERS = _readers(CONTAINERS + SCALARS)
