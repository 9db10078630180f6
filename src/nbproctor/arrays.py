"""NumPy's arrays and scalars as plain data."""

from __future__ import annotations

import base64
from typing import Any

import numpy as np

from nbproctor.plain import Decoder, Kinds, NotPlain, without_functions

# NumPy's kinds of numbers, dates and fixed-width text: bytes without references to objects.
RAW_KINDS = "biufcmMSU"


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
    array = np.asarray(array)
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


def _read_masked(decoder: Decoder, body: Any) -> Any:
    mask, authors = from_raw(body[1]), decoder.authors
    # Most comparisons pass over masked items, and `numpy.testing` takes one for equal to anything.
    foreseen = decoder.masks and ("assert_" not in authors or "mask" in authors or ".ma" in authors)
    if mask.any() and not foreseen:
        raise NotPlain("it has masked items; give it without them, for example by .filled() or .compressed()")
    return np.ma.MaskedArray(decoder.decode(body[0]), mask)


def _is_generator(value: Any) -> bool:
    return isinstance(value, np.random.Generator) and type(value.bit_generator) is np.random.PCG64


def _read_generator(decoder: Decoder, body: Any) -> Any:
    generator = np.random.Generator(np.random.PCG64())
    generator.bit_generator.state = decoder.decode(body)  # numbers alone; that of other kinds has places, which nobody checks
    return generator


KINDS: Kinds = (
    (np.poly1d, "poly1d", lambda _, v: raw(v.coeffs), lambda _, b: np.poly1d(from_raw(b))),
    (np.polynomial.Polynomial, "polynomial", lambda _, v: [raw(v.coef), raw(v.domain), raw(v.window)],
     lambda _, b: np.polynomial.Polynomial(*map(from_raw, b))),
    (_is_generator, "generator", lambda e, v: e.encode(v.bit_generator.state), _read_generator),
    (np.ma.MaskedArray, "masked_array", lambda e, v: [e.encode(np.asarray(v.data)), raw(np.ma.getmaskarray(v))], _read_masked),
    (np.matrix, "matrix", lambda _, v: raw(v), lambda _, b: np.asmatrix(from_raw(b))),
    (lambda v: isinstance(v, np.ndarray) and v.dtype.kind == "O", "object_array",
     lambda e, v: [list(v.shape), e.each(np.asarray(v).ravel().tolist())], from_objects),
    (np.ndarray, "array", lambda _, v: raw(v), lambda _, b: from_raw(b)),
    (np.generic, "numpy_scalar", lambda _, v: raw(v), lambda _, b: from_raw(b)[()]),
    (np.dtype, "dtype", lambda _, v: "O" if v.kind == "O" else _name(v), lambda _, b: _dtype(b)),
)  # fmt: skip
