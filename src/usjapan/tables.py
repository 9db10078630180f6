"""Load the tables; `datasets/datapackage.json` is the one source of their names, columns and types."""

from __future__ import annotations

import difflib
import io
import json
import os
import warnings
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd


class DataError(Exception):
    """The data at hand is missing or broken; the message says where, and the way out."""


def folder() -> Path:
    """Folder of the tables: `USJAPAN_DATASETS` if set, else the one in the package, else the one of the checkout.

    Raises `DataError` where there is none.
    """
    chosen = os.environ.get("USJAPAN_DATASETS")
    here = Path(__file__).resolve().parent
    candidates = [Path(chosen)] if chosen else [here / "datasets", here.parent.parent / "datasets"]
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
    near = difflib.get_close_matches(str(name).lower(), tables, n=1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise ValueError(f"There is no table {name!r}.{hint} The tables are: {', '.join(tables)}.")


def load(name: str) -> pd.DataFrame:
    """Load one table as a new DataFrame, one row per statement.

    Columns and dtypes are those of `describe(name)`: text as `str`, categories as (ordered) `category`, dates as
    `datetime64`, whole numbers as `int64` (`Int64` where a cell may be empty), other numbers as `float64`.
    Raises `ValueError` for an unknown name and `DataError` for a broken file, naming line, column, value and rule.
    """
    where = folder()
    path = where / schema(name, where)["path"]
    try:
        state = path.stat()
    except OSError:
        raise DataError(f"The table {name!r} is missing: there is no {path}. Restore it or install usjapan again.") from None
    return _read(name, where, state.st_mtime_ns, state.st_size).copy()


@lru_cache(maxsize=64)
def _read(name: str, where: Path, mtime: int, size: int) -> pd.DataFrame:
    """The table as last read; a changed file (`mtime`, `size`) is read again."""
    resource = schema(name, where)
    path = where / resource["path"]
    fields = resource["schema"]["fields"]
    # All columns in one reading. What that refuses is read again cell by cell, to say which cell it is and why.
    try:
        data = path.read_bytes()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # pandas speaks of the unknown category that we are about to name
            table = pd.read_csv(io.BytesIO(data), dtype=_dtypes(name, where), keep_default_na=False, na_values=[""])
        gaps = b",," in data or b",\n" in data or b"\n," in data
        if list(table.columns) == [f["name"] for f in fields] and _finish(table, fields, gaps):
            return table
    except (ValueError, TypeError, pd.errors.ParserError):
        pass
    return _read_slowly(path, fields)


@lru_cache(maxsize=64)
def _dtypes(name: str, where: Path) -> dict[str, Any]:
    return {field["name"]: _dtype(field) for field in schema(name, where)["schema"]["fields"]}


def _dtype(field: dict[str, Any]) -> Any:
    required = field.get("constraints", {}).get("required", False)
    if "categories" in field:
        # Read with its categories, an unknown value becomes a gap: only a column that may have none shows it.
        return _category(field) if required else "category"
    return {"integer": np.dtype("int64") if required else pd.Int64Dtype(), "number": np.dtype("float64")}.get(
        field["type"], pd.StringDtype(na_value=np.nan)
    )


def _category(field: dict[str, Any]) -> pd.CategoricalDtype:
    values = [category["value"] for category in field["categories"]]
    return pd.CategoricalDtype(values, ordered=field.get("categoriesOrdered", False))


def _finish(table: pd.DataFrame, fields: list[dict[str, Any]], gaps: bool) -> bool:
    """Give dates, truth values and categories their types in place; False where a cell breaks a rule."""
    for field in fields:
        name, kind = field["name"], field["type"]
        required = field.get("constraints", {}).get("required", False)
        column = table[name]
        if "categories" in field:
            if required:
                if len(column) and column.array.codes.min() < 0:
                    return False
            else:
                values = list(_category(field).categories)
                if not set(column.cat.categories) <= set(values):
                    return False
                table[name] = column.cat.set_categories(values, ordered=field.get("categoriesOrdered", False))
            continue
        if required and gaps and column.hasnans:
            return False
        if kind == "date":
            table[name] = _dates(column)
        elif kind == "boolean":
            truth = column.map({"true": True, "false": False})
            if truth.hasnans:
                return False
            table[name] = truth.astype("bool")
    return True


def _dates(column: pd.Series[Any]) -> Any:
    """ISO dates as datetimes, gaps as NaT; a third of the time of `pd.to_datetime`. Raises `ValueError` for anything else."""
    text = column.to_numpy(dtype=object, na_value="NaT")
    if not all(len(value) == 10 or value == "NaT" for value in text):
        raise ValueError("not a date of the form 2024-04-11")
    return text.astype("datetime64[us]")


def _read_slowly(path: Path, fields: list[dict[str, Any]]) -> pd.DataFrame:
    names = [field["name"] for field in fields]
    try:
        raw = pd.read_csv(path, dtype="str", keep_default_na=False, na_values=[""], encoding="utf-8")
    except (ValueError, pd.errors.ParserError, UnicodeDecodeError) as error:
        raise DataError(f"{path} cannot be read as CSV: {error}. Restore it or install usjapan again.") from None
    if list(raw.columns) != names:
        raise DataError(f"{path}: the columns are {list(raw.columns)}, but datapackage.json names {names}. Restore the file.")
    return pd.DataFrame({field["name"]: _typed(raw[field["name"]], field, path) for field in fields}, copy=False)


def _typed(raw: pd.Series[Any], field: dict[str, Any], path: Path) -> Any:
    constraints = field.get("constraints", {})
    required = constraints.get("required", False)
    missing = raw.isna()
    if required and missing.any():
        _refuse(path, raw, field, missing, "a value is required")
    kind = field["type"]
    if "categories" in field:
        values = [category["value"] for category in field["categories"]]
        typed: Any = raw.where(raw.isin(values)).astype(
            pd.CategoricalDtype(values, ordered=field.get("categoriesOrdered", False))
        )
        rule = f"one of {', '.join(values)}"
    elif kind == "string":
        return raw
    elif kind == "date":
        typed = pd.to_datetime(raw, format="%Y-%m-%d", errors="coerce").astype("datetime64[us]")
        rule = "a date such as 2024-04-11"
    elif kind in {"integer", "number"}:
        typed = pd.to_numeric(raw, errors="coerce").astype("float64")
        rule = "a number"
        if kind == "integer":
            rule = "a whole number"
            typed = typed.where(typed % 1 == 0)
    elif kind == "boolean":
        typed = raw.map({"true": True, "false": False})
        rule = "true or false"
    else:
        raise DataError(f"{path}: datapackage.json gives column {field['name']!r} the type {kind!r}, which is not supported.")
    wrong = typed.isna() & ~missing
    if wrong.any():
        _refuse(path, raw, field, wrong, rule)
    if kind == "integer":
        return typed.astype("int64" if required else "Int64")
    if kind == "boolean":
        return typed.astype("bool" if required else "boolean")
    return typed


def _refuse(path: Path, raw: pd.Series[Any], field: dict[str, Any], wrong: pd.Series[Any], rule: str) -> None:
    row = int(wrong.to_numpy().argmax())
    value = "(empty)" if pd.isna(raw.iloc[row]) else repr(raw.iloc[row])
    # Line 1 is the header; no cell of these tables holds a line break (a test keeps it so).
    raise DataError(f"{path}, line {row + 2}, column {field['name']!r}: {value}. The rule: {rule}.")


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
