"""A chart that widgets draw anew at every move, in the browser and without internet."""

from __future__ import annotations

import hashlib
import os
from importlib.metadata import version
from pathlib import Path
from typing import Any

import anywidget
import traitlets
from altair.utils.schemapi import debug_mode

# The next chart is made out of sight and then takes the place of the last one: nothing flickers, and of two quick moves the
# later one stays. As SVG it keeps its edges when a reader zooms, and shrinks where the page is narrow.
_RENDER = """
async function render({ model, el }) {
    el.classList.add("usjapan-figure");
    let shown = null, turn = 0;
    const draw = async () => {
        const mine = ++turn;
        const spec = structuredClone(model.get("spec"));
        if (!spec || !Object.keys(spec).length) {
            el.replaceChildren();
            return;
        }
        const room = document.createElement("div");
        const made = await vegaEmbed(room, spec, { actions: false, renderer: "svg" });
        if (mine !== turn) {
            made.finalize();
            return;
        }
        const svg = room.querySelector("svg");
        svg.style.maxWidth = "100%";
        svg.style.height = "auto";
        el.replaceChildren(room);
        shown?.finalize();
        shown = made;
    };
    model.on("change:spec", draw);
    await draw();
    return () => shown?.finalize();
}
export default { render };
"""


def bundle() -> str:
    """The JavaScript above with Vega and all that it needs in one text; kept on disk, as making it takes over a second."""
    key = hashlib.sha256(f"{version('vl-convert-python')} {_RENDER}".encode()).hexdigest()[:16]
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "usjapan"
    path = folder / f"vega-{key}.js"
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        pass
    import vl_convert

    made = str(vl_convert.javascript_bundle(_RENDER))
    partial = path.with_suffix(f".{os.getpid()}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        partial.write_text(made, encoding="utf-8")
        partial.replace(path)  # moved, so that nobody reads half of it
    except OSError:
        pass  # where nothing may be written, the next session makes it again
    return made


def quick_spec(chart: Any) -> dict[str, Any]:
    """Vega-Lite spec of a chart, without the check against the schema that takes longer than all else.

    The charts of this package are checked where their pictures are tested.
    """
    with debug_mode(False):
        spec: dict[str, Any] = chart.to_dict(validate=False)
    return spec


class Figure(anywidget.AnyWidget):
    """Shows the chart last given to `show`; `chart` is that chart."""

    _esm = bundle()
    spec = traitlets.Dict().tag(sync=True)

    def __init__(self, chart: Any = None) -> None:
        super().__init__()
        self.chart: Any = None
        if chart is not None:
            self.show(chart)

    def show(self, chart: Any, spec: dict[str, Any] | None = None) -> None:
        """Show a chart; `spec` is its specification where that is known already."""
        self.chart = chart
        self.spec = quick_spec(chart) if spec is None else spec
