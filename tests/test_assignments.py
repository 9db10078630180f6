"""What every assignment must be, read off its notebook, its release and its lesson."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import assignments_table
import nbformat
import pytest
from conftest import ROOT
from exercises import (
    ASSIGNMENTS,
    REGION,
    Exercise,
    about,
    bank,
    exercises,
    graded_cells,
    lesson,
    notebook,
    notebook_path,
    table,
)
from nbgrader.api import Gradebook
from runner import attempt, warm

import usjapan
from usjapan.course_key import PLACEHOLDER, assignment_key
from usjapan.demo import ME, hint_of

pytestmark = pytest.mark.parametrize("assignment", ASSIGNMENTS)
MARKERS = ("BEGIN SOLUTION", "END SOLUTION", "HIDDEN TESTS", "MARK SCHEME")


def grade_ids(assignment: str) -> list[str]:
    return [cell["metadata"]["nbgrader"]["grade_id"] for cell in notebook(assignment)["cells"]]


def written(assignment: str) -> list[str]:
    return [cell["metadata"]["nbgrader"]["grade_id"] for cell in graded_cells(assignment, by_hand=True)]


def test_the_notebook_says_what_it_is(assignment):
    found = about(assignment)
    assert found["assignment"] == assignment == notebook_path(assignment).stem
    assert found["lesson"] in {"01", "02", "03", "04", "05", "06", "07"}
    paired = f"ps{int(found['lesson'])}" if assignment != "capstone" else "capstone"
    assert assignment == paired and (assignment != "capstone" or found["lesson"] == "07")


def test_points_and_minutes_are_those_of_the_title_cell(assignment):
    rows = table(assignment)
    *exercise_rows, last = rows
    by_test = {cell["metadata"]["nbgrader"]["grade_id"]: cell["metadata"]["nbgrader"]["points"] for cell in graded(assignment)}
    assert [row.number for row in exercise_rows] == list(range(1, len(by_test) + 1))
    assert [row.points for row in exercise_rows] == list(by_test.values())
    assert last.number is None and last.points == sum(by_test.values())
    assert last.minutes == sum(row.minutes for row in exercise_rows) == about(assignment)["minutes"]


def graded(assignment: str) -> list[dict[str, Any]]:
    """Cells with points in their order, the written answers among them."""
    cells = notebook(assignment)["cells"]
    return [cell for cell in cells if cell["metadata"]["nbgrader"].get("grade")]


def test_each_heading_repeats_title_and_points(assignment):
    headings = [
        re.match(r"## (\d+)\. (.+) \((\d+) points?(?:, (in words))?\)\n", cell["source"])
        for cell in notebook(assignment)["cells"]
        if cell["metadata"]["nbgrader"]["grade_id"].startswith("about-")
    ]
    assert all(headings)
    found = [(int(h[1]), h[2] + (f" ({h[4]})" if h[4] else ""), int(h[3])) for h in headings if h]
    assert found == [(row.number, row.title, row.points) for row in table(assignment)[:-1]]


def test_five_to_eight_exercises_and_a_written_answer_with_a_rubric_of_three_levels(assignment):
    assert 5 <= len(exercises(assignment)) <= 8
    assert written(assignment)
    cells = {cell["metadata"]["nbgrader"]["grade_id"]: cell for cell in notebook(assignment)["cells"]}
    for name in written(assignment):
        rubric = cells[f"rubric-{name}"]["source"]
        rows = [[part.strip() for part in line.strip("|").split("|")] for line in rubric.splitlines() if line.startswith("|")]
        head, _, *criteria = rows
        assert head == ["Criterion", "0 points", "1 point", "2 points"]
        assert all(len(row) == 4 and all(len(level.split()) >= 3 for level in row[1:]) for row in criteria)
        # A level describes what an answer shows; three levels of each criterion differ.
        assert all(len(set(row)) == 4 for row in criteria)
        assert 2 * len(criteria) == cells[name]["metadata"]["nbgrader"]["points"]


def test_every_exercise_assesses_an_objective_and_every_objective_is_assessed(assignment):
    found = about(assignment)
    objectives = set(lesson(found["lesson"])["objectives"])
    assert set(found["assesses"]) == {e.name for e in exercises(assignment)} | set(written(assignment))
    assert all(codes and set(codes) <= objectives for codes in found["assesses"].values())
    assert {code for codes in found["assesses"].values() for code in codes} == objectives


def test_what_a_lesson_says_of_the_assignment_is_what_the_assignment_says(assignment):
    """A lesson may name exercises that assess an objective (`ps2:money`); if it names any, it names all, and rightly."""
    found = about(assignment)
    named = {
        (entry.partition(":")[2], objective)
        for objective, entries in lesson(found["lesson"])["assessed_by"].items()
        for entry in entries
        if entry.startswith(f"{assignment}:")
    }
    assert not named or named == {(name, code) for name, codes in found["assesses"].items() for code in codes}


def test_grade_ids_are_unique_and_every_cell_is_the_authors_or_an_answer(assignment):
    cells = notebook(assignment)["cells"]
    assert all("nbgrader" in cell["metadata"] for cell in cells)
    ids = grade_ids(assignment)
    assert len(ids) == len(set(ids))
    assert len({cell["id"] for cell in cells}) == len(cells)
    for cell in cells:
        grader = cell["metadata"]["nbgrader"]
        assert grader["locked"] != grader["solution"], grader["grade_id"]
        assert not cell.get("outputs") and cell.get("execution_count") is None, "a source notebook holds no outputs"


def test_every_test_cell_teaches_and_varies(assignment):
    """Visible checks before hidden ones, each check with its sentence, and each test named after its exercise."""
    for exercise in exercises(assignment):
        assert f"test-{exercise.name}" in grade_ids(assignment)
        first = exercise.test[: exercise.test.index("### BEGIN HIDDEN TESTS")].count("\n") + 1
        checks = [node for node in ast.walk(ast.parse(exercise.test)) if isinstance(node, ast.Assert)]
        assert not [node.lineno for node in checks if node.msg is None], f"{exercise.name}: a check without a sentence"
        assert sum(node.lineno < first for node in checks) >= 2, f"{exercise.name}: too few visible checks"
        assert sum(node.lineno > first for node in checks) >= 1, f"{exercise.name}: no hidden check"


def test_no_cell_looks_at_clock_or_surroundings(assignment):
    """Marks must not hang on the day, the place or the machine: nothing asks for them."""
    asked = {"today", "now", "utcnow", "time", "localtime", "getlocale", "getenv", "environ", "urandom", "hash", "platform"}
    for exercise in exercises(assignment):
        for source in (exercise.setup, exercise.solution, exercise.test):
            for node in ast.walk(ast.parse(source)):
                name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
                assert name not in asked, f"{exercise.name}, line {node.lineno}"
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                assert not {"time", "datetime", "locale", "os", "random"} & set(names), exercise.name


# --- the release ------------------------------------------------------------------------------------------------------


def leaves(value: Any) -> Iterator[str]:
    """Every text in a notebook, wherever it stands: cells, metadata, names of keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from leaves(inner)
    elif isinstance(value, list):
        # A cell's text may be kept as a list of lines.
        if value and all(isinstance(item, str) for item in value):
            yield "".join(value)
        for inner in value:
            yield from leaves(inner)


def secrets(assignment: str) -> set[str]:
    """Lines of solutions, hidden tests and model answers that no visible line repeats."""
    cells = notebook(assignment)["cells"]
    visible, secret = set(), []
    for cell in cells:
        grader = cell["metadata"]["nbgrader"]
        if cell["cell_type"] == "markdown" and grader["solution"]:
            secret += re.split(r"\n|(?<=[.!?]) ", cell["source"])
        else:
            visible |= {line.strip() for line in REGION.sub("", cell["source"]).splitlines()}
            secret += [line for match in REGION.finditer(cell["source"]) for line in match[2].splitlines()]
    return {line.strip() for line in secret if len(line.strip()) > 12} - visible


def test_the_release_holds_no_solution_no_hidden_test_and_no_mark_scheme(course, assignment):
    hidden = secrets(assignment)
    assert len(hidden) > 40
    folder = course.root / "release" / assignment
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert [path.name for path in files] == [f"{assignment}.ipynb"]
    raw = files[0].read_bytes()
    released = json.loads(raw)
    texts = [raw.decode(), *leaves(released)]
    # The bytes are searched as they are, and as text with the quotes that JSON masks.
    for text in texts:
        assert not [marker for marker in MARKERS if marker in text]
    visible = "\n".join(texts)
    given = "\n".join(REGION.sub("", cell["source"]) for cell in notebook(assignment)["cells"])
    found = [line for line in hidden if line in visible and line not in given]
    assert not found
    assert not [line for line in hidden if json.dumps(line)[1:-1].encode() in raw and line not in given]
    for cell in released["cells"]:
        grader = cell["metadata"]["nbgrader"]
        if grader["solution"]:
            assert "".join(cell["source"]).rstrip().endswith(("# Write your answer here.", "YOUR ANSWER HERE"))
        assert not cell.get("outputs")


def test_the_release_holds_a_key_of_its_own_and_never_the_secret(course, assignment):
    """One secret for the course, of which each release holds no more than a keyed hash."""
    secret = (course.root / "course_secret.txt").read_text(encoding="utf-8").strip()
    keys = {}
    for path in (course.root / "release").rglob("*.ipynb"):
        raw = path.read_bytes()
        for text in (raw, *(leaf.encode() for leaf in leaves(json.loads(raw)))):
            assert not [form for form in forms(secret) if form in text]
        assert PLACEHOLDER.encode() not in raw
        keys[path.stem] = assignment_key(secret, path.stem)
        assert raw.count(keys[path.stem].encode()) == 1
    assert len(set(keys.values())) == len(keys) == len(ASSIGNMENTS)
    others = [key.encode() for name, key in keys.items() if name != assignment]
    assert not [key for key in others if key in (course.root / "release" / assignment / f"{assignment}.ipynb").read_bytes()]


def forms(secret: str) -> list[bytes]:
    """The secret as text, as bytes of its hexadecimal digits, turned round, and in base 64."""
    digits = bytes.fromhex(secret)
    return [
        secret.encode(),
        secret.upper().encode(),
        secret[::-1].encode(),
        digits,
        b64encode(digits),
        b64encode(secret.encode()),
    ]


def test_the_gradebook_keeps_the_key_that_the_release_holds(course, assignment):
    """Locked cells are graded as the gradebook has them: student and tests must make the same slice."""
    key = assignment_key((course.root / "course_secret.txt").read_text(encoding="utf-8").strip(), assignment)
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        cells = {cell.name: cell.source for cell in gradebook.find_notebook(assignment, assignment).source_cells}
    assert key in cells["my-slice"]
    assert not [name for name, source in cells.items() if source and PLACEHOLDER in source]


def test_stock_nbgrader_puts_the_same_key_in(course, assignment):
    if assignment != "ps1":  # one is enough to see that nbgrader reads the configuration
        return
    path = course.root / "release" / assignment / f"{assignment}.ipynb"
    before = "my-slice", next(c.source for c in nbformat.read(path, 4).cells if c.metadata.nbgrader.grade_id == "my-slice")
    command = [sys.executable, "-m", "nbgrader", "generate_assignment", assignment, "--force"]
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    kept = path.read_bytes()
    result = subprocess.run(
        command, cwd=course.root, env={**os.environ, "PATH": programs}, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    after = [(c.metadata.nbgrader.grade_id, c.source) for c in nbformat.read(path, 4).cells]
    path.write_bytes(kept)
    assert before in after


# --- individual data --------------------------------------------------------------------------------------------------


def sliced(assignment: str) -> Exercise:
    """The exercise that draws on the student's own slice."""
    (found,) = [exercise for exercise in exercises(assignment) if "my_slice(" in exercise.solution]
    return found


def with_id(answer: str, student: str) -> str:
    """The answer with its first `student_id = ""` filled in."""
    assert answer.count('student_id = ""') == 1
    return answer.replace('student_id = ""', f"student_id = {student!r}")


def result(exercise: Exercise, answer: str) -> str:
    """What the answer to a sliced exercise comes to, as text."""
    names: dict[str, Any] = {}
    exec(compile(exercise.setup, "<setup>", "exec"), names)
    exec(compile(answer, "<answer>", "exec"), names)
    found = names[INDIVIDUAL[exercise.assignment]]
    return str(found.to_csv() if hasattr(found, "to_csv") else found)


STUDENTS = [f"{name}-{number}" for number in range(50) for name in ("mina", "ken", "20260", "o'hara")]
# The name of the answer that differs from student to student.
INDIVIDUAL = {
    "ps1": "participant_claims",
    "ps2": "claims_by_kind",
    "ps3": "named_ties",
    "ps4": "surer_forecasts",
    "ps5": "effects_by_voice",
    "ps6": "differences",
    "capstone": "my_themes",
}


def test_each_students_slice_can_be_solved_and_hardly_two_results_are_alike(assignment):
    warm()
    exercise = sliced(assignment)
    failed, results = {}, []
    for student in STUDENTS:
        answer = with_id(exercise.solution, student)
        outcome = attempt(exercise, answer, student=student)
        if not outcome.passed:
            failed[student] = outcome.message
        results.append(result(exercise, answer))
    assert not failed
    pairs = list(combinations(results, 2))
    assert sum(one != other for one, other in pairs) >= 0.9 * len(pairs)


def test_slices_are_equally_large(assignment):
    exercise = sliced(assignment)
    names: dict[str, Any] = {}
    exec(compile(exercise.setup, "<setup>", "exec"), names)
    own = next(iter(re.findall(r'my_slice\(usjapan\.load\("(\w+)"\), "([\w-]+)", student_id\)', exercise.solution)))
    assert own[1] == exercise.name, "a slice is named after its exercise"
    table = usjapan.load(own[0])
    assert {len(names["my_slice"](table, own[1], student)) for student in ("", *STUDENTS)} == {-(-len(table) * 8 // 10)}


def test_a_neighbours_right_answer_fails_and_says_why(assignment):
    warm()
    exercise = sliced(assignment)
    for mine, other in pairwise(STUDENTS[:20]):
        # The neighbour's notebook as it is, and the neighbour's rows under one's own id.
        outcome = attempt(exercise, with_id(exercise.solution, other), student=mine)
        assert "student_id names somebody else than who handed in" in outcome.message
        answer = with_id(exercise.solution, other) + f"\nstudent_id = {mine!r}\n"
        if result(exercise, answer) != result(exercise, with_id(exercise.solution, mine)):
            assert "your slice" in attempt(exercise, answer, student=mine).message


def test_wrong_answers_with_an_id_fail_with_their_hint_whoever_hands_them_in(assignment):
    warm()
    exercise = sliced(assignment)
    own = [answer for answer in bank(assignment).wrong[exercise.name] if ME in answer]
    assert len(own) >= 2
    assert any("names somebody else" in hint_of(answer) for answer in bank(assignment).wrong[exercise.name])
    assert any(ME in answer for answer in bank(assignment).right[exercise.name])
    for answer in own:
        for student in STUDENTS[:20]:
            outcome = attempt(exercise, answer, student=student)
            # Two slices may come to the same result now and then; then the answer is right.
            if result(exercise, answer.replace(ME, student)) != result(exercise, with_id(exercise.solution, student)):
                assert hint_of(answer) in outcome.message, (student, answer, outcome.message)


def test_an_answer_without_the_line_of_the_id_is_told_to_put_it_back(assignment):
    exercise = sliced(assignment)
    answer = exercise.solution.replace('student_id = ""', "nobody = None").replace("student_id", '""')
    assert "put the first line of the answer cell back" in attempt(exercise, answer).message


def test_the_release_names_its_cells_by_digest_alone(course, assignment):
    found = json.loads((course.root / "release" / assignment / f"{assignment}.ipynb").read_text(encoding="utf-8"))
    entries = found["metadata"]["usjapan"]["cells"]
    assert [entry["grade_id"] for entry in entries] == grade_ids(assignment)
    assert all(set(entry) == {"answer", "grade_id", "id", "sha256", "test", "type"} for entry in entries)


@pytest.mark.parametrize("student", ["", "mina-07"])
def test_validate_runs_the_release_with_the_reference_solutions(course, assignment, tmp_path, student):
    """nbgrader's own Validate finds nothing to say, with an id and without."""
    from nbgrader.validator import Validator

    released = nbformat.read(course.root / "release" / assignment / f"{assignment}.ipynb", as_version=4)
    solutions = {e.name: e.solution for e in exercises(assignment)}
    solutions |= {cell["metadata"]["nbgrader"]["grade_id"]: "Words." for cell in graded_cells(assignment, by_hand=True)}
    for cell in released.cells:
        name = cell.metadata.nbgrader.grade_id
        if name in solutions:
            cell.source = solutions[name].replace('student_id = ""', f"student_id = {student!r}")
    path = tmp_path / f"{assignment}.ipynb"
    nbformat.write(released, path)
    assert Validator().validate(str(path)) == {}


def test_validate_names_each_exercise_of_a_blank_release(course, assignment, tmp_path):
    if assignment != "ps1":  # one is enough to see that Validate and our test cells agree
        return
    from nbgrader.validator import Validator

    path = tmp_path / f"{assignment}.ipynb"
    path.write_bytes((course.root / "release" / assignment / f"{assignment}.ipynb").read_bytes())
    failed = Validator().validate(str(path))["failed"]
    code = [entry for entry in failed if "assert" in entry["source"]]
    assert len(code) == len(exercises(assignment))
    assert all("AssertionError" in entry["raw_error"] for entry in code)


def test_the_notebook_passes_the_linter(assignment):
    command = [sys.executable, "-m", "ruff"]
    for action in (["check"], ["format", "--check"]):
        result = subprocess.run(
            [*command, *action, str(notebook_path(assignment))], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert result.returncode == 0, result.stdout


def test_the_bank_covers_every_exercise(assignment):
    answers = bank(assignment)
    names = {e.name for e in exercises(assignment)}
    assert set(answers.right) == set(answers.wrong) == names


def test_the_readme_is_what_the_notebooks_say(assignment):
    readme = Path(assignments_table.README).read_text(encoding="utf-8")
    assert readme == assignments_table.text(), "run: python -m tests.assignments_table"
