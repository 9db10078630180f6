"""Lessons as web pages: every chart without a kernel and without internet."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT, usjapan
from lab import OFFLINE, barriers, sideways
from playwright.sync_api import sync_playwright

LESSONS = sorted(path.stem for path in (ROOT / "lessons").glob("*.ipynb"))


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "pages"
    done = usjapan("export", folder)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert f"{len(LESSONS)} pages in" in done.stdout
    return folder


def test_a_page_holds_all_that_it_shows(pages):
    for name in LESSONS:
        text = (pages / f"{name}.html").read_text(encoding="utf-8")
        assert "<script" not in text and "<link" not in text and "@import" not in text
        assert text.count("moves in the lab") == 1
        assert "widget-view" not in text and "object at 0x" not in text
        assert "output_error" not in text


def test_an_unknown_lesson_is_named(tmp_path):
    done = usjapan("export", tmp_path / "pages", "--lesson", "99")
    assert done.returncode == 2
    assert "There is no lesson '99'" in done.stderr


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    done = usjapan("export", tmp_path / "taken", "--lesson", "00")
    assert done.returncode == 2
    assert "taken" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.browser
def test_the_pages_show_every_chart_offline_and_fit_their_window(pages, browser_program):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_program, args=OFFLINE)
        page = browser.new_page()
        failed: list[str] = []
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("requestfailed", lambda request: failed.append(request.url))
        for name in [*LESSONS, "index"]:
            page.goto((pages / f"{name}.html").as_uri())
            sizes = page.evaluate("[...document.images].map(e => e.complete ? e.naturalWidth : 0)")
            assert all(size > 100 for size in sizes)
            assert name == "index" or sizes
            for width in (1280, 800, 640):
                page.set_viewport_size({"width": width, "height": 900})
                assert sideways(page) == [], (name, width)
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (name, width)
            assert barriers(page) == [], name
        page.get_by_role("link", name="Start here").click()
        page.get_by_role("link", name="Next lesson").click()
        assert page.url.endswith("01-reading-as-data.html")
        browser.close()
    assert failed == []
    assert all(url.startswith(("file:", "data:")) for url in asked)
