"""pandas objects as plain data, with dtypes, categories, time zones, missing values and index intact."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from nbproctor.arrays import from_objects, from_raw, raw
from nbproctor.plain import Decoder, Encoder, NotPlain, without_functions


def encode(encoder: Encoder, value: Any) -> Any:
    """Tree of a table, or of a part of one; None for anything else."""
    if isinstance(value, pd.DataFrame):
        columns = [_column(encoder, column.array) for _, column in value.items()]
        return ["frame", [_index(encoder, value.columns), _index(encoder, value.index), columns]]
    if isinstance(value, pd.Series):
        return ["series", [_column(encoder, value.array), _index(encoder, value.index), encoder.encode(value.name)]]
    if isinstance(value, pd.Index):
        return _index(encoder, value)
    if isinstance(value, pd.api.extensions.ExtensionArray):
        return ["pandas_array", _column(encoder, value)]
    if isinstance(value, pd.api.extensions.ExtensionDtype):
        return ["pandas_dtype", _column(encoder, pd.Series([], dtype=value).array)]
    if value is pd.NaT or value is pd.NA:
        return ["missing", "NaT" if value is pd.NaT else "NA"]
    if isinstance(value, pd.Timestamp):
        return ["timestamp", [value.isoformat(), str(value.tz) if value.tz is not None else None]]
    if isinstance(value, pd.Timedelta):
        return ["pandas_timedelta", value.isoformat()]
    if isinstance(value, pd.Period):
        return ["period", [str(value), value.freqstr]]
    if isinstance(value, pd.Interval):
        return ["interval", [encoder.encode(value.left), encoder.encode(value.right), value.closed]]
    if hasattr(value, "obj") and type(value).__module__.startswith("pandas."):
        raise NotPlain(
            f"it is a {type(value).__name__}: a step on the way to a table; finish it, for example with .size() or .sum()"
        )
    return None


def _column(encoder: Encoder, array: Any) -> list[Any]:
    """One column: dtype and values."""
    if type(array) is pd.arrays.NumpyExtensionArray:  # what Series.array shows of plain NumPy; text is a subclass of it
        array = array.to_numpy()
    dtype = array.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        return ["category", [_index(encoder, dtype.categories), bool(dtype.ordered), raw(np.asarray(array.codes))]]
    if isinstance(dtype, pd.DatetimeTZDtype):
        return ["zoned", [str(dtype), raw(np.asarray(array.astype("int64")))]]
    if isinstance(dtype, np.dtype):
        return ["object", encoder.each(array)] if dtype.kind == "O" else ["array", raw(np.asarray(array))]
    # Columns of text and of whole numbers with gaps are most of a table: plain already, without a step per cell.
    items = [None if v is pd.NA or v is pd.NaT or v != v else v for v in array.tolist()]
    encoder.nodes += len(items)
    if not all(v is None or type(v) in (str, int, float, bool) for v in items):
        items = encoder.each(items)
    return [str(dtype), items]


def _index(encoder: Encoder, index: Any) -> list[Any]:
    names = encoder.each(index.names)
    if isinstance(index, pd.MultiIndex):
        return ["multi_index", [[_column(encoder, index.get_level_values(i).array) for i in range(index.nlevels)], names]]
    if isinstance(index, pd.RangeIndex):
        return ["range_index", [index.start, index.stop, index.step, names[0]]]
    frequency = index.freqstr if isinstance(index, pd.DatetimeIndex | pd.TimedeltaIndex) else None
    return ["index", [_column(encoder, index.array), names[0], frequency]]


def _decode_column(decoder: Decoder, tree: Any) -> Any:
    name, body = tree
    if name == "array":
        return from_raw(body)
    if name == "object":
        return from_objects(decoder, [[len(body)], body])
    if name == "category":
        categories, ordered, codes = body
        key = json.dumps([categories, ordered])
        if key not in decoder.categories:
            decoder.categories[key] = pd.CategoricalDtype(decoder.decode(categories), ordered)
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


def _decode_frame(decoder: Decoder, body: Any) -> Any:
    columns, index, data = body
    rows = decoder.decode(index)
    # A Series only where it is needed: making one takes longer than decoding its column.
    arrays = {
        i: pd.Series(_decode_column(decoder, c), rows, dtype="object") if c[0] == "object" else _decode_column(decoder, c)
        for i, c in enumerate(data)
    }
    frame = pd.DataFrame(arrays, index=rows, copy=False)
    frame.columns = decoder.decode(columns)
    return frame


def _decode_series(decoder: Decoder, body: Any) -> Any:
    column, index, name = body
    return pd.Series(_decode_column(decoder, column), decoder.decode(index), dtype=_as_given(column), name=decoder.decode(name))


def _decode_index(decoder: Decoder, body: Any) -> Any:
    column, name, frequency = body
    index = pd.Index(_decode_column(decoder, column), dtype=_as_given(column), name=decoder.decode(name))
    if frequency:
        index.freq = frequency
    return index


def _decode_multi_index(decoder: Decoder, body: Any) -> Any:
    levels, names = body
    return pd.MultiIndex.from_arrays([_decode_column(decoder, level) for level in levels], names=decoder.each(names))


def _decode_array(decoder: Decoder, column: Any) -> Any:
    array = _decode_column(decoder, column)
    return pd.array(array, dtype=array.dtype) if isinstance(array, np.ndarray) else array


def _decode_timestamp(_: Decoder, body: Any) -> Any:
    moment = pd.Timestamp(body[0])
    return moment.tz_convert(body[1]) if body[1] and moment.tz is not None else moment


DECODERS: Mapping[str, Callable[[Decoder, Any], Any]] = {
    "frame": _decode_frame,
    "series": _decode_series,
    "index": _decode_index,
    "range_index": lambda d, b: pd.RangeIndex(b[0], b[1], b[2], name=d.decode(b[3])),
    "multi_index": _decode_multi_index,
    "pandas_array": _decode_array,
    "pandas_dtype": lambda d, b: _decode_array(d, b).dtype,
    "missing": lambda _, b: {"NaT": pd.NaT, "NA": pd.NA}[b],
    "timestamp": _decode_timestamp,
    "pandas_timedelta": lambda _, b: pd.Timedelta(b),
    "period": lambda _, b: pd.Period(b[0], freq=b[1]),
    "interval": lambda d, b: pd.Interval(d.decode(b[0]), d.decode(b[1]), closed=b[2]),
}
