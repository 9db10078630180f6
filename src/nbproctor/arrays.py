"""NumPy's arrays and scalars as plain data."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from nbproctor.plain import Decoder, Encoder, NotPlain

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
        return ["dtype", "O" if value.kind == "O" else raw(np.empty(0, value))[0]]
    return None


def raw(array: Any) -> list[Any]:
    """Type, shape and bytes of an array: a tenth of the time of NumPy's own file format, whose header is Python text."""
    if array.dtype.kind not in RAW_KINDS:
        raise NotPlain("it is a NumPy array of records" if array.dtype.kind == "V" else f"it is a NumPy array of {array.dtype}")
    return [array.dtype.str, list(array.shape), base64.b64encode(array.tobytes()).decode()]


def from_raw(tree: Any) -> Any:
    """The array again. Raises `NotPlain` for a kind that `raw` does not make."""
    name, shape, body = tree
    dtype = np.dtype(str(name))
    if dtype.kind not in RAW_KINDS:
        raise NotPlain("it does not arrive as plain data")
    return np.frombuffer(bytearray(base64.b64decode(body)), dtype).reshape(shape)


def from_objects(decoder: Decoder, body: Any) -> Any:
    """An array of Python objects."""
    shape, items = body
    array = np.empty(len(items), dtype=object)
    array[:] = decoder.each(items)
    return array.reshape(shape)


DECODERS: Mapping[str, Callable[[Decoder, Any], Any]] = {
    "array": lambda _, b: from_raw(b),
    "numpy_scalar": lambda _, b: from_raw(b)[()],
    "object_array": from_objects,
    "masked_array": lambda d, b: np.ma.MaskedArray(d.decode(b[0]), from_raw(b[1])),
    "dtype": lambda _, b: np.dtype(str(b)),
}
