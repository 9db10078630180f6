"""Claims to read: filter them, open one, see the rule of each of its codes and its citation."""

from __future__ import annotations

import html
from typing import Any

import pandas as pd

from usjapan.citation import cite
from usjapan.tables import describe, load

CODES = ["kind", "theme", "effect", "voice", "modality", "addressee"]
SHOWN = 8


class Page(str):
    """Words that a notebook shows as a page: the text itself is for print, the `page` for the eye."""

    page: str

    def __new__(cls, text: str, page: str) -> Page:
        made = super().__new__(cls, text)
        made.page = page
        return made

    def _repr_html_(self) -> str:
        return self.page


def find_claims(
    report_id: str | None = None,
    codes: dict[str, str] | None = None,
    word: str = "",
    claims: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Claims of a report (or of all) that have all of `codes`, such as `{"voice": "official"}`, and hold `word` in their summary.

    `word` may be several words or a part of one; capital and small letters count as the same. `claims` is the table loaded
    before, which saves reading it again. Raises `ValueError` for an unknown report, column or code.
    """
    found = load("claims") if claims is None else claims
    if report_id is not None:
        if report_id not in set(found["report_id"]):
            raise ValueError(f"There is no report {report_id!r}. The reports are: {', '.join(load('reports')['report_id'])}.")
        found = found[found["report_id"] == report_id]
    for column, value in (codes or {}).items():
        if column not in CODES:
            raise ValueError(f"Claims are not coded by {column!r}. The codes are: {', '.join(CODES)}.")
        if value not in found[column].cat.categories:
            raise ValueError(f"There is no {column} {value!r}. The values are: {', '.join(found[column].cat.categories)}.")
        found = found[found[column] == value]
    return found[found["summary"].str.contains(word.strip(), case=False, regex=False)] if word.strip() else found


def claim_list(
    report_id: str | None = None,
    codes: dict[str, str] | None = None,
    word: str = "",
    claim_id: str | None = None,
    claims: pd.DataFrame | None = None,
) -> Page:
    """The claims of `find_claims(...)` as a list, and one of them opened: its codes, their rules and its citation.

    `claim_id` names the claim to open, the first one if left out. Raises `ValueError` if it is not among those found.
    """
    found = find_claims(report_id, codes, word, claims)
    finding = _finding(found, report_id, codes, word)
    heading = f"<p><strong>{html.escape(finding)}</strong></p>"
    if found.empty:
        return Page(f"{finding}.", heading)
    row = _opened(found, claim_id)
    rules, source = _rules(row), cite(row["claim_id"])
    coded = "; ".join(f"{column} {value}: {rule}" for column, value, rule in rules)
    text = f"{finding}. Open: {row['claim_id']}. {row['summary']} Codes: {coded}. Source: {source}"
    shown = found.head(SHOWN)[["claim_id", "summary", "kind", "voice"]].astype("str").to_numpy().tolist()
    table = _table(["claim", "summary", "kind", "voice"], shown, "Claims found")
    more = f"<p>And {len(found) - SHOWN} more.</p>" if len(found) > SHOWN else ""
    card = (
        '<div style="border-left: 4px solid #0072b2; padding-left: .8em; margin-top: .8em">'
        f"<p><strong>{html.escape(row['claim_id'])}</strong><br>{html.escape(row['summary'])}</p>"
        f"{_table(['question', 'code', 'rule'], rules, 'Codes of this claim')}<p>{html.escape(source)}</p></div>"
    )
    return Page(text, f'<div style="max-width: 46em; line-height: 1.4">{heading}{table}{more}{card}</div>')


def claim_list_text(
    report_id: str | None = None,
    codes: dict[str, str] | None = None,
    word: str = "",
    claim_id: str | None = None,
    claims: pd.DataFrame | None = None,
) -> str:
    """The list's heading and the opened claim in words."""
    return str(claim_list(report_id, codes, word, claim_id, claims))


def _table(columns: list[str], rows: list[Any], caption: str) -> str:
    # Notebooks set the cells of tables flush right, which words read badly in.
    look = 'style="text-align: left; vertical-align: top; padding: .2em .8em .2em 0"'
    cell = f"<td {look}>"
    heads = "".join(f'<th scope="col" {look}>{column}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(f'{cell}{html.escape(value)}</td>' for value in row)}</tr>" for row in rows)
    return f'<table aria-label="{caption}"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'


def _opened(found: pd.DataFrame, claim_id: str | None) -> dict[Any, Any]:
    if claim_id is None:
        return dict(found.iloc[0].to_dict())
    chosen = found[found["claim_id"] == claim_id]
    if chosen.empty:
        raise ValueError(
            f"The claim {claim_id!r} is not among the {len(found)} found. The first of them is {found['claim_id'].iloc[0]!r}."
        )
    return dict(chosen.iloc[0].to_dict())


def _rules(row: dict[Any, Any]) -> list[tuple[str, str, str]]:
    """Column, code and the code's definition, for the codes that the claim has."""
    return [
        (column, str(row[column]), str(describe("claims", column).loc[row[column], "definition"]))
        for column in CODES
        if isinstance(row[column], str)
    ]


def _finding(found: pd.DataFrame, report_id: str | None, codes: dict[str, str] | None, word: str) -> str:
    asked = [f"{column} {value}" for column, value in (codes or {}).items()]
    if word.strip():
        asked.append(f"the words “{word.strip()}”")
    where = "all reports" if report_id is None else report_id
    what = f" with {' and '.join(asked)}" if asked else ""
    number = {0: "No claim", 1: "One claim"}.get(len(found), f"{len(found)} claims")
    return f"{number}{what} in {where}"
