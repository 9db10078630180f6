"""The frame that all widgets share: controls above a chart and the chart in words."""

from __future__ import annotations

import asyncio
import html
from collections.abc import Callable
from typing import Any

import altair as alt
import ipywidgets as ipw
from altair.utils.schemapi import debug_mode

from usjapan.widgets.figure import Figure, quick_spec
from usjapan.widgets.heading import Heading
from usjapan.widgets.slider import Slider

ALL = "all"
WIDE = ipw.Layout(width="min(32em, 95%)")
STYLE = {"description_width": "7em"}
# Views drawn before, so that a move back answers at once; each takes some ten kilobytes.
KEPT = 64
# Seconds after a move until the views one step away are drawn, one at a time, so that the next move need not wait for more
# than one of them. Measured: a view of the network takes 20 to 70 ms of processor time.
PAUSE = 0.1
BETWEEN = 0.02


def panel(title: str, controls: dict[str, Any], draw: Callable[..., tuple[Any, str]]) -> ipw.VBox:
    """Controls above a chart and a sentence; `draw(**values)` gives the chart and the sentence.

    In place of the chart `draw` may give a page of words: any object that shows as HTML and is no chart.

    Controls need a `description`: it is their label, also for screen readers. The same values must always give the same view.
    """
    unlabelled = [name for name, control in controls.items() if not control.description]
    if unlabelled:
        raise ValueError(f"Controls without a description: {', '.join(unlabelled)}. A reader of the screen needs one.")
    kept: dict[tuple[Any, ...], tuple[Any, Any, str]] = {}

    def view(values: dict[str, Any]) -> tuple[Any, Any, str]:
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

    def now() -> dict[str, Any]:
        return {name: control.value for name, control in controls.items()}

    drawn = isinstance(view(now())[0], alt.TopLevelMixin)
    figure, words = Figure() if drawn else ipw.HTML(), ipw.HTML()
    waiting: list[asyncio.TimerHandle] = []

    def show(change: Any = None) -> None:
        chart, shown, words.value = view(now())
        if isinstance(figure, Figure):
            figure.show(chart, shown)
            # Whoever moves a control mostly moves it again.
            first = sorted(controls, key=lambda name: change is None or controls[name] is not change["owner"])
            look_ahead(_one_step_away(controls, first), PAUSE)
        else:
            figure.value = shown

    def look_ahead(positions: list[dict[str, Any]], pause: float) -> None:
        while waiting:
            waiting.pop().cancel()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return  # no kernel, nobody to wait
        if positions:
            waiting.append(loop.call_later(pause, draw_first, positions))

    def draw_first(positions: list[dict[str, Any]]) -> None:
        view(positions[0])
        look_ahead(positions[1:], BETWEEN)

    show()
    for control in controls.values():
        control.observe(show, names="value")
    box = ipw.VBox([Heading(title), *controls.values(), figure, words])
    box.add_class("usjapan-widget")
    return box


def _one_step_away(controls: dict[str, Any], order: list[str]) -> list[dict[str, Any]]:
    """Values of all controls when one of them, in this order, moves by one step, either way."""
    values = {name: control.value for name, control in controls.items()}
    found = []
    for name in order:
        control = controls[name]
        if isinstance(control, ipw.Checkbox):
            steps = [not control.value]
        elif isinstance(control, ipw.Dropdown):
            offered = [value for _, value in control._options_full]
            steps = [offered[at] for at in (control.index + 1, control.index - 1) if 0 <= at < len(offered)]
        elif isinstance(control, Slider):
            # Rounded as the browser's slider steps in decimals.
            beside = (round(control.value - control.step, 6), round(control.value + control.step, 6))
            steps = [value for value in beside if control.min <= value <= control.max]
        else:
            steps = []
        found += [{**values, name: value} for value in steps]
    return found


def _summary(text: str) -> str:
    # Screen readers speak a live region when it changes; the chart alone would change in silence.
    return f'<p aria-live="polite" class="usjapan-summary" style="line-height: 1.4">{html.escape(text)}</p>'
