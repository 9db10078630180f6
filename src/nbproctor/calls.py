"""A student's function as a test calls it: by data, in the student's process.

What goes there is a pickle, ours to them; what comes back is a tree of plain data. A function among the arguments stays here, and
is called back.
"""

from __future__ import annotations

import base64
import inspect
import io
import linecache
import pickle
import random
import re
import sys
import threading
import types
import zlib
from collections import deque
from collections.abc import Callable, ItemsView, KeysView, ValuesView
from contextlib import suppress
from typing import Any, ClassVar

from nbproctor.author import ABOUT, BEGIN_HIDDEN, BUILTINS
from nbproctor.channel import Channel
from nbproctor.errors import LIBRARIES, RAISED, StudentError, as_shown
from nbproctor.plain import CHANGING, Decoder, Further, NotPlain, give, held_by, named_tuple, yields
from nbproctor.shell import no_input

PATCHES = re.compile(r"patch|\w\.\w+[ \t]*=(?!=)")  # a test that may put something in the place of a module's function
# Nothing else of a student's goes by these.
SHORT = {"np": "numpy", "pd": "pandas", "plt": "matplotlib.pyplot", "alt": "altair"}
GONE = object()  # in the place of what a test has deleted


class Refused(BaseException):
    """An answer that is no plain data; the message is a sentence for the student. No error that a test may wait for."""


# Why there is no reply to a call, as the grader says it; to a student by these names.
LOST = {why: type(name, (Refused,), {}) for why, name in (("late", "TimeoutError"), ("ended", "RuntimeError"))}


def _home(value: Any) -> str:
    return str(getattr(value, "__module__", None) or type(value).__module__)


def _of_library(value: Any) -> bool:
    return _home(value).partition(".")[0] in LIBRARIES or _home(value) == "copyreg"


class _Packer(pickle.Pickler):
    """Data and what libraries have, which the student's process has too; functions become `stand_in` and a number."""

    classes: ClassVar[set[type]] = set()  # the author's own, which the student's process has under their names
    plain: ClassVar[set[type]] = set()  # of which no value is looked at twice: a table has a hundred parts

    def __init__(self, file: io.BytesIO, given: list[Callable[..., Any]], shared: dict[Any, Any] | None) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self.given, self.shared = given, shared

    def reducer_override(self, value: Any) -> Any:
        if type(value) in self.plain or type(value) in self.classes:
            return NotImplemented
        if isinstance(value, type) and value in self.classes:
            return stand_in, ("named", 0, value.__name__)
        if self.shared is not None and type(value).__name__ == "CategoricalDtype" and _of_library(value):
            # Half of a small table is its categories, which nobody can change and all cases of a test mostly have in common.
            place, _ = self.shared.setdefault((id(value.categories), value.ordered), (len(self.shared), value))
            return stand_in, ("shared", place)
        if isinstance(value, tuple):  # one with names: a row of a table, or made here of the student's answer
            fields = getattr(value, "_fields", None)
            return (named_tuple, (type(value).__name__, fields, tuple(value))) if fields else (tuple, (tuple(value),))
        if isinstance(value, KeysView | ItemsView | ValuesView):
            return list, (list(value),)
        if isinstance(value, types.MappingProxyType):
            return dict, (dict(value),)
        if yields(value):  # no more is taken of it than the student's function takes
            self.given.append(Further(value))
            return stand_in, ("items", len(self.given) - 1)
        if callable(value) and not isinstance(value, type):
            return self._function(value)
        if not _of_library(value):
            raise NotPlain(f"a {type(value).__name__} of {_home(value)} does not cross to the student's process")
        if not isinstance(value, type):
            self.plain.add(type(value))
        return NotImplemented

    def _function(self, value: Callable[..., Any]) -> Any:
        if value is stand_in or value is named_tuple:
            return NotImplemented
        if isinstance(value, types.FunctionType) and "handle" in vars(value):
            return stand_in, ("own", vars(value)["handle"])
        if isinstance(value, types.MethodType) and _of_library(type(value.__self__)):
            return NotImplemented  # its object goes along: called back, a table's `query` would run the student's text here
        if isinstance(value, types.FunctionType | types.MethodType | types.BuiltinFunctionType):
            found: Any = sys.modules.get(_home(value)) if _of_library(value) else None
            for part in value.__qualname__.split("."):
                found = getattr(found, part, None)
            if found is value:
                return NotImplemented
        elif _of_library(value) and not _home(value).startswith("unittest"):
            return NotImplemented
        self.given.append(value)
        about = [str(getattr(value, part, None) or "") for part in ("__name__", "__doc__")]
        return stand_in, ("given", len(self.given) - 1, *about)


def stand_in(kind: str, number: int, name: str = "", doc: str = "") -> Any:
    """In a pickle: one of the student's `own` functions, what calls one of the author's that is `given`, the `items` that one gives,
    what cases have `shared`, or the author's class that is `named`."""
    raise NotImplementedError("only a student's process knows")


def packed(value: Any, given: list[Callable[..., Any]], shared: dict[Any, Any] | None = None) -> str:
    """A value for the student's process; functions in it are added to `given`, and to `shared` what goes along beside it.

    Raises `NotPlain` for what is no data. A pickle, which takes a fifth of the time of a tree, is safe this way round: what comes
    back is a tree.
    """
    file = io.BytesIO()
    _Packer(file, given, shared).dump(value)
    return base64.b64encode(file.getbuffer()).decode()


class Caller:
    """The student's functions for one test; `given` are the author's that went along as arguments, by number.

    What a function changes in its arguments is seen by the test where it returns nothing, as `sort` does. Else a test would pass
    whose right answer is worked out from the same arguments, emptied: then the changes are held back, and a test that passes so must
    pass `once_more`, `again` with them (1). So it is with `doubtful` names, to which the test gives another value: a function could read
    in them what is right (2).
    """

    given: ClassVar[list[Callable[..., Any]]] = []  # for all tests
    left: ClassVar[set[int]] = (
        set()
    )  # of these, those that a test which hides nothing has left behind under a name of the student's

    def __init__(self, channel: Channel, job: dict[str, Any], namespace: dict[str, Any]) -> None:
        source, again = job["source"], job["again"]
        self.channel, self.again, self.once_more, self.called = channel, again, False, False
        self.namespace = namespace  # the test's
        self.answers: dict[str, Any] = {}  # names in it, as they are in the student's process
        self.own: set[str] = set()  # of these, those of which it has said what they hold
        # Those to which the test may give another value there, and of these the ones in which may be what is right.
        self.moving, self.doubtful = {*job["shared"], *job["doubtful"]}, {*job["doubtful"]}
        self.first = len(self.given)
        self.changing: dict[str, Any] = {}  # names whose value the test may change in place, and what it holds there
        self.seeds = "seed" in source
        self.state = ""
        self.one_at_a_time = threading.RLock()
        # Modules of which a test may replace functions, such as `builtins.input` or `time.sleep`, and what they hold.
        self.modules = [
            (module, {name: value for name, value in vars(module).items() if not name.startswith("_")})
            for module in (_modules_in(source) if PATCHES.search(source) else ())
        ]
        self.awaits = "await" in source or "asyncio" in source
        self.decoder = Decoder(self.proxy)

    def know(self, classes: dict[str, Any]) -> None:
        """The author's own classes, whose objects go to and fro by their attributes."""
        self.decoder.classes, _Packer.classes = classes, set(classes.values())

    def proxy(self, handle: int, name: str, about: Any) -> Callable[..., Any]:
        """Stand-in for a function.

        `many(cases)` works out a list of tuples of arguments at once, and gives for each the value or the exception: of a call, the
        way to the other process and back takes longer than most functions do.
        """

        def call(*args: Any, **kwargs: Any) -> Any:
            (reply,) = self._ask(handle, name, [(args, kwargs)], self._surroundings())
            try:
                value, raised = heard(reply, args, kwargs)
            except Exception:  # whatever else it says is the student's, and may repeat a hidden input
                raise _of_student(StudentError("an answer that cannot be read")) from None
            if raised:
                raise value
            return _awaitable(value) if self.awaits and reply.get("awaited") else value

        def heard(reply: dict[str, Any], args: Any, kwargs: Any) -> tuple[Any, bool]:
            """What a call came to, one of its arguments perhaps, and whether that is an error to be raised."""
            if not hasattr(sys.stdout, "recorder"):  # the test listens to it; elsewhere it would be shown
                sys.stdout.write(str(reply.get("printed", "")))
            self.decoder.arguments = dict(enumerate(args)) | kwargs
            outcome = self._outcome(reply, name)
            changed = reply.get("changed") or []
            same = reply.get("same") if isinstance(reply.get("same"), int) else None
            beside = reply.get("globals") or []
            listens = not hasattr(sys.stdout, "recorder")
            if (changed or beside) and (outcome is not None or same is not None or listens) and not self.again:
                self.once_more = True
            else:
                self._change_beside(beside)
                for key, tree in changed:
                    _change(args[key] if isinstance(key, int) else kwargs[str(key)], self.decoder.decode(tree))
                if same is not None:
                    return args[same], False
            return outcome, isinstance(outcome, BaseException)

        def many(cases: Any) -> list[Any]:
            replies = self._ask(handle, name, [(tuple(c), {}) for c in cases], {})
            self.decoder.arguments = {}
            return [self._outcome(reply, name) for reply in replies]

        call.__name__ = call.__qualname__ = name
        call.__dict__ |= {"handle": handle, "many": many}
        with suppress(Exception):  # what the student's process says of it
            self._describe(call, about)
        return call

    def _change_beside(self, beside: Any) -> None:
        """Give names of the student's what a function has made of them."""
        for name, tree in beside:
            old = self.namespace.get(name, GONE)
            # Not what the test has put there: it may be what is right.
            if name in self.own and old is self.answers.get(name) and not callable(old):
                new = self.decoder.decode(tree)
                if type(new) is type(old) and isinstance(old, CHANGING):
                    _change(old, new)
                else:
                    self.answers[name] = self.namespace[name] = new

    def _surroundings(self) -> dict[str, Any]:
        """What a test may have set for a call: functions of modules, the student's names, and the state of the random numbers."""
        around: dict[str, Any] = {"alone": True, **self._moved()}
        patched = [
            (module.__name__, name, vars(module)[name])
            for module, before in self.modules
            for name, value in before.items()
            if (now := vars(module).get(name, value)) is not value and (callable(now) or now is None) and now is not no_input
        ]
        with suppress(Exception, Refused):
            around |= {"patched": packed(patched, self.given)} if patched else {}
        if self.seeds:
            numpy = sys.modules.get("numpy")
            state = packed((random.getstate(), numpy and numpy.random.get_state()), [])
            if state != self.state:  # else it goes on from where its last call left it
                around["random"] = state
                random.random()  # so that the same seed, set again, is seen
                self.state = packed((random.getstate(), numpy and numpy.random.random() and numpy.random.get_state()), [])
        return around

    def _moved(self) -> dict[str, Any]:
        """Of the student's names, those to which the test has given another value since its last call, and those that it has deleted."""
        now = {name: self.namespace.get(name, GONE) for name in self.moving}
        # An iterator would be used up on its way.
        moved = {n: value for n, value in now.items() if value is not self.answers.get(n, GONE) and not yields(value)}
        for name, held in self.changing.items():
            if name not in moved and (new := frozen(now[name])) != held:
                moved[name], self.changing[name] = now[name], new
        # Under a built-in's name a function only, which may be forbidden; what a test has worked out goes by any.
        moved = {name: value for name, value in moved.items() if name not in BUILTINS or callable(value) or value is GONE}
        if self.again < 2 and moved.keys() & self.doubtful:
            self.once_more = True
            moved = {name: value for name, value in moved.items() if name not in self.doubtful}
        if moved:
            with suppress(Exception, Refused):
                kept = packed({name: value for name, value in moved.items() if value is not GONE}, self.given)
                self.answers |= moved
                return {"globals": kept, "gone": [name for name, value in moved.items() if value is GONE]}
        return {}

    def settle(self) -> None:
        """Leave the student's process as the test, which has come to its end, leaves the names: mostly as it has found them."""
        self.moving -= set() if self.again == 2 else self.doubtful
        if self.called and (moved := self._moved()):
            self._ask(0, "", [], moved)
        if BEGIN_HIDDEN not in self.decoder.authors:
            kept = {id(value) for value in self.answers.values()}
            self.left.update(number for number in range(self.first, len(self.given)) if id(self.given[number]) in kept)

    def _ask(self, handle: int, name: str, cases: list[Any], around: dict[str, Any]) -> list[dict[str, Any]]:
        with self.one_at_a_time:
            return self._asked(handle, name, cases, around)

    def _asked(self, handle: int, name: str, cases: list[Any], around: dict[str, Any]) -> list[dict[str, Any]]:
        try:
            shared: dict[Any, Any] = {}
            arguments = [packed(case, self.given, shared) for case in cases]
            beside = packed([value for _, value in shared.values()], self.given)
        except Exception as error:  # whatever it is, it is not the student's
            why = "" if BEGIN_HIDDEN in self.decoder.authors else f": {as_shown(error)}"
            raise Refused(f"{name}() cannot be tried with this argument{why}") from None
        self.called = True
        self.channel.send({"call": handle, "cases": arguments, "shared": beside, **around})
        while "replies" not in (message := self.channel.receive()):  # the grader stops this process where it takes too long
            self.channel.send(self._answer(message))
        replies = message["replies"] if isinstance(message["replies"], list) else []
        replies = [reply if isinstance(reply, dict) else {} for reply in replies[: len(cases)]]
        # The grader's own word, which no reply of the student's process can hold: an exception is no JSON.
        lost = {"lost": LOST[message["lost"][0]](message["lost"][1])} if "lost" in message else {}
        return replies + [lost] * (len(cases) - len(replies))

    def _answer(self, message: dict[str, Any]) -> dict[str, Any]:
        """The student's function calls one that it was given."""
        try:
            args, kwargs = self.decoder.decode(message.get("arguments"))
            number = int(message["back"])
            if number < self.first and number not in self.left:
                raise LookupError("a function that another test has given")
            return {"returned": packed(self.given[number](*args, **kwargs), self.given)}
        except Exception as error:
            kind = next(base for base in type(error).__mro__ if base.__module__ == "builtins")
            return {"raised": kind.__name__, "message": str(error)}

    def _outcome(self, reply: dict[str, Any], name: str) -> Any:
        """The value that a function returned, or the exception that stands for it; an exception itself is no plain data."""
        try:
            if isinstance(reply.get("lost"), Refused):
                return reply["lost"]
            if "raised" in reply:
                error = self.decoder.decode(reply["raised"])
                return _of_student(error if isinstance(error, RAISED) else StudentError("an error that cannot be read"))
            if "value" in reply:
                value = self.decoder.decode(reply["value"])
                return _of_student(value) if isinstance(value, Exception) else value
        except NotPlain as error:
            return _of_student(Refused(f"{name}() returns something that cannot be graded: {error}."))
        if "refused" in reply:
            return _of_student(Refused(f"{name}() returns something that cannot be graded: {reply['refused']}."))
        return _of_student(Refused(f"{name}() returns nothing that can be read."))

    def _describe(self, call: Any, about: Any) -> None:
        authors = self.decoder.authors
        if not isinstance(about, dict) or not any(word in authors for word in ABOUT):
            return
        # What these are given as text they run, here.
        call.__doc__ = None if "doctest" in authors else about["doc"]
        call.__annotations__ = self.decoder.decode(about["annotations"])
        if "get_type_hints" in authors or "eval_str" in authors:
            # Nor what may hold such text: no more than classes.
            call.__annotations__ = {
                name: said for name, said in call.__annotations__.items() if type(said) in (type, type(None))
            }
        empty, said = inspect.Parameter.empty, call.__annotations__
        parameters = [
            inspect.Parameter(
                name,
                inspect._ParameterKind(kind),
                default=self.decoder.decode(default[0]) if default else empty,
                annotation=said.get(name, empty),
            )
            for name, kind, default in about["parameters"]
        ]
        call.__signature__ = inspect.Signature(parameters, return_annotation=said.get("return", empty))
        place = f"<{call.__name__} {call.handle}>"
        linecache.cache[place] = (len(about["source"]), None, str(about["source"]).splitlines(True), place)
        call.__code__ = call.__code__.replace(co_filename=place, co_firstlineno=1)


def frozen(value: Any) -> tuple[int, ...] | None:
    """Numbers for what a value holds, for comparison, of which no copy is made; None where that does not show."""
    with suppress(Exception, Refused):
        tables: list[pickle.PickleBuffer] = []
        held = pickle.dumps(value, 5, buffer_callback=tables.append)
        return hash(held), *(zlib.crc32(table.raw()) for table in tables)
    return None


def _modules_in(source: str) -> list[types.ModuleType]:
    """Modules that a test names, `os.path` or `np.random` say, if they are here."""
    found: dict[str, types.ModuleType] = {}
    for path in set(re.findall(r"[\w.]+", source)):
        first, *parts = path.split(".")
        module = sys.modules.get(SHORT.get(first, first))
        while module is not None and module.__name__ not in ("__main__", "sys"):
            found[module.__name__] = module
            inner = vars(module).get(parts.pop(0)) if parts else None
            module = inner if isinstance(inner, types.ModuleType) else None
    return list(found.values())


async def _awaitable(value: Any) -> Any:
    return value


def _change(target: Any, new: Any) -> None:
    """Give an argument what the student's function made of it in place."""
    if type(new) is not type(target):
        return
    if isinstance(target, list | bytearray):
        target[:] = new
    elif isinstance(target, dict | set):
        target.clear()
        target.update(new)
    elif isinstance(target, deque):
        target.clear()
        target.extend(new)
    elif type(target) in _Packer.classes:
        getattr(target, "__dict__", {}).clear()
        for name, one in held_by(new).items():
            give(target, name, one)
    elif isinstance(target, io.StringIO | io.BytesIO):
        target.seek(0)
        target.truncate()
        target.write(new.getvalue())
        target.seek(new.tell())
    elif isinstance(target, random.Random):
        target.setstate(new.getstate())
    elif hasattr(target, "bit_generator"):
        target.bit_generator.state = new.bit_generator.state
    elif hasattr(target, "_update_inplace"):  # pandas' own way to change a table as a whole
        target._update_inplace(new)
    elif hasattr(target, "shape") and target.shape == new.shape:
        target[...] = new


def _of_student(error: BaseException) -> BaseException:
    """Mark an error whose text the student's function has written: it may repeat what a hidden test called it with."""
    for one in (error, error.__cause__):
        with suppress(AttributeError):  # there is no cause
            one.of_student = True  # type: ignore[union-attr]
    return error
