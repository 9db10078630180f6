"""NumPy's arrays and scalars as plain data."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nbproctor.plain import Decoder, Encoder, NotPlain, without_functions

# NumPy's kinds of numbers, dates and fixed-width text: bytes without references to objects.
RAW_KINDS = "biufcmMSU"


def encode(encoder: Encoder, value: Any) -> Any:
    """Tree of an array, a scalar or a dtype; None for anything else."""
    if isinstance(value, np.ma.MaskedArray):
        return ["masked_array", [encoder.encode(np.asarray(value.data)), raw(np.ma.getmaskarray(value))]]
    if isinstance(value, np.ndarray | np.generic):
        array = np.asarray(value)
        if array.dtype.kind == "O":
            return ["object_array", [list(array.shape), encoder.each(array.ravel().tolist())]]
        return ["array" if isinstance(value, np.ndarray) else "numpy_scalar", raw(array)]
    if isinstance(value, np.dtype):
        return ["dtype", "O" if value.kind == "O" else _name(value)]
    return None


def _name(dtype: Any) -> Any:
    """What NumPy makes the dtype from again: a text, or for records a list of names and texts."""
    if not _is_raw(dtype):
        raise NotPlain(f"it is a NumPy array of {dtype}")
    return [[name, dtype[name].str] for name in dtype.names] if dtype.names else dtype.str


def _is_raw(dtype: Any) -> bool:
    return dtype.kind in RAW_KINDS or bool(dtype.names and all(dtype[name].kind in RAW_KINDS for name in dtype.names))


def _dtype(name: Any) -> Any:
    dtype = np.dtype(name if isinstance(name, str) else [(str(field), str(kind)) for field, kind in name])
    if not _is_raw(dtype) and dtype.kind != "O":
        raise NotPlain("it does not arrive as plain data")
    return dtype


def raw(array: Any) -> list[Any]:
    """Type, shape and bytes of an array: a tenth of the time of NumPy's own file format, whose header is Python text."""
    return [_name(array.dtype), list(array.shape), base64.b64encode(array.tobytes()).decode()]


def from_raw(tree: Any) -> Any:
    """The array again. Raises `NotPlain` for a kind that `raw` does not make."""
    name, shape, body = tree
    dtype = _dtype(name)
    if dtype.kind == "O":
        raise NotPlain("it does not arrive as plain data")
    return np.frombuffer(bytearray(base64.b64decode(body)), dtype).reshape(shape)


def from_objects(decoder: Decoder, body: Any) -> Any:
    """An array of Python objects."""
    shape, items = body
    array = np.empty(len(items), dtype=object)
    array[:] = without_functions(decoder.each(items))  # a Series has its labels as attributes
    return array.reshape(shape)


def _decode_masked(decoder: Decoder, body: Any) -> Any:
    mask, authors = from_raw(body[1]), decoder.authors
    # `numpy.testing` takes a masked item for equal to anything.
    if mask.any() and "assert_" in authors and "mask" not in authors and ".ma" not in authors:
        raise NotPlain("it has masked items; give it without them, for example by .filled() or .compressed()")
    return np.ma.MaskedArray(decoder.decode(body[0]), mask)


DECODERS: Mapping[str, Callable[[Decoder, Any], Any]] = {
    "array": lambda _, b: from_raw(b),
    "numpy_scalar": lambda _, b: from_raw(b)[()],
    "object_array": from_objects,
    "masked_array": _decode_masked,
    "dtype": lambda _, b: _dtype(b),
}
