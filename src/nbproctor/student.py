"""The student's process: runs the student's own cells in IPython's shell and hands over values when asked.

Nothing here is trusted by the grader: whatever this process says is only ever an answer.
"""

from __future__ import annotations

import base64
import builtins
import gc
import importlib
import inspect
import io
import itertools
import pickle
import random
import sys
import types
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from nbproctor.calls import frozen, stand_in
from nbproctor.channel import Channel
from nbproctor.errors import error_tree
from nbproctor.plain import Encoder, NotPlain, may_change
from nbproctor.sandbox import Limits
from nbproctor.shell import Shell, ready_shell


def serve(channel: Channel, limits: Limits) -> None:
    """Answer the grader's requests, one at a time, until it closes the channel."""
    gc.set_threshold(50_000)  # memory is bounded anyway, and what the warm parent left is never garbage
    student = Student(channel, ready_shell(limits))
    while True:
        student.answer(channel.receive())


class Student:
    """The student's notebook, as the grader asks it."""

    def __init__(self, channel: Channel, shell: Shell) -> None:
        self.channel, self.shell = channel, shell
        self.functions: list[Callable[..., Any]] = []
        self.describe: Callable[[Any], Any] | None = None  # what can be said of a function, once a test has asked for that
        self.before: list[Any] = []  # what stood in modules in the place of what a test has put there for the call
        self.beside: dict[int, list[str]] = {}  # names of data that a test has fetched together with a function

    def answer(self, request: dict[str, Any]) -> None:
        """Do what is asked and say what came of it."""
        namespace = self.shell.ip.user_ns
        if "run" in request:
            try:
                outputs = self.shell.run(request["run"], request["number"])
            except SystemExit:
                outputs = self.shell.recorder.outputs
            self.channel.send({"outputs": outputs, "names": self.shell.names()})
        elif "fetch" in request:
            first = len(self.functions)
            mine = dict(namespace)
            for text in request["given"]:  # what the test imports or defines: a function of the student's may rely on it
                with suppress(Exception):
                    exec(text, namespace)
            namespace.update(mine)
            self.describe = described if request["describe"] else self.describe
            encoder = Encoder(self.functions, self.shell.recorder.shown, self.describe)
            values = {name: self._encoded(namespace[name], encoder) for name in request["fetch"] if name in namespace}
            data = [name for name in values if "value" in values[name] and _is_data(namespace[name])]
            self.beside |= dict.fromkeys(range(first, len(self.functions)), data)
            self.channel.send({"values": values})
        elif "call" in request:
            shared = self._unpacked(request["shared"])
            if not request["cases"]:
                self._surround(request)
            self.channel.send({"replies": [self._call(request["call"], case, shared, request) for case in request["cases"]]})

    def _encoded(self, value: Any, encoder: Encoder) -> dict[str, Any]:
        met = dict(encoder.met)
        try:
            encoder.nodes = encoder.depth = 0
            return {"value": encoder.encode(value)}
        except NotPlain as error:
            home = getattr(value, "__module__", "") if isinstance(value, type) else ""
            library = value.__name__ if isinstance(value, types.ModuleType) else home
            encoder.met = met  # of what is refused nothing arrives
            return {"refused": str(error), "library": library, "class": bool(home)}
        except BaseException as error:
            encoder.met = met
            # Reading an answer may run the student's code (a property, an iterator): its failure is the answer's.
            return {"refused": f"reading it fails with {type(error).__name__}"}

    def _call(self, handle: int, case: str, shared: list[Any], request: dict[str, Any]) -> dict[str, Any]:
        """What a call returns or raises; of a single one also what it prints, and changes in place or among the names beside it."""
        function, namespace = self.functions[handle], self.shell.ip.user_ns
        beside: dict[str, Any] = {}
        self.shell.recorder.clear()
        alone = "alone" in request
        kept: list[tuple[Any, Any, tuple[int, ...] | None]] = []
        after: list[tuple[int, ...] | None] = []
        awaited = False
        result = None
        try:
            self._surround(request)
            args, kwargs = self._unpacked(case, shared)
        except Exception as error:  # not the function's
            return {"refused": f"its arguments do not arrive ({type(error).__name__})"}
        try:
            with self.shell.recording():
                if alone:
                    beside = {
                        name: (namespace[name], frozen(namespace[name]))
                        for name in self.beside.get(handle, ())
                        if name in namespace
                    }
                    places = [*enumerate(args), *kwargs.items()]
                    kept = [(key, value, frozen(value)) for key, value in places if may_change(value)]
                with _replaced(self._patched(request)) as self.before:
                    result = function(*args, **kwargs)
                    if isinstance(result, types.CoroutineType):
                        import asyncio

                        awaited, result = True, asyncio.run(result)
                encoder = Encoder(self.functions, self.shell.recorder.shown, self.describe)
                after = [frozen(value) for _, value, _ in kept]
                if after == [before for *_, before in kept] and None not in after:
                    encoder.arguments = {key: value for key, value, _ in kept}
                reply = self._encoded(result, encoder)
        except NotPlain as error:  # an iterator without an end
            reply = {"refused": str(error)}
        except BaseException as error:
            reply = {"raised": error_tree(error, self.shell.recorder.limits.message, self.functions)}
        if alone:
            reply["awaited"] = awaited
            reply["printed"] = "".join(o["text"] for o in self.shell.recorder.outputs if o.get("name") == "stdout")
            reply["same"] = next((key for key, value, _ in kept if value is result and isinstance(key, int)), None)
            reply["changed"] = []
            reply["globals"] = []
            for name, (value, before) in beside.items():
                with suppress(Exception):
                    if namespace[name] is not value or frozen(value) != before:
                        reply["globals"].append([name, Encoder(self.functions).encode(namespace[name])])
            for (key, value, before), now in zip(kept, after or [frozen(value) for _, value, _ in kept], strict=True):
                with suppress(Exception):
                    if now != before:
                        reply["changed"].append([key, Encoder(self.functions).encode(value)])
        return reply

    def _surround(self, request: dict[str, Any]) -> None:
        """What the test has set for the call, or left behind."""
        if "globals" in request:
            self.shell.ip.user_ns.update(self._unpacked(request["globals"]))
            for name in request["gone"]:
                self.shell.ip.user_ns.pop(name, None)
        if "random" in request:
            state, of_numpy = self._unpacked(request["random"])
            random.setstate(state)
            if of_numpy and "numpy" in sys.modules:
                sys.modules["numpy"].random.set_state(of_numpy)

    def _patched(self, request: dict[str, Any]) -> list[tuple[str, str, Any]]:
        return self._unpacked(request["patched"]) if "patched" in request else []

    def _unpacked(self, text: str, shared: Sequence[Any] = ()) -> Any:
        unpickler = _Unpickler(io.BytesIO(base64.b64decode(text)))
        unpickler.places = {"own": self.functions, "shared": shared}
        unpickler.given = self._given
        unpickler.namespace = self.shell.ip.user_ns
        return unpickler.load()

    def _given(self, number: int) -> Callable[..., Any]:
        """What calls one of the test's functions."""

        def given(*args: Any, **kwargs: Any) -> Any:
            with _replaced(self.before):
                self.channel.send({"back": number, "arguments": Encoder(self.functions).encode([args, kwargs])})
                while True:
                    message = self.channel.receive()
                    if "returned" in message:
                        return self._unpacked(message["returned"])
                    if "raised" in message:
                        raise getattr(builtins, message["raised"])(message["message"])
                    self.answer(message)  # it calls a function of the student's

        return given


class _Unpickler(pickle.Unpickler):
    """Puts in what `stand_in` stands for."""

    places: dict[str, Sequence[Any]]
    given: Callable[[int], Callable[..., Any]]
    namespace: dict[str, Any]

    def find_class(self, module: str, name: str) -> Any:
        return self._found if (module, name) == (stand_in.__module__, stand_in.__name__) else super().find_class(module, name)

    def _found(self, kind: str, number: int, name: str = "", doc: str = "") -> Any:
        if kind in self.places:
            return self.places[kind][number]
        if kind == "named":
            return self.namespace[name]
        given = self.given(number)
        if kind == "items":
            return itertools.chain.from_iterable(iter(given, []))
        given.__name__ = given.__qualname__ = name or "given"
        given.__doc__ = doc or None
        return given


@contextmanager
def _replaced(places: Iterable[tuple[str, str, Any]]) -> Iterator[list[tuple[str, str, Any]]]:
    """With these functions in the place of others, by module and name."""
    before = [(module, name, getattr(importlib.import_module(module), name)) for module, name, _ in places]
    try:
        for module, name, function in places:
            setattr(sys.modules[module], name, function)
        yield before
    finally:
        for module, name, function in before:
            setattr(sys.modules[module], name, function)


def _is_data(value: Any) -> bool:
    return not callable(value) and not hasattr(value, "__next__")


def described(function: Any) -> dict[str, Any]:
    """What can be said of a function without calling it, as a tree."""
    about: dict[str, Any] = {
        "doc": function.__doc__ and str(function.__doc__),
        "annotations": ["dict", []],
        "parameters": [],
        "source": "",
    }
    with suppress(Exception):
        for name, said in function.__annotations__.items():
            with suppress(Exception):
                about["annotations"][1].append([name, Encoder([]).encode(said)])
    with suppress(Exception):
        about["source"] = inspect.getsource(function)
    with suppress(Exception):
        for parameter in inspect.signature(function).parameters.values():
            default = [] if parameter.default is parameter.empty else [Encoder([]).encode(parameter.default)]
            about["parameters"].append([parameter.name, int(parameter.kind), default])
    return about
