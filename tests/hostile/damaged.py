"""Damaged and unusual files, each made out of an honest notebook: what a term's uploads bring, and worse."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .suite import ASSIGNMENT, SOURCE, Case, Notebook, exercises, expectation, grade_id, own_cell

NAME = f"{ASSIGNMENT}.ipynb"
Build = Callable[[Notebook], dict[str, Any]]
CASES: list[Case] = []


def case(tries: str, expect: str, says: str = "") -> Callable[[Build], Build]:
    """Register a builder as a case."""

    def register(build: Build) -> Build:
        lost, no_mark = expectation(expect, exercises())
        name = build.__name__.replace("_", "-")
        CASES.append(Case(f"damaged/{name}", tries, lost, no_mark=no_mark, says=[says] if says else [], build=build))
        return build

    return register


def damaged_cases() -> list[Case]:
    """All of them."""
    return list(CASES)


def _as_file(notebook: Notebook, **options: Any) -> dict[str, Any]:
    return {NAME: json.dumps(notebook, **options)}


def _cell(notebook: Notebook, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(cell for cell in notebook["cells"] if grade_id(cell) == name)
    return found


# --- files ----------------------------------------------------------------------------------------------------------


@case("an upload that broke off in the last exercise", "loses theme-chart", "breaks off")
def truncated(notebook: Notebook) -> dict[str, Any]:
    text = json.dumps(notebook)
    return {NAME: text[: text.index(json.dumps(_cell(notebook, "theme-chart")["source"]))]}


@case("an upload that broke off before the first cell was whole", "no mark", "not a readable notebook")
def truncated_at_once(notebook: Notebook) -> dict[str, Any]:
    return {NAME: json.dumps(notebook)[:100]}


@case("an empty file", "no mark", "is empty")
def empty(notebook: Notebook) -> dict[str, Any]:
    return {NAME: b""}


@case("blank space and zero bytes", "no mark", "is empty")
def only_zero_bytes(notebook: Notebook) -> dict[str, Any]:
    return {NAME: b" \n\0\0\0" * 100}


@case("random bytes", "no mark", "not a readable notebook")
def binary(notebook: Notebook) -> dict[str, Any]:
    return {NAME: bytes(range(256)) * 40}


@case("UTF-16, as an editor on Windows writes it", "loses nothing", "UTF-16")
def utf_16(notebook: Notebook) -> dict[str, Any]:
    return {NAME: json.dumps(notebook, ensure_ascii=False).encode("utf-16")}


@case("UTF-8 with a byte order mark", "loses nothing")
def byte_order_mark(notebook: Notebook) -> dict[str, Any]:
    return {NAME: b"\xef\xbb\xbf" + json.dumps(notebook).encode()}


@case("Latin-1 letters in a file that should be UTF-8", "loses nothing", "not in UTF-8")
def latin_1(notebook: Notebook) -> dict[str, Any]:
    notebook["cells"].append(own_cell("# Müller, après"))
    return {NAME: json.dumps(notebook, ensure_ascii=False).encode("latin-1", "replace")}


@case("the HTML page of a notebook in place of the file", "no mark", "web page")
def web_page(notebook: Notebook) -> dict[str, Any]:
    return {NAME: "<!DOCTYPE html>\n<html><body>Log in to go on</body></html>"}


@case("a zip archive named as a notebook", "no mark", "not a readable notebook")
def zip_in_disguise(notebook: Notebook) -> dict[str, Any]:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(NAME, json.dumps(notebook))
    return {NAME: packed.getvalue()}


@case("a Python script named as a notebook", "no mark", "not a readable notebook")
def python_script(notebook: Notebook) -> dict[str, Any]:
    return {NAME: "\n".join("".join(cell["source"]) for cell in notebook["cells"])}


@case("JSON that is no notebook", "no mark", "no list of cells")
def other_json(notebook: Notebook) -> dict[str, Any]:
    return {NAME: json.dumps([notebook])}


@case("numbers that JSON does not know: NaN and Infinity", "loses nothing")
def not_a_number(notebook: Notebook) -> dict[str, Any]:
    notebook["metadata"]["x"] = float("nan")
    notebook["cells"][3]["metadata"]["y"] = [float("inf"), -float("inf")]
    return _as_file(notebook)


@case("JSON nested a hundred thousand deep", "no mark", "nested too deeply")
def deep_nesting(notebook: Notebook) -> dict[str, Any]:
    return {NAME: '{"cells": ' + "[" * 100_000 + "]" * 100_000 + "}"}


@case("metadata nested deeper than a cell can be read", "any mark")
def deep_metadata(notebook: Notebook) -> dict[str, Any]:
    text = json.dumps(notebook)
    return {NAME: text.replace('"metadata": {', '"metadata": {"x": ' + "[" * 900 + "]" * 900 + ", ", 1)}


@case("a whole number of a hundred thousand digits", "any mark")
def huge_number(notebook: Notebook) -> dict[str, Any]:
    text = json.dumps(notebook)
    return {NAME: text[:-1] + ', "x": ' + "1" * 100_000 + "}"}


@case("a merge's conflict marks in the middle", "any mark", "damaged")
def conflict_marks(notebook: Notebook) -> dict[str, Any]:
    text = json.dumps(notebook, indent=1)
    middle = text.index('"demand"')
    middle = text.rindex("\n", 0, middle)
    return {NAME: text[:middle] + "\n<<<<<<< HEAD\n=======\n>>>>>>> other" + text[middle:]}


@case("a notebook of 60 MB", "no mark", "MB")
def too_large(notebook: Notebook) -> dict[str, Any]:
    notebook["cells"].append(own_cell("# " + "x" * (60 << 20)))
    return _as_file(notebook)


@case("a file of three gigabytes, all of it a hole", "no mark", "MB")
def huge_hole(notebook: Notebook) -> dict[str, Any]:
    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(3 << 30)

    return {NAME: write}


@case("a million cells that are nothing", "no mark", "cells")
def a_million_cells(notebook: Notebook) -> dict[str, Any]:
    return {NAME: '{"cells": [' + "{}," * 15_000_000 + "{}]}"}


@case("lone surrogates in an answer", "loses nothing")
def lone_surrogates(notebook: Notebook) -> dict[str, Any]:
    _cell(notebook, "real-terms")["source"] += "# \ud800 \udfff\n"
    notebook["cells"].append({"cell_type": "markdown", "metadata": {}, "source": "\udead"})
    _cell(notebook, "written")["source"] = "My answer \ud83d"
    return _as_file(notebook)


@case("three gigabytes beside an honest notebook", "loses nothing", "left out")
def large_companion(notebook: Notebook) -> dict[str, Any]:
    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(3 << 30)

    return {**_as_file(notebook), "video.mp4": write}


@case("a thousand files beside an honest notebook", "loses nothing", "left out")
def many_companions(notebook: Notebook) -> dict[str, Any]:
    return {**_as_file(notebook), **{f"photo-{n}.jpg": b"x" for n in range(1000)}}


# --- names ----------------------------------------------------------------------------------------------------------


@case("another file name", "loses nothing", "was named")
def wrong_name(notebook: Notebook) -> dict[str, Any]:
    return {"Problem set 2 (final) (1).ipynb": json.dumps(notebook)}


@case("the notebook of another assignment under this one's name", "no mark", "is that of another assignment")
def another_assignment(_: Notebook) -> dict[str, Any]:
    return {NAME: SOURCE.parents[1].joinpath("ps1", "ps1.ipynb").read_text(encoding="utf-8")}


@case("capitals in the file name's end", "loses nothing")
def upper_case_name(notebook: Notebook) -> dict[str, Any]:
    return {"PS2.IPYNB": json.dumps(notebook)}


@case("two notebooks, one of the right name", "loses nothing")
def two_notebooks(notebook: Notebook) -> dict[str, Any]:
    return {**_as_file(notebook), "draft.ipynb": "{}"}


@case("two notebooks, neither of the right name", "no mark", "Say which counts")
def two_other_notebooks(notebook: Notebook) -> dict[str, Any]:
    return {"a.ipynb": json.dumps(notebook), "b.ipynb": json.dumps(notebook)}


@case("an old copy of the same name in a folder below", "loses nothing")
def old_copy_below(notebook: Notebook) -> dict[str, Any]:
    old = {**notebook, "cells": []}
    return {**_as_file(notebook), f"zz-old/{NAME}": json.dumps(old), ".ipynb_checkpoints/ps2-checkpoint.ipynb": json.dumps(old)}


@case("only a checkpoint of another name beside it", "loses nothing", "was named")
def wrong_name_with_checkpoint(notebook: Notebook) -> dict[str, Any]:
    return {
        "mine.ipynb": json.dumps(notebook),
        ".ipynb_checkpoints/mine-checkpoint.ipynb": json.dumps({**notebook, "cells": []}),
    }


@case("no file at all", "no mark", "no notebook")
def nothing(notebook: Notebook) -> dict[str, Any]:
    return {"readme.txt": "I will send it by mail."}


@case("a symbolic link to the author's notebook", "no mark", "no notebook")
def symbolic_link(notebook: Notebook) -> dict[str, Any]:
    return {NAME: lambda path: path.symlink_to(path.parents[3] / "source" / ASSIGNMENT / NAME)}


@case("a link to nowhere, a folder named as a notebook, and a pipe", "no mark", "no notebook")
def no_plain_files(notebook: Notebook) -> dict[str, Any]:
    return {NAME: lambda path: path.symlink_to("nowhere"), "a.ipynb/x.txt": "x", "b.ipynb": lambda path: os.mkfifo(path)}


@case("a file name that is no text", "loses nothing")
def name_that_is_no_text(notebook: Notebook) -> dict[str, Any]:
    return {os.fsdecode(b"\xff\xfe-mine.ipynb"): json.dumps(notebook)}


@case(
    "a file name that clears the instructor's terminal and turns the text round",
    "loses nothing",
    "named ?[2J?]0;x?=mine?.ipynb",
)
def name_that_is_a_command(notebook: Notebook) -> dict[str, Any]:
    return {"\x1b[2J\x1b]0;x\x07=mine\u202e.ipynb": json.dumps(notebook)}


@case("a time stamp that is none", "loses nothing")
def broken_timestamp(notebook: Notebook) -> dict[str, Any]:
    return {**_as_file(notebook), "timestamp.txt": "yesterday, about noon"}


@case("an empty time stamp", "loses nothing")
def empty_timestamp(notebook: Notebook) -> dict[str, Any]:
    return {**_as_file(notebook), "timestamp.txt": ""}


@case("an empty time stamp", "loses nothing")
def endless_timestamp(notebook: Notebook) -> dict[str, Any]:
    return {**_as_file(notebook), "timestamp.txt": "1" * 3_000_000}


# --- cells ----------------------------------------------------------------------------------------------------------


@case("a duplicated answer cell, grade id included", "loses nothing", "occurs 2 times")
def duplicated_answer(notebook: Notebook) -> dict[str, Any]:
    at = notebook["cells"].index(_cell(notebook, "demand"))
    notebook["cells"].insert(at, {**notebook["cells"][at], "id": "copy", "source": "# Write your answer here."})
    return _as_file(notebook)


@case("a duplicated test cell, and the title ten times", "loses nothing", "occurs")
def duplicated_test(notebook: Notebook) -> dict[str, Any]:
    cells = notebook["cells"]
    cells.insert(5, dict(_cell(notebook, "test-demand")))
    cells[0:0] = [dict(cells[0]) for _ in range(9)]
    return _as_file(notebook)


@case("a deleted answer cell", "loses demand", "'demand' is missing")
def deleted_answer(notebook: Notebook) -> dict[str, Any]:
    notebook["cells"].remove(_cell(notebook, "demand"))
    return _as_file(notebook)


@case("deleted test and set-up cells", "loses nothing", "is missing")
def deleted_tests(notebook: Notebook) -> dict[str, Any]:
    notebook["cells"] = [c for c in notebook["cells"] if not grade_id(c).startswith(("test-", "setup"))]
    return _as_file(notebook)


@case("an answer cell turned into text, and one into raw text", "loses nothing", "turned")
def retyped_answer(notebook: Notebook) -> dict[str, Any]:
    for name, kind in (("demand", "markdown"), ("real-terms", "raw")):
        cell = _cell(notebook, name)
        cell["cell_type"] = kind
        del cell["outputs"], cell["execution_count"]
    return _as_file(notebook)


@case("test cells turned into text", "loses nothing")
def retyped_tests(notebook: Notebook) -> dict[str, Any]:
    for cell in notebook["cells"]:
        if grade_id(cell).startswith("test-"):
            cell["cell_type"] = "markdown"
    return _as_file(notebook)


@case("exercises in another order", "loses nothing", "moved")
def reordered(notebook: Notebook) -> dict[str, Any]:
    cells = notebook["cells"]
    notebook["cells"] = cells[:2] + cells[17:20] + cells[2:17] + cells[20:]
    return _as_file(notebook)


@case("an answer cell with another grade id", "loses nothing", "renamed")
def renamed_answer(notebook: Notebook) -> dict[str, Any]:
    cell = _cell(notebook, "demand")
    cell["metadata"]["nbgrader"]["grade_id"], cell["id"] = "cell-12345", "new"
    return _as_file(notebook)


@case("all of nbgrader's marks gone, cell ids kept", "loses nothing", "recognised by its id")
def marks_stripped(notebook: Notebook) -> dict[str, Any]:
    for cell in notebook["cells"]:
        cell["metadata"] = {}
    return _as_file(notebook)


@case("all marks and all cell ids gone", "any mark")
def everything_stripped(notebook: Notebook) -> dict[str, Any]:
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        cell.pop("id", None)
    return _as_file({"cells": notebook["cells"], "metadata": {}, "nbformat": 4, "nbformat_minor": 2})


@case("format version 3, with work sheets", "any mark", "old format")
def version_3(notebook: Notebook) -> dict[str, Any]:
    cells = []
    for cell in notebook["cells"]:
        source = {"input": cell["source"], "language": "python"} if cell["cell_type"] == "code" else {"source": cell["source"]}
        cells.append({"cell_type": cell["cell_type"], "metadata": cell["metadata"], "outputs": [], **source})
    return {NAME: json.dumps({"worksheets": [{"cells": cells}], "nbformat": 3, "nbformat_minor": 0, "metadata": {}})}


@case("a format version that does not exist yet", "loses nothing")
def version_9(notebook: Notebook) -> dict[str, Any]:
    return _as_file({**notebook, "nbformat": 9, "nbformat_minor": 9})


@case("marks of an older nbgrader, and no version at all", "loses nothing")
def old_marks(notebook: Notebook) -> dict[str, Any]:
    for cell in notebook["cells"]:
        cell["metadata"].get("nbgrader", {}).pop("schema_version", None)
        cell["metadata"].get("nbgrader", {}).pop("task", None)
    return _as_file({"cells": notebook["cells"]})


@case("points, locks and roles changed in the marks", "loses demand")
def marks_forged(notebook: Notebook) -> dict[str, Any]:
    for cell in notebook["cells"]:
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"] |= {"points": 100, "grade": True, "locked": False, "solution": True}
    _cell(notebook, "demand")["source"] = "pass"
    extra = own_cell("pass")
    extra["metadata"] = {"nbgrader": {"grade_id": "bonus", "points": 1000, "grade": True, "solution": False, "locked": True}}
    notebook["cells"].append(extra)
    return _as_file(notebook)


@case("tests emptied and the set-up replaced", "loses demand", "author's version counts")
def locked_cells_changed(notebook: Notebook) -> dict[str, Any]:
    for cell in notebook["cells"]:
        if grade_id(cell).startswith("test-"):
            cell["source"] = "assert True"
    _cell(notebook, "setup")["source"] = "import builtins\nbuiltins.abs = lambda x: 0"
    _cell(notebook, "demand")["source"] = "def demanded_amount(current, multiple):\n    return 0, 0"
    return _as_file(notebook)


@case("the test cell's own id and grade id given to a cell of the student's", "loses demand")
def identity_stolen(notebook: Notebook) -> dict[str, Any]:
    test = _cell(notebook, "test-demand")
    at = notebook["cells"].index(test)
    notebook["cells"][at] = {**own_cell("pass"), "id": test["id"], "metadata": test["metadata"]}
    _cell(notebook, "demand")["source"] = "demanded_amount = None"
    return _as_file(notebook)


@case("cells of the wrong types throughout: numbers, lists, missing fields", "any mark", "no cells")
def wrong_types(notebook: Notebook) -> dict[str, Any]:
    cells: list[Any] = notebook["cells"]
    cells[0:0] = [5, None, "text", [], {"cell_type": 7, "source": 9, "metadata": []}, {"source": ["a", 5, None]}]
    cells.append({"cell_type": "code", "source": {"a": 1}, "metadata": {"nbgrader": 5}, "id": {"x": 1}, "outputs": "none"})
    cells.append({"cell_type": "code", "source": "1", "metadata": {"nbgrader": {"grade_id": ["demand"]}}, "id": 5})
    return {NAME: json.dumps({"cells": cells, "metadata": 5, "nbformat": "four"})}


@case("no cells", "loses everything")
def no_cells(notebook: Notebook) -> dict[str, Any]:
    return _as_file({**notebook, "cells": []})


@case("ids of cells that are empty, doubled or endless", "loses nothing")
def strange_ids(notebook: Notebook) -> dict[str, Any]:
    for number, cell in enumerate(notebook["cells"]):
        cell["id"] = ["", "same", "x" * 10_000, "../../x", "<b>"][number % 5]
    return _as_file(notebook)


@case("outputs of a forged run inside the file", "loses demand")
def outputs_forged(notebook: Notebook) -> dict[str, Any]:
    _cell(notebook, "demand")["source"] = "pass"
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "full marks"}]
            cell["execution_count"] = 1
    return _as_file(notebook)


@case("lines as a list, split in the middle of words", "loses nothing")
def split_lines(notebook: Notebook) -> dict[str, Any]:
    for cell in notebook["cells"]:
        text = "".join(cell["source"])
        cell["source"] = [text[n : n + 7] for n in range(0, len(text), 7)]
    return _as_file(notebook)


@case("line ends of Windows and of old Macs", "loses nothing")
def line_ends(notebook: Notebook) -> dict[str, Any]:
    for number, cell in enumerate(notebook["cells"]):
        cell["source"] = "".join(cell["source"]).replace("\n", "\r\n" if number % 2 else "\n")
    return _as_file(notebook, indent=1)


@case("an answer in two cells, the second of the student's own", "loses nothing")
def split_answer(notebook: Notebook) -> dict[str, Any]:
    cell = _cell(notebook, "real-terms")
    at = notebook["cells"].index(cell)
    notebook["cells"].insert(at + 1, own_cell(cell["source"]))
    cell["source"] = "# see below"
    return _as_file(notebook)


@case("twenty thousand cells of the student's own", "no mark", "cells")
def many_cells(notebook: Notebook) -> dict[str, Any]:
    notebook["cells"] += [own_cell("1") for _ in range(20_000)]
    return _as_file(notebook)
