"""What a graded test wants of the cells before it, read in them without running them; and what came of asking for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from nbproctor.author import (
    ABOUT,
    BEGIN_HIDDEN,
    BUILTINS,
    DEFINED,
    author_names,
    left_to,
    names_bound,
    names_changed,
    names_mentioned,
    names_needed,
    names_read,
    names_used,
    reads_any,
    shown_definitions,
    shown_or_hidden,
)
from nbproctor.plain import is_object

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

    def __init__(
        self, cells: list[Cell], position: int, asked: frozenset[str], defined: frozenset[str], words: frozenset[str]
    ) -> None:
        self.cells, self.asked, source = cells, asked, cells[position].source
        self.earlier = cells[:position]
        before = [(cell.role, cell.source) for cell in self.earlier]
        self.before, self.theirs = left_to(source, before, asked)  # the author's cells that come before, and what they have
        self.values = self._values_left(source)  # names that go on from an earlier test, and its position
        made_by = [shown_or_hidden(cells[earlier].source, name) for name, earlier in self.values.items()]
        self.sources = [source, *self.before, *made_by]
        self.hidden = any(BEGIN_HIDDEN in text for text in self.sources)
        # Functions of the student's whose names it reads, though the author's cells may have them too.
        self.redefined = names_read(source) & defined
        texts = (source, *self.before)  # a helper may read an answer too
        names = frozenset[str]().union(*(names_read(text, asked) for text in texts)) - self.theirs | self.redefined
        made = {name for name, earlier in self.values.items() if name in names_bound(cells[earlier].source, authors=True)}
        self.names, self.reads_any = names - made, any(map(reads_any, texts))
        self.describe = any(word in text for word in ABOUT for text in texts)
        self.shown = [(text, made & words) for text, made in shown_definitions(source)]

        self.answers: dict[str, Any] = {}  # what was read for it, by name
        self.unread = False  # reading that did not come to an end
        self.calls = False  # there are functions among it
        self.saved: Path | None = None  # where the files that it finds are kept

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
        return not used.isdisjoint(frozenset[str]().union(*map(names_changed, later)))

    def _values_left(self, source: str) -> dict[str, int]:
        """Names which, of what the test reads, an earlier one was the last to give a value or to change, and that one's position."""
        left: dict[str, int] = {}
        for name in names_read(source) & names_needed(source):
            for earlier, cell in reversed([*enumerate(self.earlier)]):
                authors, test = cell.role != "student", cell.role == "test"
                if name in names_bound(cell.source, authors) or (test and name in names_changed(cell.source, authors)):
                    left |= {name: earlier} if test and name not in author_names(cell.source) else {}
                    break
        return left


def wanted_in(cells: list[Cell], asked: frozenset[str]) -> dict[int, Wanted]:
    """What each test of a notebook wants, by its position."""
    students = [cell.source for cell in cells if cell.role == "student"]
    defined = frozenset(name for source in students for name in DEFINED.findall(source))
    words = frozenset(word for source in students for word in re.findall(r"\w+", source))
    tests = [position for position, cell in enumerate(cells) if cell.role == "test"]
    return {position: Wanted(cells, position, asked, defined, words) for position in tests}
