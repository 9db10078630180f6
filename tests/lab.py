"""JupyterLab as a student starts it, and a headless Chromium without the network that opens its lessons."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, sync_playwright

# No background traffic of the browser's own, and no name but the local one resolves: the network is off.
OFFLINE = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@dataclass
class Lab:
    """A running JupyterLab and the browser in front of it."""

    address: str
    token: str
    work: Path
    browser: Browser
    output: Path
    problems: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def open(self, lesson: str, width: int = 1280, height: int = 900) -> Page:
        """Open a lesson in a new page; failed requests and errors of its scripts are gathered in `problems`."""
        page = self.browser.new_context(viewport={"width": width, "height": height}).new_page()
        page.on("requestfailed", lambda request: self._note(f"{request.url}: {request.failure}"))
        page.on("response", lambda answer: answer.status >= 400 and self._note(f"{answer.url}: {answer.status}"))
        page.on("pageerror", lambda error: self._note(str(error)))
        page.add_locator_handler(page.locator(".jp-Dialog"), self._accept)
        page.goto(f"{self.address}/lab/tree/{lesson}?token={self.token}&reset")
        page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=90_000)
        page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status='idle']", timeout=90_000, state="attached")
        return page

    def _accept(self, dialog: Locator) -> None:
        """Press what a student would press; a question that no student should meet is a problem."""
        words = " ".join(dialog.first.inner_text().split())
        # A kernel whose port another program took first ends at its start; the lab begins another and says so.
        if not words.startswith("Kernel Restarting") or words in self.said:
            self._note(f"the lab asks: {words}")
        self.said.append(words)
        dialog.first.locator("button.jp-mod-accept").click()

    def _note(self, problem: str) -> None:
        # Leaving a page aborts its open requests; that is no failure.
        if "ERR_ABORTED" not in problem:
            self.problems.append(problem)


def run_all(page: Page, timeout: float = 120) -> None:
    """Run every cell and wait until the last has its number."""
    code = page.locator(".jp-Notebook .jp-CodeCell .jp-InputPrompt")
    end = time.monotonic() + timeout
    prompts: list[str] = []
    asked = 0.0
    while time.monotonic() < end:
        # On a busy machine a request may come before the kernel takes any, or be lost while it connects.
        if time.monotonic() - asked > 10 and not any("*" in prompt for prompt in prompts):
            page.click(".jp-Notebook", position={"x": 5, "y": 5})
            page.keyboard.press("Escape")
            page.locator(".lm-MenuBar-itemLabel", has_text="Run").first.click()
            page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click()
            asked = time.monotonic()
        prompts = [text.strip() for text in code.all_inner_texts()]
        if prompts and all(re.fullmatch(r"\[\d+\]:", prompt) for prompt in prompts):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"cells did not finish within {timeout} s: {prompts}")


def barriers(page: Page, *parts: str) -> list[str]:
    """What axe-core finds serious or critical in these parts of the page (all of it if none is named), a line each."""
    context = {"include": [[part] for part in parts]} if parts else None
    found = Axe().run(page, context=context).response["violations"]
    return [
        f"{rule['id']}: {rule['help']} ({node['target']}, {node['html'][:120]})"
        for rule in found
        if rule["impact"] in {"serious", "critical"}
        for node in rule["nodes"]
    ]


def sideways(page: Page) -> list[str]:
    """What is wider than its place: the page, a picture or chart, or an output or line of code that has to be scrolled sideways.

    A table, which reads in both directions, may scroll in its frame where a window of 1280 pixels is zoomed to 200 percent.
    """
    found: list[str] = page.evaluate("""() => {
        const found = [];
        const wide = (e) => e.scrollWidth > e.clientWidth + 1;
        const name = (e) => `${e.className || e.tagName}: ${e.scrollWidth} in ${e.clientWidth}, ${e.innerText.slice(0, 60)}`;
        for (const e of document.querySelectorAll("main, .jp-WindowedPanel-outer, .jp-RenderedMarkdown, .jp-OutputArea-output, .output_area, .usjapan-widget, .usjapan-figure, .usjapan-table, .cm-scroller"))
            if (wide(e) && !(innerWidth <= 640 && e.matches(".usjapan-table"))) found.push(name(e));
        const shell = document.querySelector(".jp-WindowedPanel-outer") ?? document.documentElement;
        const edge = shell.getBoundingClientRect().left + shell.clientWidth;
        for (const e of document.querySelectorAll(".jp-OutputArea-output img, .output_area img, .usjapan-figure svg"))
            if (e.getBoundingClientRect().right > edge + 1) found.push(`picture beyond the edge: ${(e.alt ?? "").slice(0, 60)}`);
        return found;
    }""")
    return found


def error_outputs(page: Page) -> list[str]:
    """Text of every red error output."""
    return page.locator(
        ".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr'], .jp-RenderedText[data-mime-type*='error']"
    ).all_inner_texts()


@contextmanager
def running(work: Path, program: str, lesson: str = "00") -> Iterator[Lab]:
    """Start `usjapan lab` as a student would, without opening a window, and a browser; stop both at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    output = work.parent / "lab.log"
    command = [sys.executable, "-m", "usjapan", "lab", str(work), "--no-browser", "--port", str(port), "--lesson", lesson]
    with output.open("w") as log:
        process = subprocess.Popen(
            command, stdout=log, stderr=subprocess.STDOUT, env={**os.environ, "PYTHONUNBUFFERED": "1"}, start_new_session=True
        )
    try:
        token = _token(output, process)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=OFFLINE)
            yield Lab(f"http://127.0.0.1:{port}", token, work, browser, output)
            browser.close()
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)  # the lab and its kernels are one process group
        process.wait(timeout=30)


def _token(output: Path, process: subprocess.Popen[bytes]) -> str:
    end = time.monotonic() + 90
    while time.monotonic() < end:
        found = re.search(r"\?token=([0-9a-f]+)", output.read_text())
        if found:
            return found[1]
        assert process.poll() is None, output.read_text()
        time.sleep(0.1)
    raise AssertionError(f"JupyterLab printed no address within 90 s:\n{output.read_text()}")
