"""A slider of the browser's own: its label names it for a screen reader, which ipywidgets' sliders leave out."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

_RENDER = """
function render({ model, el }) {
    const id = `usjapan-slider-${Math.random().toString(36).slice(2)}`;
    const label = document.createElement("label");
    const input = document.createElement("input");
    const output = document.createElement("output");
    label.htmlFor = input.id = id;
    label.textContent = model.get("description");
    input.type = "range";
    output.htmlFor = id;
    el.classList.add("usjapan-slider");
    const places = (String(model.get("step")).split(".")[1] ?? "").length;
    const say = () => { output.textContent = input.valueAsNumber.toFixed(places); };
    const take = () => {
        for (const name of ["min", "max", "step", "value"]) input[name] = model.get(name);
        say();
    };
    input.addEventListener("input", say);
    input.addEventListener("change", () => {
        model.set("value", input.valueAsNumber);
        model.save_changes();
    });
    model.on("change:value", take);
    take();
    el.replaceChildren(label, input, output);
}
export default { render };
"""

# As wide as the dropdowns above and below it.
_LOOK = """
.usjapan-slider { display: flex; align-items: center; gap: 4px; width: min(32em, 95%); min-height: 28px; margin: 2px; }
.usjapan-slider label { flex: none; width: 7em; text-align: right; margin-right: 4px; }
.usjapan-slider input { flex: 1; min-width: 4em; accent-color: #0072b2; }
.usjapan-slider output { flex: none; min-width: 3em; text-align: right; }
"""


class Slider(anywidget.AnyWidget):
    """Slider from `min` to `max`; `value` changes when a key or the mouse is let go."""

    _esm, _css = _RENDER, _LOOK
    value = traitlets.Union([traitlets.Int(), traitlets.Float()]).tag(sync=True)
    min = traitlets.Union([traitlets.Int(), traitlets.Float()]).tag(sync=True)
    max = traitlets.Union([traitlets.Int(), traitlets.Float()]).tag(sync=True)
    step = traitlets.Union([traitlets.Int(), traitlets.Float()]).tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)

    def __init__(self, description: str, value: float, low: float, high: float, step: float = 1) -> None:
        super().__init__(description=description, min=low, max=high, step=step, value=value)

    @traitlets.validate("value")
    def _inside(self, proposal: Any) -> Any:
        return min(max(proposal["value"], self.min), self.max)
