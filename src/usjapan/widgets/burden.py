"""Burden calculator."""

from __future__ import annotations

from typing import Any

import ipywidgets as ipw

from usjapan import charts
from usjapan.charts.burden import SHARE, YEN_PER_DOLLAR
from usjapan.widgets.panel import STYLE, WIDE, panel
from usjapan.widgets.slider import Slider


def burden_calculator() -> ipw.VBox:
    """What a share of GDP comes to, with controls for the GDP it is a share of, the share and the exchange rate.

    The figures at the start: the ministry's GDP of fiscal 2022 and 2 percent (context DS35), and an exchange rate that is an
    assumption. Twin: `charts.burden(share, basis, yen_per_dollar)`.
    """
    bases = charts.gdp_bases()
    options = [
        (f"{label}: {gdp:.0f}", name) for name, label, gdp in zip(bases.index, bases["label"], bases["gdp"], strict=True)
    ]
    controls: dict[str, Any] = {
        "basis": ipw.Dropdown(options=options, value=bases.index[0], description="GDP, tn yen", layout=WIDE, style=STYLE),
        "share": Slider("Percent", SHARE, 1.0, 5.0, 0.1),
        "yen_per_dollar": Slider("Yen per $", int(YEN_PER_DOLLAR), 100, 180, 5),
    }

    def draw(basis: str, share: float, yen_per_dollar: int) -> tuple[Any, str]:
        chosen = (share, basis, float(yen_per_dollar), bases)
        chart: Any = charts.burden(*chosen)
        return chart, chart.description

    return panel("Burden calculator", controls, draw)
