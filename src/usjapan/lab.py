"""`usjapan lab`: JupyterLab on a working copy of the lessons."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import socket
import subprocess
import sys
import webbrowser
from dataclasses import dataclass
from pathlib import Path

from usjapan.failure import CommandError

FIRST_LESSON = "00-start-here.ipynb"
RECORD = ".usjapan-lessons.json"


def lessons_folder() -> Path:
    """Folder of the lessons as published: in the package, else in the checkout."""
    here = Path(__file__).resolve().parent
    for candidate in (here / "lessons", here.parent.parent / "lessons"):
        if (candidate / FIRST_LESSON).is_file():
            return candidate
    raise CommandError("The lessons are missing from this installation. Install usjapan again.")


@dataclass
class Copied:
    """What `copy_lessons` did, by file name."""

    new: list[str]
    updated: list[str]
    kept: list[str]


def copy_lessons(work: Path) -> Copied:
    """Bring the published lessons into `work` without touching a file that its owner changed.

    A file that is still as we once wrote it is replaced by a newer edition. A file that was changed stays; a newer edition is
    laid beside it as `NAME.new.ipynb`.
    """
    source = lessons_folder()
    work.mkdir(parents=True, exist_ok=True)
    record_path = work / RECORD
    try:
        record: dict[str, str] = json.loads(record_path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        record = {}
    done = Copied([], [], [])
    for path in sorted(source.glob("*.ipynb")):
        edition = _digest(path)
        target = work / path.name
        if not target.exists():
            shutil.copyfile(path, target)
            done.new.append(path.name)
        elif _digest(target) == edition:
            pass
        elif _digest(target) == record.get(path.name):
            shutil.copyfile(path, target)
            done.updated.append(path.name)
        elif record.get(path.name) != edition:
            beside = target.with_suffix(".new.ipynb")
            # The newer edition may have been worked in too: a copy that somebody changed is never written again.
            if not beside.exists() or _digest(beside) == record.get(beside.name):
                shutil.copyfile(path, beside)
                record[beside.name] = edition
            done.kept.append(path.name)
        record[path.name] = edition
    # Written beside and moved, so that a kill leaves the old record or the new one, never half of one.
    partial = record_path.with_suffix(".part")
    partial.write_text(json.dumps(record, indent=1), encoding="utf-8")
    partial.replace(record_path)
    return done


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def command(work: Path, lesson: str, port: int | None, browser: bool) -> tuple[list[str], dict[str, str]]:
    """Command line and environment that start JupyterLab on `lesson` in `work`, offline and without a news prompt."""
    arguments = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={work}",
        f"--LabApp.default_url=/lab/tree/{lesson}",
        "--ServerApp.ip=127.0.0.1",
    ]
    if port is not None:
        arguments += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    if not browser:
        arguments.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--allow-root")
    config = str(Path(__file__).resolve().parent / "jupyter_config")
    others = os.environ.get("JUPYTER_CONFIG_PATH")
    environment = {**os.environ, "JUPYTER_CONFIG_PATH": os.pathsep.join([config, *([others] if others else [])])}
    return arguments, environment


def find_lesson(number: str) -> str:
    """File name of a lesson by the start of its name: `02` or `02-spring-2024.ipynb`."""
    names = sorted(path.name for path in lessons_folder().glob("*.ipynb"))
    fitting = [name for name in names if name.startswith(number)]
    if len(fitting) != 1:
        raise CommandError(f"There is no lesson {number!r}. The lessons are: {', '.join(names)}.")
    return fitting[0]


def run(work: Path, lesson: str, port: int | None, browser: bool) -> int:
    """Copy the lessons and run JupyterLab until it is stopped; returns its exit code."""
    name = find_lesson(lesson)
    if port is not None:
        _require_free(port)
    if browser:
        _require_browser()
    if work.exists() and not work.is_dir():
        raise CommandError(f"{work} is a file. Name a folder for your copy of the lessons: usjapan lab FOLDER.")
    try:
        done = copy_lessons(work)
    except OSError as error:
        raise CommandError(
            f"The lessons cannot be copied to {work}: {error.strerror}. Name a folder that you may write: usjapan lab FOLDER."
        ) from None
    for label, names in (("Copied", done.new), ("Updated", done.updated)):
        if names:
            print(f"{label}: {', '.join(names)}")
    for kept in done.kept:
        print(f"Kept your {kept}; the newer edition lies beside it as {Path(kept).with_suffix('.new.ipynb')}")
    print(f"Your copy of the lessons: {work}\nStop with Ctrl-C.", flush=True)
    arguments, environment = command(work.resolve(), name, port, browser)
    try:
        return subprocess.run(arguments, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 0


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise CommandError(
                f"Port {port} is in use by another program. Choose another (usjapan lab --port {port + 1}), "
                "or leave --port out and a free one is found."
            ) from None


def _require_browser() -> None:
    try:
        webbrowser.get()
    except webbrowser.Error:
        raise CommandError(
            "No web browser was found on this machine. Install one, or run `usjapan lab --no-browser` and open the address "
            "that it prints in a browser."
        ) from None
