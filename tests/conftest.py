"""Fixtures, and the rule that nothing may be skipped where `USJAPAN_NO_SKIPS` is set."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from usjapan.course import Course

ROOT = Path(__file__).resolve().parent.parent
_skipped: list[str] = []
os.environ.pop("USJAPAN_COURSE_SECRET", None)  # whoever runs the tests may grade a real course in the same shell


# Files in the order in which they begin where several run side by side: the longest first, so that no core is idle at the end.
SLOW = ["demo", "hostile", "resume", "lab", "assignments", "stable_marks", "equal_to_stock", "marks_table", "mutants", "export",
        "lessons", "cluster", "precheck", "formgrader", "command_line", "install"]  # fmt: skip


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    order = {f"test_{name}": place for place, name in enumerate(SLOW)}
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: order.get(item.path.stem, len(order)))
    else:  # quick tests first, so that a slip in the data shows before a class is graded and the browser started
        items.sort(key=lambda item: -order.get(item.path.stem, len(order)))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped:
        _skipped.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if os.environ.get("USJAPAN_NO_SKIPS") and _skipped and exitstatus == 0:
        session.exitstatus = 1


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if os.environ.get("USJAPAN_NO_SKIPS") and _skipped:
        terminalreporter.write_line(f"USJAPAN_NO_SKIPS is set, but these were skipped: {', '.join(_skipped)}", red=True)


@pytest.fixture(scope="session")
def reports_folder() -> Path:
    """Folder of the report texts, which are not part of this project."""
    named = os.environ.get("USJAPAN_REPORTS")
    if not named:
        pytest.skip("set USJAPAN_REPORTS to the folder of the report texts to compare the data with them")
    folder = Path(named)
    assert folder.is_dir(), f"USJAPAN_REPORTS names {folder}, which is not a folder"
    return folder


@pytest.fixture(scope="session")
def browser_program() -> str:
    """Program of a Chromium browser."""
    for name in (
        os.environ.get("USJAPAN_BROWSER", ""),
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ):
        if name and shutil.which(name):
            return str(shutil.which(name))
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        if Path(playwright.chromium.executable_path).exists():
            return playwright.chromium.executable_path
    pytest.skip("no Chromium found: install one or let USJAPAN_BROWSER name its program")


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course folder in which every assignment is released."""
    root = tmp_path_factory.mktemp("released") / "course"
    shutil.copytree(ROOT / "assignments" / "source", root / "source")
    shutil.copy(ROOT / "assignments" / "nbgrader_config.py", root)
    made = Course(root)
    for assignment in made.assignments():
        made.release(assignment)
    return made


def usjapan(*arguments: object, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user would, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "usjapan", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
