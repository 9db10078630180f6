"""Widgets of the lessons: thin controls over the functions of `usjapan.charts`.

Each widget has a twin without controls, the same function with fixed arguments; its docstring names it.
"""

from usjapan.widgets.burden import burden_calculator
from usjapan.widgets.claims import claim_browser
from usjapan.widgets.coding import CodingTrainer, claims_to_code, coding_trainer
from usjapan.widgets.keyness import keyness_explorer
from usjapan.widgets.network import network_explorer
from usjapan.widgets.strain import stress_dashboard
from usjapan.widgets.timeline import timeline_explorer

__all__ = [
    "CodingTrainer",
    "burden_calculator",
    "claim_browser",
    "claims_to_code",
    "coding_trainer",
    "keyness_explorer",
    "network_explorer",
    "stress_dashboard",
    "timeline_explorer",
]
