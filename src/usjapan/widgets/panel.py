"""The frame that all widgets share: controls above a chart and the chart in words."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import altair as alt
import ipywidgets as ipw
from altair.utils.schemapi import debug_mode

from usjapan.widgets.figure import Figure, quick_spec
from usjapan.widgets.heading import Heading

ALL = "all"
WIDE = ipw.Layout(width="min(32em, 95%)")
STYLE = {"description_width": "7em"}
# Views drawn before, so that a move back answers at once; each takes some ten kilobytes.
KEPT = 64


def panel(title: str, controls: dict[str, Any], draw: Callable[..., tuple[Any, str]]) -> ipw.VBox:
    """Controls above a chart and a sentence; `draw(**values)` gives the chart and the sentence.

    In place of the chart `draw` may give a page of words: any object that shows as HTML and is no chart.

    Controls need a `description`: it is their label, also for screen readers. The same values must always give the same view.
    """
    unlabelled = [name for name, control in controls.items() if not control.description]
    if unlabelled:
        raise ValueError(f"Controls without a description: {', '.join(unlabelled)}. A reader of the screen needs one.")
    kept: dict[tuple[Any, ...], tuple[Any, Any, str]] = {}

    def view() -> tuple[Any, Any, str]:
        values = {name: control.value for name, control in controls.items()}
        key = tuple(values.values())
        if key not in kept:
            # Without Altair's check of each part as it is made: the tests draw the same charts with it.
            with debug_mode(False):
                chart, text = draw(**values)
            shown = quick_spec(chart) if isinstance(chart, alt.TopLevelMixin) else chart._repr_html_()
            while len(kept) >= KEPT:
                del kept[next(iter(kept))]
            kept[key] = chart, shown, _summary(text)
        return kept[key]

    drawn = isinstance(view()[0], alt.TopLevelMixin)
    figure, words = Figure() if drawn else ipw.HTML(), ipw.HTML()

    def show(_: Any = None) -> None:
        chart, shown, words.value = view()
        if isinstance(figure, Figure):
            figure.show(chart, shown)
        else:
            figure.value = shown

    show()
    for control in controls.values():
        control.observe(show, names="value")
    box = ipw.VBox([Heading(title), *controls.values(), figure, words])
    box.add_class("usjapan-widget")
    return box


def _summary(text: str) -> str:
    # Screen readers speak a live region when it changes; the chart alone would change in silence.
    return f'<p aria-live="polite" class="usjapan-summary" style="line-height: 1.4">{html.escape(text)}</p>'
