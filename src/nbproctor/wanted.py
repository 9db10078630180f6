"""What a graded test wants of the cells before it, read in them without running them; and what came of asking for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from nbproctor.author import (
    ABOUT,
    ASSIGNED,
    BEGIN_HIDDEN,
    BUILTINS,
    DEFINED,
    author_names,
    left_to,
    names_asked,
    names_bound,
    names_changed,
    names_defined,
    names_imported,
    names_mentioned,
    names_needed,
    names_read,
    names_read_first,
    names_test_binds,
    names_test_changes,
    names_used,
    reads_any,
    shown_definitions,
    test_names,
)
from nbproctor.plain import is_object

# Characters of all cells of a student's that are read in full; a notebook has a tenth. More would take the grader minutes.
MOST = 300_000

Role = Literal["student", "locked", "test"]


@dataclass
class Cell:
    """A code cell and who wrote it: the student, or the author (locked set-up, graded test)."""

    source: str
    role: Role
    name: str = ""
    outputs: list[dict[str, Any]] = field(default_factory=list)


class Wanted:
    """What one test reads. Names that the author's cells have are the author's, but those `asked` for."""

    def __init__(self, cells: list[Cell], position: int, asked: frozenset[str], notebook: Notebook) -> None:
        self.cells, self.asked, source = cells, asked, cells[position].source
        self.earlier = cells[:position]
        before = [(cell.role, cell.source) for cell in self.earlier]
        self.before, self.theirs = left_to(source, before, asked)  # the author's cells that come before, and what they have
        self.values = self._values_left(source)  # names that go on from an earlier test, and its position
        made_by = [text for earlier in {*self.values.values()} for text in notebook.tests[earlier].sources]
        self.sources: list[str] = [source, *self.before, *made_by]
        self.hidden = any(BEGIN_HIDDEN in text for text in self.sources)
        # Functions of the student's whose names it reads, though the author's cells may have them too.
        self.redefined = names_read(source) & notebook.defined
        texts = (source, *self.before)  # a helper may read an answer too
        names = frozenset[str]().union(*(names_read(text, asked) for text in texts)) - self.theirs | self.redefined
        # What it sets, and a function of the student's may use: a rate, say, to see that none is written in.
        known = [names_test_binds(cell.source) for cell in self.earlier if cell.role == "locked"]
        mine = author_names(source)
        sets = names_test_binds(source) - self.theirs - (mine - names_defined(source))
        unread = names_asked(source.partition(BEGIN_HIDDEN)[0]) & sets - mine
        unread = unread.difference(*(names_read(text) for text in texts))
        shared = unread.union(asked, names_read_first(source), *known)
        sets &= shared.union(BUILTINS, sets - mine)
        used = sets & names_used(names, [cell.source for cell in self.earlier if cell.role != "test"])
        names |= used
        self.shared = shared & (names | self.theirs) | used & BUILTINS
        self.changing = names_test_changes(source) & self.shared
        self.doubtful = used - self.shared  # names of the test's own: from `expected` a function would learn what is right
        self.worked_out = {name for name, earlier in self.values.items() if name in names_test_binds(cells[earlier].source)}
        # A function of the student's, which an earlier test has put back, is not kept.
        self.names, self.reads_any = names - (self.worked_out - notebook.defined), any(map(reads_any, texts))
        self.describe = any(word in text for word in ABOUT for text in texts)
        self.shown = [(text, made & notebook.words) for text, made in shown_definitions(source)]

        self.answers: dict[str, Any] = {}  # what was read for it, by name
        self.unread = False  # reading that did not come to an end
        self.calls = False  # there are functions among it
        self.saved: Path | None = None  # where the files that it finds are kept
        self.carried_out = False

    def of(self, present: set[str]) -> tuple[list[str], dict[str, Any]]:
        """Names to be asked for where these are `present`, and answers for those that are not.

        Only names that the student's cells have defined: those that a hidden test uses besides stay with it.
        """
        names = self.names | (present - self.theirs - (BUILTINS - self.asked) if self.reads_any else set())
        return sorted(names & present), {name: {"absent": True} for name in names - present}

    def shown_without(self, present: set[str]) -> list[str]:
        """Imports and definitions that students see in the test, and that theirs may use, but for what they have themselves."""
        return [text for text, made in self.shown if made - present]

    def own(self) -> list[str]:
        """Of names that hold no plain data, those to which the student's cells give a value.

        And those that hold an object of the author's class, where the student's cells have to do with it.
        """
        refused = {name for name, answer in self.answers.items() if "refused" in answer}
        objects = {name for name, answer in self.answers.items() if is_object(answer)}
        return sorted(refused & self._students(names_bound, refused) | objects & self._students(names_mentioned, objects))

    def _students(self, found: Callable[[str], frozenset[str]], names: set[str]) -> set[str]:
        """What is found in the student's cells before, if there are `names` to be looked for."""
        return set().union(*(found(cell.source) for cell in self.earlier if names and cell.role == "student"))

    def moved(self, upto: int) -> bool:
        """Whether functions might answer otherwise after the cells before `upto`, since a later one changes what they may use."""
        before, later = (
            [cell.source for cell in cells if cell.role != "test"]
            for cells in (self.earlier, self.cells[len(self.earlier) : upto])
        )
        trees = ((name, answer.get("value")) for name, answer in self.answers.items())
        functions = {name for name, tree in trees if isinstance(tree, list) and tree[:1] == ["function"]}
        used = names_used(frozenset(functions or self.answers), before)  # without one they are inside of something
        imported = set[str]().union(*map(names_imported, before))  # of a library nothing is changed by its functions
        changed = set[str]().union(*map(names_changed, later)) - imported
        return not used.isdisjoint(changed.union(*(names_bound(text) - names_imported(text) for text in later)))

    def _values_left(self, source: str) -> dict[str, int]:
        """Names which, of what the test reads, an earlier one was the last to give a value or to change, and that one's position."""
        left: dict[str, int] = {}
        for name in names_read(source) & names_needed(source):
            touched = False  # by a student's cell, which a test's change of it does not outlive
            for earlier, cell in reversed([*enumerate(self.earlier)]):
                if cell.role == "student":
                    if name in names_bound(cell.source):
                        break
                    touched = touched or name in names_mentioned(cell.source)
                elif cell.role == "locked":
                    if name in names_test_binds(cell.source):
                        break
                elif name in names_test_binds(cell.source) or (not touched and name in names_test_changes(cell.source)):
                    left |= {name: earlier} if name not in test_names(cell.source) else {}
                    break
        return left


class Notebook:
    """What the tests of a notebook want, by their positions."""

    def __init__(self, cells: list[Cell], asked: frozenset[str]) -> None:
        students = [cell.source for cell in cells if cell.role == "student"]
        self.defined = frozenset(name for source in students for name in DEFINED.findall(source))
        self.words = frozenset(word for source in students for word in re.findall(r"\w+", source))
        self.tests: dict[int, Wanted] = {}
        legible = [Cell(source, cell.role) for cell, source in zip(cells, _within(cells), strict=True)]
        for position, cell in enumerate(cells):
            if cell.role == "test":
                self.tests[position] = Wanted(legible, position, asked, self)


def _within(cells: list[Cell]) -> Iterator[str]:
    """Texts of cells, as long as a person writes; of more than that only which names it may give a value."""
    left = MOST
    for cell in cells:
        left -= len(cell.source) if cell.role == "student" else 0
        names = [] if left >= 0 else DEFINED.findall(cell.source) + ASSIGNED.findall(cell.source)
        yield (
            cell.source
            if left >= 0 or cell.role != "student"
            else "\n".join(f"{name} = 0" for name in names if name.isidentifier())
        )
