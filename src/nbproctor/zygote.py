"""The warm parent: imports the course's libraries once, then forks a child per request.

It runs as a program of its own with a clean environment, and never sees a submission, a test or another secret: it is sent
only "fork" with a socket, so the memory that a child inherits holds nothing worth reading. It stays single-threaded.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import traceback
from dataclasses import asdict
from pathlib import Path
from typing import Any

from nbproctor.channel import Channel, ChannelBroken
from nbproctor.sandbox import Limits, SandboxError, _libc, enter, library_folders, require, set_limits

# What a child's environment holds; nothing else of the grader's passes. One thread per library: the zygote must fork.
KEPT = ("PATH", "LANG", "LC_ALL", "TZ", "USJAPAN_DATASETS")
SINGLE = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
START, FORK = 120.0, 30.0  # seconds until the warm parent is given up: libraries load in 2, a fork takes 0.005 and waits for 10
_MADV_COLLAPSE, _PR_SET_PDEATHSIG = 25, 1


class Child:
    """A forked child: its process id and the grader's end of its socket."""

    def __init__(self, zygote: Zygote, pid: int, channel: Channel) -> None:
        self.zygote, self.pid, self.channel = zygote, pid, channel
        self.greeted = False

    def receive(self, deadline: float) -> dict[str, Any]:
        """Next message. Raises `SandboxError` where the child says first of all, before any submission runs, that it is not confined."""
        if not self.greeted:
            first = self.channel.receive(deadline)
            if "unconfined" in first:
                raise SandboxError(str(first["unconfined"]))
            self.greeted = True
        return self.channel.receive(deadline)

    def threads(self) -> int:
        """How many threads it runs now."""
        with contextlib.suppress(OSError):
            return os.stat(f"/proc/{self.pid}/task").st_nlink - 2
        return 0

    def written(self) -> int:
        """Bytes that it has written so far and shared memory that it holds: what it wrote to files that nobody sees any more."""
        with contextlib.suppress(OSError, ValueError, LookupError):
            counts = dict(line.split(b": ") for line in self._told("io").splitlines())
            held = self._told("status").partition(b"RssShmem:")[2]
            return max(
                int(counts[b"wchar"]), int(counts[b"write_bytes"]), 1024 * int(held.split()[0] if held else 0), self._removed()
            )
        return 0

    def _removed(self) -> int:
        """Bytes of files that it has removed and keeps open; where temporary files lie in memory, nothing else shows them."""
        size = 0
        for entry in os.scandir(f"/proc/{self.pid}/fd"):
            with contextlib.suppress(OSError):
                state = os.stat(entry.path)
                size += 512 * state.st_blocks if state.st_nlink == 0 else 0
        return size

    def _told(self, name: str) -> bytes:
        with open(f"/proc/{self.pid}/{name}", "rb", buffering=0) as file:  # looked at after each cell: every layer shows
            return file.read()

    def stop(self) -> None:
        """End the child whatever it does; harmless if it has ended."""
        self.channel.close()
        self.zygote.stop(self.pid)


class Zygote:
    """The grader's side of the warm parent.

    `preload` names modules to import, `readable` further folders that children may read, `isolation` is "full" or "none".
    Raises `SandboxError` where full isolation is not to be had.
    """

    def __init__(self, preload: tuple[str, ...], readable: tuple[str, ...], limits: Limits, isolation: str) -> None:
        if isolation == "full":
            require()
        self.limits = limits
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)  # a request is a packet
        environment = {name: os.environ[name] for name in KEPT if name in os.environ}
        environment |= dict.fromkeys(SINGLE, "1") | {"NBGRADER_EXECUTION": "autograde", "PYTHONHASHSEED": "0"}
        job = {"preload": preload, "readable": readable, "limits": asdict(limits), "isolation": isolation}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-c", "from nbproctor.zygote import main; main()", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            env=environment | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
            stdin=subprocess.DEVNULL,
        )
        theirs.close()
        self.end = ours
        self.channel = Channel(ours, 1 << 20)
        self.channel.send(job)
        try:
            ready = self.channel.receive(time.monotonic() + START)
        except ChannelBroken:
            raise SandboxError("The process that runs submissions ended while it started; see the messages above.") from None
        if "error" in ready:
            raise SandboxError(str(ready["error"]))

    def fork(self, role: str, scratch: Path) -> Child:
        """A new child in the given role ("student" or "test"), confined to `scratch`."""
        ours, theirs = socket.socketpair()
        socket.send_fds(self.end, [json.dumps({"role": role, "scratch": str(scratch)}).encode()], [theirs.fileno()])
        theirs.close()
        try:
            answer = self.channel.receive(time.monotonic() + FORK)
        except Exception:
            self.process.kill()  # its answer may come later, as if it were that to the next request
            raise
        return Child(self, answer["pid"], Channel(ours, self.limits.answer))

    def stop(self, pid: int) -> None:
        """Have a child killed; the warm parent waits for it, we do not."""
        with contextlib.suppress(OSError):
            self.end.sendall(json.dumps({"stop": pid}).encode())

    def close(self) -> None:
        """End the warm parent and all its children."""
        self.end.close()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def main() -> None:
    """The warm parent's own program: one request after another until the grader closes its end."""
    end = socket.socket(fileno=int(sys.argv[1]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the grader's; it closes the socket when it stops
    channel = Channel(end, 1 << 20)
    job = channel.receive()
    limits = Limits(**job["limits"])
    room = _room()
    try:
        if job["isolation"] == "full":
            require()  # also finds libseccomp now: a confined child could not
            library_folders()
        for name in ("nbproctor.student", "nbproctor.testcell", *job["preload"]):
            importlib.import_module(name)
        _warm_up(limits)
    except Exception:
        channel.send({"error": f"A library that the course preloads cannot be imported:\n{traceback.format_exc()}"})
        return
    # A preloaded package may live outside the libraries (an editable install); its own folder stays readable, no more.
    files = [getattr(sys.modules[name.partition(".")[0]], "__file__", None) for name in job["preload"]]
    readable = [Path(p) for p in job["readable"]] + [Path(file).resolve().parent for file in files if file]
    del room
    gc.collect()
    gc.freeze()  # children do not copy what the collector would otherwise touch
    _gather_pages()
    channel.send({"ready": True})
    while (received := socket.recv_fds(end, 1 << 16, 1))[0]:  # nothing: the grader has closed its end
        request, handles = json.loads(received[0]), received[1]
        if "stop" in request:
            _reap(request["stop"])
            continue
        pid = _fork()
        if pid == 0:
            end.close()
            _be_child(request, handles[0], readable, limits, job["isolation"])
        os.close(handles[0])
        channel.send({"pid": pid})


def _room() -> list[bytes]:
    """50 MB of Python's own memory side by side, which what is imported next then fills, for as long as the result is kept.

    Python takes memory a MiB at a time wherever there is room; of pieces that lie scattered, no large pages can be made.
    """
    held = [b""] * 100_000  # its full length at once: a list that grows would come to lie between the pieces
    for position in range(len(held)):
        held[position] = bytes(450)
    return held[::2000]  # one in each piece, which would be given back were it empty


def _gather_pages() -> None:
    """Move this process's memory into pages of 2 MiB, where the kernel can (Linux 6.1).

    A fork copies an entry per page and its end drops each again: 9 ms for a process with pandas and Altair, 2 ms thus. A page
    that a child writes to is still copied in pieces of 4 KiB.
    """
    for line in Path("/proc/self/maps").read_text(encoding="utf-8").splitlines():
        span, rights, _, _, inode, *_ = line.split()
        if inode == "0" and rights.startswith("rw"):
            first, last = (int(end, 16) for end in span.split("-"))
            _libc().madvise(ctypes.c_void_p(first), ctypes.c_size_t(last - first), _MADV_COLLAPSE)


def _warm_up(limits: Limits) -> None:
    """Do what every child would do first: build a shell (30 ms), run cells, hand values over.

    Some times over, so that the interpreter adapts this code here, and not in each child, in memory that it would copy first.
    """
    from nbproctor import author, calls, plain, student, testcell  # noqa: F401  (each child is one of the last two)
    from nbproctor import shell as shells

    for library, home in plain.LIBRARIES.items():
        if library in sys.modules:
            importlib.import_module(home)
    shell = shells.Shell(limits)
    frame = (
        "import pandas\nframe = pandas.DataFrame({'a': [1.5], 'b': ['x']})\nframe" if "pandas" in sys.modules else "frame = 1"
    )
    code = author.compiled(frame)
    for _ in range(12):
        outputs = [
            *shell.run(f"# A cell.\ndef f(x):\n    return x\n\nprint(f('one'))\n{frame}"),
            *testcell.run(shell, frame, code),
        ]
        value = shell.ip.user_ns["frame"]
        calls.packed(([value], {}), [])
        plain.Decoder(lambda *_: None).decode(
            json.loads(json.dumps(plain.Encoder([]).encode([value, "one", 1, 2.5, {"a": 1}])))
        )
        json.loads(json.dumps(outputs))
    shell.forget()
    shells.READY = shell


def _fork() -> int:
    """Fork; where the machine has no room for a process just now (another submission may use it up), try again for a while."""
    for _ in range(100):
        with contextlib.suppress(BlockingIOError, MemoryError):
            return os.fork()
        time.sleep(0.1)
    return os.fork()


def _reap(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, 0)


def _be_child(request: dict[str, Any], handle: int, readable: list[Path], limits: Limits, isolation: str) -> None:
    code = 1
    try:
        os.setsid()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        _libc().prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        scratch = Path(request["scratch"])
        # Only the socket and the null device stay open: no descriptor of the grader's passes.
        null = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(null, standard)
        kept = os.dup2(handle, 3)
        os.dup2(os.open(request["scratch"], os.O_PATH | os.O_DIRECTORY), 4)
        os.closerange(5, limits.descriptors)
        # So named, a temporary file of a test's lies for the student's function, to which it is handed over, in its own folder too.
        os.environ |= {"TMPDIR": "/proc/self/fd/4", "TEMP": str(scratch)}
        os.environ |= {"HOME": str(scratch), "IPYTHONDIR": str(scratch), "MPLCONFIGDIR": str(scratch)}
        tempfile.tempdir = None  # a library may have looked it up before
        os.chdir(scratch)
        sys.path.insert(0, str(scratch))  # a module beside the notebook; beside a test lie the author's only
        if isolation == "full":
            enter(scratch, readable, limits)
        else:
            set_limits(limits)
        channel = Channel(socket.socket(fileno=kept), limits.answer)
        channel.send({"confined": isolation == "full"})
        if request["role"] == "student":
            from nbproctor.student import serve
        else:
            from nbproctor.testcell import serve
        serve(channel, limits)
        code = 0
    except SandboxError as error:
        with contextlib.suppress(Exception):
            Channel(socket.socket(fileno=3), limits.answer).send({"unconfined": str(error)})
    except BaseException:
        pass  # whatever a submission did to its own process ends here; the grader sees the socket close
    finally:
        os._exit(code)
