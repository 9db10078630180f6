"""The formgrader page as an instructor clicks through it: autograde, a mark by hand, feedback; Chromium has no network."""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from lab import OFFLINE
from nbgrader.api import Gradebook
from playwright.sync_api import Locator, Page, expect, sync_playwright
from small_course import ASSIGNMENT, HALF, NAME, STUDENTS, TWICE, answered, hand_in, released

from nbproctor.feedback import POLICY
from usjapan.course import Course

pytestmark = pytest.mark.browser

HIDDEN = "twice(50)"
SCRIPT = "<img src=x onerror='window.taken = 1'> See."
MATHJAX = "https://cdnjs.cloudflare.com/ajax/libs/mathjax/"  # nbgrader's own page asks for it, and does without
SLOW = 90_000  # milliseconds; a busy machine takes its time, an idle one a second


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """A course with this course's own configuration; one student is honest, one reads, one writes what is not theirs."""
    root = tmp_path_factory.mktemp("clicked") / "course"
    released(root, config=(ROOT / "assignments" / "nbgrader_config.py").read_text(encoding="utf-8"))
    reads = f"print(open({str(root / 'source' / ASSIGNMENT / NAME)!r}).read())\n" + TWICE
    writes = f"open({str(root / 'gradebook.db')!r}, 'wb')\n" + TWICE
    shows = f"from IPython.display import HTML\n{HALF}HTML({SCRIPT!r})\n"
    hand_in(root, "honest", STUDENTS["anna"])
    hand_in(root, "reads", lambda release: _without_setup(answered(release, twice=reads, half=shows, written=SCRIPT)))
    hand_in(root, "writes", lambda release: json.dumps(answered(release, twice=writes)).encode())
    return root


def _without_setup(notebook: dict[str, Any]) -> bytes:
    return json.dumps({**notebook, "cells": notebook["cells"][1:]}).encode()


@pytest.fixture(scope="module")
def wrong() -> list[str]:
    """Errors of the pages, and what they asked of other hosts beyond what they can do without."""
    return []


@pytest.fixture(scope="module")
def page(root: Path, browser_program: str, wrong: list[str]) -> Iterator[Page]:
    """A browser in front of a Jupyter server that was started in the course folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    token, home = secrets.token_hex(), f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root", "--port", str(port)]
    log = root.parent / "server.log"
    environment = {
        **os.environ,
        "JUPYTER_TOKEN": token,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    with log.open("w") as output:
        server = subprocess.Popen(
            command, cwd=root, env=environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        _await(port, server, log)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=browser_program, args=OFFLINE)
            page = browser.new_context(base_url=home, viewport={"width": 1280, "height": 900}).new_page()
            page.set_default_timeout(SLOW)
            page.on("pageerror", lambda error: wrong.append(str(error)))
            page.on(
                "request",
                lambda request: request.url.startswith((home, "data:", "file:", MATHJAX)) or wrong.append(request.url),
            )
            page.goto(f"/formgrader?token={token}")
            yield page
            browser.close()
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=60)


def _await(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + 90
    while time.monotonic() < end:
        assert server.poll() is None, log.read_text()
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(f"Jupyter took no connection within 90 s:\n{log.read_text()}")


def _row(page: Page, student: str) -> Locator:
    return page.locator("#main-table tr").filter(has=page.locator(".student-id", has_text=student))


def _click(page: Page, student: str, button: str) -> None:
    """Click a student's button among the assignment's submissions, read that it is done, and close the message."""
    page.goto(f"/formgrader/manage_submissions/{ASSIGNMENT}")
    _row(page, student).locator(f".{button} a").click()
    said = page.locator(".modal.in")
    expect(said.locator(".modal-title")).to_have_text("Success", timeout=SLOW)
    said.locator(".modal-footer button").click()
    expect(page.locator(".modal")).to_have_count(0, timeout=SLOW)


@pytest.fixture(scope="module")
def graded(root: Path, page: Page) -> Path:
    for student in ("honest", "reads", "writes"):
        _click(page, student, "autograde")
    return root


def _open(page: Page, root: Path, student: str) -> None:
    """A student's submission in the view where marks are given."""
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        number = book.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, student).id
    page.goto(f"/formgrader/gradebook/{ASSIGNMENT}/{ASSIGNMENT}")
    page.locator(f"#main-table a[href*='{number}']").first.click()
    page.wait_for_function("() => window.formgrader?.grades?.loaded && formgrader.comments?.loaded")


def test_the_autograde_button_gives_the_marks_of_the_engine(graded: Path, page: Page):
    with Gradebook(f"sqlite:///{graded / 'gradebook.db'}") as book:
        marks = {
            student: {g.name: g.auto_score for n in book.find_submission(ASSIGNMENT, student).notebooks for g in n.grades}
            for student in ("honest", "reads", "writes")
        }
    assert marks["honest"] == {"test-twice": 2, "test-half": 3, "written": None}
    # What they reached for stops the cell before it defines the function; the other exercise counts.
    assert marks["reads"] == marks["writes"] == {"test-twice": 0, "test-half": 3, "written": None}
    page.goto(f"/formgrader/manage_submissions/{ASSIGNMENT}")
    for student, score in (("honest", "5 / 9"), ("reads", "3 / 9"), ("writes", "3 / 9")):
        expect(_row(page, student).locator(".score")).to_have_text(score)
        expect(_row(page, student).locator(".status")).to_have_text("needs manual grading")


@pytest.mark.parametrize("student", ["reads", "writes"])
def test_the_grading_view_shows_what_was_refused_and_runs_nothing_of_it(graded: Path, page: Page, student: str, wrong):
    _open(page, graded, student)
    page.wait_for_function("() => formgrader.loaded && MathJax.loaded")  # to its end: the keys work
    assert wrong == []
    expect(page.locator(".output_error")).to_contain_text(["PermissionError"])
    assert page.evaluate("window.taken") is None


def test_what_was_repaired_is_in_the_report_and_on_the_page(graded: Path, page: Page):
    notes = {row.student: row.notes for row in Course(graded).marks(ASSIGNMENT)}
    assert notes == {"honest": [], "reads": ["The locked cell 'setup' is missing; it was put back."], "writes": []}
    _click(page, "reads", "generate-feedback")
    text = (graded / "feedback" / "reads" / ASSIGNMENT / f"{ASSIGNMENT}.html").read_text(encoding="utf-8")
    assert "Notes of the grader" in text and "is missing; it was put back." in text


def test_a_mark_by_hand_reaches_the_gradebook_and_the_sealed_feedback(graded: Path, page: Page):
    for student in ("honest", "reads"):
        _open(page, graded, student)
        with page.expect_response(lambda answer: "/api/grade/" in answer.url and answer.request.method == "PUT"):
            page.locator("#written").fill("3")
            page.locator("#written").press("Tab")
        _click(page, student, "generate-feedback")
    for student, score in (("honest", "8 / 9"), ("reads", "6 / 9")):
        expect(_row(page, student).locator(".score")).to_have_text(score)
        expect(_row(page, student).locator(".status")).to_have_text("graded")
        path = graded / "feedback" / student / ASSIGNMENT / f"{ASSIGNMENT}.html"
        text = path.read_text(encoding="utf-8")
        assert POLICY in text and "<script" not in text.lower() and HIDDEN not in text
        page.goto(path.as_uri())
        expect(page.locator("body")).to_contain_text(f"(Score: {score.replace(' / ', '.0 / ')}.0)")
        assert HIDDEN not in page.locator("body").inner_text() and page.evaluate("window.taken") is None
        page.goto(f"/formgrader/manage_submissions/{ASSIGNMENT}")
