"""The frame that all widgets share: controls above a chart and the chart in words."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import altair as alt
import ipywidgets as ipw

ALL = "all"
WIDE = ipw.Layout(width="min(32em, 95%)")
STYLE = {"description_width": "6em"}

# Drawn in the browser: a move answers in under 100 ms there, where a picture made by vl-convert takes up to 300.
# Offline, because the bundle that Altair would otherwise fetch lies on the internet.
alt.JupyterChart.enable_offline(True)


def panel(title: str, controls: dict[str, ipw.ValueWidget], draw: Callable[..., tuple[Any, str]]) -> ipw.VBox:
    """Controls above a chart and a sentence; `draw(**values)` gives the chart and the sentence.

    In place of the chart `draw` may give a page of words: any object that shows as HTML and is no chart.

    Controls need a `description`: it is their label, also for screen readers.
    """
    unlabelled = [name for name, control in controls.items() if not control.description]
    if unlabelled:
        raise ValueError(f"Controls without a description: {', '.join(unlabelled)}. A reader of the screen needs one.")
    chart, text = draw(**{name: control.value for name, control in controls.items()})
    figure, words = _figure(chart), ipw.HTML(_summary(text))

    def show(_: Any) -> None:
        chart, text = draw(**{name: control.value for name, control in controls.items()})
        if isinstance(figure, ipw.HTML):
            figure.value = chart._repr_html_()
        else:
            figure.chart = chart
        words.value = _summary(text)

    for control in controls.values():
        control.observe(show, names="value")
    box = ipw.VBox([ipw.HTML(f"<strong>{html.escape(title)}</strong>"), *controls.values(), figure, words])
    box.add_class("usjapan-widget")
    return box


def _figure(chart: Any) -> Any:
    if not isinstance(chart, alt.TopLevelMixin):
        return ipw.HTML(chart._repr_html_())
    spec: Any = chart
    return alt.JupyterChart(spec, embed_options={"actions": False})


def _summary(text: str) -> str:
    # Screen readers speak a live region when it changes; the chart alone would change in silence.
    return f'<p aria-live="polite" class="usjapan-summary" style="line-height: 1.4">{html.escape(text)}</p>'
