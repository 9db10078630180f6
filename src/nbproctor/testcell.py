"""The test's process: runs the author's test cells on answers that came across as plain data. No line of the student's runs here."""

from __future__ import annotations

import base64
import copy
import decimal
import functools
import gc
import importlib
import marshal
import numbers
import os
import sys
import types
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from nbproctor.author import BEGIN_HIDDEN, names_needed, texts
from nbproctor.calls import GONE, LOST, SHORT, Caller, Refused, frozen
from nbproctor.channel import Channel
from nbproctor.errors import LIBRARIES
from nbproctor.plain import NotPlain, is_object
from nbproctor.sandbox import Limits
from nbproctor.shell import Shell, ready_shell

# Names by which a test may use what only a student's cell has imported.
ALSO = {("dt", "datetime"), ("la", "numpy.linalg"), ("mpl", "matplotlib")}  # these may be anything else too


def run(shell: Shell, source: str, code: str | None) -> list[dict[str, Any]]:
    """Run an author's cell; its outputs."""
    if code is None:
        return [output for output in map(_numbered, shell.run(source)) if _texts(output) != [""]]
    recorder = shell.recorder
    recorder.clear()
    with shell.recording():
        try:
            value = None
            for part in marshal.loads(base64.b64decode(code)):
                value = eval(part, shell.ip.user_ns)
            if value is not None and repr(value):
                value = (
                    float(value) if isinstance(value, numbers.Real | decimal.Decimal) and not isinstance(value, int) else value
                )
                data = {"text/plain": repr(value)[: recorder.limits.message]}
                recorder.add(
                    _numbered({"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": None})
                )
        except BaseException as error:
            recorder.blame(error)
            recorder.add(
                {
                    "output_type": "error",
                    "ename": type(error).__name__,
                    "evalue": str(error)[: recorder.limits.message],
                    "traceback": [],
                }
            )
    return recorder.outputs


def _texts(output: dict[str, Any]) -> list[Any]:
    return [output["data"].get("text/plain")] if output["output_type"] == "execute_result" else []


def _numbered(output: dict[str, Any]) -> dict[str, Any]:
    """An output with its number as nbgrader reads points, which takes less than none for all of them; NaN is none too."""
    with suppress(KeyError, ValueError):
        if not float(output["data"]["text/plain"]) >= 0:
            return {**output, "data": {"text/plain": "0.0"}}
    return output


_strictly: set[str] = set()  # libraries that have been made so


def _strict() -> None:
    """Make the truth of pandas' arrays and NumPy's masked ones, of which a test may make much, what it is of others.

    An array of one item is true where that is; pandas' own would be true for any item, and a masked item equal to anything. Where
    nothing is known of any item, not all are so.
    """
    numpy: Any = None if "numpy" in _strictly else sys.modules.get("numpy")
    pandas: Any = None if "pandas" in _strictly else sys.modules.get("pandas")
    _strictly.update(name for name, library in (("numpy", numpy), ("pandas", pandas)) if library)
    if pandas:
        pandas.api.extensions.ExtensionArray.__bool__ = lambda array: bool(sys.modules["numpy"].asarray(array, dtype=object))
        # NumPy asks a table by attribute where its numbers lie in memory, and pandas takes any attribute for a label.
        frames = pandas.core.generic.NDFrame
        frames.__getattr__ = _unless_own_word(frames.__getattr__)
        kind = pandas.arrays.BooleanArray
        for name, unknown in (("all", sys.modules["numpy"].False_), ("any", sys.modules["numpy"].True_)):
            setattr(kind, name, _known(getattr(kind, name), unknown))
    if numpy:
        numpy.ma.MaskedArray.__bool__ = lambda array: not numpy.ma.getmaskarray(array).all() and bool(numpy.asarray(array))


def _unless_own_word(labelled: Any) -> Any:
    def look_up(table: Any, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return labelled(table, name)

    return look_up


def _known(method: Any, unknown: bool) -> Any:
    @functools.wraps(method)
    def known(array: Any, **how: Any) -> Any:
        return unknown if len(array) and array.isna().all() else method(array, **how)

    return known


def serve(channel: Channel, limits: Limits) -> None:
    """Run the test cells that the grader sends, each in a namespace of its own, and answer with their outputs."""
    gc.disable()  # some seconds, then the process ends
    _strict()
    shell = ready_shell(limits)
    while True:
        job = channel.receive()
        os.environ["NBPROCTOR_STUDENT"] = job["student"]
        shell.forget()
        caller = Caller(channel, job, shell.ip.user_ns)
        outputs = _carry_out(job, caller, shell)
        channel.send({"outputs": outputs, "again": caller.once_more})


# Values that tests have given to names, by their positions: a later one may go on with them.
_left: dict[int, dict[str, Any]] = {}
_copies: dict[int, dict[str, Any]] = {}  # of these, as a test has found them
# What the author's cells before a test have made, by their sources: set-up that takes seconds is run once for all tests.
_made: dict[tuple[str, ...] | None, dict[str, Any]] = {}  # under None: a hidden test has been carried out since


def _prepare(before: list[tuple[str, str | None]], shell: Shell) -> None:
    """Run the author's cells that come before a test, but for those that have been run before an earlier test in the same order."""
    sources = tuple(source for source, _ in before)
    known = next((n for n in range(len(before), 0, -1) if sources[:n] in _made), 0)
    shell.ip.user_ns.update(_made.get(sources[:known], {}))
    for n, (source, code) in enumerate(before[known:], known + 1):
        run(shell, source, code)
        _made[sources[:n]] = {name: value for name, value in shell.ip.user_ns.items() if name not in shell.fresh}


def _carry_out(job: dict[str, Any], caller: Caller, shell: Shell) -> list[dict[str, Any]]:
    namespace = shell.ip.user_ns
    # Its first run may have changed what the author's cells have made, and so may a hidden test, of which it would tell.
    if job["repeated"] or (None in _made and not job["hidden"]):
        _made.clear()
    _prepare(job["before"], shell)
    caller.decoder.imported = _strict
    _strict()
    sources = job["sources"]
    caller.decoder.authors, caller.decoder.masks = "\n".join(sources), job["masks"]
    own = {value for name, value in namespace.items() if isinstance(value, type) and name not in job["asked"]}
    caller.know({kind.__name__: kind for kind in own if kind.__module__ == "__main__"})
    refused = _put_in(job, caller, shell)
    taken = _taken(job)
    namespace |= taken
    caller.moving -= taken.keys() & set(job["worked_out"])  # not the student's
    outputs = run(shell, job["source"], job["code"])
    caller.settle()
    values = {name: namespace[name] for name in job["leaves"] if name in namespace}
    # Not functions of the student's, whose process may be another one by then.
    ours = {
        name: value for name, value in values.items() if not (isinstance(value, types.FunctionType) and "handle" in vars(value))
    }
    _left[job["position"]] = ours
    if job["hidden"]:
        _made[None] = {}
    refused = {name: sentence for name, sentence in refused.items() if name in names_needed(job["source"])}
    if BEGIN_HIDDEN in caller.decoder.authors:
        outputs = [output for output in outputs if not _tells(output)]
    return [_for_marking(output, sources, refused.values(), shell) for output in outputs]


def _taken(job: dict[str, Any]) -> dict[str, Any]:
    """What earlier tests have left to this one; where it is carried out once more, as it was before."""
    taken = {name: _left[place][name] for name, place in job["values"].items() if name in _left.get(place, {})}
    if job["repeated"]:
        return _copies.get(job["position"], taken)
    with suppress(Exception, Refused):
        _copies[job["position"]] = copy.deepcopy(taken) if taken else {}
    return taken


def _put_in(job: dict[str, Any], caller: Caller, shell: Shell) -> dict[str, str]:
    """Give the test's namespace the student's answers; what cannot cross is refused, by name and with a sentence."""
    namespace = shell.ip.user_ns
    refused: dict[str, str] = {}
    ours = {name for name, value in namespace.items() if callable(value) or type(value).__name__ == "module"}
    ours -= {*shell.fresh, *job["asked"]}
    redefined = ours.intersection(job["redefined"])
    if redefined and names_needed(job["source"]) <= ours:
        # It reads nothing else of the student's: it must pass with the author's `gcd`, out of `from math import *`, and theirs.
        if job["again"]:
            ours -= redefined
        else:
            caller.once_more = True
    for name, answer in job["answers"].items():
        if name in ours or name in shell.fresh:
            continue  # modules and helpers of the locked cells stay what the author made them, and IPython's what it made them
        if name in namespace and name not in job["own"] and ("refused" in answer or is_object(answer)):
            if "value" in answer:  # others may hold it
                with suppress(NotPlain):
                    caller.decoder.decode(answer["value"])
                    caller.decoder.kept |= {answer["value"][1]: namespace[name]} if answer["value"][0] == "object" else {}
            continue  # the author's object, which no cell of the student's has replaced or changed
        if "refused" in answer and (found := _of_library(name, answer)):
            namespace[name] = found
            continue
        if name in SHORT and "value" in answer and f"{name}." in caller.decoder.authors:
            answer = {"refused": f"it is the usual name of {SHORT[name]}; give the answer another name"}
        if "value" in answer:
            try:
                namespace[name] = caller.decoder.decode(answer["value"])
                caller.own.add(name)
                continue
            except NotPlain as error:
                answer = {"refused": str(error)}
        if "refused" in answer:
            # The student's process says it: a class has a name of any length.
            refused[name] = f"{name} cannot be graded: {str(answer['refused'])[: shell.recorder.limits.message]}."
            namespace[name] = _unreadable(refused[name])
        else:
            namespace.pop(name, None)
    caller.moving -= refused.keys()
    caller.answers = {name: namespace.get(name, GONE) for name in caller.own | caller.moving}
    if any(map(callable, caller.answers.values())):
        caller.changing = {name: frozen(namespace[name]) for name in caller.own.intersection(job["changing"], caller.moving)}
    return refused


def _of_library(name: str, answer: dict[str, Any]) -> Any:
    """The library, or the class of one, that a student has imported and a test uses under its own or its usual name."""
    library = str(answer.get("library"))
    if library not in sys.modules and library not in sys.stdlib_module_names:
        return None
    if answer.get("class"):
        found = vars(importlib.import_module(library)).get(name) if library.partition(".")[0] in LIBRARIES else None
        return found if isinstance(found, type) and found.__name__ == name else None
    return importlib.import_module(library) if library == SHORT.get(name, name) or (name, library) in ALSO else None


def _tells(output: dict[str, Any]) -> bool:
    """Whether an output of a hidden test may hold an input of it: a warning shows its line, what is printed what a function gave."""
    if output["output_type"] != "execute_result":
        return bool(output["output_type"] != "error")
    try:
        float(output["data"]["text/plain"])  # the number of points
    except (KeyError, ValueError):
        return True
    return False


# What a value may be asked for in a test.
ANYTHING = ("call", "iter", "len", "getitem", "contains", "eq", "ne", "lt", "le", "gt", "ge", "bool", "add", "radd", "sub", "mul",
            "float", "int", "index", "hash", "getattr", "repr", "str", "format", "round", "abs", "neg")  # fmt: skip


def _unreadable(sentence: str) -> Any:
    """In the place of an answer that cannot cross: any use of it says why."""

    def fail(*_: Any, **__: Any) -> Any:
        raise Refused(sentence)

    return type("Unreadable", (), {f"__{name}__": fail for name in ANYTHING})()


def _for_marking(output: dict[str, Any], sources: list[str], refused: Iterable[str], shell: Shell) -> dict[str, Any]:
    """An output as nbgrader marks it: stderr costs nothing, and an error shows its sentence, never the test's source."""
    if output["output_type"] == "stream":
        return {**output, "name": "stdout"}
    if output["output_type"] != "error":
        return output
    kind, message, recorder = output["ename"], output["evalue"], shell.recorder
    if _in_hidden(recorder.failed_at, sources):
        # The text of such an error, and of one of the student's the kind, may repeat what the hidden test tried or expects.
        if recorder.of_student or (recorder.after_student and not any(message in texts(source) for source in sources)):
            kind, message = "StudentError", "your code raised an error in a test that is not shown"
        elif kind == "AssertionError" and recorder.by_library:  # a library's: it lists what is and what should be
            message = "a test that is not shown failed"
        elif kind not in {"AssertionError", "Refused", "NameError"} and recorder.kind not in LOST.values():
            message = "an error of this type came up in a test that is not shown"
    also = [sentence for sentence in refused if sentence.partition(":")[0] not in message]
    return {
        **output,
        "ename": kind,
        "evalue": message,
        "traceback": [f"{kind}: {message or 'a test failed without a message'}", *also],
    }


def _in_hidden(lines: list[int], sources: list[str]) -> bool:
    """Whether one of these lines of a test cell stands after the mark of its hidden tests, or an earlier test's are used in it."""
    source, *before = sources
    if any(BEGIN_HIDDEN in earlier for earlier in before):
        return True
    if BEGIN_HIDDEN not in source:
        return False
    if source.lstrip().startswith("%%"):  # to Python it is one line
        return True
    first = source[: source.index(BEGIN_HIDDEN)].count("\n") + 1
    return not lines or any(line >= first for line in lines)
