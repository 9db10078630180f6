"""What cells say, read without running them: the names that an author's use and define, and their code; names of a student's."""

from __future__ import annotations

import ast
import base64
import builtins
import functools
import marshal
import math
import re
import symtable
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any

FILE = "<test>"
BEGIN_HIDDEN = "BEGIN HIDDEN TESTS"  # as nbgrader looks for it
BUILTINS = frozenset(dir(builtins))
IMPORTS = (ast.Import, ast.ImportFrom)
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
# What looks for names that are given as texts; with the first, only running it shows which.
WHATEVER = {"eval", "exec", "globals", "locals", "get_ipython"}
BY_TEXT = WHATEVER | {"vars", "dir"}
# Where one of these is in a test, it asks how a function is written.
ABOUT = ("inspect", "__doc__", "__annotations__", "__signature__", "pydoc", "help(", "get_type_hints")
MAGICS = ("run_line_magic", "run_cell_magic")
# A student's cell is searched rather than read where it is longer than a long one, or no Python: parsing it may take minutes, all
# memory, or Python's whole stack.
LONG = 4_000
DEFINED = re.compile(r"^(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)", re.M)
ASSIGNED = re.compile(r"\b\w+\b(?=[ \t]*(?:,|[-+*/|&@%^]{0,2}=(?!=)))|(?<=\bfor )\w+|(?<=\bas )\w+|(?<=\bimport )\w+")
MAGIC = re.compile(r"^([ \t]*)[%!?].*$", re.M)
TIMED = re.compile(r"^([ \t]*)%time(?:it)?[ \t]+(?=\w)", re.M)  # what stands behind is run
CHANGERS = frozenset({"next", "setattr", "delattr", "exec", "eval"})  # built-in functions that may change an argument
PASSES = 20  # over a student's cells, to follow what functions call; two are enough where what is called stands above


@functools.lru_cache(maxsize=512)
def _plain(source: str) -> str:
    """A cell as plain Python: what IPython makes of its magics. Raises `SyntaxError` where it is none."""
    try:
        ast.parse(source)
        return source
    except SyntaxError:
        from IPython.core.inputtransformer2 import TransformerManager

        return str(TransformerManager().transform_cell(source))


@functools.lru_cache(maxsize=4096)
def _tree(source: str) -> ast.Module:
    """What an author's cell says; nobody changes it. Raises `SyntaxError` where it is no Python."""
    return ast.parse(_plain(source))


@functools.lru_cache(maxsize=512)
def names_read(source: str, asked: frozenset[str] = frozenset()) -> frozenset[str]:
    """Global names that a test cell reads; empty where it is no Python.

    Not those that are local to a function: what is asked for tells a student's process which names a test uses. No built-in's name
    but those `asked` for: a student's `abs` would decide how far two numbers are apart.
    """
    try:
        scopes, tree = _scopes(_plain(source)), _tree(source)
    except (SyntaxError, ValueError):
        return frozenset()
    changed = [node.target for node in ast.walk(tree) if isinstance(node, ast.AugAssign)]
    names = {target.id for target in changed if isinstance(target, ast.Name)}  # `x += 1` counts as writing only
    for table in scopes:
        symbols = [symbol for symbol in table.get_symbols() if symbol.is_referenced()]
        names.update(symbol.get_name() for symbol in symbols if symbol.is_global() or table is scopes[0])
    for text in _in_magics(tree):
        names |= names_read(text, asked)
    return frozenset(names | _named_by_text(source, names)) - (BUILTINS - asked)


def _named_by_text(source: str, names: set[str]) -> set[str]:
    """Names in texts of a cell that reads `names`: all if it may look some up so, else what a `patch("__main__.name")` replaces."""
    looked_up = r"[^\W\d]\w*" if names & BY_TEXT else r"^__main__\.(\w+)"
    return {name for text in texts(source) for name in re.findall(looked_up, text)}


@functools.lru_cache(maxsize=512)
def reads_any(source: str) -> bool:
    """Whether a test cell may read names that do not stand in it, such as `globals()[f"x{n}"]`."""
    with suppress(SyntaxError, ValueError):
        nodes = [*ast.walk(_tree(source))]
        magics = [node.value for node in nodes if isinstance(node, ast.Attribute) and node.attr in MAGICS]
        known = {id(call.func) for call in magics if isinstance(call, ast.Call)}  # `%time` is one
        return any(isinstance(node, ast.Name) and node.id in WHATEVER and id(node) not in known for node in nodes)
    return False


def _in_magics(tree: ast.AST) -> Iterator[str]:
    """Code that is given to a magic: what `%time` is to time."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MAGICS:
            yield from (text.value for text in node.args[1:] if isinstance(text, ast.Constant) and isinstance(text.value, str))


@functools.lru_cache(maxsize=512)
def author_names(source: str) -> frozenset[str]:
    """Names that an author's cell imports or defines: they are the author's, whatever a student calls so."""
    return frozenset(name for node in _body(source) if isinstance(node, (*IMPORTS, *DEFINITIONS)) for name in _binds(node))


@functools.lru_cache(maxsize=512)
def test_names(source: str) -> frozenset[str]:
    """The same of a test, but for what it gives another value too: a student's function, say, that it replaces for a while."""
    others = (names_set(ast.unparse(node)) for node in _body(source) if not isinstance(node, (*IMPORTS, *DEFINITIONS)))
    return author_names(source).difference(*others)


@functools.lru_cache(maxsize=512)
def names_defined(source: str) -> frozenset[str]:
    """Functions and classes that a cell defines."""
    return frozenset(node.name for node in _body(source) if isinstance(node, DEFINITIONS))


@functools.lru_cache(maxsize=512)
def shown_definitions(source: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Imports, functions and classes that students see in a test cell, which theirs may use; and what each gives a value."""
    nodes = [node for node in _body(source.partition(BEGIN_HIDDEN)[0]) if isinstance(node, (*IMPORTS, *DEFINITIONS))]
    return tuple((ast.unparse(node), frozenset(_binds(node)) - BUILTINS) for node in nodes)


@functools.lru_cache(maxsize=512)
def names_asked(source: str) -> frozenset[str]:
    """Names that a cell defines or gives a value, each by a statement of its own.

    Of an answer cell as it was given out: they are the student's, even if a built-in's.
    """
    targets = [target for node in _body(source) if isinstance(node, ast.Assign) for target in node.targets]
    return names_defined(source) | {target.id for target in targets if isinstance(target, ast.Name)}


@functools.lru_cache(maxsize=512)
def names_set(source: str) -> frozenset[str]:
    """Names that a cell gives a value, imports or defines, anywhere in it."""
    try:
        return _set_in(_tree(source))
    except (SyntaxError, ValueError):
        return frozenset()


@functools.lru_cache(maxsize=4096)
def names_changed(source: str) -> frozenset[str]:
    """Names to which a student's cell gives a value, into which it stores something, or which it hands to a function or calls a method of."""
    with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
        return _changed_in(ast.parse(_legible(source)))
    return _words(source)


@functools.lru_cache(maxsize=512)
def names_test_changes(source: str) -> frozenset[str]:
    """The same of an author's cell."""
    return frozenset().union(*map(_changed_in, _body(source)))


def _changed_in(tree: ast.AST) -> frozenset[str]:
    nodes = list(ast.walk(tree))
    places: list[Any] = [node for node in nodes if isinstance(getattr(node, "ctx", None), ast.Store | ast.Del)]
    for call in nodes:
        if isinstance(call, ast.Call) and not (isinstance(call.func, ast.Name) and call.func.id in BUILTINS - CHANGERS):
            places += [call.func] if isinstance(call.func, ast.Attribute) else []
            places += [*call.args, *(keyword.value for keyword in call.keywords)]
    for place in places:
        places += [place.value] if isinstance(place, ast.Attribute | ast.Subscript | ast.Starred) else []
    named = {place.id for place in places if isinstance(place, ast.Name)}
    return frozenset(named | {node.name for node in nodes if isinstance(node, DEFINITIONS)})


@functools.lru_cache(maxsize=4096)
def names_bound(source: str) -> frozenset[str]:
    """Names to which a student's cell gives a value in the notebook itself, not inside of a function or a comprehension."""
    with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
        return _bound_in(_legible(source))
    return frozenset(DEFINED.findall(source) + ASSIGNED.findall(source))


@functools.lru_cache(maxsize=512)
def names_test_binds(source: str) -> frozenset[str]:
    """The same of an author's cell."""
    with suppress(SyntaxError, ValueError):
        return _bound_in(_plain(source))
    return frozenset()


def _bound_in(source: str) -> frozenset[str]:
    top, *inner = _scopes(source)
    names = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
    for table in inner:
        names.update(
            symbol.get_name() for symbol in table.get_symbols() if symbol.is_declared_global() and symbol.is_assigned()
        )
    return frozenset(names)


def names_mentioned(source: str) -> frozenset[str]:
    """Names in a student's cell that are the notebook's."""
    return _reads(source)[0]


def names_imported(source: str) -> frozenset[str]:
    """Names that a student's cell imports."""
    return _reads(source)[2]


def names_used(functions: frozenset[str], cells: Sequence[str]) -> frozenset[str]:
    """Global names that functions of a student's may read when they are called, found in the cells that make them what they are."""
    names, used = set(functions), set[str]()
    for _ in range(PASSES):
        before = len(names)
        for cell in reversed(cells):
            if not names.isdisjoint(names_bound(cell)):
                everywhere, inside, _ = _reads(cell)
                names |= everywhere
                used |= inside
        if len(names) == before:
            break
    return frozenset(used)


@functools.lru_cache(maxsize=4096)
def _reads(source: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Global names that a student's cell reads, of these those that it reads inside of functions, and those that it imports."""
    with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
        legible = _legible(source)
        top, *inner = _scopes(legible)
        inside = {symbol.get_name() for table in inner for symbol in table.get_symbols() if symbol.is_global()}
        inside.update(re.findall(r"@(\w+)", legible))  # in a text for a table's `query`
        imports = frozenset(symbol.get_name() for symbol in top.get_symbols() if symbol.is_imported())
        return frozenset(inside.union(top.get_identifiers())), frozenset(inside), imports
    return _words(source), _words(source), frozenset()


def _legible(source: str) -> str:
    """A student's cell without its magics. Raises `ValueError` where it is too long to be parsed."""
    if len(source) > LONG:
        raise ValueError("too long")
    return MAGIC.sub(r"\1pass", TIMED.sub(r"\1", source))


def _scopes(source: str) -> list[symtable.SymbolTable]:
    """Of plain Python, the names of the whole and of each function and class in it."""
    scopes = [symtable.symtable(source, FILE, "exec")]
    for table in scopes:
        scopes += table.get_children()
    return scopes


def _words(source: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", source))


def _set_in(tree: ast.AST) -> frozenset[str]:
    nodes = list(ast.walk(tree))
    stored = {node.id for node in nodes if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    stored |= {node.rest for node in nodes if isinstance(node, ast.MatchMapping) and node.rest}
    stored |= {node.name for node in nodes if isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name}
    return frozenset(stored | {name for node in nodes if isinstance(node, (*IMPORTS, *DEFINITIONS)) for name in _binds(node)})


@functools.lru_cache(maxsize=512)
def names_needed(source: str) -> frozenset[str]:
    """Names that a cell reads and has not given a value itself; in a loop, a `try` and so on, before or after."""
    return _read_unset(source, names_read, lambda node: hasattr(node, "body"))


@functools.lru_cache(maxsize=512)
def names_read_first(source: str) -> frozenset[str]:
    """Names that a cell reads before it gives them a value itself; not inside of functions, which may be called after that."""

    def on_top(text: str) -> frozenset[str]:
        read = {symbol.get_name() for symbol in _scopes(text)[0].get_symbols() if symbol.is_referenced()}
        return frozenset(read | _named_by_text(text, read))

    # Where it is no plain assignment, a name may be given a value before it is read: in a loop, a `with`, by `:=`.
    return _read_unset(
        source,
        on_top,
        lambda node: (
            not isinstance(node, ast.Assign | ast.AugAssign) or any(isinstance(n, ast.NamedExpr) for n in ast.walk(node))
        ),
    )


def _read_unset(source: str, reads: Callable[[str], frozenset[str]], sets_first: Callable[[ast.stmt], bool]) -> frozenset[str]:
    """Names that `reads` finds in a cell's statements and that none before has given a value, nor itself if it `sets_first`."""
    needed: set[str] = set()
    own: set[str] = set()
    for node in _body(source):
        text = ast.unparse(node)
        set_here = names_set(text)
        needed |= reads(text) - own - (set_here if sets_first(node) else set())
        own |= set_here
    return frozenset(needed)


@functools.lru_cache(maxsize=512)
def definitions(source: str, known: frozenset[str]) -> tuple[tuple[str, frozenset[str]], ...]:
    """What an earlier test cell leaves to later ones, as in one notebook: statements, and the names that they give a value.

    Imports, functions and classes, which give none; and values made of nothing but names that are `known` to be the author's.
    """
    kept: list[tuple[str, frozenset[str]]] = []
    hidden = source.partition(BEGIN_HIDDEN)[0].count("\n") + 1 if BEGIN_HIDDEN in source else math.inf
    mine = set(known)
    more: set[str] = set()  # names that are given another value too, which is not known
    for node in _body(source):
        text = f"# {BEGIN_HIDDEN}\n" * (node.lineno > hidden) + ast.unparse(node)
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(node, (*IMPORTS, *DEFINITIONS)):
            kept += [(text, frozenset())] if _binds(node) <= test_names(source) else []
            mine |= _binds(node)
        elif value is not None and names_read(ast.unparse(value)) <= mine:
            kept.append((text, names_set(text)))
            mine |= names_set(text)
        else:
            more |= names_set(text)
    return tuple((text, names) for text, names in kept if not names & more)


def _body(source: str) -> list[ast.stmt]:
    try:
        return _tree(source).body
    except (SyntaxError, ValueError):
        return []


def _binds(node: ast.AST) -> set[str]:
    names = node.names if isinstance(node, IMPORTS) else [node]
    return {(getattr(name, "asname", None) or name.name).partition(".")[0] for name in names}  # type: ignore[attr-defined]


def left_to(test: str, before: Sequence[tuple[str, str]], asked: frozenset[str]) -> tuple[list[str], frozenset[str]]:
    """What the author's cells `before` a test leave to it, and which names are therefore the author's, but for those `asked` for.

    Locked cells, and of earlier tests what it uses of their definitions. A cell is given by its role and source.
    """
    known = frozenset[str]().union(*(author_names(source) for role, source in before if role == "locked")) - asked
    theirs, used, since = set(known), set(names_needed(test)), set(asked)
    sources: list[str] = []
    students: list[str] = []  # cells that were run after the one that is looked at
    for role, source in reversed(before):
        if role == "student":
            students.append(source)
        elif role == "locked":
            sources.append(source)
            used |= names_needed(source)
        else:
            kept: list[str] = []
            wanted = bool(used & test_names(source))
            for text, names in reversed(definitions(source, known)):
                if used & names:
                    since, students = since.union(*map(names_bound, students)), []
                if used & names - since:
                    used |= names_needed(text)
                    theirs |= names
                    wanted = True
                elif names:
                    continue
                kept.insert(0, text)
            if wanted:
                sources.append("\n".join(kept))
                theirs |= author_names(sources[-1]) - asked
                used |= names_needed(sources[-1])
    return sources[::-1], frozenset(theirs)


@functools.lru_cache(maxsize=512)
def ends_in_value(source: str) -> bool:
    """Whether a cell's last statement is an expression, whose value a test may give as points."""
    body = _body(source)
    return bool(body) and isinstance(body[-1], ast.Expr)


@functools.lru_cache(maxsize=512)
def texts(source: str) -> frozenset[str]:
    """What stands in an author's cell as text, word for word."""
    nodes = [inner for node in _body(source) for inner in ast.walk(node)]
    return frozenset(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


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
