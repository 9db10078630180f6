"""Damaged submissions: what can be repaired is repaired and noted, what cannot gets a reason."""

from __future__ import annotations

import json
import os
from copy import deepcopy
from pathlib import Path

import nbformat
import pytest

from nbproctor.recording import _handed_in
from nbproctor.salvage import MAX_BYTES, Unreadable, as_text, find_file, read, salvage
from nbproctor.scratch import remove


def marked(name: str, kind: str, source: str, **roles: bool) -> dict:
    grader = {"grade_id": name, "grade": False, "solution": False, "locked": False, "schema_version": 3, "task": False} | roles
    cell = {"id": name, "cell_type": kind, "metadata": {"nbgrader": grader}, "source": source}
    return cell | ({"outputs": [], "execution_count": None} if kind == "code" else {})


RELEASE = nbformat.from_dict(
    {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        "cells": [
            marked("title", "markdown", "# Title", locked=True),
            marked("setup", "code", "import math", locked=True),
            marked("a", "code", "# Write your answer here.", solution=True),
            marked("test-a", "code", "assert a == 1", grade=True, locked=True, points=1),
            {"id": "demo", "cell_type": "code", "metadata": {}, "source": "x = 5", "outputs": [], "execution_count": None},
            marked("b", "code", "# Write your answer here.", solution=True),
            marked("test-b", "code", "assert b == 2", grade=True, locked=True, points=1),
            marked("words", "markdown", "YOUR ANSWER HERE", solution=True, grade=True, points=2),
        ],
    }
)
MASTER = {"title": "# Title", "setup": "import math", "test-a": "assert a == 1\nassert hidden", "test-b": "assert b == 2"}


def student(**answers: str) -> dict:
    notebook = deepcopy(dict(RELEASE))
    for cell in notebook["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id", cell["id"])
        cell["source"] = {"a": "a = 1", "b": "b = 2", "words": "My words.", **answers}.get(name, cell["source"])
    return json.loads(json.dumps(notebook))


def salvaged(notebook: dict | str | bytes, tmp_path: Path):
    path = tmp_path / "n.ipynb"
    text = notebook if isinstance(notebook, str | bytes) else json.dumps(notebook)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    cells, notes = read(path.name, path.read_bytes())
    result = salvage(cells, RELEASE, MASTER)
    sources = {cell.metadata.get("nbgrader", {}).get("grade_id", cell.id): cell.source for cell in result.notebook.cells}
    return result.notebook, sources, [*notes, *result.notes]


def cell_of(notebook: dict, name: str) -> dict:
    return next(cell for cell in notebook["cells"] if cell.get("id") == name)


def test_an_intact_submission_has_no_notes_and_the_authors_full_tests(tmp_path):
    notebook, sources, notes = salvaged(student(), tmp_path)
    assert notes == []
    assert sources["a"] == "a = 1" and sources["words"] == "My words."
    assert sources["test-a"] == MASTER["test-a"]
    nbformat.validate(notebook)


def test_nothing_of_the_students_metadata_is_believed(tmp_path):
    submitted = student()
    for cell in submitted["cells"]:
        cell["metadata"].get("nbgrader", {}).update(points=99, grade=True, solution=True, locked=False)
    submitted["cells"].append(marked("bonus", "code", "pass", grade=True, points=1000))
    submitted["metadata"] = {"kernelspec": {"name": "evil"}}
    notebook, _, _ = salvaged(submitted, tmp_path)
    assert [c.metadata for c in notebook.cells[:-1]] == [c.metadata for c in RELEASE.cells]
    assert notebook.cells[-1].metadata == {} and notebook.cells[-1].source == "pass"
    assert notebook.metadata == RELEASE.metadata


def test_of_copies_the_last_one_that_was_worked_in_counts(tmp_path):
    submitted = student(a="a = 'first'")
    at = submitted["cells"].index(cell_of(submitted, "a"))
    submitted["cells"].insert(at + 1, {**cell_of(submitted, "a"), "id": "copy", "source": "a = 1"})
    submitted["cells"].insert(at + 2, {**cell_of(submitted, "a"), "id": "copy2", "source": "# Write your answer here."})
    notebook, sources, notes = salvaged(submitted, tmp_path)
    assert sources["a"] == "a = 1"
    assert "occurs 3 times" in notes[0]
    assert [c.cell_type for c in notebook.cells if "first" in c.source] == ["code"], "what was worked in runs in its place"
    assert [c.source for c in notebook.cells if c.cell_type == "raw"] == ["# Write your answer here."], (
        "what was given out rests"
    )


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_a_retyped_answer_is_turned_back(tmp_path, kind):
    submitted = student()
    cell_of(submitted, "a")["cell_type"] = kind
    notebook, sources, notes = salvaged(submitted, tmp_path)
    assert sources["a"] == "a = 1"
    assert next(c for c in notebook.cells if c.id == "a").cell_type == "code"
    assert notes == [f"The answer cell 'a' was turned into a {kind} cell; it was turned back."]


def test_deleted_cells_are_put_back_and_a_deleted_answer_counts_as_unanswered(tmp_path):
    submitted = student()
    for name in ("a", "test-b", "setup"):
        submitted["cells"].remove(cell_of(submitted, name))
    _, sources, notes = salvaged(submitted, tmp_path)
    assert sources["a"] == "" and sources["test-b"] == MASTER["test-b"]
    assert sources["b"] == "b = 2"
    assert "The answer cell 'a' is missing; it counts as unanswered." in notes
    assert "The locked cell 'test-b' is missing; it was put back." in notes


@pytest.mark.parametrize("damage", [",,", "\n<<<<<<< HEAD\n", "}", '"half'])
def test_what_stands_behind_a_damaged_place_is_read(tmp_path, damage):
    text = json.dumps(student(), indent=1)
    at = text.index("{", text.index('"b = 2"'))  # where the cell behind the answer begins
    _, sources, notes = salvaged(text[:at] + damage + text[at:], tmp_path)
    assert sources["a"] == "a = 1" and sources["b"] == "b = 2" and sources["test-b"] == MASTER["test-b"]
    assert "damaged" in notes[0] and not [note for note in notes if "missing" in note][1:]


def test_an_answer_that_stands_in_a_cell_of_the_students_own_is_not_overwritten(tmp_path):
    submitted = student()
    at = submitted["cells"].index(cell_of(submitted, "a"))
    own = {"cell_type": "code", "source": "a = 1", "metadata": {}, "outputs": [], "execution_count": None}
    submitted["cells"][at : at + 1] = [own, {**own, "source": "# and more"}]
    notebook, sources, _ = salvaged(submitted, tmp_path)
    assert sources["a"] == "" and [c.cell_type for c in notebook.cells if c.source == "a = 1"] == ["code"]


def test_a_cell_that_was_split_runs_whole(tmp_path):
    submitted = student(a="a = 0")
    at = submitted["cells"].index(cell_of(submitted, "a"))
    submitted["cells"].insert(at + 1, {**cell_of(submitted, "a"), "id": "half", "source": "a = a + 1"})
    notebook, _, _ = salvaged(submitted, tmp_path)
    code = [c.source for c in notebook.cells if c.cell_type == "code"]
    assert code.index("a = a + 1") == code.index("a = 0") + 1


def test_changed_tests_are_the_authors_again(tmp_path):
    _, sources, notes = salvaged(student(**{"test-a": "assert True", "setup": "import evil"}), tmp_path)
    assert (sources["test-a"], sources["setup"]) == (MASTER["test-a"], "import math")
    assert len([note for note in notes if "was changed" in note]) == 2


def test_a_cell_that_the_author_left_free_stays_the_students(tmp_path):
    _, sources, notes = salvaged(student(demo="x = 6"), tmp_path)
    assert sources["demo"] == "x = 6"
    assert notes == []


def test_a_renamed_answer_is_recognised_by_its_place(tmp_path):
    submitted = student()
    cell_of(submitted, "b")["metadata"]["nbgrader"]["grade_id"] = "cell-99"
    cell_of(submitted, "b")["id"] = "new"
    _, sources, notes = salvaged(submitted, tmp_path)
    assert sources["b"] == "b = 2"
    assert "recognised by its place" in notes[0]


def test_lost_marks_are_recognised_by_the_cells_ids(tmp_path):
    submitted = student()
    for cell in submitted["cells"]:
        cell["metadata"] = {}
    _, sources, notes = salvaged(submitted, tmp_path)
    assert (sources["a"], sources["b"], sources["words"]) == ("a = 1", "b = 2", "My words.")
    assert all("recognised by its id" in note for note in notes)


def test_moved_cells_are_run_in_the_order_of_the_release(tmp_path):
    submitted = student()
    submitted["cells"].reverse()
    notebook, _, notes = salvaged(submitted, tmp_path)
    assert [c.id for c in notebook.cells] == [c.id for c in RELEASE.cells]
    assert any("Cells were moved" in note for note in notes)


def test_the_students_own_cells_stay_where_they_are(tmp_path):
    submitted = student()
    own = {"cell_type": "code", "metadata": {}, "source": "y = 1", "outputs": [], "execution_count": 3}
    submitted["cells"].insert(0, own)
    submitted["cells"].insert(4, own)
    notebook, _, notes = salvaged(submitted, tmp_path)
    assert [i for i, c in enumerate(notebook.cells) if c.source == "y = 1"] == [0, 4]
    assert len({c.id for c in notebook.cells}) == len(notebook.cells)
    assert notes == []
    nbformat.validate(notebook)


def test_an_upload_that_broke_off_keeps_what_is_whole(tmp_path):
    text = json.dumps(student())
    _, sources, notes = salvaged(text[: text.index('"b = 2"')], tmp_path)
    assert sources["a"] == "a = 1" and sources["b"] == ""
    assert "breaks off or is damaged" in notes[0] and "5 cells of it" in notes[0]


@pytest.mark.parametrize(
    ("encode", "note"),
    [
        (lambda text: text.encode("utf-16"), "UTF-16"),
        (lambda text: text.encode("utf-16-le"), "UTF-16"),
        (lambda text: text.encode("utf-16-be"), "UTF-16"),
        (lambda text: text.encode("utf-32"), "UTF-32"),
        (lambda text: text.encode("utf-8-sig"), ""),
        (lambda text: text.encode("latin-1", "replace"), "not in UTF-8"),
        (lambda text: text.replace("\n", "\r\n").encode(), ""),
    ],
)
def test_encodings(tmp_path, encode, note):
    text = json.dumps(student(a="a = 1  # Müller"), ensure_ascii=False, indent=1)
    _, sources, notes = salvaged(encode(text), tmp_path)
    assert sources["a"].startswith("a = 1  # M")
    assert (note in notes[0]) if note else notes == []


def test_zeros_before_the_first_bracket_make_no_other_encoding(tmp_path):
    _, sources, _ = salvaged(b"\0\0" + json.dumps(student(a="a = 1")).encode(), tmp_path)
    assert sources["a"] == "a = 1"


def test_half_characters_become_question_marks(tmp_path):
    _, sources, _ = salvaged(student(a="a = 1  # \ud800"), tmp_path)
    assert sources["a"] == "a = 1  # ?"
    assert as_text("日本 \udfff") == "日本 ?"


def test_old_formats_are_converted(tmp_path):
    cells = []
    for cell in student()["cells"]:
        source = {"input": cell["source"]} if cell["cell_type"] == "code" else {"source": cell["source"]}
        cells.append({"cell_type": cell["cell_type"], "metadata": cell["metadata"], **source})
    _, sources, notes = salvaged({"worksheets": [{"cells": cells}, 5], "nbformat": 3}, tmp_path)
    assert sources["a"] == "a = 1"
    assert "old format" in notes[0]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"\0\0\n", "is empty"),
        (b"<html>", "web page"),
        (b"PK\x03\x04", "not a readable notebook"),
        (b"[1]", "no list of cells"),
        (b'"text"', "no list of cells"),
        (b'{"cells": {}}', "no list of cells"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"cells": [' + b"{}," * 3000 + b"{}]}", "2000 is the most"),
        (b'{"cells": [' + b"{}," * 6_000_000 + b"{}]}", "millions of entries"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_gets_a_reason(tmp_path, content, reason):
    path = tmp_path / "n.ipynb"
    path.write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        read(path.name, path.read_bytes())
    assert reason in str(caught.value)
    assert "again" in str(caught.value), "it says what to do"


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    with (tmp_path / "n.ipynb").open("wb") as file:
        file.truncate(10 << 30)
    with pytest.raises(Unreadable, match=r"larger than 50 MB"):
        read("n.ipynb", _handed_in(tmp_path)[0]["n.ipynb"])


def test_entries_of_wrong_types_are_left_out_or_made_plain(tmp_path):
    submitted = student()
    submitted["cells"][1:1] = [5, None, [], {"cell_type": 7, "source": [1, "z = ", "1"], "metadata": 3, "id": 9}]
    notebook, sources, notes = salvaged(submitted, tmp_path)
    assert sources["a"] == "a = 1"
    assert notes == ["3 entries of the file were no cells and were left out."]
    assert [c.cell_type for c in notebook.cells if c.source == "z = 1"] == ["raw"]


def test_finding_the_file():
    def found(*names: str):
        return find_file(dict.fromkeys(names, b"{}"), "ps2")

    assert found("ps2.ipynb", "other.ipynb") == ("ps2.ipynb", [])
    assert found("Mine.IPYNB", "a.txt")[0] == "Mine.IPYNB"
    assert found("mine/ps2.ipynb", "mine/old/ps2.ipynb", "mine/a.csv") == ("mine/ps2.ipynb", [])
    assert "was graded as ps2.ipynb" in found("mine.ipynb")[1][0]
    assert found("ps2 (1).ipynb", "notes.ipynb")[0] == "ps2 (1).ipynb"
    assert found("ps2.ipynb", "ps2-Copy1.ipynb") == ("ps2.ipynb", ["There is also ps2-Copy1.ipynb, which was not graded."])
    assert find_file({"ps2.ipynb": b" ", "b.ipynb": b"{}"}, "ps2")[0] == "b.ipynb"
    with pytest.raises(Unreadable, match=r"which holds a\.txt\. Ask for it again"):
        found("a.txt")
    with pytest.raises(Unreadable, match=r"Say which counts"):
        found("a.ipynb", "b.ipynb")


def test_a_link_is_no_submission(tmp_path):
    (tmp_path / "secret.ipynb").write_text("{}")
    folder = tmp_path / "submitted"
    folder.mkdir()
    (folder / "ps2.ipynb").symlink_to(tmp_path / "secret.ipynb")
    assert _handed_in(folder) == ({}, ())


def test_folders_without_end_in_a_submission_stop_nothing(tmp_path):
    (tmp_path / "ps2.ipynb").write_text("{}")
    here = os.getcwd()
    os.chdir(tmp_path)
    try:
        for _ in range(1500):  # as any archive may hold them
            os.mkdir("deep")
            os.chdir("deep")
        Path("lost.csv").write_text("a")
    finally:
        os.chdir(here)
    files, (note,) = _handed_in(tmp_path)
    assert files == {"ps2.ipynb": b"{}"} and "left out" in note
    remove(tmp_path)


def test_paths_that_are_too_long_for_a_scratch_folder_are_left_out(tmp_path):
    folder = tmp_path
    for _ in range(15):  # the path of the course's folder may be shorter than a scratch folder's
        folder = folder / ("d" * 240)
        folder.mkdir()
        (folder / "a.csv").touch()
    files, (note,) = _handed_in(tmp_path)
    assert files and max(map(len, files)) < 3500 and "left out" in note


def test_notebooks_beyond_what_a_worker_can_take_are_left_out(tmp_path):
    for number in range(20):
        with open(tmp_path / f"n{number:02}.ipynb", "wb") as file:
            file.truncate(MAX_BYTES)
    files, (note,) = _handed_in(tmp_path)
    assert sum(map(len, files.values())) <= 2 * MAX_BYTES and "18 files" in note


def test_cells_count_before_sheets_of_an_old_format(tmp_path):
    assert salvaged({**student(), "worksheets": []}, tmp_path)[1]["a"] == "a = 1"


def test_more_code_than_anyone_writes_is_left_out_and_the_rest_counts(tmp_path):
    own = {"cell_type": "code", "metadata": {}, "source": "x = 1\n" * 400_000, "outputs": []}
    notebook = student()
    notebook["cells"].insert(2, own)
    made, sources, notes = salvaged(notebook, tmp_path)
    assert sources["a"] == "a = 1" and sources["b"] == "b = 2" and max(len(cell.source) for cell in made.cells) < 100
    assert any("1 cells were left out" in note for note in notes)


def test_a_file_of_nothing_but_beginnings_is_not_read_again_and_again(monkeypatch):
    read_for = []
    decode = json.JSONDecoder.raw_decode
    monkeypatch.setattr(json.JSONDecoder, "raw_decode", lambda self, s, idx=0: read_for.append(idx) or decode(self, s, idx))
    with pytest.raises(Unreadable):
        read("n.ipynb", b'{"cells": [' + b'{"source":' * 25 + b"[" + b'{"a":{"b":[]}},' * 10_000)
    assert len(read_for) <= 4


def test_a_sheet_of_the_old_format_without_cells_is_read():
    sheets = b'{"worksheets": [{"cells": 5}, {"cells": [{"cell_type": "code", "input": "1"}]}]}'
    assert read("a.ipynb", sheets)[0][0]["source"] == "1"


def test_copies_that_programs_keep_are_no_submissions(tmp_path):
    for name in (
        "mine.ipynb",
        "._mine.ipynb",
        "__MACOSX/mine.ipynb",
        ".virtual_documents/ps2.ipynb",
        "data.csv",
        ".env",
        "data/a.csv",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    files, notes = _handed_in(tmp_path)
    assert files == {name: name.encode() for name in ("mine.ipynb", "data.csv", ".env", "data/a.csv")} and notes == ()
