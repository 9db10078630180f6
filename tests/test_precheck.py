"""`usjapan check-submission`: what a student is told before handing in, and that marks are no part of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, usjapan
from exercises import ASSIGNMENTS

from nbproctor.sandbox import Limits
from usjapan import precheck
from usjapan.failure import CommandError

Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def handed(course, tmp_path):
    """Write a changed copy of the released `ps2` and return its path."""

    def write(change: Change, name: str = "ps2.ipynb") -> Path:
        notebook = json.loads((course.root / "release" / "ps2" / "ps2.ipynb").read_text(encoding="utf-8"))
        change(notebook)
        path = tmp_path / name
        path.write_text(json.dumps(notebook), encoding="utf-8")
        return path

    return write


def cell(notebook: dict[str, Any], grade_id: str) -> dict[str, Any]:
    return next(c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == grade_id)


def nothing(notebook: dict[str, Any]) -> None:
    pass


def answered(notebook: dict[str, Any]) -> None:
    cell(notebook, "demand")["source"] = "def demanded_amount(current, multiple):\n    return {'total': 1, 'increase': 2}\n"


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_every_release_is_what_it_says_it_is(course, assignment):
    findings = precheck.check(course.root / "release" / assignment / f"{assignment}.ipynb")
    assert findings.assignment == assignment and findings.problems == []
    assert "Not answered yet" in findings.remarks[0]


def test_an_answer_and_cells_of_ones_own_are_no_problem(handed):
    def change(notebook: dict[str, Any]) -> None:
        answered(notebook)
        notebook["cells"].insert(4, {"cell_type": "code", "source": "1 + 1", "metadata": {}, "outputs": []})

    findings = precheck.check(handed(change))
    assert findings.problems == []
    assert "demand" not in findings.remarks[0] and "money" in findings.remarks[0]


@pytest.mark.parametrize("name", ["ps2.ipynb", "mina-07_ps2.ipynb"])
def test_the_right_names(handed, name):
    assert precheck.check(handed(nothing, name)).problems == []


@pytest.mark.parametrize(
    "name", ["ps2 (1).ipynb", "ps2-Copy1.ipynb", "ps3.ipynb", "homework.ipynb", "ps2.json", "a_b_ps2.ipynb"]
)
def test_a_wrong_name_is_named_with_the_right_one(handed, name):
    (problem,) = precheck.check(handed(nothing, name)).problems
    assert name in problem and "rename it to ps2.ipynb" in problem


def lose_answer(notebook: dict[str, Any]) -> None:
    notebook["cells"].remove(cell(notebook, "demand"))


def lose_test(notebook: dict[str, Any]) -> None:
    notebook["cells"].remove(cell(notebook, "test-demand"))


def change_test(notebook: dict[str, Any]) -> None:
    cell(notebook, "test-demand")["source"] = "pass"


def change_question(notebook: dict[str, Any]) -> None:
    cell(notebook, "about-demand")["source"] = "My notes"


def copy_answer(notebook: dict[str, Any]) -> None:
    copied = {**cell(notebook, "demand"), "source": "demanded_amount = None", "id": "another"}
    notebook["cells"].insert(notebook["cells"].index(cell(notebook, "demand")) + 1, copied)


def retype_answer(notebook: dict[str, Any]) -> None:
    cell(notebook, "demand")["cell_type"] = "markdown"


def move_answer(notebook: dict[str, Any]) -> None:
    moved = cell(notebook, "demand")
    notebook["cells"].remove(moved)
    notebook["cells"].append(moved)


def unmark_answer(notebook: dict[str, Any]) -> None:
    cell(notebook, "demand")["metadata"] = {}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lose_answer, "'demand' is missing"),
        (lose_test, "'test-demand' is missing"),
        (change_test, "'test-demand' was changed"),
        (change_question, "'about-demand' was changed"),
        (copy_answer, "'demand' occurs 2 times"),
        (retype_answer, "'demand' was turned into a markdown cell"),
        (move_answer, "Cells were moved"),
        (unmark_answer, "'demand' had lost its mark"),
    ],
)
def test_a_damaged_cell_is_named(handed, change, said):
    problems = precheck.check(handed(change)).problems
    assert len(problems) == 1 and said in problems[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("<html>Sign in</html>", "looks like a web page"),
        ('{"a": 1}', "no list of cells"),
        (None, "breaks off"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem_with_a_way_out(handed, text, said):
    path = handed(nothing)
    path.write_text(path.read_text(encoding="utf-8")[:20000] if text is None else text, encoding="utf-8")
    result = usjapan("check-submission", path)
    assert result.returncode == 1 and said in result.stdout and "Put this right" in result.stdout
    assert not result.stderr and "Ask for it again" not in result.stdout


def typed(line: str) -> Change:
    def change(notebook: dict[str, Any]) -> None:
        answer = cell(notebook, "claims-by-kind")
        first, _, rest = "".join(answer["source"]).partition("\n")
        assert first.startswith('student_id = ""')
        answer["source"] = f"{line}\n{rest}\nclaims_by_kind = mine['kind'].value_counts()\n"

    return change


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", 'The line student_id = "" is missing'),
        ("student_id = 20260712", "is no plain text"),
        ("student_id = ...", "is no plain text"),
        ("student_id = input()", "is no plain text"),
        ('student_id = "..."', "nobody's id"),
        ('student_id = "___"', "nobody's id"),
        ('student_id = "your id"', "nobody's id"),
        ('student_id = "mina-07_ps2.ipynb"', "nobody's id"),
        ('student_id = "ken-08"', "but the file is called mina-07_ps2.ipynb"),
    ],
)
def test_an_id_that_will_not_grade_is_a_problem(handed, line, said):
    (problem,) = precheck.check(handed(typed(line), "mina-07_ps2.ipynb")).problems
    assert "'claims-by-kind'" in problem and said in problem


@pytest.mark.parametrize(
    ("line", "name", "said"),
    [
        ('student_id = ""', "mina-07_ps2.ipynb", "graded on the common slice"),
        ('student_id = " "', "ps2.ipynb", "graded on the common slice"),
        ('student_id = "Mina-07"', "ps2.ipynb", "hand the file in as Mina-07_ps2.ipynb"),
        ('student_id = " Mina-07"', "mina-07_ps2.ipynb", ""),
    ],
)
def test_an_id_that_grades_is_at_most_a_remark(handed, line, name, said):
    findings = precheck.check(handed(typed(line), name))
    assert findings.problems == []
    assert [remark for remark in findings.remarks[1:] if said in remark] == findings.remarks[1:]
    assert bool(said) == (len(findings.remarks) == 2)


def test_what_is_no_submission_is_refused(handed, tmp_path):
    source = ROOT / "assignments" / "source" / "ps2" / "ps2.ipynb"
    for path, said in [
        (tmp_path / "absent.ipynb", "There is no file"),
        (ROOT / "lessons" / "02-spring-2024.ipynb", "is a lesson"),
        (source, "does not say which problem set it is"),
        (handed(lambda notebook: notebook["metadata"]["usjapan"].update(cells=["?"])), "does not say which"),
        (handed(lambda notebook: notebook.update(metadata={})), "copy your answers into it"),
    ]:
        with pytest.raises(CommandError, match=said):
            precheck.check(path)
    assert usjapan("check-submission", tmp_path / "absent.ipynb").returncode == 2


def own_cell(source: str, after: str = "demand") -> Change:
    def change(notebook: dict[str, Any]) -> None:
        made = {"cell_type": "code", "source": source, "metadata": {}, "outputs": [], "execution_count": None}
        notebook["cells"].insert(notebook["cells"].index(cell(notebook, after)), made)

    return change


def endless_function(notebook: dict[str, Any]) -> None:
    cell(notebook, "demand")["source"] = "def demanded_amount(current, multiple):\n    while True:\n        pass\n"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (own_cell("while True:\n    pass"), "Your own cell that begins with 'while True:' was still running"),
        (endless_function, "'test-demand', which calls your answer, was still running"),
        (own_cell("import os\nos._exit(0)"), "'import os' ended Python"),
        (own_cell("import pandas as pd\npd.read_csv('https://example.com/a.csv')"), "fetches something from the internet"),
    ],
)
def test_a_cell_that_stops_the_grader_is_named(handed, monkeypatch, capsys, change, said):
    if "still running" in said:
        monkeypatch.setattr(precheck, "CELL_SECONDS", 7)  # for the test not to wait; honest cells need it on a busy machine
    assert precheck.report(handed(change)) == 1
    assert said in capsys.readouterr().out


def test_the_limits_are_the_graders():
    assert Limits().cell == precheck.CELL_SECONDS
    assert Limits().notebook == precheck.NOTEBOOK_SECONDS


def test_a_students_install_checks_without_the_staffs_tools_and_tells_no_marks(handed):
    """Nothing of nbgrader is needed; a wrong answer, an error and a blank one are no business of this command."""

    def change(notebook: dict[str, Any]) -> None:
        answered(notebook)
        cell(notebook, "real-terms")["source"] = "1 / 0"

    code = "import sys\nfor name in ('nbgrader', 'tqdm', 'pyseccomp', 'resource'): sys.modules[name] = None\n"
    code += "from usjapan.__main__ import main\nsys.exit(main(['check-submission', sys.argv[1]]))"
    path = handed(change)
    before = path.read_bytes()
    result = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, cwd=path.parent, env=os.environ, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "The file will grade" in result.stdout and not result.stderr
    said = result.stdout.replace("Not answered yet: ", "")
    assert not [word for word in ("Assertion", "point", "mark", "ZeroDivision", "wrong", "fail") if word in said]
    assert path.read_bytes() == before and [p.name for p in path.parent.iterdir()] == ["ps2.ipynb"]
