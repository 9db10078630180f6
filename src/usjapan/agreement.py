"""How far two coders agree: percent agreement, Krippendorff's alpha, and what a small sample can bear.

After K. Krippendorff, *Content Analysis*, 4th ed. (2019), chapter 12. Written out step by step, to be read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from usjapan.tables import describe, load

LEVELS = ("nominal", "ordinal")


def percent_agreement(a: Sequence[Any] | pd.Series[Any], b: Sequence[Any] | pd.Series[Any]) -> float:
    """Percent of units to which two coders gave the same code, from 0 to 100.

    Two Series are matched by their index, other sequences by position. A unit that either coder left out does not count.
    Raises `ValueError` for sequences of different length and where no unit has two codes.
    """
    if isinstance(a, pd.Series) and isinstance(b, pd.Series):
        pairs = pd.concat([a.astype("object"), b.astype("object")], axis=1, join="inner")
    elif len(a) != len(b):
        raise ValueError(
            f"One coder has {len(a)} codes, the other {len(b)}. Give one code for each unit, None where there is none."
        )
    else:
        pairs = pd.DataFrame({0: list(a), 1: list(b)}, dtype="object")
    pairs = pairs.dropna()
    if pairs.empty:
        raise ValueError("No unit has a code from both coders. Give at least one unit that both coded.")
    return float((pairs.iloc[:, 0] == pairs.iloc[:, 1]).mean() * 100)


def coincidence_matrix(table: pd.DataFrame, order: Sequence[Any] | None = None) -> pd.DataFrame:
    """Coincidence matrix of a table of codes: a row per unit, a column per coder, empty where a coder gave no code.

    Each pair of codes within a unit counts twice, once in each order, divided by the unit's number of codes less one; so
    each unit adds as much as it has codes. Agreement stands on the diagonal. `order` names the values from low to high.
    """
    values = _values(table, order)
    matrix = _by_unit(table, values).sum(axis=0)
    return pd.DataFrame(matrix, index=pd.Index(values, name="code"), columns=pd.Index(values, name="code"))


def krippendorff_alpha(table: pd.DataFrame, level: str = "nominal", order: Sequence[Any] | None = None) -> float:
    """Krippendorff's alpha of a table of codes: a row per unit, a column per coder, empty where a coder gave no code.

    1 is perfect agreement, 0 what chance would give, below 0 is worse than chance. `level` is "nominal" (two codes are the
    same or not) or "ordinal" (a step is a smaller disagreement than two); ordinal values are ordered by `order`, else by the
    table's ordered categories. Units with fewer than two codes do not count.
    Raises `ValueError` where alpha is undefined: no unit with two codes, or one and the same code throughout.
    """
    values = _values(table, order, level)
    matrix = _by_unit(table, values).sum(axis=0)
    if matrix.sum() == 0:
        raise ValueError("Alpha is undefined: no unit has codes from two coders. Give at least one unit that two coded.")
    used = [value for value, total in zip(values, matrix.sum(axis=0), strict=True) if total > 0]
    if len(used) == 1:
        raise ValueError(
            f"Alpha is undefined: every code is {used[0]!r}, so chance alone gives no disagreement to compare with. "
            "Report the percent agreement and say that the codes did not vary."
        )
    return _alpha(matrix, level)


def alpha_interval(
    table: pd.DataFrame,
    level: str = "nominal",
    order: Sequence[Any] | None = None,
    confidence: float = 0.95,
    draws: int = 2000,
    seed: int = 2026,
) -> tuple[float, float]:
    """Interval of alpha by bootstrap: units drawn again with replacement, `draws` times, from a fixed `seed`.

    Draws in which every code is the same leave alpha undefined and are passed over. Where the coders never differ, so does
    no draw, and the interval is (1, 1): it then says that the sample shows no difference, not that there is none.
    Raises `ValueError` as `krippendorff_alpha` does.
    """
    krippendorff_alpha(table, level, order)
    by_unit = _by_unit(table, _values(table, order, level))
    by_unit = by_unit[by_unit.sum(axis=(1, 2)) > 0]
    units = len(by_unit)
    drawn = np.random.default_rng(seed).multinomial(units, np.full(units, 1 / units), size=draws)
    alphas = [_alpha(np.tensordot(times, by_unit, axes=1), level) for times in drawn]
    tail = (1 - confidence) / 2
    low, high = np.nanquantile(alphas, [tail, 1 - tail])
    return float(low), float(high)


def compare_codes(codes: Mapping[str, str], variable: str = "modality") -> pd.DataFrame:
    """Compare your codes of some claims with the published ones: a row per claim, in your order.

    `codes` maps claim ids to values of the coded column `variable` of `claims`. Columns: `yours`, `ours`, `agree`, `rule`
    (the published value's definition) and `summary`. Twin of `widgets.coding_trainer`; `agreement_text` puts it in words.
    Raises `ValueError` for an unknown claim or code, and for a claim that has no code in this column.
    """
    definitions = describe("claims", variable)["definition"]
    claims = load("claims").set_index("claim_id")
    for claim_id, code in codes.items():
        if claim_id not in claims.index:
            raise ValueError(f"There is no claim {claim_id!r}. Copy its id from the table of claims.")
        if code not in definitions.index:
            raise ValueError(
                f"{code!r}, for {claim_id}, is no value of {variable!r}. The values are: {', '.join(definitions.index)}."
            )
        if claims[variable].isna()[claim_id]:
            raise ValueError(f"{claim_id} has no published code in {variable!r}. Leave it out.")
    chosen = claims.loc[list(codes)]
    yours = pd.Series(list(codes.values()), index=chosen.index, dtype=claims[variable].dtype)
    return pd.DataFrame(
        {
            "yours": yours,
            "ours": chosen[variable],
            "agree": yours.astype("str") == chosen[variable].astype("str"),
            "rule": chosen[variable].astype("str").map(definitions.to_dict()),
            "summary": chosen["summary"],
        }
    )


def agreement_text(comparison: pd.DataFrame) -> str:
    """The comparison of `compare_codes` in words: percent agreement, alpha with its interval, and each difference."""
    total = len(comparison)
    if total == 0:
        return "No claim is coded yet."
    same = int(comparison["agree"].sum())
    percent = percent_agreement(comparison["yours"], comparison["ours"])
    both = comparison[["yours", "ours"]]
    level = "ordinal" if comparison["ours"].cat.ordered else "nominal"
    parts = [f"The two codings agree on {same} of {total} claims ({percent:.0f} percent)."]
    try:
        alpha = krippendorff_alpha(both, level)
    except ValueError as undefined:
        parts.append(str(undefined))
    else:
        low, high = alpha_interval(both, level)
        parts.append(f"Krippendorff's alpha ({level}) is {alpha:.2f}; with {total} claims, 95 percent of the redrawn samples")
        parts[-1] += f" lie between {low:.2f} and {high:.2f}."
    different = comparison[~comparison["agree"]]
    listed = "; ".join(f"{i}: yours {r['yours']}, ours {r['ours']} ({r['rule']})" for i, r in different.iterrows())
    parts.append(f"Differences: {listed}." if listed else "There is no difference.")
    return " ".join(parts)


def _values(table: pd.DataFrame, order: Sequence[Any] | None, level: str = "nominal") -> list[Any]:
    """The values that occur, in their order; an ordinal distance depends on it."""
    if level not in LEVELS:
        raise ValueError(f"There is no level {level!r}. The levels are: {', '.join(LEVELS)}.")
    codes = table.astype("object").to_numpy()
    present = set(codes[pd.notna(codes)])
    if order is None:
        kinds = [table[name].dtype for name in table.columns]
        ordered = [list(kind.categories) for kind in kinds if isinstance(kind, pd.CategoricalDtype) and kind.ordered]
        if ordered:
            order = ordered[0]
        elif level == "ordinal" and not all(isinstance(value, (int, float)) for value in present):
            raise ValueError("Ordinal alpha needs to know the order of the values: give order=[lowest, ..., highest].")
        else:
            order = sorted(present, key=lambda value: (str(type(value)), value))
    stray = present - set(order)
    if stray:
        raise ValueError(f"These codes are not in the order {list(order)}: {', '.join(sorted(map(str, stray)))}.")
    return [value for value in order if value in present]


def _by_unit(table: pd.DataFrame, values: list[Any]) -> NDArray[np.float64]:
    """Coincidences of each unit by itself; their sum over units is the coincidence matrix."""
    codes = table.astype("object").to_numpy()
    counts = np.array([(codes == value).sum(axis=1) for value in values], dtype=float).reshape(len(values), len(codes)).T
    size = counts.sum(axis=1)
    pairs = counts[:, :, None] * counts[:, None, :]  # every code with every code of the unit ...
    pairs -= np.eye(len(values)) * counts[:, None, :]  # ... except with itself
    return np.asarray(pairs / np.maximum(size - 1, 1)[:, None, None])


def _alpha(matrix: NDArray[np.float64], level: str) -> float:
    """One less observed over expected disagreement; not a number where no disagreement can be expected."""
    totals = matrix.sum(axis=0)
    distance = _distance(totals, level)
    observed = (matrix * distance).sum() / totals.sum()
    expected = (np.outer(totals, totals) * distance).sum() / (totals.sum() * (totals.sum() - 1))
    return float(1 - observed / expected) if expected > 0 else float("nan")


def _distance(totals: NDArray[np.float64], level: str) -> NDArray[np.float64]:
    """Squared distance of each value from each: nominal 0 or 1; ordinal by how many codes lie between the two."""
    if level == "nominal":
        return np.asarray(1 - np.eye(len(totals)))
    middle = totals.cumsum() - totals / 2  # mean rank of a value, were all codes lined up from low to high
    return np.asarray((middle[:, None] - middle[None, :]) ** 2)
