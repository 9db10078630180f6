"""A course folder with secrets in it, and listeners that must hear nothing: where the hostile suite is played."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import socket
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from .suite import ASSIGNMENT, ROOT, SOURCE, Case, Notebook, hand_in, right_answers

CELL_SECONDS = 3.0
NOTEBOOK_SECONDS = 15.0
# Each secret stands in one place; it must occur nowhere else.
SECRETS = {place: f"CANARY-{place}-8d1f" for place in ("environment", "home", "gradebook", "student", "hidden")}
# Files that hostile code may name as proof that it could write there.
SHARED_FOLDERS = ("/tmp", "/var/tmp", "/dev/shm", "/run", "/run/lock", "/run/user/0", "/var/lock", "/mnt", "/root")


class Listeners:
    """TCP, UDP and Unix sockets on this machine that keep what they hear."""

    def __init__(self, folder: Path) -> None:
        self.heard: list[bytes] = []
        self.path = str(folder / "listener.sock")
        self.abstract = f"canary-{secrets.token_hex(8)}"
        self.sockets = [
            self._open(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
            self._open(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0)),
            self._open(socket.AF_UNIX, socket.SOCK_DGRAM, self.path),
            self._open(socket.AF_UNIX, socket.SOCK_STREAM, "\0" + self.abstract),
            self._open(socket.AF_UNIX, socket.SOCK_DGRAM, "\0" + self.abstract + "-datagrams"),
        ]
        for end in self.sockets:
            threading.Thread(target=self._listen, args=(end,), daemon=True).start()

    def _open(self, family: int, kind: int, name: object) -> socket.socket:
        end = socket.socket(family, kind)
        end.bind(name)
        if kind == socket.SOCK_STREAM:
            end.listen()
        return end

    def _listen(self, end: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                if end.type == socket.SOCK_STREAM:
                    caller, _ = end.accept()
                    self.heard.append(b"a call")
                    caller.close()
                elif data := end.recv(65536):
                    self.heard.append(data)
                else:
                    return  # closed

    def close(self) -> None:
        """Stop listening."""
        for end in self.sockets:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


class Stage:
    """A released course in `folder` with the cases handed in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root, self.home, self.temp = folder / "course", folder / "home", folder / "tmp"
        for part in (self.root, self.home, self.temp):
            part.mkdir(parents=True)
        (self.home / "secret.txt").write_text(SECRETS["home"])
        shutil.copytree(SOURCE.parent, self.root / "source" / ASSIGNMENT)
        config = (ROOT / "assignments" / "nbgrader_config.py").read_text(encoding="utf-8")
        config += f"\nc.Proctoring.cell_seconds = {CELL_SECONDS}\nc.Proctoring.notebook_seconds = {NOTEBOOK_SECONDS}\n"
        (self.root / "nbgrader_config.py").write_text(config, encoding="utf-8")
        source = self.root / "source" / ASSIGNMENT / SOURCE.name
        notebook = json.loads(source.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            text = "".join(cell["source"])
            cell["source"] = text.replace("### BEGIN HIDDEN TESTS\n", f"### BEGIN HIDDEN TESTS\n# {SECRETS['hidden']}\n")
        source.write_text(json.dumps(notebook), encoding="utf-8")
        self._hidden_lines = _hidden_lines(notebook)  # read now: a case may destroy the file where nothing stops it
        self._sleepers_before = set(_sleepers())  # of a run beside this one, or one that was broken off
        self.listeners = Listeners(folder)

    def values(self) -> dict[str, str]:
        """What stands for @COURSE@ and the like in the cases."""
        ports = [str(end.getsockname()[1]) for end in self.listeners.sockets[:2]]
        return {
            "COURSE": str(self.root),
            "HOME": str(self.home),
            "ROOT": str(ROOT),
            "TMP": str(self.temp),
            "TCP": ports[0],
            "UDP": ports[1],
            "SOCKET": self.listeners.path,
            "ABSTRACT": self.listeners.abstract,
            "SECRET": SECRETS["student"],
            "CELL": str(CELL_SECONDS),
        }

    def hand_in(self, cases: Iterable[Case]) -> None:
        """Write the submissions; the assignment is released."""
        for case in cases:
            hand_in(case, self.root, self.values())

    @contextlib.contextmanager
    def environment(self) -> Iterator[None]:
        """The grader's environment: a secret, a home folder, temporary files here, and another current folder."""
        before, folder = dict(os.environ), Path.cwd()
        import tempfile

        os.environ |= {"GRADER_TOKEN": SECRETS["environment"], "HOME": str(self.home), "TMPDIR": str(self.temp)}
        tempfile.tempdir = None
        os.chdir(self.root)
        try:
            yield
        finally:
            os.chdir(folder)
            os.environ.clear()
            os.environ.update(before)
            tempfile.tempdir = None

    def hide_in_gradebook(self) -> None:
        """A student whose name is a secret."""
        with sqlite3.connect(self.root / "gradebook.db") as db:
            db.execute("insert into student (id, last_name, lms_user_id) values ('zz', ?, '')", [SECRETS["gradebook"]])

    def hidden_lines(self) -> set[str]:
        """Lines of the hidden tests that stand nowhere in the release and are long enough to be told from chance."""
        return self._hidden_lines

    def snapshot(self) -> dict[str, tuple[int, int, int]]:
        """Size, time and mode of every file that nobody but the grader may change, and of the libraries."""
        import nbgrader

        seen = {}
        folders = [self.home, *(self.root / part for part in ("source", "release", "submitted", "nbgrader_config.py"))]
        folders.append(Path(nbgrader.__file__).parents[1])
        for folder in folders:
            for path in [folder, *folder.rglob("*")]:
                if "__pycache__" not in path.parts and not path.is_dir():
                    status = path.lstat()
                    seen[str(path)] = (status.st_size, status.st_mtime_ns, status.st_mode)
        return seen

    def written_outside(self) -> list[str]:
        """Proofs that a submission could write where it must not, and scratch folders that were left behind."""
        places = [self.root, self.home, *map(Path, SHARED_FOLDERS)]
        found = [str(path) for place in places for path in place.glob("CANARY*")]
        found += [str(path) for path in (ROOT / "src").rglob("CANARY*")]
        return found + [str(path) for path in self.temp.rglob("*")]

    def survivors(self) -> list[str]:
        """Processes that outlive the grading."""
        return [command for number, command in _sleepers().items() if number not in self._sleepers_before]


def _sleepers() -> dict[int, str]:
    """Processes of this machine that a case has started, by what they are called with."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            command = (folder / "cmdline").read_bytes()
            if b"98765" in command:
                found[int(folder.name)] = command.decode(errors="replace")
    return found


def _hidden_lines(notebook: Notebook) -> set[str]:
    # What an answer of the bank says a student may say too.
    visible = {line.strip() for answer in right_answers().values() for line in answer.splitlines()}
    hidden: set[str] = set()
    for cell in notebook["cells"]:
        inside = False
        for line in "".join(cell["source"]).splitlines():
            inside = (inside or "### BEGIN" in line) and "### END" not in line
            (hidden if inside else visible).add(line.strip())
    return {line for line in hidden - visible if len(line) > 30 and not line.startswith(("'", '"', 'f"'))}
