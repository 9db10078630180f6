"""pandas objects as plain data, with dtypes, categories, time zones, missing values and index intact."""

from __future__ import annotations

import functools
import json
from typing import Any

import numpy as np
import pandas as pd

from nbproctor.arrays import from_objects, from_raw, raw
from nbproctor.plain import Decoder, Encoder, Kinds, NotPlain, without_functions, without_own_words


def _column(encoder: Encoder, array: Any) -> list[Any]:
    """One column: dtype and values."""
    if type(array) is pd.arrays.NumpyExtensionArray:  # what Series.array shows of plain NumPy; text is a subclass of it
        array = array.to_numpy()
    dtype = array.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        return ["category", [encoder.tree(dtype.categories), bool(dtype.ordered), raw(array.codes)]]
    if isinstance(dtype, pd.DatetimeTZDtype):
        return ["zoned", [str(dtype), raw(array.astype("int64"))]]
    if isinstance(dtype, np.dtype):
        return ["object", encoder.each(array)] if dtype.kind == "O" else ["array", raw(array)]
    # Columns of text and of whole numbers with gaps are most of a table: plain already, without a step per cell.
    items = [None if v is pd.NA or v is pd.NaT or v != v else v for v in array.tolist()]
    encoder.nodes += len(items)
    if not all(v is None or type(v) in (str, int, float, bool) for v in items):
        items = encoder.each(items)
    return [str(dtype), items]


def _read_column(decoder: Decoder, tree: Any) -> Any:
    name, body = tree
    if name == "array":
        return from_raw(body)
    if name == "object":
        return from_objects(decoder, [[len(body)], body])
    if name == "category":
        categories, ordered, codes = body
        key = json.dumps([categories, ordered])
        if key not in decoder.categories:
            found = decoder.decode(categories)
            without_functions(list(found))  # a sender may call a list an index
            decoder.categories[key] = pd.CategoricalDtype(found, ordered)
        return pd.Categorical.from_codes(from_raw(codes), dtype=decoder.categories[key])
    if name == "zoned":
        return pd.array(from_raw(body[1]), dtype=body[0])
    items = [decoder.decode(item) if isinstance(item, list) else item for item in body]
    return pd.array(without_functions(items), dtype=_dtype(name))  # a sender may call a column of objects by another name


@functools.lru_cache(maxsize=64)
def _dtype(name: str) -> Any:
    return pd.api.types.pandas_dtype(name)


def _as_given(column: Any) -> Any:
    """The dtype to insist on: pandas would turn a column of objects that are all texts into one of text."""
    return "object" if column[0] == "object" else None


def _read_frame(decoder: Decoder, body: Any) -> Any:
    data, columns, index = body
    rows = decoder.decode(index)
    # A Series only where it is needed: making one takes longer than decoding its column.
    arrays = {
        i: pd.Series(_read_column(decoder, c), rows, dtype="object") if c[0] == "object" else _read_column(decoder, c)
        for i, c in enumerate(data)
    }
    frame = pd.DataFrame(arrays, index=rows, copy=False)
    frame.columns = decoder.decode(columns)
    return frame


def _read_series(decoder: Decoder, body: Any) -> Any:
    column, index, name = body
    return pd.Series(_read_column(decoder, column), decoder.decode(index), dtype=_as_given(column), name=decoder.decode(name))


def _index(encoder: Encoder, index: Any) -> list[Any]:
    frequency = index.freqstr if isinstance(index, pd.DatetimeIndex | pd.TimedeltaIndex) else None
    return [encoder.encode(index.name), _column(encoder, index.array), frequency]


def _read_index(decoder: Decoder, body: Any) -> Any:
    name, column, frequency = body
    index = pd.Index(_read_column(decoder, column), dtype=_as_given(column), name=decoder.decode(name))
    if not pd.api.types.is_numeric_dtype(index.dtype) and "__array_interface__" in index:
        without_own_words(["__array_interface__"])  # an author's class may give its attributes out of a table
    if frequency:
        index.freq = frequency
    return index


def _levels(encoder: Encoder, index: Any) -> list[Any]:
    return [encoder.each(index.names), [encoder.tree(level) for level in index.levels], [raw(codes) for codes in index.codes]]


def _read_levels(decoder: Decoder, body: Any) -> Any:
    names, levels, codes = decoder.each(body[0]), decoder.each(body[1]), [from_raw(one) for one in body[2]]
    if not all(isinstance(level, pd.Index) for level in levels):
        raise NotPlain("it does not arrive as plain data")
    return pd.MultiIndex(levels, codes, names=names)


def _read_array(decoder: Decoder, column: Any) -> Any:
    array = _read_column(decoder, column)
    return pd.array(array, dtype=array.dtype) if isinstance(array, np.ndarray) else array


def _read_timestamp(_: Decoder, body: Any) -> Any:
    moment = pd.Timestamp(body[0])
    return moment.tz_convert(body[1]) if body[1] and moment.tz is not None else moment


def _is_step(value: Any) -> bool:
    return hasattr(value, "obj") and type(value).__module__.startswith("pandas.")


def _refuse_step(_: Any, value: Any) -> Any:
    kind = type(value).__name__
    raise NotPlain(f"it is a {kind}: a step on the way to a table; finish it, for example with .size() or .sum()")


KINDS: Kinds = (
    (pd.DataFrame, "frame",
     lambda e, v: [[_column(e, column.array) for _, column in v.items()], e.tree(v.columns), e.tree(v.index)], _read_frame),
    (pd.Series, "series", lambda e, v: [_column(e, v.array), e.tree(v.index), e.encode(v.name)], _read_series),
    (pd.MultiIndex, "multi_index", _levels, _read_levels),
    (pd.RangeIndex, "range_index", lambda e, v: [v.start, v.stop, v.step, e.encode(v.name)],
     lambda d, b: pd.RangeIndex(b[0], b[1], b[2], name=d.decode(b[3]))),
    (pd.Index, "index", _index, _read_index),
    (pd.api.extensions.ExtensionArray, "pandas_array", _column, _read_array),
    (pd.api.extensions.ExtensionDtype, "pandas_dtype", lambda e, v: _column(e, pd.Series([], dtype=v).array),
     lambda d, b: _read_array(d, b).dtype),
    (lambda v: v is pd.NaT or v is pd.NA, "missing", lambda _, v: str(v), lambda _, b: {"NaT": pd.NaT, "<NA>": pd.NA}[b]),
    (pd.Timestamp, "timestamp", lambda _, v: [v.isoformat(), str(v.tz) if v.tz is not None else None], _read_timestamp),
    (pd.Timedelta, "pandas_timedelta", lambda _, v: v.isoformat(), lambda _, b: pd.Timedelta(b)),
    (pd.Period, "period", lambda _, v: [str(v), v.freqstr], lambda _, b: pd.Period(b[0], freq=b[1])),
    (pd.Interval, "interval", lambda e, v: [e.encode(v.left), e.encode(v.right), v.closed],
     lambda d, b: pd.Interval(d.decode(b[0]), d.decode(b[1]), closed=b[2])),
    (_is_step, "step", _refuse_step, _refuse_step),
)  # fmt: skip
