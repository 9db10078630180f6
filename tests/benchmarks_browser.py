"""How fast the widgets are in the browser: `python tests/benchmarks_browser.py [LESSON ...]`, such as 03 06.

First paint is the time from Shift+Enter on a widget's cell until its chart stands on the page; an answer is the time from a key
in a control until the chart or page and the words below it have changed and been painted. Every control is moved through its
values. The aims are 2 s and 100 ms (the 95th percentile); this prints, it does not judge: other work on the machine counts too.
"""

from __future__ import annotations

import math
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from lab import Lab, run_all, running
from playwright.sync_api import Locator, Page

# Watches a widget: the time of the last key in it, and of the first frame after its last change.
WATCH = """widget => {
    const seen = window.seen = { key: 0, painted: 0 };
    widget.addEventListener("keydown", () => { seen.key = performance.now(); seen.painted = 0; }, true);
    new MutationObserver(changes => {
        const shown = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest(".usjapan-figure, .widget-html");
        if (changes.some(change => shown(change.target)))
            requestAnimationFrame(() => setTimeout(() => { seen.painted = performance.now(); }));
    }).observe(widget, { childList: true, subtree: true, characterData: true });
}"""
PAINT = """() => new Promise(done => {
    const start = performance.now();
    const look = () => {
        const shown = document.querySelector(".usjapan-widget:not([data-old]) :is(.usjapan-figure svg, .widget-html table, .widget-html p)");
        shown?.getBoundingClientRect().height > 10 ? done(performance.now() - start) : requestAnimationFrame(look);
    };
    addEventListener("keydown", () => look(), { once: true, capture: true });
})"""


def first_paint(page: Page, widget: Locator) -> float:
    cell = page.locator(".jp-CodeCell", has=widget)
    cell.locator(".jp-InputPrompt").first.click()
    widget.evaluate("e => e.dataset.old = true")
    page.evaluate(f"window.paint = ({PAINT})(); 0")
    page.keyboard.press("Shift+Enter")
    return float(page.evaluate("window.paint"))


def answers(page: Page, widget: Locator) -> list[float]:
    widget.evaluate(WATCH)
    times: list[float] = []

    def press(key: str) -> None:
        page.keyboard.press(key)
        page.wait_for_timeout(400)
        key_at, painted = page.evaluate("[seen.key, seen.painted]")
        if painted > key_at:  # a move that changes nothing, at the end of a list, has no answer
            times.append(painted - key_at)

    for control in widget.locator("select, input").all():
        control.focus()
        kind = control.evaluate("e => e.type")
        if kind == "text":
            page.keyboard.type("alliance")
            press("Enter")
            page.keyboard.press("Control+a")
            page.keyboard.press("Delete")
            press("Enter")
        elif kind == "checkbox":
            press("Space")
            press("Space")
        elif kind == "range":
            for key in ["ArrowLeft"] * 6 + ["ArrowRight"] * 8:
                press(key)
        else:
            number = control.evaluate("e => e.options.length")
            start = control.evaluate("e => e.selectedIndex")
            for key in ["ArrowDown"] * (number - 1 - start) + ["ArrowUp"] * (number - 1):
                press(key)
            for _ in range(start):
                page.keyboard.press("ArrowDown")
            page.wait_for_timeout(400)
    return times


def p95(times: list[float]) -> float:
    return sorted(times)[math.ceil(0.95 * len(times)) - 1]


def measure(lab: Lab, name: str) -> None:
    page = lab.open(name)
    run_all(page)
    widget = page.locator(".usjapan-widget").first
    widget.locator(".usjapan-figure svg, .widget-html").first.wait_for(state="attached")
    title = widget.locator("strong").first.inner_text()
    paints = [first_paint(page, page.locator(".usjapan-widget").first) for _ in range(5)]
    page.wait_for_timeout(1000)
    times = answers(page, page.locator(".usjapan-widget").first)
    print(
        f"{name[:2]} {title:28} first paint {statistics.median(paints):5.0f} ms (worst of {len(paints)}: {max(paints):.0f}); "
        f"{len(times)} answers, median {statistics.median(times):4.0f} ms, p95 {p95(times):4.0f} ms",
        flush=True,
    )
    page.context.close()


def main() -> None:
    program = shutil.which("chromium") or shutil.which("google-chrome") or sys.exit("No Chromium found.")
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "lessons", program) as lab:
        for path in sorted(lab.work.glob("*.ipynb")):
            if not sys.argv[1:] or path.name[:2] in sys.argv[1:]:
                measure(lab, path.name)


if __name__ == "__main__":
    main()
