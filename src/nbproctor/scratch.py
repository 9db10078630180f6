"""Scratch folders: each process has one of its own, and data files go from one to the other."""

from __future__ import annotations

import itertools
import os
import shutil
import stat
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from nbproctor.sandbox import Limits

# What is handed over to a test: data, never what Python or a library would load by its name or might unpickle.
DATA_FILES = {".cfg", ".csv", ".gif", ".html", ".ini", ".jpeg", ".jpg", ".json", ".jsonl", ".log", ".md", ".pdf", ".png", ".sqlite", ".svg",
              ".toml", ".tsv", ".txt", ".xlsx", ".xml"}  # fmt: skip
# Nor what pytest and the like read of the folder that they are called in: it names what they import.
NEVER = {
    "pytest.ini",
    ".pytest.ini",
    "pytest.toml",
    ".pytest.toml",
    "pyproject.toml",
    "tox.ini",
    "setup.cfg",
    "ruff.toml",
    "mypy.ini",
}
FOLDERS = 20  # in which data files are looked for too; a notebook makes one or two

Files = dict[str, bytes]  # by their paths


class Scratch:
    """A submission's folders: `new` ones with files of the author's and the student's in them, removed together.

    Raises nothing for what the student's process does to its own: no link is followed, and nothing of the author's replaced.
    """

    def __init__(self, support: Files, own: Files, limits: Limits) -> None:
        self.support, self.own, self.limits = support, own, limits
        self.folder = Path(tempfile.mkdtemp(prefix="nbproctor-"))
        self.saved = (
            self.folder / "saved"
        )  # data files as the student's cells have left them at one of the tests, if there are any
        self.state: dict[str, tuple[int, int]] = {}  # of these
        self.room = limits.scratch  # for all that is kept
        self.test = self.saved  # the folder of the test's process
        self.versions: dict[tuple[Path, Path, str], tuple[int, int]] = {}  # of what was handed over: from, to, name

    def new(self, role: str) -> Path:
        """A folder for a process in a role."""
        folder = Path(tempfile.mkdtemp(prefix=f"{role}-", dir=self.folder))
        if role == "test":
            self.test = folder
        for name, data in (self.own | self.support if role == "student" else self.support if role == "test" else {}).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        return folder

    def keep(self, source: Path) -> Path:
        """A folder with the data files of a process as they are now, which later cells may change: the last one if none has changed."""
        state = {}
        with suppress(OSError):
            for entry in self._files(source):
                if entry.is_file(follow_symlinks=False):
                    state[entry.path] = (entry.stat().st_mtime_ns, entry.stat().st_size)
        if state != self.state:
            self.state, size = state, sum(size for _, size in state.values())
            if size <= self.room:  # else those kept last are replaced
                self.room -= size
                self.saved = self.new("saved")
            self.hand_over(source, self.saved)
        return self.saved

    def hand_over(self, source: Path, target: Path) -> None:
        """Copy data files that one process has written to the other's folder, as if they had one: a test may read what a cell saved."""
        with suppress(OSError):
            for entry in self._files(source):
                place = os.path.relpath(entry.path, source)
                with suppress(OSError):
                    if entry.is_dir(follow_symlinks=False):
                        (target / place).mkdir()
                    else:
                        with open(entry.path, "rb", opener=_no_link) as file:
                            self._copy(file, source, target, place)

    def _files(self, folder: Path) -> list[os.DirEntry[str]]:
        """Folders of a process, and files in it and in these: of data, or of the test's any; but for the author's own."""
        found: list[os.DirEntry[str]] = []
        folders = [str(folder)]
        for place in folders:
            with suppress(OSError):
                for entry in itertools.islice(os.scandir(place), self.limits.files):
                    if entry.is_dir(follow_symlinks=False):
                        folders += [entry.path] if len(folders) <= FOLDERS else []
                        found.append(entry)
                    elif folder == self.test or (
                        Path(entry.name).suffix.lower() in DATA_FILES and entry.name.lower() not in NEVER
                    ):
                        found += [entry] if os.path.relpath(entry.path, folder) not in self.support else []
        return found[: self.limits.files]

    def _copy(self, file: Any, source: Path, target: Path, name: str) -> None:
        version = _version(file)
        if self.versions.get((source, target, name)) == version or not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return
        # A file with holes takes no room before it is copied, and what has been removed there lies here still.
        room = self.limits.scratch - sum(path.lstat().st_size for path in target.rglob("*") if not path.is_dir())
        place = target / name
        if version[1] > min(room, self.limits.file) or os.path.realpath(place.parent) != os.path.join(
            os.path.realpath(target), os.path.dirname(name)
        ).rstrip("/"):
            return
        data = file.read(version[1])
        place.unlink(missing_ok=True)
        with open(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600), "wb") as copy:
            copy.write(data)
            copy.flush()
            self.versions |= {(source, target, name): version, (target, source, name): _version(copy)}

    def forget(self) -> None:
        """Remove what a test has written: of a hidden one, it must not come to the student's process with a later one."""
        for path in sorted(self.test.rglob("*"), reverse=True):  # what lies in a folder before it
            if path.is_dir() and not path.is_symlink():
                with suppress(OSError):  # the author's files lie in it
                    path.rmdir()
            elif path.relative_to(self.test).as_posix() not in self.support:
                path.unlink()
        self.versions = {key: version for key, version in self.versions.items() if self.test not in key}


def _no_link(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)


def _version(file: Any) -> tuple[int, int]:
    state = os.fstat(file.fileno())
    return state.st_mtime_ns, state.st_size


def remove(folder: Path) -> None:
    """Remove a scratch folder, however deep it is and even if a process that was just stopped still writes."""
    for _ in range(100):
        with suppress(OSError, RecursionError):
            return shutil.rmtree(folder)  # fails a thousand deep, where `rm` does not
        subprocess.run(["chmod", "-R", "u+rwx", folder], stderr=subprocess.DEVNULL)  # a folder may be made unreadable
        if subprocess.run(["rm", "-rf", folder], stderr=subprocess.DEVNULL).returncode == 0:
            return None
        time.sleep(0.02)
