"""Answers as plain data: what may cross from a student's process to a test, and how.

Never pickle: decoding runs no code of the sender's. A lie about a value is then only a different answer.
"""

from __future__ import annotations

import base64
import datetime
import decimal
import fractions
import functools
import json
import keyword
import sys
from collections import deque, namedtuple
from collections.abc import Callable, ItemsView, KeysView, Mapping, ValuesView
from typing import Any

# Deep enough for a chart's spec, far from Python's recursion limit; a cyclic answer ends here.
MAX_DEPTH = 60
# A frame of a hundred thousand rows and ten columns fits; more is an accident or an attack.
MAX_NODES = 2_000_000
MAX_INT_BITS = 8192
# Columns of the widest honest table, row by row; a tuple of more arrives without its names.
MAX_FIELDS = 200
# NumPy's kinds of numbers, dates and fixed-width text: bytes without references to objects.
RAW_KINDS = "biufcmMSU"
VIEWS = {"keys": KeysView, "items": ItemsView, "values": ValuesView}


class NotPlain(Exception):
    """A value cannot cross; the message is a sentence for the student."""


class Encoder:
    """Turn values into JSON-able trees; functions are kept in `functions` and cross as handles.

    `shown` is a chart whose specification is known, since the cell that has just run shows it, and that specification.
    """

    def __init__(self, functions: list[Callable[..., Any]], shown: tuple[Any, Any] = (None, None)) -> None:
        self.functions = functions
        self.shown = shown
        self.nodes = 0

    def encode(self, value: Any, depth: int = 0) -> Any:
        """JSON-able tree of a value. Raises `NotPlain` with a sentence where it cannot cross."""
        self.nodes += 1
        if depth > MAX_DEPTH:
            raise NotPlain("it is nested too deeply, or contains itself")
        if self.nodes > MAX_NODES:
            raise NotPlain("it is too large")
        kind = type(value)
        if value is None or kind is bool or kind is str or kind is float:
            return value
        if isinstance(value, bool | str | float) and kind.__module__ == "builtins":
            return value
        if isinstance(value, int) and not _is_enum(value):
            if int.bit_length(value) > MAX_INT_BITS:
                raise NotPlain("it is a whole number of thousands of digits")
            return int.__add__(value, 0)
        if isinstance(value, list):
            return ["list", [self.encode(item, depth + 1) for item in list.__iter__(value)]]
        if isinstance(value, tuple):
            items = [self.encode(item, depth + 1) for item in tuple.__iter__(value)]
            fields = getattr(kind, "_fields", None)
            if kind is not tuple and isinstance(fields, tuple) and len(fields) == len(items) <= MAX_FIELDS:
                return ["named_tuple", [str(kind.__name__), [str(field) for field in fields], items]]
            return ["tuple", items]
        if isinstance(value, set | frozenset):
            name = "set" if isinstance(value, set) else "frozenset"
            return [name, [self.encode(item, depth + 1) for item in value]]
        if isinstance(value, dict):
            pairs = [[self.encode(k, depth + 1), self.encode(v, depth + 1)] for k, v in dict.items(value)]
            return ["dict", pairs]
        scalar = _encode_scalar(value)
        if scalar is not None:
            return scalar
        for library, encode in ENCODERS.items():
            if library in sys.modules:
                tree = encode(self, value, depth)
                if tree is not None:
                    return tree
        if isinstance(value, KeysView | ItemsView | ValuesView):
            name = next(name for name, kind in VIEWS.items() if isinstance(value, kind))
            return [name, [self.encode(item, depth + 1) for item in value]]
        if isinstance(value, Mapping):  # a dictionary by another name: UserDict, ChainMap, a read-only view
            return ["dict", [[self.encode(k, depth + 1), self.encode(v, depth + 1)] for k, v in value.items()]]
        if isinstance(value, deque):
            return ["list", [self.encode(item, depth + 1) for item in deque.__iter__(value)]]
        if callable(value) and not isinstance(value, type):
            self.functions.append(value)
            return ["function", len(self.functions) - 1, str(getattr(value, "__name__", "function"))]
        raise NotPlain(_why_not(value))


def _is_enum(value: Any) -> bool:
    enum = sys.modules.get("enum")
    return enum is not None and isinstance(value, enum.Enum)


def _why_not(value: Any) -> str:
    kind = type(value)
    if hasattr(value, "__next__"):
        return f"it is a {kind.__name__}, which yields its items once; put them in a list"
    if isinstance(value, type):
        return f"it is the class {value.__name__}; an answer is a value or a function"
    if kind.__name__ == "module":
        return "it is a module; an answer is a value or a function"
    return f"it is a {kind.__module__}.{kind.__name__}; an answer is a number, text, list, dict, table, chart or function"


def _encode_scalar(value: Any) -> Any:
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, float):
        return float.__add__(value, 0.0)
    if isinstance(value, complex):
        return ["complex", [value.real, value.imag]]
    if isinstance(value, bytes | bytearray):
        return ["bytes", base64.b64encode(bytes(value)).decode()]
    if type(value).__module__ == "datetime":
        if isinstance(value, datetime.timedelta):
            return ["timedelta", [value.days, value.seconds, value.microseconds]]
        for name in ("datetime", "date", "time"):
            if isinstance(value, getattr(datetime, name)):
                return [name, value.isoformat()]
    if isinstance(value, decimal.Decimal):
        return ["decimal", str(value)]
    if isinstance(value, fractions.Fraction):
        return ["fraction", [value.numerator, value.denominator]]
    if isinstance(value, range):
        return ["range", [value.start, value.stop, value.step]]
    return None


def _encode_numpy(encoder: Encoder, value: Any, depth: int) -> Any:
    import numpy as np

    if isinstance(value, np.ndarray | np.generic):
        array = np.asarray(value)
        if array.dtype.kind == "O":
            return ["object_array", [list(array.shape), [encoder.encode(v, depth + 1) for v in array.ravel().tolist()]]]
        if array.dtype.kind == "V":
            raise NotPlain("it is a NumPy array of records")
        return ["array" if isinstance(value, np.ndarray) else "numpy_scalar", _raw(array)]
    return None


def _raw(array: Any) -> list[Any]:
    """Type, shape and bytes of an array: a tenth of the time of NumPy's own file format, whose header is Python text."""
    if array.dtype.kind not in RAW_KINDS:
        raise NotPlain(f"it is a NumPy array of {array.dtype}")
    return [array.dtype.str, list(array.shape), base64.b64encode(array.tobytes()).decode()]


def _encode_pandas(encoder: Encoder, value: Any, depth: int) -> Any:
    import pandas as pd

    if value is pd.NaT or value is pd.NA:
        return ["missing", "NaT" if value is pd.NaT else "NA"]
    if isinstance(value, pd.Timestamp):
        return ["timestamp", [value.isoformat(), str(value.tz) if value.tz is not None else None]]
    if isinstance(value, pd.Timedelta):
        return ["pandas_timedelta", value.isoformat()]
    if isinstance(value, pd.Period):
        return ["period", [str(value), value.freqstr]]
    if isinstance(value, pd.Interval):
        return ["interval", [encoder.encode(value.left, depth + 1), encoder.encode(value.right, depth + 1), value.closed]]
    if isinstance(value, pd.DataFrame):
        columns = [_column(encoder, column.array, depth + 1) for _, column in value.items()]
        return ["frame", [_index(encoder, value.columns, depth + 1), _index(encoder, value.index, depth + 1), columns]]
    if isinstance(value, pd.Series):
        parts = [_column(encoder, value.array, depth + 1), _index(encoder, value.index, depth + 1)]
        return ["series", [*parts, encoder.encode(value.name, depth + 1)]]
    if isinstance(value, pd.Index):
        return _index(encoder, value, depth)
    if isinstance(value, pd.api.extensions.ExtensionArray):
        return ["pandas_array", _column(encoder, value, depth + 1)]
    if hasattr(value, "obj") and type(value).__module__.startswith("pandas."):
        raise NotPlain(
            f"it is a {type(value).__name__}: a step on the way to a table; finish it, for example with .size() or .sum()"
        )
    return None


def _column(encoder: Encoder, array: Any, depth: int) -> Any:
    """One column: dtype and values, so that categories, time zones and missing values come through intact."""
    import numpy as np
    import pandas as pd

    if type(array) is pd.arrays.NumpyExtensionArray:  # what Series.array shows of plain NumPy; text is a subclass of it
        array = array.to_numpy()
    dtype = array.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        return ["category", [_index(encoder, dtype.categories, depth + 1), bool(dtype.ordered), _raw(np.asarray(array.codes))]]
    if isinstance(dtype, np.dtype) and dtype.kind != "O":
        return ["array", _raw(np.asarray(array))]
    if isinstance(dtype, pd.DatetimeTZDtype):
        return ["zoned", [str(dtype), _raw(np.asarray(array.astype("int64")))]]
    name = "object" if isinstance(dtype, np.dtype) else str(dtype)
    if name == "object":
        return [name, [encoder.encode(v, depth + 1) for v in array]]
    # Columns of text and of whole numbers with gaps are most of a table: plain already, without a step per cell.
    items = [None if v is pd.NA or v is pd.NaT or v != v else v for v in array.tolist()]
    encoder.nodes += len(items)
    if not all(v is None or type(v) in (str, int, float, bool) for v in items):
        items = [None if v is None else encoder.encode(v, depth + 1) for v in items]
    return [name, items]


def _index(encoder: Encoder, index: Any, depth: int) -> Any:
    import pandas as pd

    names = [encoder.encode(name, depth + 1) for name in index.names]
    if isinstance(index, pd.MultiIndex):
        levels = [_column(encoder, index.get_level_values(i).array, depth + 1) for i in range(index.nlevels)]
        return ["multi_index", [levels, names]]
    if isinstance(index, pd.RangeIndex):
        return ["range_index", [index.start, index.stop, index.step, names[0]]]
    return ["index", [_column(encoder, index.array, depth + 1), names[0]]]


def _encode_altair(encoder: Encoder, value: Any, depth: int) -> Any:
    import altair as alt

    if isinstance(value, alt.TopLevelMixin):
        chart, spec = encoder.shown
        try:
            # Text: a chart holds its table as a dictionary a row, which takes as long to walk as to work out.
            return ["chart", json.dumps(spec if value is chart else value.to_dict())]
        except TypeError:
            raise NotPlain("it is a chart of data that is no JSON") from None
    return None


ENCODERS: Mapping[str, Callable[[Encoder, Any, int], Any]] = {
    "numpy": _encode_numpy,
    "pandas": _encode_pandas,
    "altair": _encode_altair,
}


class Decoder:
    """Turn trees back into values; `proxy(handle, name)` makes the stand-in of a function."""

    def __init__(self, proxy: Callable[[int, str], Any]) -> None:
        self.proxy = proxy
        self.categories: dict[str, Any] = {}

    def decode(self, tree: Any) -> Any:
        """Value of a tree. Raises `NotPlain` for a tree that `Encoder` would not have made."""
        if tree is None or isinstance(tree, bool | int | float | str):
            return tree
        if not isinstance(tree, list) or not tree or not isinstance(tree[0], str):
            raise NotPlain("it does not arrive as plain data")
        name, rest = tree[0], tree[1:]
        maker = DECODERS.get(name)
        try:
            if name == "function":
                return self.proxy(int(rest[0]), str(rest[1]))
            if maker is None:
                raise NotPlain("it does not arrive as plain data")
            return maker(self, rest[0])
        except NotPlain:
            raise
        except Exception as error:
            raise NotPlain(f"it does not arrive as plain data ({type(error).__name__})") from error


def _array(tree: Any) -> Any:
    import numpy as np

    name, shape, body = tree
    dtype = np.dtype(str(name))
    if dtype.kind not in RAW_KINDS:
        raise NotPlain("it does not arrive as plain data")
    return np.frombuffer(bytearray(base64.b64decode(body)), dtype).reshape(shape)


def _decode_column(decoder: Decoder, tree: Any) -> Any:
    import numpy as np
    import pandas as pd

    name, body = tree
    if name == "category":
        categories, ordered, codes = body
        return pd.Categorical.from_codes(_array(codes), dtype=_categories(decoder, categories, ordered))
    if name == "array":
        return _array(body)
    if name == "zoned":
        return pd.array(_array(body[1]), dtype=body[0])
    items = [decoder.decode(item) if isinstance(item, list) else item for item in body]
    if name == "object":
        column = np.empty(len(items), dtype=object)
        column[:] = items
        return column
    return pd.array(items, dtype=_dtype(name))


@functools.lru_cache(maxsize=64)
def _dtype(name: str) -> Any:
    import pandas as pd

    return pd.api.types.pandas_dtype(name)


def _categories(decoder: Decoder, tree: Any, ordered: bool) -> Any:
    """The dtype of a column of categories; kept, since tables that go to and fro mostly have the same ones."""
    import pandas as pd

    key = json.dumps([tree, ordered])
    if key not in decoder.categories:
        decoder.categories[key] = pd.CategoricalDtype(_decode_index(decoder, tree), ordered)
    return decoder.categories[key]


def _decode_index(decoder: Decoder, tree: Any) -> Any:
    import pandas as pd

    name, body = tree
    if name == "range_index":
        start, stop, step, label = body
        return pd.RangeIndex(start, stop, step, name=decoder.decode(label))
    if name == "multi_index":
        levels, names = body
        arrays = [_decode_column(decoder, level) for level in levels]
        return pd.MultiIndex.from_arrays(arrays, names=[decoder.decode(n) for n in names])
    return pd.Index(_decode_column(decoder, body[0]), dtype=_as_given(body[0]), name=decoder.decode(body[1]))


def _as_given(column: Any) -> Any:
    """The dtype to insist on: pandas would turn a column of objects that are all texts into one of text."""
    return "object" if column[0] == "object" else None


def _decode_frame(decoder: Decoder, body: Any) -> Any:
    import pandas as pd

    columns, index, data = body
    labels, rows = _decode_index(decoder, columns), _decode_index(decoder, index)
    # A Series only where it is needed: making one takes longer than decoding its column.
    arrays = {
        i: pd.Series(_decode_column(decoder, c), rows, dtype="object") if c[0] == "object" else _decode_column(decoder, c)
        for i, c in enumerate(data)
    }
    frame = pd.DataFrame(arrays, index=rows, copy=False)
    frame.columns = labels
    return frame


def _decode_series(decoder: Decoder, body: Any) -> Any:
    import pandas as pd

    values, index = _decode_column(decoder, body[0]), _decode_index(decoder, body[1])
    return pd.Series(values, index, dtype=_as_given(body[0]), name=decoder.decode(body[2]))


def _decode_pandas_array(decoder: Decoder, body: Any) -> Any:
    import numpy as np
    import pandas as pd

    array = _decode_column(decoder, body)
    return pd.array(array, dtype=array.dtype) if isinstance(array, np.ndarray) else array


@functools.lru_cache(maxsize=64)
def _named_tuple(name: str, fields: tuple[str, ...]) -> Any:
    """The class of a named tuple: a row of `itertuples`, say. Only identifiers get into its code; other names become `_0`, `_1`."""
    return namedtuple(name if name.isidentifier() and not keyword.iskeyword(name) else "Row", fields, rename=True)


def _decode_named_tuple(decoder: Decoder, body: Any) -> Any:
    name, fields, items = body
    if not len(fields) == len(items) <= MAX_FIELDS:
        raise NotPlain("it does not arrive as plain data")
    return _named_tuple(str(name), tuple(map(str, fields)))._make(decoder.decode(item) for item in items)


def _decode_object_array(decoder: Decoder, body: Any) -> Any:
    import numpy as np

    shape, items = body
    array = np.empty(len(items), dtype=object)
    array[:] = [decoder.decode(item) for item in items]
    return array.reshape(shape)


class ChartSpec(dict[str, Any]):
    """A chart as its Vega-Lite spec: a dict that also answers `to_dict()`, as an Altair chart does."""

    def to_dict(self, *_: Any, **__: Any) -> dict[str, Any]:
        """The spec, a new copy each time."""
        copied: dict[str, Any] = json.loads(json.dumps(self))  # a tenth of the time of `copy.deepcopy`
        return copied


def _decode_chart(_: Decoder, body: Any) -> Any:
    return ChartSpec(json.loads(body))


def _decode_timestamp(_: Decoder, body: Any) -> Any:
    import pandas as pd

    moment = pd.Timestamp(body[0])
    return moment.tz_convert(body[1]) if body[1] and moment.tz is not None else moment


def _pandas(name: str) -> Any:
    import pandas as pd

    return getattr(pd, name)


DECODERS: Mapping[str, Callable[[Decoder, Any], Any]] = {
    "list": lambda d, b: [d.decode(item) for item in b],
    "iterator": lambda d, b: iter([d.decode(item) for item in b]),
    "tuple": lambda d, b: tuple(d.decode(item) for item in b),
    "named_tuple": _decode_named_tuple,
    "set": lambda d, b: {d.decode(item) for item in b},
    "frozenset": lambda d, b: frozenset(d.decode(item) for item in b),
    "dict": lambda d, b: {d.decode(k): d.decode(v) for k, v in b},
    "keys": lambda d, b: dict.fromkeys(d.decode(key) for key in b).keys(),
    "items": lambda d, b: dict(d.decode(pair) for pair in b).items(),
    "values": lambda d, b: dict(enumerate(d.decode(item) for item in b)).values(),
    "complex": lambda _, b: complex(*b),
    "bytes": lambda _, b: base64.b64decode(b),
    "datetime": lambda _, b: datetime.datetime.fromisoformat(b),
    "date": lambda _, b: datetime.date.fromisoformat(b),
    "time": lambda _, b: datetime.time.fromisoformat(b),
    "timedelta": lambda _, b: datetime.timedelta(*b),
    "decimal": lambda _, b: decimal.Decimal(b),
    "fraction": lambda _, b: fractions.Fraction(*b),
    "range": lambda _, b: range(*b),
    "array": lambda _, b: _array(b),
    "numpy_scalar": lambda _, b: _array(b)[()],
    "object_array": _decode_object_array,
    "missing": lambda _, b: _pandas(b if b in {"NaT", "NA"} else ""),  # no other name: it would be an answer with powers
    "timestamp": _decode_timestamp,
    "pandas_timedelta": lambda _, b: _pandas("Timedelta")(b),
    "period": lambda _, b: _pandas("Period")(b[0], freq=b[1]),
    "interval": lambda d, b: _pandas("Interval")(d.decode(b[0]), d.decode(b[1]), closed=b[2]),
    "frame": _decode_frame,
    "series": _decode_series,
    "pandas_array": _decode_pandas_array,
    "index": lambda d, b: _decode_index(d, ["index", b]),
    "range_index": lambda d, b: _decode_index(d, ["range_index", b]),
    "multi_index": lambda d, b: _decode_index(d, ["multi_index", b]),
    "chart": _decode_chart,
}
