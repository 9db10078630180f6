"""`usjapan demo` through the real path: release, hand in, collect, autograde, feedback, marks.

The class of the demo hands in every right and every wrong answer of the bank, so one run shows that each right answer gets
full marks and that each wrong one fails with its hint.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import ROOT, usjapan

from usjapan.course import Course
from usjapan.demo import Bank, points, simulated_class

ASSIGNMENTS = sorted(path.name for path in (ROOT / "assignments" / "source").iterdir() if path.is_dir())


@pytest.fixture(scope="module", params=ASSIGNMENTS)
def demo(request, tmp_path_factory):
    scratch = tmp_path_factory.mktemp("demo") / "course"
    result = usjapan("demo", scratch, "--assignment", request.param)
    assert (scratch / "gradebook.db").is_file(), result.stderr
    return request.param, scratch, result


def source_of(assignment: str) -> Path:
    return next((ROOT / "assignments" / "source" / assignment).glob("*.ipynb"))


def class_of(assignment: str):
    return simulated_class(Bank.read(ROOT / "tests" / "answers" / assignment), points(source_of(assignment)))


def cells(path: Path) -> list[dict]:
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def graded_output(scratch: Path, assignment: str, student: str) -> dict[str, str]:
    """Output of the test cell that follows each answer cell, by the answer's grade_id."""
    outputs, answer = {}, None
    for cell in cells(next((scratch / "autograded" / student / assignment).glob("*.ipynb"))):
        grader = cell["metadata"].get("nbgrader", {})
        if grader.get("solution") and not grader.get("grade"):
            answer = grader["grade_id"]
        elif grader.get("grade") and not grader.get("solution"):
            text = json.dumps(cell.get("outputs", []))
            outputs[answer] = outputs.get(answer, "") + re.sub(r"\\u001b\[[0-9;]*m", "", text)
    return outputs


def test_the_demo_ends_with_every_mark_as_expected(demo):
    assignment, _, result = demo
    assert result.returncode == 0, result.stdout + result.stderr
    table = result.stdout
    for student in class_of(assignment):
        row = re.search(rf"^{re.escape(student.name)} +(no mark|[\d.]+) +(no mark|[\d.]+) +(.+)$", table, re.M)
        assert row, f"{student.name} is not in the table"
        assert row[1] == row[2]
    assert len(class_of(assignment)) >= 12
    assert "grading" in result.stderr and "100%" in result.stderr, "progress is shown"


def test_every_wrong_answer_fails_with_its_hint(demo):
    assignment, scratch, _ = demo
    missing = []
    for student in class_of(assignment):
        if student.hints:
            shown = graded_output(scratch, assignment, student.name)
            for exercise, hint in student.hints.items():
                if json.dumps(hint)[1:-1] not in shown[exercise]:
                    missing.append((student.name, exercise, hint))
    assert not missing


def test_right_answers_leave_no_error_in_their_test_cells(demo):
    assignment, scratch, _ = demo
    for student in class_of(assignment):
        if student.name.startswith("right"):
            shown = graded_output(scratch, assignment, student.name)
            assert not {exercise: text for exercise, text in shown.items() if 'output_type": "error' in text}


def test_no_test_fails_that_the_authors_own_solution_does_not_pass(demo):
    assignment, scratch, _ = demo
    assert [row.alarms for row in Course(scratch).marks(assignment) if row.alarms] == []


def test_a_corrupt_file_gets_a_reason_and_costs_nobody_else(demo):
    _, _, result = demo
    row = next(line for line in result.stdout.splitlines() if line.startswith("corrupt-file"))
    assert "not a readable notebook" in row


def test_the_feedback_page_shows_mark_and_hints_without_the_network(demo):
    assignment, scratch, _ = demo
    wrong = next(student for student in class_of(assignment) if student.hints)
    page = next((scratch / "feedback" / wrong.name / assignment).glob("*.html")).read_text(encoding="utf-8")
    assert re.search(r"Score:\s*[\d.]+\s*/", page)
    assert "<script" not in page and "HIDDEN TESTS" not in page
    assert not re.findall(r"""(?:src|href)=["']?https?:""", re.sub(r"<a [^>]*>", "", page))
    text = re.sub(r"<[^>]+>", "", page)
    for hint in wrong.hints.values():
        assert hint in text.replace("&#39;", "'").replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace(
            "&amp;", "&"
        )


def test_the_release_holds_no_solution_and_no_hidden_test(demo):
    assignment, scratch, _ = demo
    files = (scratch / "release" / assignment).rglob("*")
    raw = "\n".join(path.read_text(encoding="utf-8") for path in files if path.is_file())
    notebook = next((scratch / "release" / assignment).glob("*.ipynb"))
    released = raw + "\n".join("".join(cell["source"]) for cell in cells(notebook))
    for marker in ("BEGIN SOLUTION", "END SOLUTION", "HIDDEN TESTS", "MARK SCHEME"):
        assert marker not in released
    region = re.compile(r"### BEGIN (?:SOLUTION|HIDDEN TESTS)\n(.*?)### END", re.S)
    source = ["".join(cell["source"]) for cell in cells(source_of(assignment))]
    visible = {line.strip() for text in source for line in region.sub("", text).splitlines()}
    secret = {line.strip() for text in source for part in region.findall(text) for line in part.splitlines()} - visible
    # A line that is also a part of a visible one ("except Exception:") gives nothing away.
    shown = "\n".join(visible)
    secret = {line for line in secret if len(line) > 16 and line not in shown}
    assert len(secret) > 20
    assert not [line for line in secret if line in released]


def test_points_add_up_and_the_written_answer_is_marked_by_hand(demo):
    assignment, scratch, _ = demo
    worth = points(source_of(assignment))
    assert 5 <= len(worth) <= 8
    row = next(row for row in Course(scratch).marks(assignment) if row.student == "right-1")
    assert row.mark == row.out_of == sum(worth.values())
    assert row.by_hand > 0


def test_every_exercise_has_three_right_and_five_wrong_answers(demo):
    assignment, _, _ = demo
    bank = Bank.read(ROOT / "tests" / "answers" / assignment)
    worth = points(source_of(assignment))
    assert set(bank.right) == set(bank.wrong) == set(worth)
    for exercise in worth:
        assert len(set(bank.right[exercise])) >= 3, exercise
        assert len(set(bank.wrong[exercise])) >= 5, exercise


def test_a_second_run_replaces_the_demo_and_spares_other_folders(tmp_path):
    kept = tmp_path / "mine"
    kept.mkdir()
    (kept / "thesis.txt").write_text("three years", encoding="utf-8")
    result = usjapan("demo", kept)
    assert result.returncode == 2 and "holds something else" in result.stderr
    assert (kept / "thesis.txt").read_text(encoding="utf-8") == "three years"


def test_an_assignment_that_does_not_exist_is_named_with_those_that_do(tmp_path):
    for arguments in (
        ("demo", tmp_path / "d", "--assignment", "ps99"),
        ("release", "ps99"),
        ("grade", "ps99"),
        ("report", "ps99"),
    ):
        result = usjapan(*arguments)
        assert result.returncode == 2
        assert "'ps99'" in result.stderr and ASSIGNMENTS[0] in result.stderr
        assert "Traceback" not in result.stderr
    assert not (tmp_path / "d").exists()
