"""The US-Japan alliance, 2024 to 2026: five reports as tables, with charts, widgets and checks for the lessons.

>>> import usjapan
>>> claims = usjapan.load("claims")
>>> usjapan.cite("flux2024-p03-c2")  # where a row comes from

Charts and widgets live in `usjapan.charts` and `usjapan.widgets`; they load when first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from usjapan.agreement import (
    agreement_text,
    alpha_interval,
    coincidence_matrix,
    compare_codes,
    krippendorff_alpha,
    percent_agreement,
)
from usjapan.citation import cite
from usjapan.keyness import key_terms, weighted_log_odds
from usjapan.selfcheck import check
from usjapan.slices import slice_of
from usjapan.tables import TABLES, DataError, data_version, describe, load

if TYPE_CHECKING:
    from usjapan import charts, widgets

__all__ = [
    "TABLES",
    "DataError",
    "agreement_text",
    "alpha_interval",
    "charts",
    "check",
    "cite",
    "coincidence_matrix",
    "compare_codes",
    "data_version",
    "describe",
    "key_terms",
    "krippendorff_alpha",
    "load",
    "percent_agreement",
    "slice_of",
    "weighted_log_odds",
    "widgets",
]


def __getattr__(name: str) -> Any:
    # Altair and ipywidgets cost a second to import: a student who only loads tables does not wait for them.
    if name in {"charts", "widgets"}:
        return import_module(f"usjapan.{name}")
    if name == "__version__":
        from importlib.metadata import version

        return version("usjapan")
    raise AttributeError(f"module 'usjapan' has no attribute {name!r}")
