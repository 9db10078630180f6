"""Coding trainer."""

from __future__ import annotations

import html
import random
from typing import Any

import ipywidgets as ipw
import pandas as pd

from usjapan import charts
from usjapan.agreement import agreement_text, compare_codes
from usjapan.citation import cite
from usjapan.tables import describe, load
from usjapan.widgets.figure import Figure
from usjapan.widgets.heading import Heading
from usjapan.widgets.panel import STYLE, WIDE

OPEN = "choose a code"


def claims_to_code(report_id: str | None, variable: str, number: int = 10, seed: int = 2026) -> list[str]:
    """Ids of claims to code, drawn from the published codes in turn, so that rare codes come up, then shuffled.

    The same arguments give the same claims. Claims without a code in this column are passed over, and claims about the
    publication itself unless the theme is coded: there is little to judge in a moderator's name. Fewer than `number` come
    back where the report holds fewer. Raises `ValueError` for an unknown report and for a column that is not coded.
    """
    describe("claims", variable)
    claims = load("claims").dropna(subset=variable)
    if report_id is not None:
        claims = claims[claims["report_id"] == report_id]
        if claims.empty:
            raise ValueError(f"There is no report {report_id!r}. The reports are: {', '.join(load('reports')['report_id'])}.")
    if variable != "theme":
        claims = claims[claims["theme"] != "publication"]
    dice = random.Random(seed)
    piles = [list(group["claim_id"]) for _, group in claims.groupby(variable, observed=True)]
    for pile in piles:
        dice.shuffle(pile)
    drawn: list[str] = []
    while len(drawn) < number and any(piles):
        drawn += [pile.pop() for pile in piles if pile]
    drawn = drawn[:number]
    dice.shuffle(drawn)
    return drawn


class CodingTrainer(ipw.VBox):  # type: ignore[misc]  # ipywidgets carries no types
    """Trainer that shows one claim at a time; `codes` holds the codes given so far."""

    def __init__(self, claim_ids: list[str], variable: str) -> None:
        self.claim_ids, self.variable = claim_ids, variable
        self.codes: dict[str, str] = {}
        self.place = 0
        # Read once: a move only changes what is shown.
        self._summaries = load("claims").set_index("claim_id")["summary"]
        self._citations = {claim_id: cite(claim_id) for claim_id in claim_ids}
        definitions = describe("claims", variable)["definition"]
        self.claim = ipw.HTML()
        self.code = ipw.Dropdown(
            options=[(OPEN, ""), *((f"{value}: {meaning}", value) for value, meaning in definitions.items())],
            description=variable.capitalize(),
            layout=WIDE,
            style=STYLE,
        )
        self.previous = ipw.Button(description="Previous claim", tooltip="Go back to the claim before this one")
        self.next = ipw.Button(description="Next claim", tooltip="Go on to the next claim")
        self.finish = ipw.Button(description="Show agreement", tooltip="Compare your codes with the published ones")
        self.figure = Figure()
        self.result = ipw.HTML()
        self.figure.layout.display = "none"
        super().__init__(
            [
                Heading(f"Coding trainer: {variable}"),
                self.claim,
                self.code,
                ipw.HBox([self.previous, self.next, self.finish]),
                self.result,
                self.figure,
            ]
        )
        self.add_class("usjapan-widget")
        self.code.observe(self._store, names="value")
        self.previous.on_click(lambda _: self._go(self.place - 1))
        self.next.on_click(lambda _: self._go(self.place + 1))
        self.finish.on_click(lambda _: self._agreement())
        self._go(0)

    def _go(self, place: int) -> None:
        self.place = place
        claim_id = self.claim_ids[place]
        self.code.value = self.codes.get(claim_id, "")
        self.previous.disabled = place == 0
        self.next.disabled = place == len(self.claim_ids) - 1
        self._show()

    def _store(self, change: dict[str, Any]) -> None:
        claim_id = self.claim_ids[self.place]
        if change["new"]:
            self.codes[claim_id] = change["new"]
        else:
            self.codes.pop(claim_id, None)
        self._show()

    def _show(self) -> None:
        claim_id = self.claim_ids[self.place]
        # A live region: a screen reader speaks the next claim when a button brings it.
        self.claim.value = (
            f'<div aria-live="polite" style="line-height: 1.4"><p>Claim {self.place + 1} of {len(self.claim_ids)}; '
            f"{len(self.codes)} coded.</p>"
            f'<p style="font-size: 1.1em; max-width: 40em">{html.escape(self._summaries[claim_id])}</p>'
            f'<p style="max-width: 40em">{html.escape(claim_id)}: {html.escape(self._citations[claim_id])}</p></div>'
        )
        self.finish.disabled = len(self.codes) < len(self.claim_ids)
        # An answer that changes makes a comparison shown before stale.
        self.result.value = ""
        self.figure.layout.display = "none"

    def _agreement(self) -> None:
        table = compare_codes({claim_id: self.codes[claim_id] for claim_id in self.claim_ids}, self.variable)
        rows = "".join(
            f"<tr><td>{html.escape(str(claim_id))}</td><td>{row['yours']}</td><td>{row['ours']}: {html.escape(row['rule'])}</td>"
            f'<td style="text-align: left">{html.escape(row["summary"])}</td></tr>'
            for claim_id, row in table[~table["agree"]].iterrows()
        )
        heads = "".join(f'<th scope="col">{head}</th>' for head in ("claim", "yours", "ours, and its rule", "summary"))
        listed = f"<table><caption>Where the two codings differ</caption><tr>{heads}</tr>{rows}</table>" if rows else ""
        text = agreement_text(table)
        self.result.value = f'<div aria-live="polite" class="usjapan-summary"><p>{html.escape(text)}</p>{listed}</div>'
        counts = pd.crosstab(table["yours"], table["ours"], dropna=False)
        same = int(table["agree"].sum())
        chart: Any = charts.heat_table(
            counts,
            f"{same} of {len(table)} claims stand on the diagonal, where both agree",
            "Your codes by ours, number of claims. Shade: share of the row.",
            text,
        )
        self.figure.show(chart)
        self.figure.layout.display = ""


def coding_trainer(report_id: str | None, variable: str = "modality", number: int = 10, seed: int = 2026) -> CodingTrainer:
    """Trainer for one coded column: code `number` claims of a report by their summaries, then see how far you agree with us.

    Buttons lead back and forth; `.codes` holds your codes as a dict from claim id to code. The claims are drawn from the
    published codes in turn (see `claims_to_code`), so that rare codes come up; the same `seed` draws the same claims.
    Twin: `usjapan.compare_codes(codes, variable)`, in words by `usjapan.agreement_text`.
    Raises `ValueError` for an unknown report, a column that is not coded, or fewer than one claim.
    """
    if number < 1:
        raise ValueError(f"number is {number}. Ask for at least one claim.")
    return CodingTrainer(claims_to_code(report_id, variable, number, seed), variable)
