"""Widgets of the lessons: thin controls over the functions of `usjapan.charts`.

Each widget has a twin without controls, the same function with fixed arguments; its docstring names it.
"""

from usjapan.widgets.timeline import timeline_explorer

__all__ = ["timeline_explorer"]
