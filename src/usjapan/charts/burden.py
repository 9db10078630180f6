"""What a share of GDP comes to, in yen and in dollars, under assumptions that are stated."""

from __future__ import annotations

import altair as alt
import pandas as pd

from usjapan.charts.style import BLUE, INK, MUTED, title
from usjapan.tables import load

# Two figures that the table of context gives in words only.
FY2022_EXPECTED = 560.0  # trillion yen; statement of DS35: as the ministry expected it
FY2022_NOMINAL = 567.0  # trillion yen; note of DS35: as a newspaper gives it
# An assumption of this course, from no source: the reader varies it.
YEN_PER_DOLLAR = 150.0
SHARE = 2.0
WIDE = 280


def gdp_bases() -> pd.DataFrame:
    """The GDP figures that a share may be taken of, in trillion yen, each with its source; index: `basis`.

    The third is reckoned, not printed: a sum of money over the share that it is said to be. `attrs` holds the defence and
    related spending of fiscal 2025, `initial` and `raised` by a supplementary budget, in trillion yen.
    """
    facts = load("context").set_index("fact_id")["value"]
    implied = facts["DS30"] / facts["DS31"] * 100
    rows = [
        ("fy2022_expected", "FY2022, expected by the ministry", FY2022_EXPECTED, "DS35", "as stated"),
        ("fy2022_nominal", "FY2022, as a newspaper gives it", FY2022_NOMINAL, "DS35", "in the note"),
        (
            "fy2025_implied",
            "FY2025, implied by an estimate",
            float(implied),
            "DS30 and DS31",
            f"reckoned: {facts['DS30']:g} over {facts['DS31']:g} percent",
        ),
    ]
    bases = pd.DataFrame(rows, columns=["basis", "label", "gdp", "fact", "how"]).set_index("basis")
    bases.attrs = {"initial": float(facts["DS30"]), "raised": float(facts["DS32"])}
    return bases


def burden(
    share: float = SHARE,
    basis: str = "fy2022_expected",
    yen_per_dollar: float = YEN_PER_DOLLAR,
    bases: pd.DataFrame | None = None,
) -> alt.TopLevelMixin:
    """Bars of a share of GDP (in percent) on each basis, the chosen one dark, against two budgets of fiscal 2025.

    `basis` is one of `gdp_bases()`, `yen_per_dollar` an assumption of the reader. Raises `ValueError` for an unknown basis,
    a share below 0 or a rate that is not above 0.
    """
    bases = _checked(share, basis, yen_per_dollar, bases)
    rows = pd.DataFrame(
        {
            "label": bases["label"],
            "yen": bases["gdp"] * share / 100,
            "chosen": bases.index == basis,
            "shown": [_sums(gdp, share, yen_per_dollar) for gdp in bases["gdp"]],
        }
    )
    initial, raised = bases.attrs["initial"], bases.attrs["raised"]
    budgets = pd.DataFrame({"yen": [initial, raised], "name": [f"initial {initial:.1f}", f"{raised:.1f} with supplement"]})
    # One scale for shares up to 5 percent, so that a longer bar is a larger sum from one move to the next.
    top = max(float(rows["yen"].max()), 32.0)
    x = alt.X("yen:Q", title="Trillion yen", scale=alt.Scale(domain=[0, top], nice=False))
    y = alt.Y("label:N", sort=None, title=None, axis=alt.Axis(ticks=False, domain=False))
    base = alt.Chart(rows).encode(y=y)
    shade = alt.condition("datum.chosen", alt.value(1.0), alt.value(0.4))
    bars = base.mark_bar(color=BLUE, size=20).encode(x=x, opacity=shade)
    text = base.mark_text(align="left", lineBreak="\n", dy=-7).encode(x=alt.value(WIDE + 10), text=alt.Text("shown:N"))
    lines = alt.Chart(budgets).mark_rule(color=INK, strokeDash=[4, 3]).encode(x=alt.X("yen:Q"))
    left, right = alt.Chart(budgets.head(1)), alt.Chart(budgets.tail(1))
    heads = [
        left.mark_text(align="right", dx=0, dy=-6, color=MUTED, baseline="bottom"),
        right.mark_text(align="left", dx=0, dy=-6, color=MUTED, baseline="bottom"),
    ]
    named = [head.encode(x=alt.X("yen:Q"), y=alt.value(0), text=alt.Text("name:N")) for head in heads]
    return alt.layer(bars, lines, text, *named).properties(
        width=WIDE,
        height=alt.Step(44),
        title=title(
            _finding(share, basis, yen_per_dollar, bases),
            [
                f"Assumed: {share:g} percent of GDP, {yen_per_dollar:g} yen to the dollar. Dark: the basis chosen.",
                "Dashed: defence and related spending of FY2025. Source: context DS30, DS31, DS32, DS35.",
            ],
        ),
        description=burden_text(share, basis, yen_per_dollar, bases),
    )


def burden_text(
    share: float = SHARE,
    basis: str = "fy2022_expected",
    yen_per_dollar: float = YEN_PER_DOLLAR,
    bases: pd.DataFrame | None = None,
) -> str:
    """The calculation in words."""
    bases = _checked(share, basis, yen_per_dollar, bases)
    others = "; ".join(
        f"{label} ({gdp:.0f} trillion yen): {_sums(gdp, share, yen_per_dollar, ', ')}"
        for name, label, gdp in zip(bases.index, bases["label"], bases["gdp"], strict=True)
        if name != basis
    )
    yen = float(bases["gdp"][basis]) * share / 100
    over = yen - bases.attrs["initial"]
    return (
        f"Bars of one share of GDP on three bases. {_finding(share, basis, yen_per_dollar, bases)}, assuming "
        f"{yen_per_dollar:g} yen to the dollar. That is {abs(over):.1f} trillion yen {'more' if over >= 0 else 'less'} than the "
        f"initial defence and related spending of fiscal 2025, {bases.attrs['initial']:g} trillion. The same share of other bases: {others}."
    )


def _sums(gdp: float, share: float, yen_per_dollar: float, between: str = "\n") -> str:
    yen = gdp * share / 100
    return f"{yen:.1f} trillion yen{between}{yen * 1000 / yen_per_dollar:.0f} billion dollars"


def _finding(share: float, basis: str, yen_per_dollar: float, bases: pd.DataFrame) -> str:
    gdp = float(bases["gdp"][basis])
    yen = gdp * share / 100
    return f"{share:g} percent of {gdp:.0f} trillion yen is {yen:.1f} trillion yen, or {yen * 1000 / yen_per_dollar:.0f} billion dollars"


def _checked(share: float, basis: str, yen_per_dollar: float, bases: pd.DataFrame | None) -> pd.DataFrame:
    bases = gdp_bases() if bases is None else bases
    if basis not in bases.index:
        raise ValueError(f"There is no GDP basis {basis!r}. The bases are: {', '.join(bases.index)}.")
    if share < 0:
        raise ValueError(f"The share is {share}. Give a percentage of 0 or more.")
    if not yen_per_dollar > 0:
        raise ValueError(f"The exchange rate is {yen_per_dollar}. Give yen per dollar, above 0.")
    return bases
