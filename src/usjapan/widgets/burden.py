"""Burden calculator."""

from __future__ import annotations

from typing import Any

import ipywidgets as ipw

from usjapan import charts
from usjapan.charts.burden import SHARE, YEN_PER_DOLLAR
from usjapan.widgets.panel import STYLE, WIDE, panel


def burden_calculator() -> ipw.VBox:
    """What a share of GDP comes to, with controls for the GDP it is a share of, the share and the exchange rate.

    The figures at the start: the ministry's GDP of fiscal 2022 and 2 percent (context DS35), and an exchange rate that is an
    assumption. Twin: `charts.burden(share, basis, yen_per_dollar)`.
    """
    bases = charts.gdp_bases()
    options = [
        (f"{label}: {gdp:.0f}", name) for name, label, gdp in zip(bases.index, bases["label"], bases["gdp"], strict=True)
    ]
    controls: dict[str, ipw.ValueWidget] = {
        "basis": ipw.Dropdown(options=options, value=bases.index[0], description="GDP (trn yen)", layout=WIDE, style=STYLE),
        "share": ipw.FloatSlider(
            value=SHARE,
            min=1.0,
            max=5.0,
            step=0.1,
            readout_format=".1f",
            description="Percent",
            continuous_update=False,
            layout=WIDE,
            style=STYLE,
        ),
        "yen_per_dollar": ipw.IntSlider(
            value=int(YEN_PER_DOLLAR),
            min=100,
            max=180,
            step=5,
            description="Yen per $",
            continuous_update=False,
            layout=WIDE,
            style=STYLE,
        ),
    }

    def draw(basis: str, share: float, yen_per_dollar: int) -> tuple[Any, str]:
        # The slider adds up tenths: 2.7 arrives as 2.7000000000000006.
        chosen = (round(share, 1), basis, float(yen_per_dollar), bases)
        return charts.burden(*chosen), charts.burden_text(*chosen)

    return panel("Burden calculator", controls, draw)
