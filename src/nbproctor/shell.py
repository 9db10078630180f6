"""IPython's shell without a terminal or a kernel: runs cells and keeps their outputs, within limits."""

from __future__ import annotations

import ast
import builtins
import io
import re
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.text import SList
from traitlets import Any as AnyTrait
from traitlets import Type

from nbproctor.author import FILE
from nbproctor.errors import LIBRARIES, as_shown
from nbproctor.sandbox import Limits

CUT = "\n[The rest of this output was cut: it is longer than the grader keeps.]\n"
# Parts of the names of modules that list what should be and what is, of whichever library.
TESTERS = {"testing", "_testing", "unittest", "pytest", "_pytest"}
VERDICTS = ("error", "execute_result")  # of a test: it failed; the number of points that it gives
HISTORY = re.compile(r"_i{1,3}|_i?\d+")  # IPython's names of earlier cells


class Recorder:
    """Outputs of one cell as nbformat dicts, within a budget of bytes and of outputs."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.clear()

    def clear(self) -> None:
        """Start the next cell."""
        self.outputs: list[dict[str, Any]] = []
        self.failed_at: list[int] = []
        self.by_library = self.of_student = self.after_student = False
        self.kind: type | None = None  # of the error
        self.left = self.limits.output
        self.cut = False
        self.shown: tuple[Any, Any] = None, None  # the cell's last value where it is a chart, and its specification

    def blame(self, error: BaseException) -> None:
        """Note in which lines of a cell an error came up, and whether a library, or the student's code before it, has said it."""
        self.failed_at, self.kind = [], type(error)
        place = error.__traceback__
        while place is not None:
            file, module = place.tb_frame.f_code.co_filename, str(place.tb_frame.f_globals.get("__name__"))
            self.failed_at += [place.tb_lineno] if file == FILE or ("ipython" in file and "site-packages" not in file) else []
            self.by_library = not TESTERS.isdisjoint(module.split(".")) or module.partition(".")[0] in LIBRARIES
            place = place.tb_next
        chain = [error]
        while (earlier := chain[-1].__cause__ or chain[-1].__context__) and earlier not in chain:
            chain.append(earlier)
        self.of_student, *before = (bool(getattr(one, "of_student", False)) for one in chain)
        self.after_student = any(before)

    def stream(self, name: str, text: str) -> None:
        """Text written to stdout or stderr."""
        text = self._within_budget(text)
        last = self.outputs[-1] if self.outputs else {}
        if text and last.get("output_type") == "stream" and last["name"] == name:
            last["text"] += text
        elif text:
            self.add({"output_type": "stream", "name": name, "text": text})

    def rich(self, kind: str, data: dict[str, Any], metadata: dict[str, Any]) -> None:
        """A displayed value, in all its forms that fit the budget."""
        kept = {}
        for mime, value in data.items():
            text = value if isinstance(value, str) else repr(value)
            if len(text) <= self.left:
                self.left -= len(text)
                kept[mime] = value
        if kind == "execute_result" and not kept:  # of a test it may be the number of points
            kept = {"text/plain": str(data.get("text/plain"))[: self.limits.message]}
        if kept:
            extra = {"execution_count": None} if kind == "execute_result" else {}
            self.add({"output_type": kind, "data": kept, "metadata": metadata, **extra})
        elif not self.cut:
            self.cut = True
            self.add({"output_type": "stream", "name": "stdout", "text": CUT})

    def add(self, output: dict[str, Any]) -> None:
        """Keep one output, unless there are too many; what decides on a test's points always."""
        if len(self.outputs) < self.limits.outputs or output["output_type"] in VERDICTS:
            self.outputs.append(output)

    def _within_budget(self, text: str) -> str:
        kept = text[: max(0, self.left)]
        self.left -= len(kept)
        if len(kept) == len(text) or self.cut:
            return kept
        self.cut = True
        return kept + CUT


class _Stream(io.TextIOBase):
    encoding = "utf-8"

    def __init__(self, recorder: Recorder, name: str) -> None:
        self.recorder, self.name = recorder, name

    def write(self, text: str) -> int:
        self.recorder.stream(self.name, str(text))
        return len(text)

    def writable(self) -> bool:
        return True


class _Publisher(DisplayPublisher):
    recorder = AnyTrait()

    def publish(self, data: Any, metadata: Any = None, source: Any = None, **_: Any) -> None:
        self.recorder.rich("display_data", dict(data), dict(metadata or {}))

    def clear_output(self, wait: bool = False) -> None:
        self.recorder.outputs.clear()


class _Hook(DisplayHook):
    recorder = AnyTrait()

    def write_output_prompt(self) -> None:
        pass

    def compute_format_data(self, result: Any) -> Any:
        forms, metadata = super().compute_format_data(result)  # type: ignore[no-untyped-call]
        specs = [spec for mime, spec in forms.items() if mime.startswith("application/vnd.vegalite")]
        self.recorder.shown = (result, specs[0]) if specs else (None, None)
        return forms, metadata

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        self.recorder.rich("execute_result", dict(format_dict), dict(md_dict or {}))

    def log_output(self, format_dict: Any) -> None:
        pass


class _IPythonShell(InteractiveShell):
    display_pub_class = Type(_Publisher)
    displayhook_class = Type(_Hook)
    recorder = AnyTrait()

    def init_history(self) -> None:
        # The history is a database file with a thread that writes it: no use here, and threads do not survive a fork.
        from IPython.core.history import HistoryManager

        self.history_manager = HistoryManager(shell=self, parent=self, enabled=False)

    def atexit_operations(self) -> None:
        pass

    def enable_gui(self, gui: Any = None) -> None:  # what `%matplotlib inline` does last
        pass

    def ask_exit(self) -> None:  # what exit() and quit() call: the cells after it run all the same
        pass

    def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:
        self.recorder.blame(evalue)
        lines = [line for part in stb for line in str(part).splitlines()]
        traceback = "\n".join(lines)[: self.recorder.limits.output // 4].splitlines()
        error = {
            "output_type": "error",
            "ename": str(getattr(etype, "__name__", etype)),
            "evalue": as_shown(evalue)[: self.recorder.limits.message],
        }
        self.recorder.add({**error, "traceback": traceback})

    def transform_cell(self, raw_cell: str) -> str:
        # Only magics need IPython's tokenizing, and a cell with one is no Python as it stands, but for a single word such as `pwd`.
        if "\n" in raw_cell.strip():
            with suppress(SyntaxError, ValueError, RecursionError, MemoryError), warnings.catch_warnings():
                warnings.simplefilter("ignore")  # they come when the cell is run
                ast.parse(raw_cell)
                return raw_cell if raw_cell.endswith("\n") else raw_cell + "\n"
        return str(super().transform_cell(raw_cell))  # type: ignore[no-untyped-call]

    def should_run_async(self, raw_cell: str, **transformed: Any) -> bool:
        # IPython compiles the cell to find out.
        return ("await" in raw_cell or "async" in raw_cell) and bool(super().should_run_async(raw_cell, **transformed))

    def system(self, cmd: str) -> None:
        # As where a program is not there: it is said, and the cell goes on.
        print("Programs cannot be started while an assignment is graded: write it in Python.", file=sys.stderr)

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> Any:
        self.system(cmd)
        return SList() if split else ""


def no_input(*_: Any, **__: Any) -> str:
    """In the place of `input` while nobody is there."""
    raise RuntimeError(
        "input() waits for somebody at the keyboard; nobody is there while an assignment is graded. Assign a value instead."
    )


class Shell:
    """IPython's shell around a namespace, with recorded outputs."""

    def __init__(self, limits: Limits) -> None:
        self.recorder = Recorder(limits)
        InteractiveShell.clear_instance()
        self.ip = _IPythonShell.instance()
        self.ip.recorder = self.recorder
        for part in (self.ip.display_pub, self.ip.displayhook):
            part.set_trait("recorder", self.recorder)
        self.ip.colors = "nocolor"
        self.ip.db = {}  # where %cd keeps its history, in a file otherwise
        self.fresh = dict(self.ip.user_ns)

    def run(self, source: str, number: int = 0) -> list[dict[str, Any]]:
        """Run one cell; its outputs as nbformat dicts. One with a number is kept in `In`, what it gives in `Out` and `_`."""
        self.recorder.clear()
        with self.recording():
            if number:
                self.ip.execution_count = number
            result = self.ip.run_cell(source, store_history=number > 0)  # type: ignore[no-untyped-call]
            if not result.success and not any(output["output_type"] == "error" for output in self.recorder.outputs):
                error = result.error_before_exec or result.error_in_exec  # one of which IPython says nothing
                self.ip._showtraceback(type(error), error, [])  # not by the error's own way to be shown, which may have failed
        return self.recorder.outputs

    @contextmanager
    def recording(self) -> Iterator[None]:
        """What is written goes to the recorder; nobody is asked for input."""
        before = sys.stdout, sys.stderr, builtins.input
        sys.stdout, sys.stderr = _Stream(self.recorder, "stdout"), _Stream(self.recorder, "stderr")
        builtins.input = no_input
        try:
            yield
        finally:
            sys.stdout, sys.stderr, builtins.input = before

    def forget(self) -> None:
        """Empty the namespace, as a new kernel has it."""
        self.ip.user_ns.clear()
        self.ip.user_ns.update(self.fresh)
        self.ip.user_ns["Out"].clear()
        for name in ("_", "__", "___"):  # the last results: where these differ, IPython takes them for names of the student's
            setattr(self.ip.displayhook, name, "")
            self.ip.user_ns_hidden[name] = self.ip.user_ns[name] = ""
        self.recorder.clear()

    def names(self) -> list[str]:
        """Names that cells have defined."""
        names = [name for name in self.ip.user_ns if isinstance(name, str)]
        return [name for name in names if name not in self.fresh and not HISTORY.fullmatch(name)]


READY: Shell | None = None  # built by the warm parent before it forks; each child has its own copy


def ready_shell(limits: Limits) -> Shell:
    """The shell of this process."""
    return READY or Shell(limits)
