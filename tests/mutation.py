"""Mutants: small slips in the reference solutions, each of which an exercise's test must catch.

`python -m tests.mutation` prints exercise by exercise how many right answers of the bank are accepted, how many wrong ones are
caught and how many mutants are killed; `python -m tests.mutation ps2 money` prints the survivors of one exercise. Survivors
are listed in `mutants.json` with a reason each:

- `equivalent`: the mutant gives the same answer for every input that the exercise allows, or one that it accepts by its words;
- `untested`: it gives another answer, and no test sees it. These count against the tests.
"""

from __future__ import annotations

import ast
import difflib
import json
import multiprocessing
import re
import sys
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from exercises import ASSIGNMENTS, REGION, Exercise, bank, exercises
from runner import attempt, warm

import usjapan
from usjapan.demo import hint_of

AROUND = 50  # letters of a line that are kept before and after a change
LISTED = Path(__file__).with_name("mutants.json")

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
ARITHMETIC: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult, ast.FloorDiv),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
}
METHODS = {
    "sum": ("mean", "max"),
    "mean": ("sum", "median"),
    "min": ("max",),
    "max": ("min",),
    "first": ("last",),
    "size": ("nunique",),
    "nunique": ("count",),
    "value_counts": ("unique",),
    "any": ("all",),
    "all": ("any",),
    "head": ("tail",),
    "idxmax": ("idxmin",),
    "mark_bar": ("mark_point",),
    "mark_line": ("mark_bar",),
    "mark_circle": ("mark_line",),
    "len": ("sum",),
    "set": ("list",),
    "contains": ("startswith", "match"),
}
DROPPED_CALLS = {
    "drop_duplicates",
    "unique",
    "dropna",
    "fillna",
    "sort_values",
    "abs",
    "mark_bar",
    "rename",
    "reset_index",
    "properties",
    "merge",
    "astype",
}
DROPPED_KEYWORDS = {
    "ascending",
    "how",
    "normalize",
    "fill_value",
    "case",
    "regex",
    "replace",
    "frac",
    "suffixes",
    "subset",
    "title",
    "on",
}
WORDS = {
    "left": ("inner", "right"),
    "inner": ("outer",),
    "cross": (),
    "index": ("columns", "all"),
    "sum": ("mean", "first"),
    "first": ("sum", "last"),
    "count()": ("sum()",),
}


@dataclass(frozen=True)
class Mutant:
    """A reference solution with one slip; `before` and `after` are the lines that differ."""

    operator: str
    before: str
    after: str
    code: str

    @property
    def key(self) -> tuple[str, str]:
        """What it is listed by."""
        return self.before, self.after


@cache
def _vocabulary() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """For each column name its neighbours in a table, and for each code of a category its sister codes."""
    columns: dict[str, list[str]] = {}
    codes: dict[str, list[str]] = {}
    for name in usjapan.TABLES:
        table = usjapan.load(name)
        for position, column in enumerate(table.columns):
            same = [c for c in table.columns if c != column and table[c].dtype == table[column].dtype]
            columns.setdefault(column, same[:1] or [table.columns[position - 1]])
            if table[column].dtype == "category":
                values = [str(v) for v in table[column].cat.categories]
                for value in values:
                    codes.setdefault(value, [v for v in values if v != value][:1])
        if name == "reports":
            for report in table["report_id"]:
                codes[report] = [r for r in table["report_id"] if r != report][:1]
    return columns, codes


def mutants(exercise: Exercise, answer: str = "") -> list[Mutant]:
    """Every mutant of the reference solution, in which lines that are given to the student stay as they are, or of an answer."""
    tree = ast.parse(answer or exercise.solution)
    inside = set(range(1, answer.count("\n") + 2)) if answer else _solution_lines(exercise.solution)
    original = ast.unparse(tree).splitlines()
    used = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    found: dict[str, Mutant] = {}
    count = sum(1 for _ in ast.walk(tree))
    for position in range(count):
        node = _nth(tree, position)
        if getattr(node, "lineno", None) not in inside:
            continue
        for number, (operator, _) in enumerate(_changes(node, used)):
            changed = deepcopy(tree)
            target = _nth(changed, position)
            parent = _parent(changed, target)
            replacement = list(_changes(target, used))[number][1]
            _replace(parent, target, replacement)
            try:
                code = ast.unparse(ast.fix_missing_locations(changed))
                compile(code, "<mutant>", "exec")
            except (SyntaxError, ValueError, TypeError):
                continue
            before, after = _difference(original, code.splitlines())
            if code != "\n".join(original):
                found.setdefault(code, Mutant(operator, before, after, code))
    return list(found.values())


def _solution_lines(source: str) -> set[int]:
    inside: set[int] = set()
    for match in REGION.finditer(source):
        first = source[: match.start(2)].count("\n") + 1
        inside |= set(range(first, first + match[2].count("\n")))
    return inside


def _nth(tree: ast.AST, position: int) -> ast.AST:
    for number, node in enumerate(ast.walk(tree)):
        if number == position:
            return node
    raise IndexError(position)


def _parent(tree: ast.AST, child: ast.AST) -> ast.AST:
    return next(node for node in ast.walk(tree) if any(c is child for c in ast.iter_child_nodes(node)))


def _replace(parent: ast.AST, child: ast.AST, new: ast.AST) -> None:
    for name, value in ast.iter_fields(parent):
        if value is child:
            setattr(parent, name, new)
        elif isinstance(value, list):
            value[:] = [new if item is child else item for item in value]


def _difference(before: list[str], after: list[str]) -> tuple[str, str]:
    lines = list(difflib.ndiff(before, after))
    removed = "; ".join(line[2:].strip() for line in lines if line.startswith("- "))
    added = "; ".join(line[2:].strip() for line in lines if line.startswith("+ "))
    # Of a long line only what differs, with enough around it to find the place.
    same = _shared(removed, added)
    rest = _shared(removed[same:][::-1], added[same:][::-1])
    first = max(0, same - AROUND)
    return removed[first : len(removed) - max(0, rest - AROUND)], added[first : len(added) - max(0, rest - AROUND)]


def _shared(first: str, second: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second)))


def _changes(node: ast.AST, used: set[str]) -> Iterator[tuple[str, ast.AST]]:
    """`(operator, what takes the node's place)`; the node itself is left alone."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        for other in COMPARISONS.get(type(node.ops[0]), ()):
            yield "comparison", ast.Compare(node.left, [other()], node.comparators)
    elif isinstance(node, ast.BinOp):
        for arithmetic in ARITHMETIC.get(type(node.op), ()):
            yield "arithmetic", ast.BinOp(node.left, arithmetic(), node.right)
        if isinstance(node.op, ast.BitAnd | ast.BitOr | ast.Sub | ast.Mult | ast.Div | ast.Add):
            yield "dropped operand", node.left
        if isinstance(node.op, ast.Mult | ast.Div):
            yield "whole numbers", ast.BinOp(node, ast.FloorDiv(), ast.Constant(1))
        if isinstance(node.op, ast.BitAnd | ast.BitOr):
            yield "dropped operand", node.right
    elif isinstance(node, ast.Assign):
        # A step that is left out matters where the name was bound before; elsewhere Python itself complains.
        yield "dropped statement", ast.Pass()
    elif isinstance(node, ast.AugAssign):
        for arithmetic in ARITHMETIC.get(type(node.op), ()):
            yield "arithmetic", ast.AugAssign(node.target, arithmetic(), node.value)
    elif isinstance(node, ast.BoolOp):
        yield "and, or", ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    elif isinstance(node, ast.UnaryOp):
        yield "dropped sign", node.operand
    elif isinstance(node, ast.If):
        yield "condition", ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
        yield "condition", ast.If(ast.Constant(False), node.body, node.orelse)
    elif isinstance(node, ast.IfExp):
        yield "condition", node.body
        yield "condition", node.orelse
    elif isinstance(node, ast.comprehension) and node.ifs:
        yield "dropped filter", ast.comprehension(node.target, node.iter, [], node.is_async)
    elif isinstance(node, ast.Subscript):
        if isinstance(node.slice, ast.Compare | ast.BinOp | ast.UnaryOp) or (
            isinstance(node.slice, ast.Call) and _method(node.slice) in {"isin", "notna", "isna", "between"}
        ):
            yield "dropped filter", node.value
        if isinstance(node.slice, ast.Tuple) and isinstance(node.slice.elts[0], ast.Compare | ast.BinOp | ast.Call):
            everything = ast.Tuple([ast.Slice(), *node.slice.elts[1:]], ast.Load())
            yield "dropped filter", ast.Subscript(node.value, everything, node.ctx)
    elif isinstance(node, ast.Call):
        yield from _changed_calls(node)
    elif isinstance(node, ast.Constant):
        yield from _changed_constants(node, used)
    elif isinstance(node, ast.Dict) and len(node.keys) > 1:
        yield "dropped entry", ast.Dict(node.keys[:-1], node.values[:-1])
    elif isinstance(node, ast.List) and len(node.elts) > 1:
        yield "dropped entry", ast.List(node.elts[:-1], node.ctx)
        if len(node.elts) == 2:
            yield "order", ast.List(node.elts[::-1], node.ctx)


def _method(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _changed_calls(node: ast.Call) -> Iterator[tuple[str, ast.AST]]:
    name = _method(node)
    if name == "isin":
        yield "negated", ast.UnaryOp(ast.Invert(), node)
    for other in METHODS.get(name, ()):
        func = (
            ast.Attribute(node.func.value, other, node.func.ctx)
            if isinstance(node.func, ast.Attribute)
            else ast.Name(other, ast.Load())
        )
        yield "method", ast.Call(func, node.args, node.keywords)
    if name in DROPPED_CALLS and isinstance(node.func, ast.Attribute):
        yield "dropped step", node.func.value
    if isinstance(node.func, ast.Name) and name in {"set", "list", "sorted", "abs", "round"} and len(node.args) == 1:
        yield "dropped step", node.args[0]
    for keyword in node.keywords:
        if keyword.arg in DROPPED_KEYWORDS:
            yield "dropped option", ast.Call(node.func, node.args, [k for k in node.keywords if k is not keyword])
    if len(node.args) == 2:
        yield "order", ast.Call(node.func, node.args[::-1], node.keywords)


def _changed_constants(node: ast.Constant, used: set[str]) -> Iterator[tuple[str, ast.AST]]:
    value = node.value
    if isinstance(value, bool):
        yield "true, false", ast.Constant(not value)
    elif isinstance(value, int | float):
        step = 1 if isinstance(value, int) or abs(value) >= 1 else 0.01
        yield "number", ast.Constant(value + step)
        yield "number", ast.Constant(value - step)
    elif isinstance(value, str) and len(value) > 1000:
        yield from (("text", ast.Constant(changed)) for changed in _changed_texts(value))
    elif isinstance(value, str) and len(value) < 60:
        columns, codes = _vocabulary()
        stem, colon, kind = value.partition(":")
        if stem in columns and (not colon or kind in {"N", "Q", "O", "T"}):
            rivals = sorted((used & set(columns)) - {stem})[:1] or columns[stem]
            yield from (("column", ast.Constant(rival + colon + kind)) for rival in rivals)
        elif value in codes or value.strip() in codes:
            yield from (("code", ast.Constant(other)) for other in codes[value.strip()])
        for word in WORDS.get(value, ()):
            yield "word", ast.Constant(word)


def _changed_texts(text: str) -> Iterator[str]:
    """A long text with one slip in its citations or its length."""
    yield re.sub(r"para\. \d+", "para. 99", text, count=1)
    yield re.sub(r"\[\w+2\d+, para", "[review2024, para", text, count=1)
    yield re.sub(r"context [A-Z]{2}\d+", "context XX99", text, count=1)
    yield re.sub(r" ?\[[^\]]*\]", "", text)
    yield text[: len(text) // 2]
    yield text + text


@dataclass
class Score:
    """How an exercise's test fares: counts as (done, of), the survivors, and what the bank gets wrong."""

    exercise: Exercise
    right: tuple[int, int]
    wrong: tuple[int, int]
    killed: int
    survivors: list[Mutant]
    listed: dict[tuple[str, str], dict[str, Any]]

    @property
    def equivalent(self) -> int:
        """Survivors that are listed as equivalent."""
        return sum(self.listed.get(m.key, {}).get("sort") == "equivalent" for m in self.survivors)

    @property
    def counted(self) -> int:
        """Mutants that a test can and should kill."""
        return self.killed + len(self.survivors) - self.equivalent

    @property
    def unlisted(self) -> list[Mutant]:
        """Survivors without a reason."""
        return [m for m in self.survivors if m.key not in self.listed]

    @property
    def stale(self) -> list[tuple[str, str]]:
        """Listed survivors that are killed now, or no longer made."""
        return sorted(set(self.listed) - {m.key for m in self.survivors})


def listed(exercise: Exercise) -> dict[tuple[str, str], dict[str, Any]]:
    """The listed survivors of an exercise."""
    every = json.loads(LISTED.read_text(encoding="utf-8"))
    found = every.get(exercise.assignment, {}).get(exercise.name, [])
    return {(entry["before"], entry["after"]): entry for entry in found}


def score(exercise: Exercise) -> Score:
    """Try the reference solution, the exercise's bank and every mutant."""
    reference = attempt(exercise, exercise.solution)
    assert reference.passed, f"{exercise.assignment}/{exercise.name}: the reference solution fails: {reference.message}"
    answers = bank(exercise.assignment)
    right, wrong = answers.right[exercise.name], answers.wrong[exercise.name]
    accepted = sum(attempt(exercise, answer).passed for answer in right)
    caught = sum(hint_of(answer) in attempt(exercise, answer).message for answer in wrong)
    made = mutants(exercise)
    survivors = [mutant for mutant in made if attempt(exercise, mutant.code).passed]
    return Score(
        exercise,
        (accepted, len(right)),
        (caught, len(wrong)),
        len(made) - len(survivors),
        survivors,
        listed(exercise),
    )


def scores(chosen: Iterable[Exercise]) -> Iterator[Score]:
    """Scores of exercises in their order, on all cores: thousands of answers are tried."""
    warm()
    with multiprocessing.get_context("fork").Pool() as pool:
        yield from pool.imap(score, chosen)


def line(found: Score) -> str:
    """A row of the report."""
    name = f"{found.exercise.assignment}/{found.exercise.name}"
    (accepted, right), (caught, wrong) = found.right, found.wrong
    return (
        f"{name:32} right accepted {accepted:2} of {right:2}   wrong caught {caught:2} of {wrong:2}   "
        f"mutants killed {found.killed:3} of {found.counted:3}   equivalent {found.equivalent:2}"
    )


def main(arguments: list[str]) -> int:
    """Print the report; for a named exercise also its survivors."""
    ok = True
    every = [exercise for assignment in arguments[:1] or ASSIGNMENTS for exercise in exercises(assignment)]
    for found in scores(exercise for exercise in every if exercise.name in (arguments[1:] or [exercise.name])):
        print(line(found), flush=True)
        ok = ok and not found.unlisted and not found.stale
        for mutant in found.survivors if arguments else found.unlisted:
            sort = found.listed.get(mutant.key, {}).get("sort", "not listed")
            print(f"    {sort} ({mutant.operator}):\n      - {mutant.before}\n      + {mutant.after}")
        for before, after in found.stale:
            print(f"    listed, but no survivor:\n      - {before}\n      + {after}")
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
