"""The student's process: runs the student's own cells in IPython's shell and hands over values when asked.

Nothing here is trusted by the grader: whatever this process says is only ever an answer.
"""

from __future__ import annotations

import base64
import gc
import itertools
import pickle
import types
from collections.abc import Callable
from typing import Any

from nbproctor.channel import Channel
from nbproctor.plain import MAX_NODES, Encoder, NotPlain
from nbproctor.sandbox import Limits
from nbproctor.shell import Shell, as_shown, ready_shell


def serve(channel: Channel, limits: Limits) -> None:
    """Answer the grader's requests, one at a time, until it closes the channel."""
    gc.set_threshold(50_000)  # memory is bounded anyway, and what the warm parent left is never garbage
    own = ready_shell(limits)
    functions: list[Callable[..., Any]] = []
    used: dict[int, dict[str, Any]] = {}
    while True:
        request = channel.receive()
        if "run" in request:
            try:
                outputs = own.run(request["run"], request["number"])
            except SystemExit:
                outputs = own.recorder.outputs
            channel.send({"outputs": outputs, "names": own.names()})
        elif "fetch" in request:
            first = len(functions)
            namespace = own.ip.user_ns
            values = {name: _encoded(namespace[name], functions, own) for name in request["fetch"] if name in namespace}
            used[request["test"]] = _globals_used(functions[first:], namespace)
            channel.send({"values": values})
        elif "moved" in request:
            channel.send({"moved": [test for test, names in used.items() if _moved(names, own.ip.user_ns)]})
        elif "call" in request:
            function = functions[request["call"]]
            channel.send({"replies": [_call(function, arguments, functions, own) for arguments in request["cases"]]})


_ABSENT = object()
_STEADY = (int, float, str, bytes, bool, type(None), types.ModuleType, types.FunctionType, types.BuiltinFunctionType)


def _globals_used(functions: list[Callable[..., Any]], namespace: dict[str, Any]) -> dict[str, Any]:
    """Global names that functions read, directly or through functions that they call, with what they name now.

    Attributes count too, which errs on the safe side. What is no plain function counts as something that may change.
    """
    used: dict[str, Any] = {}
    waiting: list[Any] = list(functions)
    while waiting:
        function = waiting.pop()
        if not isinstance(function, types.FunctionType):
            used[repr(type(function))] = [function]
            continue
        if function.__globals__ is not namespace:
            continue  # of a library
        codes = [function.__code__]
        while codes:
            code = codes.pop()
            codes += [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]
            for name in code.co_names:
                if name not in used:
                    used[name] = namespace.get(name, _ABSENT)
                    if isinstance(used[name], types.FunctionType):
                        waiting.append(used[name])
    return used


def _moved(used: dict[str, Any], namespace: dict[str, Any]) -> bool:
    """Whether a global is another than it was, or could have been changed in place."""
    return any(namespace.get(name, _ABSENT) is not value or not _is_steady(value) for name, value in used.items())


def _is_steady(value: Any) -> bool:
    of_library = isinstance(value, type) and value.__module__ != "__main__"
    return value is _ABSENT or isinstance(value, _STEADY) or of_library


def _encoded(value: Any, functions: list[Callable[..., Any]], own: Shell) -> dict[str, Any]:
    try:
        return {"value": Encoder(functions, own.recorder.shown).encode(value)}
    except NotPlain as error:
        return {"refused": str(error)}
    except BaseException as error:
        # Reading an answer may run the student's code (a property, an iterator): its failure is the answer's.
        return {"refused": f"reading it fails with {type(error).__name__}"}


def _call(function: Callable[..., Any], arguments: Any, functions: list[Callable[..., Any]], own: Shell) -> dict[str, Any]:
    own.recorder.clear()
    try:
        with own.recording():
            args, kwargs = pickle.loads(base64.b64decode(arguments))
            result = function(*args, **kwargs)
            if isinstance(result, types.CoroutineType):
                import asyncio

                result = asyncio.run(result)
            # A zip, a map, a generator: what its items are shows only by taking them, as the test would.
            once = hasattr(type(result), "__next__") and type(result).__module__ in ("builtins", "itertools")
            if once:
                result = list(itertools.islice(result, MAX_NODES))
    except BaseException as error:
        return {"raised": type(error).__name__, "message": as_shown(error)[:2000]}
    reply = _encoded(result, functions, own)
    if once and "value" in reply:
        reply["value"][0] = "iterator"
    return reply
