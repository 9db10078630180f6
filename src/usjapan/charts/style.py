"""The look of all charts, and how they show: as pictures with alt text.

Importing this module makes every Altair chart show as a picture with alt text, drawn on this machine by vl-convert.
Altair's own renderers fetch JavaScript from the internet or need a viewer that this JupyterLab lacks; a picture shows in
the lab, in exported pages and on paper alike, and a screen reader finds its `description`.
"""

from __future__ import annotations

import base64
import html
import json
import os
from typing import Any

import altair as alt

# Okabe and Ito's palette: told apart with every common form of colour blindness.
INK = "#222222"
MUTED = "#6b6b6b"
BLUE = "#0072b2"
PALETTE = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000"]
# vl-convert measures text in Liberation Sans, whose widths Arial and Helvetica share: no label is cut off in a browser.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
WIDTH = 640


@alt.theme.register("usjapan", enable=True)
def _theme() -> alt.theme.ThemeConfig:
    return {
        "width": WIDTH,
        "background": "white",
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            "title": {"anchor": "start", "fontSize": 15, "subtitleFontSize": 12, "subtitleColor": MUTED, "color": INK, "offset": 12},
            "axis": {"labelFontSize": 12, "titleFontSize": 12, "labelColor": INK, "titleColor": MUTED, "titleFontWeight": "normal",
                     "gridColor": "#e6e6e6", "domainColor": "#8c8c8c", "tickColor": "#8c8c8c", "labelLimit": 320},
            "bar": {"color": BLUE},
            "text": {"font": FONT, "fontSize": 12, "color": INK},
            "range": {"category": PALETTE},
            "legend": {"labelFontSize": 12, "titleFontSize": 12},
        },
    }  # fmt: skip


def picture(chart: Any, alt_text: str | None = None) -> str:
    """HTML of a chart as an SVG picture with its alt text; shows without JavaScript and without internet.

    `chart` is an Altair chart or its Vega-Lite spec (dict). The alt text is `alt_text`, else the chart's description.
    """
    spec = chart if isinstance(chart, dict) else chart.to_dict()
    import vl_convert  # 30 MB that only drawing needs: importing the charts does not wait for it

    svg = vl_convert.vegalite_to_svg(spec)
    text = alt_text or spec.get("description") or "Chart without a description: set it with chart.properties(description=...)."
    data = base64.b64encode(svg.encode()).decode()
    return f'<img alt="{html.escape(text)}" style="max-width: 100%; height: auto" src="data:image/svg+xml;base64,{data}">'


def _render(spec: dict[str, Any], **_: Any) -> dict[str, str]:
    return {"text/html": picture(spec), "text/plain": spec.get("description", "Altair chart")}


alt.renderers.register("usjapan", _render)
# While a class is graded nobody looks: the specification is kept, and drawn when a feedback page is made.
alt.renderers.enable("mimetype" if os.environ.get("NBGRADER_EXECUTION") == "autograde" else "usjapan")


def inline(rows: list[dict[str, Any]]) -> alt.InlineData:
    """Rows as the data of a chart that a widget draws again at every move; each encoding must name its type.

    As JSON text: Altair checks a frame's values one by one, which takes longer than all else in such a chart.
    """
    return alt.InlineData(values=json.dumps(rows), format=alt.JsonDataFormat(type="json"))


def title(finding: str, measure: str | list[str]) -> alt.TitleParams:
    """Title that states the finding, over a line that says what is measured and where it comes from."""
    return alt.TitleParams(finding, subtitle=measure)
