"""Lessons in real JupyterLab and a real headless Chromium with the network off."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT
from lab import Lab, barriers, error_outputs, run_all, running, sideways
from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def lab(tmp_path_factory, browser_program):
    with running(tmp_path_factory.mktemp("student") / "my-lessons", browser_program) as started:
        yield started


def shot(page, name: str) -> None:
    folder = Path("test-artifacts")
    folder.mkdir(exist_ok=True)
    page.screenshot(path=folder / f"{name}.png")


def test_the_lab_opens_on_lesson_00_without_a_news_prompt(lab: Lab):
    page = lab.browser.new_page()
    page.goto(f"{lab.address}/lab?token={lab.token}")
    page.goto(f"{lab.address}/?token={lab.token}")
    page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=90_000)
    page.locator(".jp-mod-current.lm-TabBar-tab", has_text="00-start-here").wait_for(timeout=30_000)
    page.wait_for_timeout(3000)  # the prompt, where it is not turned off, comes within a second or two
    assert page.locator(".Toastify__toast, .jp-Dialog").count() == 0
    page.close()


OURS = (".jp-RenderedMarkdown", ".jp-OutputArea-output")
CONTROLS = ".usjapan-widget select, .usjapan-widget input, .usjapan-widget button"
# What a widget shows, in words: the figure's text and the sentence below it.
SHOWN = """widget => [
    [...widget.querySelectorAll(".usjapan-figure svg, .widget-html")].map(e => e.textContent + e.innerHTML.length).join("|"),
    widget.querySelector(".usjapan-summary")?.textContent ?? "",
]"""


@pytest.fixture(scope="module", params=[path.name for path in sorted((ROOT / "lessons").glob("*.ipynb"))], ids=lambda n: n[:2])
def lesson(request, lab: Lab):
    """A lesson in the lab, run from top to bottom; the file browser at its side is closed."""
    lab.problems.clear()
    page = lab.open(request.param)
    page.keyboard.press("Control+b")
    run_all(page)
    widget = page.locator(".usjapan-widget").first
    widget.locator(".usjapan-figure svg, .widget-html").first.wait_for(timeout=30_000, state="attached")
    yield page
    page.context.close()


def test_a_lesson_runs_without_an_error_or_a_failed_request(lesson: Page, lab: Lab):
    assert error_outputs(lesson) == []
    assert lab.problems == []


def test_every_picture_of_a_lesson_is_visible(lesson: Page):
    pictures = lesson.locator(".jp-OutputArea-output img")
    assert pictures.count() >= 1
    for picture in pictures.all():
        assert picture.evaluate("e => e.complete && e.naturalWidth > 100 && e.clientWidth > 100 && e.alt.length > 40")


def test_every_control_of_a_lesson_has_a_label(lesson: Page):
    names = lesson.locator(CONTROLS).evaluate_all(
        "all => all.map(e => (e.labels?.[0]?.textContent || e.getAttribute('aria-label') || e.textContent).trim())"
    )
    assert names and all(names)


def test_every_widget_of_a_lesson_answers_to_the_keyboard_alone(lesson: Page):
    for widget in lesson.locator(".usjapan-widget").all():
        if widget.get_by_role("button", name="Next claim").count():
            _code_claims(lesson, widget)
        else:
            _move_each_control(lesson, widget)


def _move_each_control(page: Page, widget: Locator) -> None:
    controls = widget.locator("select, input").all()
    controls[0].focus()
    sentences = set()
    for control in controls:
        assert control.evaluate("e => e === document.activeElement"), "Tab leads from one control to the next"
        there, back = _keys(control)
        start = widget.evaluate(SHOWN)
        for key in there:
            page.keyboard.press(key)
        _await_change(page, widget, start[0])
        sentences |= {start[1], widget.evaluate(SHOWN)[1]}
        assert control.evaluate("e => e === document.activeElement"), "a move leaves the focus where it is"
        moved = widget.evaluate(SHOWN)
        for key in back:
            page.keyboard.press(key)
        _await_change(page, widget, moved[0])
        page.keyboard.press("Tab")
    assert len(sentences) > 1, "the words change with the chart"


def _keys(control: Locator) -> tuple[list[str], list[str]]:
    """Keys that move a control, and those that bring it back."""
    kind = control.evaluate("e => e.tagName + ' ' + (e.type ?? '')")
    if kind == "INPUT checkbox":
        return ["Space"], ["Space"]
    if kind == "INPUT text":
        return [*"alliance", "Enter"], ["Control+a", "Delete", "Enter"]
    if kind == "INPUT range":
        # Far enough that a span of years leaves out an event, whichever end it is.
        far = control.evaluate("e => Math.min(3, Math.floor((e.max - e.min) / e.step))")
        first = control.evaluate("e => e.valueAsNumber < (Number(e.min) + Number(e.max)) / 2")
        return (["ArrowRight"] * far, ["ArrowLeft"] * far) if first else (["ArrowLeft"] * far, ["ArrowRight"] * far)
    last = control.evaluate("e => e.selectedIndex === e.options.length - 1")
    return (["ArrowUp"], ["ArrowDown"]) if last else (["ArrowDown"], ["ArrowUp"])


def _await_change(page: Page, widget: Locator, before: str) -> None:
    page.wait_for_function(
        f"([widget, before]) => ({SHOWN})(widget)[0] !== before", arg=[widget.element_handle(), before], timeout=10_000
    )
    # A move may draw twice, as a filter changes the rows on offer: the last one counts.
    page.wait_for_timeout(150)


def _code_claims(page: Page, widget: Locator) -> None:
    code = widget.locator("select")
    code.focus()
    for step in range(1, 11):
        page.keyboard.press("ArrowDown")
        widget.get_by_text(f"{step} coded").wait_for()
        if step < 10:
            page.keyboard.press("Tab")
            while page.evaluate("document.activeElement.textContent.trim()") != "Next claim":
                page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            widget.get_by_text(f"Claim {step + 1} of 10").wait_for()
            while not code.evaluate("e => e === document.activeElement"):
                page.keyboard.press("Shift+Tab")
    while page.evaluate("document.activeElement.textContent.trim()") != "Show agreement":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    widget.locator(".usjapan-summary").wait_for()
    widget.locator(".usjapan-figure svg").wait_for()


def test_a_lesson_puts_no_barrier_before_a_reader(lesson: Page):
    assert barriers(lesson, *OURS) == []


@pytest.mark.parametrize("width", [1280, 800, 640])  # the last is 1280 at a zoom of 200 percent
def test_a_lesson_fits_its_window(lesson: Page, width: int):
    lesson.set_viewport_size({"width": width, "height": 900})
    lesson.wait_for_timeout(500)
    assert sideways(lesson) == []
    widget = lesson.locator(".usjapan-widget").first
    widget.scroll_into_view_if_needed()
    shot(lesson, f"widget-{lesson.locator('.jp-mod-current.lm-TabBar-tab').inner_text().strip()[:2]}-{width}")


def test_saving_in_the_lab_writes_to_the_students_copy(lab: Lab):
    page = lab.open("00-start-here.ipynb")
    before = (lab.work / "00-start-here.ipynb").read_text(encoding="utf-8")
    run_all(page)
    page.keyboard.press("Control+s")
    page.wait_for_function("() => !document.querySelector('.jp-mod-current.jp-mod-dirty')")
    page.wait_for_timeout(1000)
    assert (lab.work / "00-start-here.ipynb").read_text(encoding="utf-8") != before
    page.close()
