"""Lessons in real JupyterLab and a real headless Chromium with the network off."""

from __future__ import annotations

from pathlib import Path

import pytest
from lab import Lab, error_outputs, run_all, running

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
    assert page.locator(".jp-mod-current.lm-TabBar-tab", has_text="00-start-here").count()
    page.wait_for_timeout(3000)  # the prompt, where it is not turned off, comes within a second or two
    assert page.locator(".Toastify__toast, .jp-Dialog").count() == 0
    page.close()


def test_lesson_02_runs_and_its_widget_moves_offline(lab: Lab):
    page = lab.open("02-spring-2024.ipynb")
    run_all(page)
    assert error_outputs(page) == []
    pictures = page.locator(".jp-OutputArea-output img[src^='data:image/svg']")
    assert pictures.count() >= 1
    assert all(picture.evaluate("e => e.complete && e.naturalWidth > 100") for picture in pictures.all())

    widget = page.locator(".usjapan-widget").first
    widget.scroll_into_view_if_needed()
    figure = widget.locator(".vega-embed svg, .vega-embed canvas").first
    figure.wait_for(timeout=30_000)
    before = figure.screenshot()
    words = widget.locator(".usjapan-summary").inner_text()
    widget.locator("select").first.select_option(label="All reports")
    page.wait_for_function(
        "old => document.querySelector('.usjapan-widget .usjapan-summary').innerText !== old", arg=words, timeout=10_000
    )
    page.wait_for_timeout(500)
    after = widget.locator(".vega-embed svg, .vega-embed canvas").first.screenshot()
    assert after != before, "the chart changes with the move"
    shot(page, "lesson-02-widget")
    assert lab.problems == []
    page.close()


def test_saving_in_the_lab_writes_to_the_students_copy(lab: Lab):
    page = lab.open("00-start-here.ipynb")
    before = (lab.work / "00-start-here.ipynb").read_text(encoding="utf-8")
    run_all(page)
    page.keyboard.press("Control+s")
    page.wait_for_function("() => !document.querySelector('.jp-mod-current.jp-mod-dirty')")
    page.wait_for_timeout(1000)
    assert (lab.work / "00-start-here.ipynb").read_text(encoding="utf-8") != before
    page.close()
