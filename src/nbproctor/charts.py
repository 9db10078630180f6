"""Altair's charts as plain data: their Vega-Lite specification."""

from __future__ import annotations

import json
import sys
from typing import Any

from nbproctor.plain import Decoder, Encoder, Kinds, NotPlain

CLASSES = ("Chart", "LayerChart", "HConcatChart", "VConcatChart", "ConcatChart", "FacetChart", "RepeatChart")


def _chart(encoder: Encoder, value: Any) -> list[str]:
    chart, spec = encoder.shown
    kind = next((name for name in CLASSES if isinstance(value, getattr(_altair(), name))), "Chart")
    try:
        # Text: a chart holds its table as a dictionary a row, which takes as long to walk as to work out.
        return [kind, json.dumps(spec if value is chart else value.to_dict())]
    except TypeError:
        raise NotPlain("it is a chart of data that is no JSON") from None


class ChartSpec(dict[str, Any]):
    """A chart as its Vega-Lite spec: a dict that is asked as an Altair chart is, by attributes and `to_dict()`.

    What the specification does not hold is Altair's `Undefined`; a test that asks whether it is Altair's own finds that it is.
    """

    kind = ""

    def to_dict(self, *_: Any, **__: Any) -> dict[str, Any]:
        """The spec, a new copy each time."""
        return dict(json.loads(json.dumps(self)))  # a tenth of the time of `copy.deepcopy`

    def to_json(self, *_: Any, **__: Any) -> str:
        """The spec as text."""
        return json.dumps(self, indent=2)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = self[name] if name in self else getattr(_altair(), "Undefined", None)
        return ChartSpec(value) if isinstance(value, dict) else value

    @property  # type: ignore[misc]
    def __class__(self) -> Any:
        return getattr(_altair(), self.kind, ChartSpec)


def _altair() -> Any:
    return sys.modules.get("altair")


def _read_chart(_: Decoder, body: Any) -> ChartSpec:
    kind, text = body
    chart = ChartSpec(json.loads(text))
    chart.kind = kind if kind in CLASSES else ""
    return chart


KINDS: Kinds = ((lambda v: isinstance(v, _altair().TopLevelMixin), "chart", _chart, _read_chart),)
