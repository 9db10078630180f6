"""Citations: every row leads to a paragraph, and a paragraph to its report."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from usjapan.tables import data_version, keys, load


def cite(reference: str, paragraph: int | None = None) -> str:
    """Citation in Chicago style (notes) of a report, a paragraph or a claim.

    `reference` is a `report_id` (with `paragraph`, a number from 1, if wanted), a `paragraph_id`, or the id of a claim,
    quantity or tie. What a source does not state is called "not stated". `cite("data")` cites the tables themselves.
    Raises `ValueError` for an id that does not exist.

    >>> cite("flux2024", paragraph=3)  # doctest: +SKIP
    """
    if reference == "data":
        return f"US-Japan alliance course team, The US-Japan Alliance in Five Reports, 2024 to 2026, data version {data_version()}."
    match = re.fullmatch(r"([a-z]+20\d\d)(?:-p(\d\d)(?:-([cqt])\d+)?)?", str(reference))
    if match is None or match[1] not in keys("reports"):
        raise ValueError(
            f"Nothing to cite under {reference!r}. Give a report ({', '.join(load('reports')['report_id'])}), "
            "a paragraph such as 'flux2024-p03' or a claim such as 'flux2024-p03-c2'."
        )
    reports = load("reports")
    report = reports.iloc[reports["report_id"].tolist().index(match[1])]
    if match[2]:
        paragraph = int(match[2])
    if paragraph is not None and not 1 <= paragraph <= report["paragraphs"]:
        raise ValueError(f"{match[1]} has paragraphs 1 to {report['paragraphs']}; there is no paragraph {paragraph}.")
    if match[3]:
        table = {"c": "claims", "q": "quantities", "t": "ties"}[match[3]]
        if reference not in keys(table):
            raise ValueError(f"There is no {reference!r} in the table {table!r}.")
    where = f", para. {paragraph}" if paragraph is not None else ""
    title = "title not stated," if report["title"] == "not stated" else f"“{report['title']},”"
    return f"{_author(report)}, {title} {_publisher(report)}, {_date(report)}{where}."


def _author(report: pd.Series[Any]) -> str:
    return "Author not stated" if report["author"] == "not stated" else str(report["author"])


def _publisher(report: pd.Series[Any]) -> str:
    return "publisher not stated" if report["publisher"] == "not stated" else str(report["publisher"])


def _date(report: pd.Series[Any]) -> str:
    start, end = report["date_from"], report["date_to"]
    if report["date_precision"] == "day":
        return f"{start:%B} {start.day}, {start.year}"
    if report["date_precision"] == "month":
        return f"{start:%B} {start.year}"
    return f"date not stated (between {start:%Y-%m-%d} and {end:%Y-%m-%d})"
