"""Damaged submissions: read what can be read, put back what was lost, and say so.

The released notebook is the backbone: its locked cells and tests are always the author's, and a student's answer is found for
each of its answer cells. So a duplicated, deleted, retyped, moved or renamed cell costs nobody a mark that the work has earned.
"""

from __future__ import annotations

import itertools
import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

MAX_BYTES = 50 * 1024 * 1024  # a notebook with a hundred charts is 10 MB
MAX_VALUES = 10_000_000  # a chart's numbers in its outputs count; fifty million empty lists would take all memory to read
MAX_CELLS = 2_000  # an assignment has a hundred
MAX_BREAKS = 20  # places from which the rest is read once more
MAX_CODE = (
    2_000_000  # characters of all code of a student's; a long notebook has a fiftieth, and to look through more takes minutes
)
CELL_START = re.compile(r'\{\s*"(?:attachments|cell_type|execution_count|id|metadata|outputs|source)"\s*:')


class Unreadable(Exception):
    """Nothing can be graded; the message is a reason for the instructor and the student."""


@dataclass
class Salvaged:
    """A notebook ready to run, and what was repaired, in sentences."""

    notebook: NotebookNode
    notes: list[str] = field(default_factory=list)


def as_text(text: str) -> str:
    """Text that every file and gradebook takes: half a character (JSON can write one) becomes a question mark."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def as_line(text: str) -> str:
    """A sentence for tables, pages and terminals: commands to a terminal, which a name may hold, become question marks."""
    return re.sub("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "?", as_text(text))


def find_file(files: Mapping[str, bytes], name: str) -> tuple[str, list[str]]:
    """The submitted notebook that goes by `name`, and notes: itself, or the only other one there. Raises `Unreadable`.

    `files` are what was handed in, by their paths in it; of two of one name the nearer to the top counts.
    """
    notebooks = sorted((f for f in files if f.lower().endswith(".ipynb")), key=lambda f: (f.count("/"), f))
    notebooks = [f for f in notebooks if files[f].strip()] or notebooks
    title = {f: f.rpartition("/")[2] for f in files}
    exact = [f for f in notebooks if title[f] == f"{name}.ipynb"]
    close = [f for f in notebooks if name.lower() in title[f].lower()]
    if exact:
        also = [f"There is also {title[f]}, which was not graded." for f in close if title[f] != title[exact[0]]]
        return exact[0], also
    for found in (notebooks, close):
        if len(found) == 1:
            return found[0], [f"The file was named {title[found[0]]}; it was graded as {name}.ipynb."]
    if not notebooks:
        present = ", ".join(sorted(title.values())[:5]) or "nothing"
        raise Unreadable(f"There is no notebook {name}.ipynb in the submission, which holds {present}. Ask for it again.")
    listed = ", ".join(title[f] for f in notebooks[:5])
    raise Unreadable(f"There is no {name}.ipynb, but {len(notebooks)} other notebooks: {listed}. Say which counts.")


def start_of(path: Path) -> bytes:
    """A file's bytes, one more than a notebook may have at most: enough to see that it is too large."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def read(name: str, raw: bytes) -> tuple[list[dict[str, Any]], list[str]]:
    """Cells of a submitted file as plain dicts, and notes. Raises `Unreadable` with the reason."""
    if len(raw) > MAX_BYTES:
        raise Unreadable(f"{name} is larger than {MAX_BYTES // 2**20} MB. Clear its outputs and hand it in again.")
    if not raw.strip(b" \r\n\t\0"):
        raise Unreadable(f"{name} is empty. Ask for it again.")
    notes: list[str] = []
    text = _text(raw, notes)
    if sum(map(text.count, ",[{")) > MAX_VALUES:
        raise Unreadable(f"{name} holds millions of entries, far more than cells. Ask for it again.")
    try:
        loaded = json.loads(text, strict=False)
    except RecursionError:
        raise Unreadable(f"{name} is nested too deeply to be a notebook. Ask for it again.") from None
    except ValueError as error:
        cells = _whole_cells(text)
        if not cells:
            looks = " It looks like a web page." if text.lstrip()[:200].lower().startswith(("<!doctype", "<html")) else ""
            raise Unreadable(f"{name} is not a readable notebook ({error}).{looks} Ask for it again.") from None
        notes.append(f"The file breaks off or is damaged ({error}); {len(cells)} cells of it could be read.")
        loaded = {"cells": cells}
    cells, sheets = (_of(dict, loaded).get(part) for part in ("cells", "worksheets"))
    if isinstance(sheets, list) and not isinstance(cells, list):
        notes.append("The notebook is in an old format (3) and was converted.")
        cells = [_from_v3(cell) for sheet in sheets for cell in _of(list, _of(dict, sheet).get("cells"))]
    if not isinstance(cells, list):
        raise Unreadable(f"{name} is JSON, but no notebook: it has no list of cells. Ask for it again.")
    if len(cells) > MAX_CELLS:
        raise Unreadable(f"{name} holds {len(cells)} cells; {MAX_CELLS} is the most. Ask for it again.")
    plain = [_plain_cell(cell) for cell in cells if isinstance(cell, dict)]
    if broken := len(cells) - len(plain):
        notes.append(f"{broken} entries of the file were no cells and were left out.")
    return plain, notes


def _text(raw: bytes, notes: list[str]) -> str:
    wide = json.detect_encoding(raw)  # also where nothing but the pattern of its first bytes tells
    if not wide.startswith("utf-8") and '"cells"' in (text := raw.decode(wide, errors="replace")):
        notes.append(f"The file is in {wide[:6].upper()} and was converted.")
        return text
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        notes.append("The file is not in UTF-8; some letters may have changed.")
        return raw.decode("latin-1")


def _whole_cells(text: str) -> list[Any]:
    """Whole cells of a file that breaks off, or that a merge or an editor has damaged in places."""
    start = text.find('"cells"')
    position = text.find("[", start) if start >= 0 else -1
    cells: list[Any] = []
    decoder = json.JSONDecoder(strict=False)
    failures, left = 0, len(text)  # characters that are read for nothing
    while position >= 0 and failures < MAX_BREAKS and left > 0 and (found := CELL_START.search(text, position)):
        try:
            cell, position = decoder.raw_decode(text, found.start())
            cells += [cell] if "cell_type" in cell else []
        except (ValueError, RecursionError) as error:
            failures, position = failures + 1, found.end()
            left -= getattr(error, "pos", len(text)) - found.start()
    return cells


def _of(kind: type, value: Any) -> Any:
    """The value where it is of that kind, and an empty one otherwise."""
    return value if isinstance(value, kind) else kind()


def _from_v3(cell: Any) -> Any:
    if not isinstance(cell, dict):
        return cell
    kind = "markdown" if cell.get("cell_type") in ("heading", "html") else cell.get("cell_type")
    return {"cell_type": kind, "source": cell.get("input", cell.get("source")), "metadata": cell.get("metadata")}


def _plain_cell(cell: dict[str, Any]) -> dict[str, Any]:
    """A cell reduced to type, text, id and grade_id: nothing else of a submission's metadata is believed."""
    source = cell.get("source")
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    return {
        "type": cell["cell_type"] if cell.get("cell_type") in ("code", "markdown", "raw") else "raw",
        "source": as_text(_of(str, source)).replace("\r\n", "\n"),
        "id": cell.get("id"),
        "grade_id": _of(str, _of(dict, _of(dict, cell.get("metadata")).get("nbgrader")).get("grade_id")),
    }


def grader_of(cell: Any) -> dict[str, Any]:
    """What nbgrader has noted on an author's cell."""
    return cell["metadata"].get("nbgrader") or {}


def salvage(cells: list[dict[str, Any]], release: NotebookNode, master: dict[str, str]) -> Salvaged:
    """The notebook to run: the release's cells with the student's answers in them, and the student's own cells between.

    `master` gives the author's full source, hidden tests included, of each locked cell by grade_id. Raises `Unreadable` for the
    notebook of another assignment.
    """
    _refuse_another(cells, release)
    notes: list[str] = []
    owner = _match(cells, release, notes)
    own = _own_after(cells, owner)
    fresh = own[-1]
    for position, original in enumerate(release.cells):
        cell = NotebookNode(original)  # a copy of its own, but for the metadata, which nobody changes
        grader, mine = grader_of(cell), cells[owner[position]] if position in owner else None
        name = grader.get("grade_id")
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        if grader.get("solution"):
            if mine is None:
                notes.append(f"The answer cell {name!r} is missing; it counts as unanswered.")
                if cell.cell_type == "code" and not grader.get("grade"):
                    cell.source = ""  # what was given out would take the place of an answer that stands elsewhere
            elif mine["type"] != cell.cell_type:
                notes.append(f"The answer cell {name!r} was turned into a {mine['type']} cell; it was turned back.")
        elif name:
            if mine is None:
                notes.append(f"The locked cell {name!r} is missing; it was put back.")
            elif mine["source"].strip() != original.source.strip():
                notes.append(f"The locked cell {name!r} was changed; the author's version counts.")
            cell.source = master.get(name, cell.source)
        if mine and (grader.get("solution") or not name):  # without a name it is neither locked nor graded
            cell.source = mine["source"]
        fresh += [cell, *own[position]]
    taken = {cell.get("id") for cell in release.cells}
    ids = (name for n in itertools.count() if (name := f"own-{n}") not in taken)
    left, left_out = MAX_CODE, 0
    for cell in fresh:
        cell["id"] = cell.get("id") or next(ids)
        size = len(cell.source) if cell.cell_type == "code" and not grader_of(cell).get("locked") else 0
        if size <= left:
            left -= size
        else:
            cell.source, left_out = "", left_out + 1
    if left_out:
        notes.append(f"The notebook holds more than {MAX_CODE:,} characters of code; {left_out} cells were left out.")
    return Salvaged(NotebookNode(nbformat=4, nbformat_minor=5, metadata=release.metadata, cells=fresh), notes)


def _refuse_another(cells: list[dict[str, Any]], release: NotebookNode) -> None:
    """The wrong file is no unanswered one: its student has work to hand in."""
    known = {grader_of(cell).get("grade_id") for cell in release.cells}
    answers = {grader_of(c)["grade_id"] for c in release.cells if c.cell_type == "code" and grader_of(c).get("solution")}
    theirs = [cell["grade_id"] for cell in cells if cell["grade_id"]]
    foreign = [name for name in theirs if name not in known]
    if len(foreign) >= 3 and answers and not answers.intersection(theirs):
        raise Unreadable(
            f"The notebook is that of another assignment: it has cells such as {foreign[0][:60]!r}, "
            "and no code cell for an answer of this one. Ask for the right file."
        )


def _own_after(cells: list[dict[str, Any]], owner: dict[int, int]) -> dict[int, list[NotebookNode]]:
    """The student's own cells, by the release cell that they follow; -1 for those before the first."""
    position_of = {number: position for position, number in owner.items()}
    own: dict[int, list[NotebookNode]] = defaultdict(list)
    last = -1
    for number, cell in enumerate(cells):
        if number in position_of:
            last = position_of[number]
        else:
            code: dict[str, Any] = {"outputs": [], "execution_count": None} if cell["type"] == "code" else {}
            own[last].append(NotebookNode(cell_type=cell["type"], metadata=NotebookNode(), source=cell["source"], **code))
    return own


def _match(cells: list[dict[str, Any]], release: NotebookNode, notes: list[str]) -> dict[int, int]:
    """Which of the student's cells stands for which cell of the release, each by its position."""
    owner: dict[int, int] = {}
    for position, original in enumerate(release.cells):
        grader = grader_of(original)
        grade_id = grader.get("grade_id")
        numbers = [n for n, cell in enumerate(cells) if grade_id and cell["grade_id"] == grade_id]
        worked = [n for n in numbers if cells[n]["source"].strip() != original.source.strip()]
        if numbers:
            owner[position] = (worked or numbers)[-1]
        if len(numbers) > 1:
            notes.append(f"The cell {grade_id!r} occurs {len(numbers)} times; the last one that was changed counts.")
        # A copy was made, or a cell split in two. As "Run all" has it, those that were worked in run, each in its place.
        for n in numbers:
            if n != owner[position] and not (n in worked and grader.get("solution")):
                cells[n]["type"] = "raw"
    # Identity lost with the metadata: the cell's own id.
    unmarked = [n for n, cell in enumerate(cells) if cell["id"] and not cell["grade_id"]]
    for position, original in enumerate(release.cells):
        numbers = [n for n in unmarked if cells[n]["id"] == original.get("id") and n not in owner.values()]
        if numbers and position not in owner:
            owner[position] = numbers[0]
            if name := grader_of(original).get("grade_id"):
                notes.append(f"The cell {name!r} had lost its mark and was recognised by its id.")
    # Renamed, or without any mark: the one unclaimed cell between its neighbours.
    for position, original in enumerate(release.cells):
        grader = grader_of(original)
        if position in owner or not grader.get("solution"):
            continue
        before = max((owner[p] for p in owner if p < position), default=-1)
        after = min((owner[p] for p in owner if p > position), default=len(cells))
        free = {*range(before + 1, after)}.difference(owner.values())
        between = [n for n in free if cells[n]["type"] == original.cell_type]
        candidates = [n for n in between if cells[n]["grade_id"]] or between
        if len(candidates) == 1:
            owner[position] = candidates[0]
            notes.append(f"The answer cell {grader['grade_id']!r} was renamed or unmarked; it was recognised by its place.")
    numbers = [owner[p] for p in sorted(owner)]
    if numbers != sorted(numbers):
        notes.append("Cells were moved; they were graded in the order of the release.")
    return owner
