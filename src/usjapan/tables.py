"""Load the tables; `datasets/datapackage.json` is the one source of their names, columns and types."""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

HERE = Path(__file__).resolve().parent


class DataError(Exception):
    """The data at hand is missing or broken; the message says where, and the way out."""


def folder() -> Path:
    """Folder of the tables: `USJAPAN_DATASETS` if set, else the one in the package, else the one of the checkout.

    Raises `DataError` where there is none.
    """
    chosen = os.environ.get("USJAPAN_DATASETS")
    candidates = [Path(chosen)] if chosen else [HERE / "datasets", HERE.parent.parent / "datasets"]
    for candidate in candidates:
        if (candidate / "datapackage.json").is_file():
            return candidate
    looked = " or ".join(str(c) for c in candidates)
    way_out = "Unset USJAPAN_DATASETS or let it name a folder with datapackage.json." if chosen else "Install usjapan again."
    raise DataError(f"The data is missing: no datapackage.json in {looked}. {way_out}")


@lru_cache(maxsize=4)
def _package(where: Path) -> dict[str, Any]:
    path = where / "datapackage.json"
    try:
        package = json.loads(path.read_text(encoding="utf-8"))
        return {**package, "tables": {resource["name"]: resource for resource in package["resources"]}}
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(
            f"{path} is not a data package ({error!r}). Restore it: `git checkout datasets`, or install usjapan again."
        ) from None


class _TableNames(Sequence[str]):
    """Names of the tables, read when first asked for, so that a broken folder does not break the import."""

    def _names(self) -> list[str]:
        return list(_package(folder())["tables"])

    def __len__(self) -> int:
        return len(self._names())

    def __getitem__(self, index: Any) -> Any:
        return self._names()[index]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __repr__(self) -> str:
        return repr(self._names())


TABLES = _TableNames()


def data_version() -> str:
    """Version of the data, as `datapackage.json` states it."""
    return str(_package(folder())["version"])


def schema(name: str, where: Path | None = None) -> dict[str, Any]:
    """Descriptor of one table. Raises `ValueError` for an unknown name, with the nearest one."""
    tables: dict[str, dict[str, Any]] = _package(where or folder())["tables"]
    if name in tables:
        return tables[name]
    import difflib  # only a mistake needs it: it would be a sixth of the time of our import

    near = difflib.get_close_matches(str(name).lower(), tables, n=1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise ValueError(f"There is no table {name!r}.{hint} The tables are: {', '.join(tables)}.")


def load(name: str) -> pd.DataFrame:
    """Load one table as a new DataFrame, one row per statement.

    Columns and dtypes are those of `describe(name)`: text as `str`, categories as (ordered) `category`, dates as
    `datetime64`, whole numbers as `int64` (`Int64` where a cell may be empty), other numbers as `float64`.
    Raises `ValueError` for an unknown name and `DataError` for a broken file, naming line, column, value and rule; a key that
    leads to no row of another table is such a break.
    """
    # Shallow: pandas copies on writing, so nobody's change reaches what is kept here.
    return _table(name, folder()).frame.copy(deep=False)


def keys(name: str) -> frozenset[Any]:
    """What a table's rows are named by: the values of its key, or tuples where the key is of several columns.

    Raises as `load` does.
    """
    return _table(name, folder()).keys


class _Table(NamedTuple):
    frame: pd.DataFrame
    keys: frozenset[Any]  # its key of each row, which other tables may name


def _table(name: str, where: Path) -> _Table:
    path = where / schema(name, where)["path"]
    try:
        state = path.stat()
    except OSError:
        raise DataError(f"The table {name!r} is missing: there is no {path}. Restore it or install usjapan again.") from None
    return _read(name, where, state.st_mtime_ns, state.st_size)


class _BrokenCell(Exception):
    """A cell that breaks a rule: the row's position and the rule."""

    def __init__(self, row: int, rule: str) -> None:
        self.row, self.rule = row, rule


@lru_cache(maxsize=64)
def _read(name: str, where: Path, mtime: int, size: int) -> _Table:
    """The table as last read; a changed file (`mtime`, `size`) is read again.

    Cell by cell in plain Python: for tables of some hundred rows that takes less time than `pd.read_csv` with types and a check
    afterwards, and it knows which cell is wrong.
    """
    resource = schema(name, where)
    path = where / resource["path"]
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    try:
        header, *rows = map(_cells, path.read_text(encoding="utf-8").removesuffix("\n").split("\n"))
    except (ValueError, csv.Error) as error:
        raise DataError(f"{path} cannot be read as CSV: {error}. Restore it or install usjapan again.") from None
    if header != list(fields):
        raise DataError(f"{path}: the columns are {header}, but datapackage.json names {list(fields)}. Restore the file.")
    if {len(fields), *map(len, rows)} != {len(fields)}:
        row, cells = next((row, cells) for row, cells in enumerate(rows) if len(cells) != len(fields))
        raise DataError(f"{path}, line {row + 2}: {len(cells)} cells. The rule: one for each of the {len(fields)} columns.")
    cells_of = dict(zip(fields, zip(*rows, strict=True) if rows else [()] * len(fields), strict=True))
    references = {key["fields"][0]: key["reference"] for key in resource["schema"].get("foreignKeys", [])}
    columns = {}
    for column, cells in cells_of.items():
        try:
            columns[column] = _typed(cells, fields[column])
            if column in references:
                table, (other,) = references[column]["resource"], references[column]["fields"]
                _check(_table(table, where).keys.__contains__, cells, f"a {other} of the table {table!r}")
        except _BrokenCell as broken:
            value = repr(cells[broken.row]) if cells[broken.row] else "(empty)"
            place = f"{path}, line {broken.row + 2}, column {column!r}"
            raise DataError(f"{place}: {value}. The rule: {broken.rule}.") from None
    key = resource["schema"]["primaryKey"]
    values = cells_of[key[0]] if len(key) == 1 else tuple(zip(*(cells_of[column] for column in key), strict=True))
    keys = frozenset(values)
    if len(keys) < len(values):
        row = next(row for row, value in enumerate(values) if value in values[:row])
        place = f"{path}, line {row + 2}, column {', '.join(map(repr, key))}"
        raise DataError(f"{place}: {values[row]!r}. The rule: no two rows have the same.")
    return _Table(pd.DataFrame(columns, copy=False), keys)


def _cells(line: str) -> list[str]:
    # No cell holds a line break (a test keeps it so), and most lines hold no quote: to split those takes a fifth of the time.
    return next(csv.reader([line], strict=True)) if '"' in line else line.split(",")


_TEXT = pd.StringDtype(na_value=np.nan)
_DATE, _WHOLE, _NUMBER = r"\d{4}-\d\d-\d\d", r"-?\d+", r"-?\d+(\.\d+)?"


def _typed(cells: tuple[str, ...], field: dict[str, Any]) -> Any:
    """A column as an array of its type. Raises `_BrokenCell` for the first cell that breaks a rule of the field."""
    constraints, kind = field.get("constraints", {}), field["type"]
    gaps = "" in cells
    if gaps and constraints.get("required"):
        raise _BrokenCell(cells.index(""), "a value is required")
    if "categories" in field:
        values = [category["value"] for category in field["categories"]]
        codes = {value: code for code, value in enumerate(values)}
        _check(codes.__contains__, cells, f"one of {', '.join(values)}")
        dtype = pd.CategoricalDtype(values, ordered=field.get("categoriesOrdered", False))
        return pd.Categorical.from_codes([codes.get(cell, -1) for cell in cells], dtype=dtype)
    if pattern := constraints.get("pattern"):
        _check(re.compile(pattern).fullmatch, cells, f"of the form {pattern}")
    if kind == "string":
        return pd.array([cell or np.nan for cell in cells] if gaps else cells, dtype=_TEXT)
    if kind == "date":
        _check(_is_date, cells, "a date such as 2024-04-11")
        return np.array([cell or "NaT" for cell in cells], dtype="datetime64[us]")
    if kind == "boolean":
        truth = {"true": True, "false": False}
        _check(truth.__contains__, cells, "true or false")
        return np.array([truth[cell] for cell in cells], dtype=bool)
    if kind not in {"integer", "number"}:
        raise DataError(f"datapackage.json gives column {field['name']!r} the type {kind!r}, which is not supported.")
    whole = kind == "integer"
    _check(re.compile(_WHOLE if whole else _NUMBER).fullmatch, cells, "a whole number" if whole else "a number")
    if "minimum" in constraints or "maximum" in constraints:
        low, high = constraints.get("minimum", -np.inf), constraints.get("maximum", np.inf)
        rule = f"at least {low}" if high == np.inf else f"from {low} to {high}"
        _check(lambda cell: low <= float(cell) <= high, cells, rule)
    if whole and gaps:
        return pd.array([int(cell) if cell else None for cell in cells], dtype="Int64")
    return np.array([float(cell or "nan") for cell in cells], dtype="int64" if whole else "float64")


def _check(fits: Callable[[str], Any], cells: tuple[str, ...], rule: str) -> None:
    """Raise `_BrokenCell` for the first cell that does not fit; a gap fits. Each value is tried once, however often it occurs."""
    wrong = {cell for cell in set(cells) if cell and not fits(cell)}
    if wrong:
        raise _BrokenCell(next(row for row, cell in enumerate(cells) if cell in wrong), rule)


def _is_date(cell: str) -> bool:
    try:
        return re.fullmatch(_DATE, cell) is not None and bool(np.datetime64(cell))
    except ValueError:
        return False


class Description(pd.DataFrame):
    """A table about a table; a notebook shows its sentences in full, where pandas would cut them at 50 characters."""

    def _repr_html_(self) -> str | None:
        with pd.option_context("display.max_colwidth", None):
            shown: str | None = super()._repr_html_()  # type: ignore[misc]
            return shown


def describe(name: str, column: str | None = None) -> pd.DataFrame:
    """Show the columns of a table with type and meaning, or the allowed values of one coded column.

    `describe("claims")` has a row per column; `describe("claims", "kind")` a row per value with its definition.
    The full rules, with what to include, exclude and a borderline case, stand in `datasets/CODEBOOK.md`.
    Raises `ValueError` for an unknown table or column.
    """
    fields = {field["name"]: field for field in schema(name)["schema"]["fields"]}
    if column is None:
        rows = [
            {
                "column": field["name"],
                "type": "category" if "categories" in field else field["type"],
                "may be empty": not field.get("constraints", {}).get("required", False),
                "meaning": field["description"],
            }
            for field in fields.values()
        ]
        return Description(pd.DataFrame(rows).set_index("column"))
    if column not in fields:
        raise ValueError(f"Table {name!r} has no column {column!r}. Its columns are: {', '.join(fields)}.")
    field = fields[column]
    if "categories" not in field:
        raise ValueError(
            f"Column {column!r} is not coded: it holds {field['description'][0].lower()}{field['description'][1:]}"
        )
    return Description(pd.DataFrame(field["categories"]).rename(columns={"label": "definition"}).set_index("value"))
