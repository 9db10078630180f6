"""The title of a widget, which also leaves the keys of its controls to the controls."""

from __future__ import annotations

import anywidget
import traitlets

# JupyterLab takes plain arrow keys, J and K as moves between cells even where a control has the focus. It leaves alone an
# element with this attribute; keys with Ctrl, Alt or Cmd stay the notebook's.
_RENDER = """
const guard = (event) => {
    const target = event.target;
    if (target instanceof Element && target.closest(".usjapan-widget")) {
        target.toggleAttribute("data-lm-suppress-shortcuts", !(event.ctrlKey || event.altKey || event.metaKey));
    }
};
function render({ model, el }) {
    if (!window.usjapanGuardsKeys) {
        window.usjapanGuardsKeys = true;
        window.addEventListener("keydown", guard, true);
    }
    const title = document.createElement("strong");
    title.textContent = model.get("title");
    el.replaceChildren(title);
}
export default { render };
"""


class Heading(anywidget.AnyWidget):
    """The title of a widget."""

    _esm = _RENDER
    title = traitlets.Unicode().tag(sync=True)

    def __init__(self, title: str) -> None:
        super().__init__(title=title)
