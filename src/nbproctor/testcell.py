"""The test process: one graded test cell, in a process that no line of the student's ever touched."""

from __future__ import annotations

import ast
import base64
import builtins
import contextlib
import functools
import gc
import io
import marshal
import os
import pickle
import symtable
import time
from collections.abc import Callable, Iterable
from typing import Any

from nbproctor.channel import Channel
from nbproctor.plain import Decoder, NotPlain
from nbproctor.sandbox import Limits
from nbproctor.shell import Shell, ready_shell

FILE = "<test>"
BUILTINS = frozenset(dir(builtins))
IMPORTS = (ast.Import, ast.ImportFrom)
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
BEGIN_HIDDEN = "BEGIN HIDDEN TESTS"  # as nbgrader looks for it


class StudentError(Exception):
    """An error that the student's function raised, of a type that this process does not know."""


class Refused(Exception):
    """An answer that is no plain data; the message is a sentence for the student."""


@functools.lru_cache(maxsize=512)
def names_read(source: str) -> frozenset[str]:
    """Global names that a test cell reads; empty where it is no plain Python.

    Not those that are local to a function: what is asked for tells a student's process which names a test uses. Never a built-in's
    name: a student's `abs` would decide how far two numbers are apart.
    """
    try:
        waiting = [symtable.symtable(source, FILE, "exec")]
        changed = [node.target for node in ast.walk(ast.parse(source)) if isinstance(node, ast.AugAssign)]
    except (SyntaxError, ValueError):
        return frozenset()
    names = {target.id for target in changed if isinstance(target, ast.Name)}  # `x += 1` counts as writing only
    for table in waiting:
        waiting += table.get_children()
        symbols = [symbol for symbol in table.get_symbols() if symbol.is_referenced()]
        names.update(symbol.get_name() for symbol in symbols if symbol.is_global() or table is waiting[0])
    return frozenset(names) - BUILTINS


@functools.lru_cache(maxsize=512)
def author_names(source: str) -> frozenset[str]:
    """Names that an author's cell imports or defines: they are the author's, whatever a student calls so."""
    named = [name for node in _defining(source) for name in (node.names if isinstance(node, IMPORTS) else [node])]
    return frozenset((getattr(name, "asname", None) or name.name).partition(".")[0] for name in named)


@functools.lru_cache(maxsize=512)
def definitions(source: str) -> str:
    """Imports, functions and classes of an earlier test cell: later cells may use them, as in one notebook."""
    return "\n".join(map(ast.unparse, _defining(source)))


def _defining(source: str) -> list[Any]:
    try:
        return [node for node in ast.parse(source).body if isinstance(node, (*IMPORTS, *DEFINITIONS))]
    except SyntaxError:
        return []


@functools.lru_cache(maxsize=512)
def compiled(source: str) -> str | None:
    """Code of an author's cell, ready to be sent; None where it is no plain Python (a magic, an await at top level).

    Compiled once for a class: IPython would take 20 ms for the same cell of each submission.
    """
    try:
        tree = ast.parse(source)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        parts = [compile(tree, FILE, "exec")]
        # As in a notebook, what ends in a semicolon shows nothing, and so gives no points either.
        shown = isinstance(last, ast.Expr) and not _after(source, last).startswith(";")
        if isinstance(last, ast.Expr) and not shown:
            parts.append(compile(ast.Module([last], []), FILE, "exec"))
        elif isinstance(last, ast.Expr):
            parts.append(compile(ast.Expression(last.value), FILE, "eval"))
    except (SyntaxError, ValueError, RecursionError):
        return None
    return base64.b64encode(marshal.dumps(parts)).decode()


def _after(source: str, node: ast.Expr) -> str:
    """What stands behind a statement on its last line."""
    line = source.splitlines()[(node.end_lineno or 1) - 1]
    return line.encode()[node.end_col_offset or 0 :].decode().strip()


def run(shell: Shell, source: str, code: str | None) -> list[dict[str, Any]]:
    """Run an author's cell; its outputs."""
    if code is None:
        return shell.run(source)
    recorder = shell.recorder
    recorder.clear()
    with shell.recording():
        try:
            value = None
            for part in marshal.loads(base64.b64decode(code)):
                value = eval(part, shell.ip.user_ns)
            if value is not None:
                data = {"text/plain": repr(value)[:10_000]}
                recorder.add({"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": None})
        except BaseException as error:
            frame = error.__traceback__
            while frame is not None:
                if frame.tb_frame.f_code.co_filename == FILE:
                    recorder.failed_at.append(frame.tb_lineno)
                frame = frame.tb_next
            recorder.of_student = getattr(error, "of_student", False)
            recorder.add({"output_type": "error", "ename": type(error).__name__, "evalue": str(error)[:4000], "traceback": []})
    return recorder.outputs


def serve(channel: Channel, limits: Limits) -> None:
    """Run the test cells that the grader sends, each in a namespace of its own, and answer with their outputs."""
    gc.disable()  # some seconds, then the process ends
    shell = ready_shell(limits)
    while True:
        job = channel.receive()
        os.environ["NBPROCTOR_STUDENT"] = job["student"]
        shell.forget()
        channel.send({"outputs": _carry_out(job, channel, shell)})


def _carry_out(job: dict[str, Any], channel: Channel, shell: Shell) -> list[dict[str, Any]]:
    namespace = shell.ip.user_ns
    for source, code in job["before"]:
        run(shell, source, code)
    refused: dict[str, str] = {}
    decoder = Decoder(lambda handle, name: _proxy(channel, decoder, handle, name))
    ours = {name for name, value in namespace.items() if callable(value) or type(value).__name__ == "module"}
    for name, answer in job["answers"].items():
        if name in ours - shell.fresh.keys():
            continue  # modules and helpers of the locked cells stay what the author made them
        if "value" in answer:
            try:
                namespace[name] = decoder.decode(answer["value"])
                continue
            except NotPlain as error:
                answer = {"refused": str(error)}
        if "refused" in answer:
            # The student's process says it: a class has a name of any length.
            refused[name] = f"{name} cannot be graded: {str(answer['refused'])[:500]}."
            namespace[name] = _unreadable(refused[name])
        elif name not in shell.fresh:
            namespace.pop(name, None)
    outputs = run(shell, job["source"], job["code"])
    return [_for_marking(output, job["source"], refused.values(), shell) for output in outputs]


# Whose objects may go along as arguments: data, which the student's process can build again.
DATA = ("builtins", "copyreg", "collections", "datetime", "decimal", "fractions", "zoneinfo", "numpy", "pandas")


class _Packer(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, tuple):  # one with names, made here of the student's answer
            return tuple, (tuple(value),)
        home = getattr(value, "__module__", None) or type(value).__module__  # of a function or class: its own
        if str(home).partition(".")[0] not in DATA:
            raise NotPlain(f"a {type(value).__name__} of {home} does not cross to the student's process")
        return NotImplemented


def packed(arguments: Any) -> str:
    """Arguments for the student's process. Raises `NotPlain` for what is no data.

    A pickle, which takes a fifth of the time of a tree, is safe this way round: ours to them. What comes back is a tree.
    """
    file = io.BytesIO()
    _Packer(file, pickle.HIGHEST_PROTOCOL).dump(arguments)
    return base64.b64encode(file.getbuffer()).decode()


def _proxy(channel: Channel, decoder: Decoder, handle: int, name: str) -> Callable[..., Any]:
    """Stand-in for a student's function: calls it in the student's process, by data.

    `many(cases)` works out a list of tuples of arguments at once, and gives for each the value or the exception: of a call, the way
    to the other process and back takes longer than most functions do.
    """

    def ask(cases: list[tuple[Any, Any]]) -> list[Any]:
        try:
            arguments = [packed(case) for case in cases]
        except (NotPlain, pickle.PicklingError) as error:
            raise TypeError(f"{name}() cannot be tried with this argument: {error}") from None
        channel.send({"call": handle, "cases": arguments})
        replies = channel.receive(time.monotonic() + 3600).get("replies")
        replies = replies if isinstance(replies, list) else []
        replies += [{}] * (len(cases) - len(replies))
        return [_outcome(reply if isinstance(reply, dict) else {}, name, decoder) for reply in replies[: len(cases)]]

    def call(*args: Any, **kwargs: Any) -> Any:
        (outcome,) = ask([(args, kwargs)])
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    call.__name__ = call.__qualname__ = name
    call.many = lambda cases: ask([(tuple(case), {}) for case in cases])  # type: ignore[attr-defined]
    return call


def _outcome(reply: dict[str, Any], name: str, decoder: Decoder) -> Any:
    """The value that a function returned, or the exception that stands for it; an exception itself is no plain data."""
    if "raised" in reply:
        kind = getattr(builtins, str(reply["raised"]), None)
        # Within `map` or `zip` the end of an iteration would end the test's loop, which then has found nothing wrong.
        if isinstance(kind, type) and issubclass(kind, Exception) and not issubclass(kind, StopIteration | StopAsyncIteration):
            with contextlib.suppress(TypeError):  # UnicodeError and ExceptionGroup are made of more than a message
                return _of_student(kind(str(reply.get("message"))))
        return _of_student(StudentError(f"{reply['raised']}: {reply.get('message')}"))
    if "refused" in reply:
        return _of_student(Refused(f"{name}() returns something that cannot be graded: {reply['refused']}."))
    if "value" not in reply:
        return _of_student(Refused(f"{name}() returns nothing that can be read."))
    try:
        return decoder.decode(reply["value"])
    except NotPlain as error:
        return error


def _of_student(error: Exception) -> Exception:
    """Mark an error whose text the student's function has written: it may repeat what a hidden test called it with."""
    error.of_student = True  # type: ignore[attr-defined]
    return error


# What a value may be asked for in a test.
ANYTHING = ("call", "iter", "len", "getitem", "contains", "eq", "ne", "lt", "le", "gt", "ge", "bool", "add", "radd", "sub", "mul",
            "float", "int", "index", "hash", "getattr", "repr", "str", "format", "round", "abs", "neg")  # fmt: skip


def _unreadable(sentence: str) -> Any:
    """In the place of an answer that cannot cross: any use of it says why."""

    def fail(*_: Any, **__: Any) -> Any:
        raise Refused(sentence)

    return type("Unreadable", (), {f"__{name}__": fail for name in ANYTHING})()


def _for_marking(output: dict[str, Any], source: str, refused: Iterable[str], shell: Shell) -> dict[str, Any]:
    """An output as nbgrader marks it: stderr costs nothing, and an error shows its sentence, never the test's source."""
    if output["output_type"] == "stream":
        return {**output, "name": "stdout"}
    if output["output_type"] != "error":
        return output
    kind, message, recorder = output["ename"], output["evalue"], shell.recorder
    said_by_author = kind in {"AssertionError", "Refused", "NameError"} and not recorder.of_student
    if not said_by_author and _in_hidden(recorder.failed_at, source):
        # The text of such an error may repeat what the hidden test tried.
        message = "an error of this type came up in a test that is not shown"
    also = [sentence for sentence in refused if sentence.partition(":")[0] not in message]
    return {**output, "evalue": message, "traceback": [f"{kind}: {message or 'a test failed without a message'}", *also]}


def _in_hidden(lines: list[int], source: str) -> bool:
    """Whether one of these lines of a test cell stands after the mark of its hidden tests."""
    if BEGIN_HIDDEN not in source:
        return False
    first = source[: source.index(BEGIN_HIDDEN)].count("\n") + 1
    return not lines or any(line >= first for line in lines)
