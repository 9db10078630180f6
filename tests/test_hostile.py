"""The hostile suite through the real path: one batch that holds every hostile submission and honest classmates.

What each submission tries, and what must come of it, stands in its file under `hostile/cases` and in `hostile/damaged.py`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import time
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hostile.stage import SECRETS, Stage
from hostile.suite import ASSIGNMENT, SOURCE, Case, all_cases, honest_cases, outputs, worth
from nbgrader.utils import determine_grade

import nbproctor.submission
from nbproctor.batch import executor
from nbproctor.engine import Job, Setup, close, grade, zygote_for
from nbproctor.outputs import clean_outputs
from nbproctor.replay import Replay
from nbproctor.sandbox import Limits
from nbproctor.scratch import Scratch
from nbproctor.submission import Submission
from nbproctor.wanted import Cell
from usjapan.course import Course, Graded

CASES = all_cases()
HONEST = honest_cases()
WORTH = worth()
# Pages of these are written too: they try to bring a secret into what the student gets to see.
PAGES = (
    "read/hidden",
    "read/trace",
    "read/own_memory",
    "forge/fake_messages",
    "odd/strange",
    "damaged/lone",
    "honest-5",
    "exhaustion/pages",
)


@dataclass
class Played:
    """What came of a batch."""

    stage: Stage
    rows: dict[str, Graded]
    changed: list[str]
    pages: dict[str, Path]

    def notebook(self, case: Case) -> Path:
        return self.stage.root / "autograded" / case.student / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"

    def outputs(self, case: Case) -> list[tuple[str, str]]:
        return list(outputs(self.notebook(case))) if self.notebook(case).exists() else []


def play(folder: Path, cases: list[Case], workers: int) -> Played:
    stage = Stage(folder)
    course = Course(stage.root)
    course.release(ASSIGNMENT)
    stage.hand_in(cases)
    stage.hide_in_gradebook()
    before = stage.snapshot()
    with stage.environment():
        rows = course.grade(ASSIGNMENT, workers=workers)
    after = stage.snapshot()
    changed = [path for path in before.keys() | after.keys() if before.get(path) != after.get(path)]
    stage.listeners.close()
    return Played(stage, {row.student: row for row in rows}, changed, {})


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    return play(tmp_path_factory.mktemp("alone"), HONEST, 1)


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    played = play(tmp_path_factory.mktemp("hostile"), [*CASES, *HONEST], 2)
    # Feedback of some, in a copy of the course that holds only them: a page takes half a second.
    chosen = [case for case in [*CASES, *HONEST] if case.name.startswith(PAGES)]
    copy = played.stage.folder / "pages"
    copy.mkdir()
    for part in ("nbgrader_config.py", "gradebook.db", "source", "release"):
        whole = played.stage.root / part
        (shutil.copytree if whole.is_dir() else shutil.copy)(whole, copy / part)
    for case in chosen:
        for step in ("submitted", "autograded"):
            shutil.copytree(played.stage.root / step / case.student, copy / step / case.student)
    played.pages = Course(copy).feedback(ASSIGNMENT)
    assert len(played.pages) == len(chosen)
    return played


def test_the_suite_is_large_and_every_case_says_what_it_tries():
    assert len(CASES) >= 200
    groups = {case.name.partition("/")[0] for case in CASES}
    assert groups == {"forge", "read", "write", "net", "processes", "exhaustion", "death", "odd", "damaged"}
    assert all(case.tries for case in CASES)
    assert len({case.student for case in CASES}) == len(CASES)


def test_attacks_wait_for_inputs_that_hidden_tests_have():
    """One that waits for another input would never try anything."""
    cases = (Path(__file__).parent / "hostile" / "cases").rglob("*.py")
    waited = {n for case in cases for n in re.findall(r"\b(?:current|n) [=!]= (\d{4}[\d.]*)", case.read_text(encoding="utf-8"))}
    assert waited and all(re.search(rf"[(]{re.escape(number)},", SOURCE.read_text(encoding="utf-8")) for number in waited)


def test_the_batch_ends_and_everybody_has_a_mark_or_a_reason(played):
    assert set(played.rows) == {case.student for case in [*CASES, *HONEST]}
    assert not [row.student for row in played.rows.values() if row.mark is None and not row.reason]
    assert not [row.student for row in played.rows.values() if "Please report this" in row.reason]


@pytest.mark.parametrize("case", [case for case in CASES if case.lost is not None or case.no_mark], ids=lambda case: case.name)
def test_the_mark_is_what_the_work_earns(played, case):
    row = played.rows[case.student]
    lost = {name.removeprefix("test-") for name, mark in row.exercises.items() if not mark}
    assert row.mark == case.expected(WORTH), (row.reason, row.notes, lost)


@pytest.mark.parametrize("case", [case for case in CASES if case.says], ids=lambda case: case.name)
def test_the_student_is_told(played, case):
    row = played.rows[case.student]
    said = " ".join([row.reason, *row.notes, *(text for _, text in played.outputs(case))])
    assert not [text for text in case.says if text not in said]


def test_no_output_holds_a_secret_or_a_line_of_a_hidden_test(played):
    hidden = {json.dumps(line, ensure_ascii=False)[1:-1] for line in played.stage.hidden_lines()}
    assert len(hidden) > 150
    leaks = []
    for case in [*CASES, *HONEST]:
        row = played.rows[case.student]
        said = [("row", row.reason), *(("note", note) for note in row.notes), *played.outputs(case)]
        for cell, text in said:
            leaks += [(case.name, cell, secret) for secret in [*SECRETS.values(), *case.never, *hidden] if secret in text]
    assert not leaks


def test_no_feedback_page_holds_a_secret_or_a_line_of_a_hidden_test(played):
    hidden = played.stage.hidden_lines()
    for student, page in played.pages.items():
        text = unescape(re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8")))
        never = next((case.never for case in CASES if case.student == student), [])
        # The page shows the student's own code, which names what it looks for.
        written = "".join("".join(c["source"]) for c in _cells(played.stage.root, student))
        kept_back = [*SECRETS.values(), *never, *hidden, "BEGIN HIDDEN TESTS"]
        assert not [secret for secret in kept_back if text.count(secret) > written.count(secret)], student


def _cells(root: Path, student: str) -> list[dict]:
    path = root / "submitted" / student / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def test_secrets_stay_out_of_the_graded_notebooks_of_others(played):
    owner = HONEST[0]
    for case in [*CASES, *HONEST]:
        if played.notebook(case).exists():
            text = played.notebook(case).read_text(encoding="utf-8")
            for place in ("environment", "home", "gradebook", "student"):
                assert SECRETS[place] not in text or (place == "student" and case is owner), (case.name, place)


def test_graded_notebooks_stay_small(played):
    sizes = {case.name: played.notebook(case).stat().st_size for case in CASES if played.notebook(case).exists()}
    assert not {name: size for name, size in sizes.items() if size > 26 * 1024 * 1024}


def test_nothing_is_written_outside_and_nothing_is_left_behind(played):
    assert not played.changed
    assert not played.stage.written_outside()


def test_nothing_is_sent(played):
    assert not played.stage.listeners.heard


def test_no_process_outlives_the_grading(played):
    assert not played.stage.survivors()


def test_the_gradebook_holds_only_what_the_grader_wrote(played):
    with sqlite3.connect(played.stage.root / "gradebook.db") as db:
        assert db.execute("select last_name from student where id = 'zz'").fetchall() == [(SECRETS["gradebook"],)]
        assert db.execute("select count(*) from grade where manual_score is not null or auto_score > 4").fetchall() == [(0,)]
        assert db.execute("select count(*) from student").fetchall() == [(len(CASES) + len(HONEST) + 1,)]


@pytest.mark.parametrize("case", HONEST, ids=lambda case: case.name)
def test_honest_classmates_are_marked_as_when_alone(played, alone, case):
    together, by_itself = played.rows[case.student], alone.rows[case.student]
    assert by_itself.mark == case.expected(WORTH)
    assert (together.mark, together.exercises, together.notes) == (by_itself.mark, by_itself.exercises, by_itself.notes)
    assert played.outputs(case) == alone.outputs(case)


def test_a_second_run_finds_nothing_left_to_do(played):
    totals = []

    class Bar:
        def update(self, n: int) -> None: ...
        def close(self) -> None: ...

    with played.stage.environment():
        rows = Course(played.stage.root).grade(ASSIGNMENT, lambda total: totals.append(total) or Bar(), workers=1)
    assert totals == [0]
    assert {row.student: row.mark for row in rows} == {name: row.mark for name, row in played.rows.items()}


# --- tests that authors write plainly -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def run():
    """Runs cells given as (role, source) and returns their outputs as texts."""
    setup = Setup(("pandas",), limits=Limits(cell=5, notebook=30))

    def run(*cells: tuple[str, str], own: dict[str, str] | None = None, support: dict[str, str] | None = None) -> list[str]:
        support, own = ({name: text.encode() for name, text in (files or {}).items()} for files in (support, own))
        submission = Submission(zygote_for(setup), setup.limits, support, own)
        made = [Cell(source, role) for role, source in cells]
        submission.run(made)
        return [json.dumps(cell.outputs) for cell in made]

    yield run
    close()


HIDDEN_TEST = "assert f(1) == 1\n### BEGIN HIDDEN TESTS\nassert f(12345) == 54321, 'Look again.'\n### END HIDDEN TESTS"


@pytest.mark.parametrize(
    "body",
    [
        "raise AssertionError(f'SEEN-{x}')",
        "raise NameError(f'SEEN-{x}')",
        "raise ValueError(f'SEEN-{x}')",
        "raise type(f'SEEN-{x}', (Exception,), {})()",
        "return type(f'SEEN-{x}', (), {})()",
        "print(f'SEEN-{x}'); return x",
        "return [type(f'SEEN-{x}', (), {})()]",
        "import warnings; warnings.warn(f'SEEN-{x}'); return x",
    ],
)
def test_a_function_cannot_show_what_a_hidden_test_calls_it_with(run, body):
    before = "SEEN = []\ndef f(x):\n    SEEN.append(x)\n    if x == 1: return 1\n    " + body
    shown = run(("student", before), ("test", HIDDEN_TEST), ("student", "print(SEEN)"))
    assert "12345" not in "".join(shown)
    assert '"error"' in shown[1]


@pytest.mark.parametrize(
    "hidden",
    [
        "%%time\n### BEGIN HIDDEN TESTS\nassert f(12345) == 54321",
        "### BEGIN HIDDEN TESTS\ntry:\n    f(12345)\nexcept ValueError as error:\n    raise AssertionError(f'It fails: {error}')",
        "### BEGIN HIDDEN TESTS\ntry:\n    try:\n        f(12345)\n    except ValueError as error:\n        raise KeyError(str(error))\n"
        "except KeyError as error:\n    raise AssertionError(f'It fails: {error}')",
        "### BEGIN HIDDEN TESTS\ntry:\n    f(12345)\nexcept ValueError as error:\n    raise AssertionError(f'It fails: {error!r:.20}')",
        "### BEGIN HIDDEN TESTS\nprint(g(12345))\nassert x == 2",
        "### BEGIN HIDDEN TESTS\ndisplay(g(12345))\nassert x == 2",
        "### BEGIN HIDDEN TESTS\nimport numpy\nnumpy.testing.assert_equal(x, 12345)",
        "### BEGIN HIDDEN TESTS\nimport pandas\npandas.testing.assert_series_equal(pandas.Series([x]), pandas.Series([12345]))",
        "### BEGIN HIDDEN TESTS\nimport unittest\nunittest.TestCase().assertEqual(x, 12345)",
        "%precision 3\n### BEGIN HIDDEN TESTS\nimport numpy\nassert numpy.float64(x) / (x - 1) == 12345",
        "%precision 3\n### BEGIN HIDDEN TESTS\nimport warnings\nwarnings.warn('careful')  # 12345\nassert x == 2",
    ],
    ids=[
        "cell magic",
        "error in a sentence",
        "error in an error",
        "error as shown",
        "print",
        "display",
        "numpy",
        "pandas",
        "unittest",
        "warning of a library",
        "warning",
    ],
)
def test_nothing_that_a_library_says_of_a_hidden_test_is_shown(run, hidden):
    answer = "x = 1\ndef f(x):\n    raise ValueError(f'SEEN-\\n{x}')\ndef g(x):\n    return x"
    shown = run(("student", answer), ("test", f"{hidden}\n### END HIDDEN TESTS"))[1]
    assert '"error"' in shown and "12345" not in shown


def test_what_a_hidden_test_defines_stays_hidden_in_later_tests(run):
    first = "### BEGIN HIDDEN TESTS\ndef tried():\n    return f(12345)\n### END HIDDEN TESTS"
    answer = "def f(x):\n    raise ValueError(f'SEEN-{x}')"
    shown = run(("student", answer), ("test", first), ("test", "assert tried() == 54321"))[2]
    assert '"error"' in shown and "12345" not in shown
    shown = run(("student", "def f(x):\n    return x"), ("test", first), ("test", "print(tried())\nassert tried() == 54321"))[2]
    assert '"error"' in shown and "12345" not in shown


def test_a_sentence_of_the_author_about_an_error_in_a_hidden_test_is_shown(run):
    test = (
        "### BEGIN HIDDEN TESTS\ntry:\n    f(12345)\nexcept ValueError:\n"
        "    raise AssertionError('It must take '\n        'large numbers.')\n### END HIDDEN TESTS"
    )
    assert "It must take large numbers." in run(("student", "def f(x):\n    raise ValueError(x)"), ("test", test))[1]


def test_the_last_value_of_a_hidden_test_is_shown_where_it_is_a_number_of_points(run):
    hidden = "### BEGIN HIDDEN TESTS\ngot = f(12345)\n### END HIDDEN TESTS\n"
    answer = ("student", "def f(x):\n    return f'SEEN-{x}'")
    assert run(answer, ("test", f"{hidden}got"))[1] == "[]"
    assert '"1.5"' in run(answer, ("test", f"{hidden}3 * 0.5"))[1]


def test_a_later_function_cannot_show_what_an_earlier_hidden_test_called(run):
    first = "SEEN = []\ndef f(x):\n    SEEN.append(x)\n    return {1: 1, 12345: 54321}[x]"
    second = "def g(x):\n    raise ValueError(f'SEEN-{SEEN}')"
    shown = run(("student", first), ("test", HIDDEN_TEST), ("student", second), ("test", "g(1)"))
    assert "12345" not in "".join(shown)
    assert shown[1] == "[]"
    assert "ValueError" in shown[3]


@pytest.mark.parametrize(
    ("before", "test", "later"),
    [
        ("factor = 2\ndef f(x):\n    return x * factor", "assert f(3) == 6", "factor = 10"),
        ("def double(x):\n    return 2 * x\ndef f(x):\n    return double(x)", "assert f(3) == 6", "del double"),
        ("def double(x):\n    return 2 * x\ndef f(x):\n    return double(x)", "assert f(3) == 6", "def double(x): return x"),
        ("seen = [1]\ndef f(x):\n    return len(seen)", "assert f(3) == 1", "seen.append(2)"),
        ("class Two:\n    n = 2\ndef f(x):\n    return Two.n", "assert f(3) == 2", "Two.n = 5"),
        ("import functools\nn = 2\nf = functools.partial(lambda a, x: a * n, 3)", "assert f(3) == 6", "n = 5"),
        ("def f(x):\n    return x", "assert f(3) == 3", "def f(x):\n    return 0"),
        ("value = 1\n_ids = 2", "assert value == 1 and _ids == 2", "value = _ids = 5"),
    ],
)
def test_an_answer_counts_as_it_was_at_its_place(run, before, test, later):
    assert run(("student", before), ("test", test), ("student", later), ("test", test))[1] == "[]"
    assert "AssertionError" in run(("student", before), ("student", later), ("test", test))[2] or "del" in later


@pytest.mark.parametrize(
    "later", ["y = list(FACTOR)", "FACTOR['a'] = 5", "FACTOR = {'a': 5}"], ids=["read", "changed", "replaced"]
)
@pytest.mark.parametrize("value", ["{'a': 2}", "__import__('pandas').Series({'a': 2})"], ids=["dictionary", "table"])
def test_cells_are_run_again_only_where_a_later_one_has_changed_what_a_function_reads(run, monkeypatch, value, later):
    starts = []
    monkeypatch.setattr(Replay, "_start", lambda self, real=Replay._start: starts.append(1) or real(self))
    answer = f"FACTOR = {value}\ndef f(x):\n    return FACTOR[x]"
    assert run(("student", answer), ("test", "assert f('a') == 2"), ("student", later))[1] == "[]"
    assert len(starts) == (1 if "list" in later else 2)


@pytest.mark.parametrize(
    ("before", "later"),
    [
        ("", "def double(x):\n    return 2 * x"),
        ("def double(x):\n    return x", "def double(x): return 2 * x"),
        ("n = [1]\ndef double(x):\n    return n[0] * x", "n[0] = 2"),
        ("n = {1}\ndef double(x):\n    return len(n) * x", "n.add(2)"),
        ("import types\nn = types.SimpleNamespace(x=1)\ndef double(x):\n    return n.x * x", "n.x += 1"),
        ("from math import floor as double", "double = lambda x: 2 * x"),
        ("def double(x):\n    return 2 * x\ndel double", "%time double = lambda x: 2 * x"),
    ],
)
def test_what_only_a_later_cell_makes_right_is_wrong_at_its_place(run, before, later):
    cells = ("student", before), ("student", "def f(x):\n    return double(x)")
    assert "error" in run(*cells, ("test", "assert f(3) == 6"), ("student", later))[2]
    assert run(*cells, ("student", later), ("test", "assert f(3) == 6"))[3] == "[]"


def test_a_file_does_not_bring_what_a_hidden_test_called_to_a_process_that_has_not_heard_it(run):
    answer = (
        "import os\nSEEN = []\ndef f(x):\n    SEEN.append(x)\n    return {1: 1, 12345: 54321}[x]\ndef g(x):\n"
        "    if SEEN and x == 1:\n        open('seen.txt', 'w').write(str(SEEN))\n    elif SEEN:\n        os._exit(0)\n"
        "    elif os.path.exists('seen.txt'):\n        raise ValueError(open('seen.txt').read())"
    )
    shown = run(("student", answer), ("test", HIDDEN_TEST), ("test", "assert g(1) is None\nassert g(2)"))
    assert "12345" not in "".join(shown) and "AssertionError" in shown[2]


@pytest.mark.parametrize("later", ["import os\nos.remove('a.txt')", "open('a.txt', 'w').write('other')"])
def test_a_file_counts_as_the_last_test_finds_it(run, later):
    answer = "open('a.txt', 'w').write('right')"
    assert run(("student", answer), ("test", "assert open('a.txt').read() == 'right'"), ("student", later))[1] == "[]"


def test_a_large_table_that_many_tests_read_takes_no_memory_for_each(run):
    cells = [("student", "import numpy as np\nx = np.ones(20_000_000)\ndef f():\n    return x[0]")]
    cells += 10 * [("test", "assert f() == 1")] + [("student", "len(np.ones(40_000_000))")]
    assert "40000000" in run(*cells)[-1]


def test_answers_that_are_too_large_together_cost_only_the_last_of_them(run):
    large = ("test", "assert len(x) == 18_000_000")
    other = [("student", f"x = b'{n}' + x[1:]") for n in (1, 2)]
    shown = run(("student", "x = bytes(18_000_000)\ny = 1"), large, other[0], large, other[1], large, ("test", "assert y == 1"))
    assert "too large" in shown[5] and [shown[n] for n in (1, 3, 6)] == ["[]"] * 3


def test_a_value_read_after_a_hidden_test_holds_nothing_of_it(run):
    first = "SEEN = []\ndef f(x):\n    SEEN.append(x)\n    return {1: 1, 12345: 54321}[x]"
    second = "factor = 1\ny = str(SEEN)\ndef g(x):\n    return x * factor"
    cells = (
        ("student", first),
        ("test", HIDDEN_TEST),
        ("student", second),
        ("test", "assert g(2) == 3, y"),
        ("student", "factor = 2"),
    )
    shown = run(*cells)
    assert "12345" not in "".join(shown)
    assert shown[1] == "[]" and "AssertionError" in shown[3]


def test_a_function_cannot_end_the_loop_that_tests_it(run):
    test = "for got, right in zip(map(f, [1, 2]), [1, 2]):\n    assert got == right"
    assert "StopIteration" in run(("student", "def f(x):\n    raise StopIteration"), ("test", test))[1]


def test_a_function_can_be_tried_with_many_inputs_at_once(run):
    answer = "def f(x, y=1):\n    if x == 0: raise ZeroDivisionError('no')\n    if x < 0: return object()\n    return [x / y]"
    test = """
one, nothing, other, two = f.many([(4,), (0,), (-1,), (4, 2)])
assert (one, two) == ([4.0], [2.0])
assert type(nothing) is ZeroDivisionError and str(nothing) == "no"
assert type(other).__name__ == "Refused" and "object" in str(other)
assert f.many([]) == []
"""
    assert run(("student", answer), ("test", test))[1] == "[]"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("import os; os._exit(0)", "RuntimeError"),
        ("while True: pass", "TimeoutError"),
        ("raise ExceptionGroup('a', [OSError()])", "ExceptionGroup"),
    ],
)
def test_many_inputs_of_which_one_ends_badly_end_in_errors(run, body, kind):
    test = f"got = f.many([(2,), (2,)])\nassert [type(g).__name__[:3] for g in got] == ['{kind[:3]}'] * 2, got"
    assert run(("student", f"def f(x):\n    if x == 2:\n        {body}"), ("test", test))[1] == "[]"


@pytest.mark.parametrize(
    ("body", "awaited", "why"),
    [
        ("import os; os._exit(0)", "RuntimeError", "ended its process"),
        ("return 'x' * (40 << 20)", "Exception", "too large"),
        ("while True: pass", "OSError", "does not come to an end"),
        ("while True: yield", "ValueError", "not come to its end"),
    ],
)
def test_the_end_of_a_function_is_no_error_that_a_test_waits_for(run, body, awaited, why):
    test = f"try:\n    list(f(1))\nexcept {awaited}:\n    pass"
    assert why in run(("student", f"def f(x):\n    {body}"), ("test", test))[1]


@pytest.mark.parametrize(
    ("body", "why"), [("while x > 1: pass", "come to an end"), ("import os; x > 1 and os._exit(0)", "ended")]
)
def test_of_a_hidden_test_a_student_reads_that_the_function_ended_or_has_no_end(run, body, why):
    shown = run(("student", f"def f(x):\n    {body}\n    return 1"), ("test", HIDDEN_TEST))[1]
    assert why in shown and "12345" not in shown


@pytest.mark.parametrize(
    ("before", "test", "answer", "shown"),
    [
        # An argument that cannot be sent is the test's, and the function is not called.
        ("", "deep = []\nfor _ in range(5_000):\n    deep = [deep]\ntry:\n    f(deep)\nexcept RecursionError:\n    pass", "", "cannot be tried with this argument: maximum recursion depth"),
        # Nor is one that does not arrive.
        ("class Plot:\n    pass", "try:\n    f(Plot())\nexcept KeyError:\n    pass", "del Plot", "arguments do not arrive"),
    ],
)  # fmt: skip
def test_what_fails_on_the_way_is_no_error_that_a_test_waits_for(run, before, test, answer, shown):
    answer = f"def f(x):\n    return 0\n{answer}"
    assert shown in run(("locked", before), ("student", answer), ("test", test))[2]


def test_a_hidden_argument_that_cannot_be_sent_is_not_named(run):
    test = "### BEGIN HIDDEN TESTS\nclass Rhombus4711:\n    pass\nf([lambda: 1, print, Rhombus4711()])\n### END HIDDEN TESTS"
    shown = run(("student", "def f(x):\n    return 0"), ("test", test))[1]
    assert "f() cannot be tried" in shown and "4711" not in shown


@pytest.mark.parametrize(("last", "times"), [("", 0), ("\nassert counts == {}", 1)])
def test_only_what_a_test_reads_is_asked_for(run, last, times):
    test = "def helper(table):\n    counts = table\n    return counts\nassert helper(1) == 1 and [x for x in (y, 2)] == [1, 2]"
    answer = """
import collections
ASKED, y = [], 1
class Loud(collections.UserDict):
    def items(self):
        ASKED.append(1)
        return []
table, x, counts = Loud(), Loud(), Loud()
"""
    if last:
        test = test.replace("counts", "others") + last
    shown = run(("student", answer), ("test", test), ("student", "print(len(ASKED), 'times')"))
    assert shown[1] == "[]" and f"{times} times" in shown[2]


def test_points_for_a_part_stay_points_for_a_part_where_no_time_is_left(run, monkeypatch):
    test = "### BEGIN HIDDEN TESTS\npoints = (f(5) == 5) + (f(7) == 7)\n### END HIDDEN TESTS\npoints"
    monkeypatch.setattr(Replay, "at", at := _no_second_time(Replay.at))
    shown = run(("student", "def f(x):\n    return 5"), ("test", test), ("test", test))
    assert at.refused and [json.loads(outputs)[0]["data"]["text/plain"] for outputs in shown[1:]] == ["1", "1"]


def _no_second_time(real):
    def at(self, position):
        at.refused = at.refused or (at.started and self.current is None and self.restarts == 0)
        at.started = True
        return None if at.refused else real(self, position)

    at.refused = at.started = False
    return at


def test_tests_leave_to_each_other_what_the_later_one_reads_and_nothing_else(run):
    first = "LIMITS = [1, 2]\nmine = x\ndef helper():\n    return 7\nassert x == 1"
    second = "assert helper() == 7 and LIMITS == [1, 2] and 'mi' + 'ne' not in globals() and x == 1"
    assert run(("student", "x = 1"), ("test", first), ("test", second))[1:] == ["[]", "[]"]


def test_a_test_that_ends_its_process_takes_no_other_with_it(run):
    shown = run(("student", "x = 1"), ("test", "assert x == 1"), ("test", "import os\nos._exit(x)"), ("test", "assert x == 1"))
    assert [shown[1], shown[3]] == ["[]", "[]"] and "could not be carried out" in shown[2]


def test_the_hint_of_a_hidden_test_is_shown_and_its_source_is_not(run):
    shown = run(("student", "def f(x):\n    return x"), ("test", HIDDEN_TEST))
    assert "Look again." in shown[1]
    assert "54321" not in shown[1]


def test_a_students_file_is_not_imported_by_a_test(run):
    hostile = {"statistics.py": "import builtins\nbuiltins.abs = lambda x: 0\ndef mean(x):\n    return 5\n"}
    test = "import statistics\nassert statistics.mean([1, 3]) == 2 and abs(-1) == 1 == f(1)"
    assert run(("student", "def f(x):\n    return x"), ("test", test), own=hostile)[1] == "[]"


def test_an_authors_file_is_there_for_cells_and_tests(run):
    helper = {"helper.py": "def twice(x):\n    return 2 * x\n", "table.csv": "a\n1\n"}
    cell = "import helper, pandas\ny = helper.twice(len(pandas.read_csv('table.csv')))"
    shown = run(
        ("student", cell), ("test", "import helper\nassert y == helper.twice(1)"), own={"helper.py": "1 / 0"}, support=helper
    )
    assert shown == ["[]", "[]"]


@pytest.mark.parametrize("name", ["abs", "isinstance", "sum", "print", "AssertionError", "Exception", "len", "__import__"])
def test_a_built_in_in_a_test_is_the_real_one(run, name):
    test = "assert isinstance(x, int)\nassert abs(x - 5) < 1 and sum([x]) == 5 and len([x]) == 1\nprint(x, Exception)"
    shown = run(("student", f"x = 1\n{name} = lambda *args: True"), ("test", test))
    assert "AssertionError" in shown[1]


def test_helpers_and_imports_of_the_author_are_the_authors(run):
    locked = "from math import pi\nimport math\ndef close(a, b):\n    return abs(a - b) < 0.01"
    answer = "pi = 3\nmath = None\nx = 3\ndef close(a, b):\n    return True"
    shown = run(("locked", locked), ("student", answer), ("test", "assert close(x, pi) and math.pi"))
    assert "AssertionError" in shown[2]
    assert run(("locked", locked), ("student", "x = 3.14159"), ("test", "assert close(x, pi) and math.pi"))[2] == "[]"


@pytest.mark.parametrize("role", ["locked", "test"])
def test_a_helper_of_the_author_may_read_an_answer(run, role):
    helper = "def check(x):\n    return f(x) + start"
    for body, right in (("x + 1", True), ("x", False)):
        cells = ("student", f"start = 1\ndef f(x):\n    return {body}"), (role, helper), ("test", "assert check(1) == 3")
        assert (run(*cells)[2] == "[]") == right


def test_a_row_that_a_function_returned_can_be_its_argument(run):
    answer = "from collections import namedtuple\nRow = namedtuple('Row', 'x')\ndef f(row):\n    return Row(row.x + 1)"
    test = "import pandas\nrow = next(pandas.DataFrame({'x': [1]}).itertuples())\nassert f(f(row)).x == 3"
    assert run(("student", answer), ("test", test))[1] == "[]"


@pytest.mark.parametrize(
    "body", ["zip([1, 2], 'ab')", "iter({1: 'a', 2: 'b'}.items())", "(pair for pair in [(1, 'a'), (2, 'b')])"]
)
def test_what_a_function_yields_once_can_be_gone_through_once(run, body):
    test = "pairs = f()\nassert next(pairs) == (1, 'a') and list(pairs) == [(2, 'b')] and list(pairs) == []"
    assert run(("student", f"def f():\n    return {body}"), ("test", test))[1] == "[]"


def test_what_one_test_takes_of_an_answer_the_next_one_does_not_get_and_later_cells_cost_none(run):
    cells = ("test", "assert next(g) == 0"), ("test", "assert next(g) == 1"), ("student", "list(g)")
    assert run(("student", "g = iter(range(3))"), *cells)[1:3] == ["[]", "[]"]


@pytest.mark.parametrize(
    ("answer", "part"),
    [
        ("import itertools\ndef f():\n    return itertools.count()", "too large"),
        ("def f():\n    while True: yield", "too large"),
        ("def f():\n    yield 1\n    raise KeyError('x')", "KeyError"),
    ],
)
def test_what_never_ends_or_fails_on_the_way_fails_its_test(run, answer, part):
    assert part in run(("student", answer), ("test", "assert list(f()) == [1]"))[1]


def test_a_number_behind_which_a_semicolon_stands_gives_no_points(run):
    assert run(("student", "x = [1]"), ("test", "assert x\nlen(x);  # shows nothing"))[1] == "[]"
    assert "execute_result" in run(("student", "x = [1]"), ("test", "assert x\nlen(x)  # shows; 1"))[1]


def test_an_object_of_the_tests_own_as_argument_is_refused_with_a_sentence(run):
    shown = run(("student", "def same(x):\n    return x"), ("test", "class Own: pass\nassert same(Own())"))
    assert "cannot be tried with this argument" in shown[1]


AS_IN_ONE_NOTEBOOK = {
    "a function of the test's": ("def f(g, x):\n    return g(x)", "seen = []\nassert f(lambda x: seen.append(x) or x + 1, 1) == 2 and seen == [1]"),
    "one that fails": ("def f(g):\n    return g(1)", "def no(x):\n    raise KeyError('no')\ntry:\n    f(no)\nexcept KeyError:\n    pass\nelse:\n    assert False"),
    "a function of the student's": ("def f(g, x):\n    return g(x)\ndef twice(x):\n    return 2 * x", "assert f(twice, 3) == 6 and f(lambda x: twice(x) + 1, 3) == 7"),
    "one of a library": ("def f(g, x):\n    return g(x)", "import math\nassert f(math.sqrt, 9) == 3 and f(len, 'ab') == 2 and f(str.upper, 'a') == 'A'"),
    "a list of functions": ("def f(gs, x):\n    return [g(x) for g in gs]", "assert f([lambda x: x + 1, abs], -3) == [-2, 3]"),
    "a name without a value": ("def make():\n    def f():\n        return 1 or later\n    return f\n    later = 1\nf = make()", "assert f() == 1"),
    "a method of a table": ("def f(g):\n    return g('a > 1')", "import pandas\nassert len(f(pandas.DataFrame({'a': [1, 2]}).query)) == 1"),
    "one that comes back": ("def f(g, h):\n    return lambda x: g(h(x))\ndef one(x):\n    return x + 1", "assert f(one, one)(1) == 3"),
    "a decorator": ("def f(g):\n    return lambda *a: g(*a).upper()", "@f\ndef hi(name):\n    return 'hi ' + name\nassert hi('a') == 'HI A'"),
    "a generator": ("def f(items):\n    return sum(items)", "assert f(x for x in [1, 2]) == 3 and f({1: 2}.values()) == 2"),
    "what it prints": ("def f():\n    print('a')", "import contextlib, io\nout = io.StringIO()\nwith contextlib.redirect_stdout(out):\n    f()\nassert out.getvalue() == 'a\\n'"),
    "what it asks for": ("def f():\n    return int(input('n'))", "from unittest import mock\nwith mock.patch('builtins.input', side_effect=['2', '3']) as m:\n    assert f() + f() == 5 and m.call_count == 2"),
    "what it sorts in place": ("def f(items):\n    items.sort()", "items = [2, 1]\nassert f(items) is None and items == [1, 2]"),
    "a list of functions that it changes": ("def g(x):\n    return x\ndef f(items):\n    items.append(g)", "items = [g]\nf(items)\nassert len(items) == 2"),
    "a table that it changes": ("def f(frame):\n    frame['b'] = 2 * frame['a']", "import pandas\nframe = pandas.DataFrame({'a': [1]})\nf(frame)\nassert list(frame['b']) == [2]"),
    "the same object": ("def f(x):\n    return x", "x = [1]\nassert f(x) is x"),
    "an error of its own": ("class Short(ValueError):\n    def __init__(self, by):\n        self.by = by\ndef f():\n    raise Short(3)", "try:\n    f()\nexcept Short as error:\n    assert error.by == 3 and isinstance(error, ValueError)"),
    "an error of a library": ("import json\ndef f():\n    json.loads('{')", "import json\ntry:\n    f()\nexcept json.JSONDecodeError as error:\n    assert error.pos == 1\nelse:\n    assert False"),
    "an error of the system": ("def f():\n    open('none')", "try:\n    f()\nexcept FileNotFoundError as error:\n    assert error.filename == 'none' and error.errno == 2 and 'none' in str(error)"),
    "how it is written": ("def f(a: int, b=2, *, c=None):\n    'Add.'\n    return a + b", "import inspect\nassert f.__doc__ == 'Add.' and f.__annotations__ == {'a': int} and str(inspect.signature(f)) == '(a: int, b=2, *, c=None)'\nassert 'return a + b' in inspect.getsource(f)"),
    "seeds": ("import random\ndef f():\n    return random.random()", "import random\nrandom.seed(1)\none = [f(), f()]\nrandom.seed(1)\nassert one == [f(), f()] and one[0] != one[1]"),
    "what is awaited": ("async def f(x):\n    return x", "import asyncio\nassert await f(3) == 3\nassert asyncio.iscoroutinefunction(f) or True"),
    "an endless one": ("def f():\n    n = 0\n    while True:\n        yield n\n        n += 1", "import itertools\ng = f()\nassert [next(g), next(g)] == [0, 1] and list(itertools.islice(g, 500)) == list(range(2, 502))"),
    "two at a time": ("def f(n):\n    while True:\n        yield n", "assert [pair for pair, _ in zip(zip(f(1), f(2)), range(3))] == [(1, 2)] * 3"),
    "its kind": ("def f():\n    yield 1", "import inspect, types\nassert inspect.isgenerator(f()) and isinstance(f(), types.GeneratorType)"),
    "an error on the way": ("def f():\n    yield 1\n    raise KeyError('x')", "g = f()\nassert next(g) == 1\ntry:\n    next(g)\nexcept KeyError:\n    pass\nelse:\n    assert False"),
    "many": ("def f():\n    yield from range(50_000)", "assert sum(f()) == sum(range(50_000))"),
    "what an iterator prints": ("def f():\n    for n in 1, 2:\n        print(n)\n        yield n", "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()) as out:\n    list(f())\nassert out.getvalue() == '1\\n2\\n'"),
    "in a tuple": ("def f():\n    return (n for n in 'ab'), [1]", "g, more = f()\nassert ''.join(g) == 'ab' and more == [1]"),
    "as an argument": ("def f():\n    return (n for n in range(3))\ndef h(g):\n    return sum(g)", "assert h(f()) == 3"),
    "an answer": ("g = (n * n for n in range(300))", "assert next(g) == 0 and next(g) == 1 and sum(g) == sum(n * n for n in range(2, 300))"),
    "a map as answer": ("g = map(str, [1, 2])", "assert list(g) == ['1', '2'] and list(g) == []"),
    "an import": ("def f(x):\n    return math.sqrt(x)", "import math\nassert f(4) == 2"),
    "a function": ("def f(x):\n    return helper(x) + 1", "def helper(x):\n    return 2 * x\nassert f(4) == 9"),
    "the student's own first": ("def helper(x):\n    return x\ndef f(x):\n    return helper(x)", "def helper(x):\n    return 0\nassert f(4) == 4"),
    "a class": ("from datetime import date\nx = date(2024, 1, 2)", "assert x == date(2024, 1, 2)"),
    "a counter": ("from collections import Counter\nx = Counter('aab')", "assert isinstance(x, Counter) and x == Counter('aab')"),
    "a table's": ("from pandas import Series\nx = Series([1])", "assert x.equals(Series([1]))"),
    "a module by a short name": ("import datetime as dt\nx = dt.date(2024, 1, 2)", "assert x == dt.date(2024, 1, 2)"),
    "a number by that name": ("dt = 0.5", "assert dt == 0.5"),
    "two names of one list": ("a = [1]\nb = a", "assert b is a\na.append(2)\nassert b == [1, 2]"),
    "a copy": ("a = [1]\nb = a[:]", "assert b is not a and b == a"),
    "rows of one list": ("grid = [[' '] * 2] * 2", "grid[0][0] = 'x'\nassert grid[1][0] == 'x'"),
    "a number that a function counts": ("n = 0\ndef count():\n    global n\n    n += 1", "count()\ncount()\nassert n == 2"),
    "a list that a function fills": ("basket = []\ndef add(x):\n    basket.append(x)", "add('x')\nassert basket == ['x']"),
    "a number that the test sets and does not read": ("RATE = 2", "def f(x):\n    return RATE * x", "assert f(2) == 4\nRATE = 7\nassert f(2) == 14"),
    "a helper of the set-up that the test replaces": ("def read():\n    return 5", "def f():\n    return read() + 1", "own, read = read, lambda: 1\ntry:\n    assert f() == 2\nfinally:\n    read = own\nassert f() == 6"),
    "a helper of the set-up that the test patches": ("def read():\n    return 5", "def f():\n    return read() + 1", "from unittest.mock import patch\nwith patch('__main__.read', return_value=2):\n    assert f() == 3\nassert f() == 6"),
    "a class of a module that the test patches, which does not cross": ("import datetime\ndef f():\n    return datetime.date(2024, 1, 2).year", "import datetime\nown = datetime.date\ndatetime.date = type('Fake', (), {})\ntry:\n    f()\nfinally:\n    datetime.date = own\nassert f() == 2024"),
    "warnings that the test listens to": ("import warnings\ndef f():\n    warnings.warn('old')\n    return 1", "import types, warnings\nplace = types.SimpleNamespace()\nplace.got = 0\nwith warnings.catch_warnings(record=True):\n    place.got = f()\nassert place.got == 1"),
    "input, set by its name": ("def name():\n    return input('?')", "input = lambda prompt='': 'Ann'\nassert name() == 'Ann'"),
    "a generator of the author's": ("import numpy as np", "rng = np.random.default_rng(0)", "def mean(x):\n    return sum(x) / len(x)", "d = rng.normal(size=9)\nassert np.isclose(mean(d), d.mean())"),
    "a generator of the author's beside one in a function": ("import numpy as np\nrng = np.random.default_rng(0)", "def mean(x):\n    rng = len(x)\n    return sum(x) / rng", "d = rng.normal(size=9)\nassert np.isclose(mean(d), d.mean())"),
    "the name of a function": ("import functools\ndef loud(f):\n    @functools.wraps(f)\n    def g(*a):\n        return f(*a).upper()\n    return g", "@loud\ndef hi():\n    return 'hi'\nassert hi() == 'HI' and hi.__name__ == 'hi'"),
    "a number called alt": ("alt = 300", "assert alt == 300"),
    "programs": ("!echo a\nx = 1\nfiles = !ls", "assert x == 1"),
    "a file in a folder": ("import os\nos.mkdir('out')\nopen('out/a.log', 'w').write('1')", "assert open('out/a.log').read() == '1'"),
}  # fmt: skip


POINT = "from dataclasses import dataclass\n@dataclass\nclass Point:\n    x: int\n    y: int = 0\n    def moved(self, by):\n        return Point(self.x + by, self.y)"
NODE = "class Node:\n    def __init__(self, value, next=None):\n        self.value, self.next = value, next"
CARD = "from collections import namedtuple\nfrom enum import Enum\nCard = namedtuple('Card', 'rank suit')\nclass Suit(Enum):\n    HEARTS = 1\n    SPADES = 2"
SLOTS = "from dataclasses import dataclass\n@dataclass(frozen=True, slots=True)\nclass Pair:\n    a: int\n    b: int"
SHELF = "class Shelf:\n    def __init__(self):\n        self.books = ['one']\n    def add(self, book):\n        self.books.append(book)\nshelf = Shelf()"
BAD = "class Bad(ValueError):\n    def __init__(self, by):\n        super().__init__(f'off by {by}')\n        self.by = by"
FROM_TEST_TO_TEST = {
    "a result": ("def f(x):\n    return 2 * x", "got = f(3)\nassert got == 6", "assert got % 2 == 0", "[]"),
    "in a loop": (
        "def f(x):\n    return 2 * x",
        "many = []\nfor n in range(3):\n    many.append(f(n))",
        "assert many == [0, 2, 4]",
        "[]",
    ),
    "not of a comprehension": (
        "def f(x):\n    return x\nx = 5",
        "assert all(f(x) == x for x in range(3))\ndef check():\n    x = 1",
        "assert x == 5",
        "[]",
    ),
    "of what it changes": (
        "d = {'a': 1}\nt = [1]",
        "d['b'] = 2\nt.append(2)",
        "assert sorted(d) == ['a', 'b'] and t == [1, 2]",
        "[]",
    ),
    "of what fails later": ("def f(x):\n    return 2 * x", "got = f(3)\nassert got == 7, 'first'", "assert got == 6", "[]"),
    "before what the student calls so": ("def f(x):\n    return 1\ngot = 6", "got = f(3)", "assert got == 6, 'wrong'", "wrong"),
    "of what never was": ("def f(x):\n    raise ValueError\ngot = 6", "got = f(3)", "assert got == 6", "NameError"),
    "a hidden one": (
        "def f(x):\n    raise ValueError(f'SEEN-{x}')",
        "### BEGIN HIDDEN TESTS\ntried = [12345]\ntried.append(1)\n### END HIDDEN TESTS",
        "print(tried)\nassert f(tried)",
        "not shown",
    ),
}


@pytest.mark.parametrize("name", FROM_TEST_TO_TEST)
def test_a_test_goes_on_with_what_an_earlier_one_has_worked_out(run, name):
    answer, first, second, expected = FROM_TEST_TO_TEST[name]
    shown = run(("student", answer), ("test", first), ("test", second))
    assert expected in shown[2] and "12345" not in shown[2]
    if expected == "[]":  # what the student's cells make of it meanwhile counts, as in one notebook
        assert (
            "error" in run(("student", answer), ("test", first), ("student", "got = many = x = d = 0.5"), ("test", second))[3]
        )


BOX = "from typing import Generic, TypeVar, get_type_hints\nT = TypeVar('T')\nclass Box(Generic[T]):\n    made = []\n    def __init__(self, *a):\n        Box.made.append(a)"
CODE = "setattr(__import__('nbproctor.testcell').testcell, 'run', lambda *a: []) or int"


@pytest.mark.parametrize("tree", [["member", "Box", CODE, None], ["member", "Box", ["list", [1]], None], ["class", "Box"]])
def test_no_class_of_the_authors_is_called_or_asked_for_a_students_data(run, tree):
    answer = (
        "import nbproctor.student\ndef f(x):\n    return 'wrong'\n"
        "nbproctor.student.described = lambda _: {'doc': None, 'source': '', 'parameters': [],\n"
        f"    'annotations': ['dict', [['return', {tree!r}]]]}}"
    )
    tests = ("test", "get_type_hints(f)\nassert f(2) == 4"), ("test", "assert f(2) == 4"), ("test", "assert Box.made == []")
    shown = run(("locked", BOX), ("student", answer), *tests)
    assert ["error" in one for one in shown[2:]] == [True, True, False]


@pytest.mark.parametrize(
    "tests",
    [
        ("for secret in (12345,):\n    pass", "total = secret + f(1)", "assert f(total) == total"),
        ("assert check(12345) == 12345", "assert [f(n) for n in log] == log"),
        ("both[0].append(12345)", "[f(n) for n in cases]"),
    ],
    ids=["in two steps", "through a helper", "through an alias"],
)
def test_what_comes_of_a_hidden_input_shows_it_in_no_later_test(run, tests):
    visible = "log = []\ndef check(n):\n    log.append(n)\n    return n\ncases = [1]\nboth = (cases,)\n"
    answer = "def f(x):\n    if x > 10000:\n        raise ValueError(f'SEEN-{x}')\n    return x"
    first = f"{visible}### BEGIN HIDDEN TESTS\n{tests[0]}\n### END HIDDEN TESTS"
    shown = "".join(run(("student", answer), ("test", first), *(("test", test) for test in tests[1:])))
    assert "1234" not in shown and "error" in shown


BETWEEN_TESTS = {
    "a change of the student's": ("items = [1, 2]", "items.append(99)", "items.append(4)", "assert items[-1] == 4"),
    "one after a look": ("import pandas as pd\ndf = pd.DataFrame({'a': [1, 2]})", "df.index.name = 'row'", "df['b'] = 2 * df['a']", "assert list(df['b']) == [2, 4]"),
    "under a magic": ("def f(l):\n    return sum(l) / len(l), 0", "mean, std = f([1, 2])", "%%time\nmean, std = 2.0, 1.0", "assert mean == 2.0"),
    "in a long cell": ("def f(l):\n    return sum(l) / len(l), 0", "mean, std = f([1, 2])", f"# {'x' * 4100}\nmean, std = 2.0, 1.0", "assert mean == 2.0"),
    "by a function": ("def f(l):\n    return sum(l) / len(l), 0", "mean, std = f([1, 2])", "def init():\n    global mean\n    mean = 2.0\ninit()", "assert mean == 2.0"),
    "of what a test goes on with": ("def g(l):\n    l.sort()\n    return l", "seen = []", "y = 1", "seen.append(g([3, 1]))\nassert seen == [[1, 3]]"),
    "with points": ("deck = [1, 2, 8]\ndef top():\n    return deck[0]", "assert top() == 1", "deck.reverse()", "assert top() == 8"),
    "with an argument": ("rates = {}\ndef fill(d):\n    d['EUR'] = 2\ndef conv(x):\n    return x * rates.get('EUR', 1)", "assert conv(1) == 1", "fill(rates)", "assert conv(1) == 2"),
    "of what calls call": ("def f():\n    return g()\ndef g():\n    return h()\ndef h():\n    return K\nK = 1", "assert f() == 1", "K = 2", "assert f() == 2"),
}  # fmt: skip


@pytest.mark.parametrize("name", BETWEEN_TESTS)
def test_what_happens_between_tests_counts_as_in_one_notebook(run, name):
    answer, first, between, second = BETWEEN_TESTS[name]
    shown = run(("student", answer), ("test", first), ("student", between), ("test", second))
    assert [shown[1], shown[3]] == ["[]", "[]"]


def test_points_count_as_they_are_at_their_place(run):
    answer = "deck = [1, 2, 8]\ndef top():\n    return deck[0]\ndef last():\n    return deck[-1]"
    test = "points = int(top() == 1) + int(last() == 8)\npoints"
    assert '"2"' in run(("student", answer), ("test", test), ("student", "import random as r\nr.seed(2)\nr.shuffle(deck)"))[1]


def test_a_test_that_is_carried_out_twice_finds_what_the_author_has_made_as_it_was(run):
    account = "class Account:\n    def __init__(self):\n        self.n = 100\nacc = Account()"
    test = "acc.n += 50\nassert order([2, 1]) == [1, 2]\nassert acc.n == 150"
    answer = "def order(items):\n    items.sort()\n    return list(items)"
    assert run(("locked", account), ("student", answer), ("test", test))[2] == "[]"


def test_a_value_that_answers_no_question_takes_none_with_it(run):
    answer = "import threading\ndef g(x):\n    return x\nthing = threading.Lock()"
    tests = ("test", "base = g(7)"), ("test", "thing = thing.copy()"), ("test", "assert thing"), ("test", "assert base == 7")
    shown = run(("student", answer), *tests)
    assert "thing cannot be graded" in shown[2] and shown[4] == "[]"


OF_THE_AUTHORS_CLASSES = {
    "an argument": (POINT, "def f(p):\n    return p.x + p.moved(1).x", "assert f(Point(2)) == 5"),
    "a result": (
        POINT,
        "def f(x):\n    return Point(x, x)",
        "p = f(2)\nassert p == Point(2, 2) and isinstance(p, Point) and p.moved(1).x == 3 and f(1) != p",
    ),
    "an answer": (POINT, "p = Point(1, 2)", "assert p == Point(1, 2) and p.moved(1) == Point(2, 2)"),
    "a list of them": (
        POINT,
        "def f(ps):\n    return sorted(ps, key=lambda p: p.x)",
        "assert f([Point(2), Point(1)]) == [Point(1), Point(2)]",
    ),
    "one that is changed": (POINT, "def f(p):\n    p.x = 7", "p = Point(1)\nassert f(p) is None and p.x == 7"),
    "linked ones": (
        NODE,
        "def f(node):\n    last = None\n    while node:\n        last, node = Node(node.value, last), node.next\n    return last",
        "n = f(Node(1, Node(2, Node(3))))\nassert (n.value, n.next.value, n.next.next.next) == (3, 2, None)",
    ),
    "a ring": (
        NODE,
        "def f():\n    a = Node(1)\n    a.next = Node(2, a)\n    return a\ndef g(n):\n    return n.next.next is n",
        "n = f()\nassert n.next.value == 2 and n.next.next is n and g(n)",
    ),
    "named ones": (
        CARD,
        "def f(card):\n    return Card(card.rank + 1, Suit.SPADES)",
        "c = f(Card(3, Suit.HEARTS))\nassert isinstance(c, Card) and c == Card(4, Suit.SPADES) and c.suit is Suit.SPADES",
    ),
    "a class": (CARD, "def f(kind):\n    return [one.name for one in kind]", "assert f(Suit) == ['HEARTS', 'SPADES']"),
    "members that are numbers or texts": (
        "from enum import Enum, Flag, IntEnum, auto\nclass N(IntEnum):\n    ONE = 1\n    TWO = 2\nclass T(str, Enum):\n    A = 'a'\nclass F(Flag):\n    X = auto()\n    Y = auto()",
        "def f(n):\n    return N.TWO if n is N.ONE else T.A if n is T.A else n | F.Y",
        "assert f(N.ONE) is N.TWO and f(T.A) is T.A and f(F.X) == F.X | F.Y",
    ),
    "its class": (CARD, "def f(n):\n    return Card if n else Suit", "assert f(1) is Card and f(0) is Suit"),
    "what comes back from the author's": (
        SHELF,
        "count = shelf.books.append('two')\nn = len(shelf.books)",
        "assert n == 2 and shelf.books == ['one', 'two']",
    ),
    "slots": (SLOTS, "def f(p):\n    return Pair(p.b, p.a)", "assert f(Pair(1, 2)) == Pair(2, 1)"),
    "what the student's cells do with the author's": (SHELF, "shelf.add('two')", "assert shelf.books == ['one', 'two']"),
    "an error": (
        BAD,
        "def f(n):\n    raise Bad(n)",
        "try:\n    f(3)\nexcept Bad as error:\n    assert error.by == 3 and str(error) == 'off by 3'\nelse:\n    assert False",
    ),
}


@pytest.mark.parametrize("name", OF_THE_AUTHORS_CLASSES)
def test_objects_of_the_authors_classes_go_to_and_fro(run, name):
    locked, answer, test = OF_THE_AUTHORS_CLASSES[name]
    assert run(("locked", locked), ("student", answer), ("test", test))[2] == "[]"


@pytest.mark.parametrize(
    ("answer", "test", "part"),
    [
        ("class Own:\n    def __eq__(self, other):\n        return True\np = Own()", "assert p == 5", "an object of Own"),
        (
            "class Point(Point):\n    def __eq__(self, other):\n        return True\np = Point(1)",
            "assert p == Point(5), 'wrong'",
            "wrong",
        ),
        ("Point.__eq__ = lambda *_: True\np = Point(1)", "assert p == Point(5), 'wrong'", "wrong"),
        ("p = Point(1)\np.moved = lambda by: Point(6)", "assert p.moved(1).x == 6", "functions as attributes"),
        ("p = Point(1)\np.__dict__['__eq__'] = print", "assert p == Point(5), 'wrong'", "functions as attributes"),
        (
            "p = Point(1)\np.__class__ = type('Point', (), {'__eq__': lambda *_: True})",
            "assert p == Point(5), 'wrong'",
            "wrong",
        ),
        ("p = Point(1)\nfor _ in range(70):\n    p = Point(p)", "assert p", "nested too deeply"),
        ("p = Point([1])\np.x.append(p)", "assert p.x[1].x[1] is p, 'wrong'\nassert p == 5, 'not five'", "not five"),
        ("exec('sec' + 'ret.x = 5')", "assert secret.x == 5, 'wrong'", "wrong"),
        (
            "from enum import IntEnum\nclass N(IntEnum):\n    ONE = 1\n    def __eq__(self, other):\n        return True\np = N.ONE",
            "assert p == 5, 'wrong'",
            "wrong",
        ),
        ("class Suit:\n    pass\np = Suit()", "assert p", "an object of Suit"),
    ],
)
def test_objects_of_a_students_making_decide_nothing(run, answer, test, part):
    assert part in run(("locked", f"{POINT}\nsecret = Point(1)"), ("student", answer), ("test", test))[2]


@pytest.mark.parametrize("name", AS_IN_ONE_NOTEBOOK)
def test_what_a_test_sees_and_calls_is_as_in_one_notebook(run, name):
    *locked, answer, test = AS_IN_ONE_NOTEBOOK[name]
    assert run(*(("locked", source) for source in locked), ("student", answer), ("test", test))[-1] == "[]"


def test_a_function_that_changes_its_argument_is_found_out_but_gains_nothing(run):
    test = "items = [2, 1]\nassert f(items) == sorted(items), 'wrong'\nassert items == [2, 1], 'changed'"
    assert run(("student", "def f(items):\n    return sorted(items)"), ("test", test))[1] == "[]"
    assert "changed" in run(("student", "def f(items):\n    items.sort()\n    return items"), ("test", test))[1]
    assert "wrong" in run(("student", "def f(items):\n    items.clear()\n    return []"), ("test", test))[1]
    part = "items = [2, 1]\ngot = f(items)\n2 if got == sorted(items) else 1"
    assert '"1"' in run(("student", "def f(items):\n    items.clear()\n    return []"), ("test", part))[1]


@pytest.mark.parametrize(
    ("reply", "part"),
    [
        ("{'back': 7, 'arguments': ['list', []]}", ""),
        ("{'back': 'x'}", ""),
        ("{'replies': [{'value': 1, 'changed': [[9, 1]]}]}", ""),
        ("{'replies': [{'value': 1, 'same': 9}]}", ""),
        ("{'replies': [{'raised': ['error', [['exception', [['os', 'system']]], [1], {'of_student': 0}, 'x']]}]}", "system"),
        ("{'replies': [{'raised': 5}]}", "cannot be read"),
        ("{'replies': [{'raised': ['error', [['exception', [['x', 'N' * 9999]]], [], {}, 'M' * 99999]]}]}", "N" * 100 + '"'),
        ("{'lost': ['print', 'x'], 'replies': []}", "nothing that can be read"),
        ("{'replies': [{'lost': ['exec', 'import builtins; builtins.AssertionError = None']}]}", "nothing that can be read"),
        ("{'replies': [{'lost': ['late', 'x']}]}", "nothing that can be read"),
        ("{'replies': [{'value': ['error', [['exception', [['x', 'Y']]], [], {}, 'z']]}]}", "z"),
    ],
)
def test_what_a_call_did_not_do_helps_nobody(run, reply, part):
    """The student's process answers calls itself, with messages that are none."""
    other = "{'values': {'f': {'value': ['function', 0, 'f', None]}}}"
    answer = (
        "import gc\nfrom nbproctor.student import Student\ndef f(x):\n    return x\n"
        "(student,) = [one for one in gc.get_objects() if isinstance(one, Student)]\n"
        f"student.answer = lambda request: student.channel.send({reply} if 'call' in request else {other})"
    )
    shown = run(("student", answer), ("test", "assert f(1) == 2, 'wrong'"))[1]
    assert '"error"' in shown and part in shown
    only_hidden = "### BEGIN HIDDEN TESTS\nassert f(12345) == 1\n### END HIDDEN TESTS"
    hidden = run(("student", answer.replace("'z'", "'Z' * 9")), ("test", only_hidden))[1]
    assert '"error"' in hidden and "Z" * 9 not in hidden


def test_an_argument_that_is_handed_back_empty_gains_nothing(run):
    """Neither by a function that empties it, nor where the student's process says that nothing was returned."""
    test = "items = [2, 1]\nassert f(items) == sorted(items), 'wrong'"
    assert "wrong" in run(("student", "def f(items):\n    items.clear()\n    return items"), ("test", test))[1]
    forged = (
        "from nbproctor.student import Student\ndef f(items):\n    return items\n"
        "Student._call = lambda *_: {'value': None, 'same': 0, 'changed': [[0, ['list', []]]]}"
    )
    assert "wrong" in run(("student", forged), ("test", test))[1]


@pytest.mark.parametrize("error", ["bdb.BdbQuit", "unittest.SkipTest", "unittest.case._ShouldStop", "StopIteration"])
@pytest.mark.parametrize(
    "test",
    [
        "%time x = f(1)\nassert x == 2",
        "import asyncio\nawait asyncio.sleep(0)\nassert f(1) == 2",
        "import unittest\nclass T(unittest.TestCase):\n    def test(self):\n        self.assertEqual(f(1), 2)\n"
        "found = unittest.TestResult()\nunittest.defaultTestLoader.loadTestsFromTestCase(T).run(found)\nassert found.wasSuccessful()",
    ],
    ids=["magic", "await", "unittest"],
)
def test_no_error_of_a_function_ends_a_test_unnoticed(run, error, test):
    answer = f"import bdb, unittest\ndef f(x):\n    raise {error}\nclass Quiet({error}):\n    pass\n"
    assert '"error"' in run(("student", answer), ("test", test))[1]
    assert '"error"' in run(("student", answer + "def f(x):\n    raise Quiet"), ("test", test))[1]


def test_a_helper_of_the_author_holds_where_a_test_reads_nothing_else(run):
    helper = "def check(name):\n    assert open(name).read() == 'right'"
    cells = (("locked", helper), ("student", "open('a.txt', 'w').write('wrong')\ndef check(name):\n    return True"))
    assert '"error"' in run(*cells, ("test", "check('a.txt')"))[2]
    assert run(("locked", helper), ("student", "open('a.txt', 'w').write('right')"), ("test", "check('a.txt')"))[2] == "[]"


@pytest.mark.parametrize("array", ["np.ma.masked_all(3)", "np.ma.array([1.0, 9.0, 9.0], mask=[0, 1, 1])"])
def test_masked_items_are_equal_to_nothing(run, array):
    answer, test = f"import numpy as np\nx = {array}", "np.testing.assert_array_equal(x, [1, 2, 3])"
    assert "masked items" in run(("student", answer), ("test", f"import numpy as np\n{test}"))[1]
    helper = f"import numpy as np\ndef check(x):\n    {test}"
    assert "masked items" in run(("locked", helper), ("student", answer), ("test", "check(x)"))[2]
    assert run(("student", answer), ("test", "assert x.mask.any()"))[1] == "[]"


def test_what_a_function_keeps_of_a_hidden_test_does_not_come_out_as_points(run):
    answer = (
        "import sys\ndef f(x):\n    if isinstance(x, list):\n        x.clear()\n        return getattr(sys, 'heard', None)\n"
        "    sys.heard = x\n    return 54321 if x > 1 else x"
    )
    assert "12345" not in "".join(run(("student", answer), ("test", HIDDEN_TEST), ("test", "f([1, 2])")))


def test_outputs_of_no_known_kind_are_left_out():
    assert clean_outputs([{"output_type": kind} for kind in ([], {}, None, "other", 5)], Limits()) == []


def test_files_with_holes_are_not_copied_in_full(run, monkeypatch):
    monkeypatch.setattr(Replay, "_watch", lambda *_: None)  # as where they come up between two looks
    copied = []
    monkeypatch.setattr(Scratch, "forget", lambda self: copied.extend(p.stat().st_size for p in self.test.iterdir()))
    answer = "def f(x):\n    for i in range(50):\n        open(f'{i}.csv', 'w').truncate(30_000_000)\n    return x"
    run(("student", answer), ("test", "### BEGIN HIDDEN TESTS\nassert f(1) == 1\nassert f(2) == 2"))
    assert 0 < sum(copied) <= 2 * Limits().scratch


def test_an_answer_may_not_use_what_a_hidden_test_defines(run):
    found = run(
        ("student", "def f():\n    return secret()"),
        ("test", "### BEGIN HIDDEN TESTS\ndef secret():\n    return 1\nassert f() == 1"),
    )
    assert "error" in found[1]


EXPECTED = {
    "in a hidden part": "assert callable(f)\n### BEGIN HIDDEN TESTS\nexpected = 42\nassert f(1) == expected",
    "in the part that is shown": "expected = 42\nassert f(1) == expected",
    "before it is read in a helper": "def check():\n    assert f(1) == expected\nexpected = 42\ncheck()",
    "in a loop": "for expected in [42]:\n    assert f(1) == expected",
    "in a loop that does not read it": "cases = [(1, 42)]\nfor x, expected in cases:\n    assert f(x) == cases[0][1]",
    "as it is compared": "assert (expected := 42) and f(1) == expected",
    "in a case": "match 42:\n    case expected:\n        assert f(1) == expected",
    "in the rest of a case": "match {'x': 1, 'y': 42}:\n    case {'x': x, **expected}:\n        assert f(x) == expected",
    "by a name that it does not read": "### BEGIN HIDDEN TESTS\nexpected = right = 42\nassert f(1) == right",
    "by two names": "expected, x = 42, 1\nassert expected == f(x)",
    "for a helper of the set-up": "expected = 42\ncheck()",
    "by unpacking": "*_, expected = 41, 42\nassert f(1) == expected",
    "by a function": "def expected():\n    return 42\nassert f(1) == expected()",
}


@pytest.mark.parametrize("place", EXPECTED)
@pytest.mark.parametrize("mine", ["expected = 0", "expected = [0]", "def expected():\n    return 0"])
def test_a_function_does_not_learn_what_is_right_from_a_name_of_the_tests(run, place, mine):
    answer = f"{mine}\ndef f(x):\n    global expected\n    return expected() if callable(expected) else expected"
    found = run(("locked", "def check():\n    assert f(1) == expected"), ("student", answer), ("test", EXPECTED[place]))
    assert "error" in found[2]


ADDRESS = "{'shape': (1,), 'typestr': '|u1', 'data': (64, False), 'version': 3}"
WHERE = {
    "a namespace": f"import types\nx = types.SimpleNamespace(__array_interface__={ADDRESS})",
    "an object": f"x = Thing()\nvars(x)['__array_interface__'] = {ADDRESS}",
    "a label": f"import pandas as pd\nx = pd.Series({{'__array_interface__': {ADDRESS}, 'b': 1}})",
    "a row": f"import pandas as pd\nx = pd.DataFrame({{'__array_interface__': [{ADDRESS}], 'b': [1]}}, dtype=object).iloc[0]",
    "a dictionary": f"x = {{'__array_interface__': {ADDRESS}}}",
    "attributes out of a table": f"import pandas as pd\nx = Gives(pd.Series({{'__array_interface__': {ADDRESS}}}))",
    "attributes out of a dictionary": f"x = Gives({{'__array_interface__': {ADDRESS}}})",
}


def test_what_a_test_reads_of_an_earlier_one_and_sets_anew_stays_its_own(run):
    answer = "expected = 0\ndef f(x):\n    return expected"
    later = "assert expected == 1\n### BEGIN HIDDEN TESTS\nexpected = 42\nassert f(1) == expected"
    assert "error" in run(("student", answer), ("test", "expected = 1"), ("test", later))[2]


def test_a_function_does_not_change_what_a_test_has_worked_out(run):
    answer = "expected = []\ndef order(items):\n    global expected\n    expected = list(items)"
    hidden = "### BEGIN HIDDEN TESTS\nexpected, data = [1, 2], [2, 1]\norder(data)\nassert data == expected"
    assert "error" in run(("student", answer), ("test", hidden))[1]
    answer = "total = expected = 0\ndef add(n):\n    global total, expected\n    total = expected = 1"
    test = "total, expected = 5, 8\nadd(3)\nassert total == expected"
    assert "error" in run(("student", answer), ("test", test))[1]
    # Nor what an earlier test has left, as its own process may say, whatever the function does.
    says = "import gc\nfrom nbproctor.student import Student\nreal = Student._call\ndef call(self, *given):\n    return real(self, *given) | {'globals': [['LIMITS', ['list', [0, 99]]]]}\nStudent._call = call\ndef f():\n    pass"
    later = "f()\nassert 7 not in range(*LIMITS)"
    found = run(("student", f"LIMITS = 5\n{says}"), ("test", "LIMITS = [1, 2]\nassert callable(f)"), ("test", later))
    assert found[1:] == ["[]", "[]"]


def test_a_function_that_a_hidden_test_gives_is_not_called_in_another(run):
    says = "def f(g):\n    from nbproctor.student import Student\n    import gc\n    me = next(one for one in gc.get_objects() if isinstance(one, Student))\n    return [_tried(me, n) for n in range(-3, 3)]\ndef _tried(me, n):\n    try:\n        return me._given(n)()\n    except Exception as error:\n        return str(error)"
    hidden = "### BEGIN HIDDEN TESTS\ndef secret():\n    return 'MINE-54321'\nf(secret)"
    found = run(("student", says), ("test", hidden), ("test", "assert not f(lambda: 1), f(lambda: 1)"))
    assert "54321" not in found[2] and "another test" in found[2]


SAYS = "import nbproctor.student as own\nown.error_tree = lambda *_: TREE\ndef f(x):\n    raise ValueError"
BUILTIN = [["builtins", name] for name in ("UnicodeDecodeError", "UnicodeError", "ValueError", "Exception")]
TEXT = "'utf-8' codec can't decode byte 0x61 in position 0: r"


@pytest.mark.parametrize(
    ("args", "held"),
    [
        (["utf-8", ["bytes", "YWI="], 0, 1, "r"], {"start": -4096, "end": -4095}),
        (["utf-8", ["bytes", "YWI="], -4096, -4095, "r"], {}),
        (["utf-8", ["bytes", "YWI="], 2, 3, "r"], {}),
    ],
)
def test_no_error_shows_what_lies_beside_a_text(run, args, held):
    tree = ["error", [["exception", BUILTIN], args, held, TEXT]]
    test = f"try:\n    f(1)\nexcept UnicodeDecodeError as error:\n    assert str(error) == {TEXT!r}, str(error)\nelse:\n    assert False"
    assert run(("student", f"TREE = {tree!r}\n{SAYS}"), ("test", test))[1] == "[]"


@pytest.mark.parametrize("kind", [["class", "Box"], ["function", 0, "k", None], ["type", "list"]])
def test_nothing_but_a_class_of_errors_is_made_an_error_of(run, kind):
    locked = "class Box:\n    made = []\n    def __init__(self, *given):\n        self.made.append(given)"
    tree = ["error", [kind, ["x"], {"made": 0}, "m"]]
    test = "try:\n    f(3)\nexcept Exception:\n    pass\nassert Box.made == []"
    found = run(("locked", locked), ("student", f"TREE = {tree!r}\n{SAYS}"), ("test", test), ("test", "assert Box.made == []"))
    assert "cannot be graded" in found[2] and found[3] == "[]"


def test_the_truth_of_arrays_is_strict_where_the_course_preloads_nothing():
    for preload in ((), ("numpy",)):
        setup = Setup(preload)
        submission = Submission(zygote_for(setup), setup.limits, {}, {})
        answer = Cell("import pandas as pd\nx = pd.array([0])", "student")
        cells = [answer, Cell("assert x == 5", "test"), Cell("assert x == 0", "test")]
        submission.run(cells)
        assert ["error" in json.dumps(cell.outputs) for cell in cells] == [False, True, False]
    close()


def test_columns_of_nothing_but_gaps_hold_for_nothing_in_a_table_either(run):
    answer = "import pandas as pd\nx = pd.DataFrame({'a': pd.array([None], dtype='boolean')})"
    assert run(("student", answer), ("test", "assert not x.all().all() and x.any().any()"))[1] == "[]"


def test_what_a_hidden_test_leaves_in_the_authors_objects_is_not_shown_later(run):
    locked = "class Log:\n    def __init__(self):\n        self.items = []\nlog = Log()\ndef check(got, want):\n    log.items.append((got, want))\n    assert got == want"
    show = "def show(held):\n    raise ValueError(f'SEEN-{held.items}')"
    hidden = "### BEGIN HIDDEN TESTS\ncheck(x, 54321)"
    for shows in ("show(log)", "print(log.items)"):
        found = run(("locked", locked), ("student", f"x = 0\n{show}"), ("test", hidden), ("test", shows))
        assert "[]" in found[3] and "54321" not in "".join(found)


@pytest.mark.parametrize(
    "test",
    [
        "import pytest\nwith pytest.raises(TypeError):\n    f(Odd())",
        "try:\n    f(open(__import__('os').devnull))\nexcept TypeError:\n    pass",
        "import unittest\nunittest.TestCase().assertRaises(Exception, g, -1)",
        "try:\n    x + 1\nexcept Exception:\n    pass",
    ],
)
def test_what_cannot_cross_is_no_error_that_a_test_waits_for(run, test):
    answer = "class Own:\n    pass\ndef f(x):\n    return 1\ndef g(x):\n    return Own()\nx = Own()"
    assert "Refused" in run(("student", answer), ("test", f"class Odd:\n    pass\n{test}"))[1]


@pytest.mark.parametrize(
    "cell", ["%pwd\n", "%%time\n", "import asyncio\nawait asyncio.sleep(0)\n", "### BEGIN HIDDEN TESTS\n%pwd\n", ""]
)
def test_an_error_that_cannot_be_shown_is_one(run, cell):
    answer = "def f(x):\n    error = ValueError('no')\n    error._render_traceback_ = 1\n    raise error"
    assert '"error"' in run(("student", answer), ("test", f"{cell}r = f(3)\nassert r == 3"))[1]


@pytest.mark.parametrize("name", ["pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg", "Pytest.INI"])
def test_no_file_of_a_students_says_how_tests_are_run(run, name):
    answer = f"import os\nos.mkdir('sub')\nfor folder in ('.', 'sub'):\n    for name in ({name!r}, 'kept.ini'):\n        open(os.path.join(folder, name), 'w').write('[pytest]')"
    test = f"import os\nassert os.path.exists('sub/kept.ini') and not any(map(os.path.exists, ({name!r}, 'sub/{name}')))"
    assert run(("student", answer), ("test", test))[1] == "[]"
    assert (
        run(("student", "x = 1"), ("test", f"import os\nassert not os.path.exists({name!r})"), own={name: "[pytest]"})[1]
        == "[]"
    )


def test_nothing_is_gained_by_emptying_what_is_printed(run):
    test = "import contextlib, io\ndata, out = [2, 1], io.StringIO()\nwith contextlib.redirect_stdout(out):\n    show(data)\nassert out.getvalue().split() == [str(x) for x in sorted(data)]"
    for body, passes in (("for x in sorted(data):\n        print(x)", True), ("data.clear()", False)):
        assert (run(("student", f"def show(data):\n    {body}"), ("test", test))[1] == "[]") == passes


def test_data_files_of_all_tests_together_fill_no_disk(run, monkeypatch):
    sizes = []
    hand_over = Scratch.hand_over

    def measured(self, source, target):
        hand_over(self, source, target)
        sizes.append(sum(path.stat().st_size for path in target.rglob("*.csv")))

    monkeypatch.setattr(Scratch, "hand_over", measured)
    answer = "import os\ndef f(n):\n    [os.remove(p) for p in os.listdir()]\n    for i in range(3):\n        open(f'{n}-{i}.csv', 'w').write('x' * 20_000_000)\n    return n"
    run(("student", answer), *[("test", f"assert f({n}) == {n}") for n in range(5)])
    assert 20_000_000 <= max(sizes) <= Limits().scratch


@pytest.mark.parametrize("where", WHERE)
def test_no_answer_names_a_place_in_memory(run, where):
    classes = "class Thing:\n    pass\nclass Gives:\n    def __init__(self, held):\n        self.held = held\n"
    classes += "    def __getattr__(self, name):\n        return vars(self)['held'][name]"
    # Byte 64 of memory is nobody's: what reads it ends the process.
    found = run(
        ("locked", classes),
        ("student", WHERE[where]),
        ("test", "import numpy as np\nnp.asarray(x).tolist()\nassert not len(str(x))"),
    )
    assert "ended the test's process" not in found[2] and ("AssertionError" in found[2] or "cannot be graded" in found[2])


@pytest.mark.parametrize("shows", ["assert result == 'abc', f'g gives {result!r}'", "print(result)", "len(result)"])
def test_what_one_test_leaves_to_another_was_said_by_a_process_that_knows_nothing_hidden(run, shows):
    answer = (
        "SEEN = []\ndef f(n):\n    SEEN.append(n)\n    return {1: 1}.get(n, n + 41976)\ndef g(n):\n    return f'heard {SEEN}'"
    )
    kept = "result = g(3)\nassert isinstance(result, str)"
    found = run(("student", answer), ("test", HIDDEN_TEST), ("test", kept), ("test", shows))
    assert found[1:3] == ["[]", "[]"] and "12345" not in found[3] and "14" not in found[3]


def test_a_test_with_a_magic_asks_for_no_name_but_its_own(run):
    assert run(("student", "y = 7\nlarge = 'x' * 40_000_000"), ("test", "%time pass\nassert y == 7"))[1].count("error") == 0


def test_what_a_test_replaces_is_itself_again_in_the_next_test(run):
    answer = "rate = 2\ndef rated(x):\n    return rate * x\ndef f(x):\n    return rated(x) + 1"
    replaced = (
        "own, old = rated, rate\nrate = 5\nassert f(1) == 6\nrated = lambda x: 7\nassert f(1) == 8\nrate, rated = old, own"
    )
    deleted = "own = rated\ndel rated\ntry:\n    f(1)\nexcept NameError:\n    pass\nelse:\n    raise AssertionError\nfinally:\n    rated = own"
    found = run(("student", answer), *[("test", text) for text in (replaced, deleted, "assert f(1) == 3 and rated(2) == 4")])
    assert found[1:] == ["[]"] * 3


def test_a_function_of_a_module_is_itself_again_after_the_call(run):
    answer = "import math, time\ndef f(x):\n    time.sleep(9)\n    return math.floor(x)\ndef g(x):\n    return math.floor(x)"
    test = "import math, time\nslept, own = [], time.sleep\ntime.sleep = slept.append\nmath.floor = None\ntry:\n    f(2.5)\nexcept TypeError:\n    pass\nelse:\n    raise AssertionError\ntime.sleep = own\nassert slept == [9]"
    assert run(("student", answer), ("test", test), ("test", "assert g(2.5) == 2"))[1:] == ["[]", "[]"]


def test_a_later_cell_may_use_what_a_test_shows(run):
    cells = (
        ("test", "def helper(x):\n    return 2 * x\nassert f() == 1"),
        ("student", "x = helper(2)"),
        ("test", "assert x == 4"),
    )
    assert run(("student", "def f():\n    return 1"), *cells)[1::2] == ["[]", "[]"]


@pytest.mark.parametrize(
    "answer",
    [
        "from unittest.mock import MagicMock as Series",
        "from collections import Counter as Series",
    ],
)
def test_no_class_goes_by_the_name_of_another(run, answer):
    assert "Series cannot be graded" in run(("student", answer), ("test", "import pandas\nassert Series([1]) is not None"))[1]


def test_a_class_that_calls_itself_a_librarys_is_the_librarys(run):
    fake = "class Series:\n    def __init__(self, *_): pass\n    __eq__ = lambda *_: True\nSeries.__module__ = 'pandas'"
    assert run(("student", fake), ("test", "import pandas\nassert Series is pandas.Series"))[1] == "[]"


def test_names_that_are_looked_up_by_a_text_that_is_made_are_found(run):
    test = "for n in (1, 2):\n    assert globals()[f'x{n}'] == n\nassert eval('x' + '1') == 1"
    assert run(("student", "x1 = 1\nx2 = 2\nsum = print"), ("test", test))[1] == "[]"
    helper = "def check(name, value):\n    assert globals()[name] == value, name"
    assert run(("locked", helper), ("student", "x1 = 1"), ("test", "check('x1', 1)"))[2] == "[]"


def test_a_large_table_that_many_tests_read_is_kept_once(run):
    table = "import numpy, pandas\nframe = pandas.DataFrame(numpy.random.default_rng(0).random((120_000, 8)))"
    found = run(("student", table), *[("test", f"assert frame.shape == (120_000, 8), {n}") for n in range(9)])
    assert set(found[1:]) == {"[]"}


def test_set_up_is_run_once_for_all_tests_that_stand_behind_it(run):
    slow = "import time\ntime.sleep(2)\ndata = [1]"
    tests = [("test", "assert f() == len(data)") for _ in range(20)]
    assert set(run(("locked", slow), ("student", "def f():\n    return 1"), *tests)[2:]) == {"[]"}


UNTRUE = {
    "a bare array": ("import pandas as pd\nx = pd.array([0])", "assert x == 42"),
    "one among others": ("import pandas as pd\nx = [pd.array([0]), 2]", "assert x == [7, 2]"),
    "one in a column": ("import pandas as pd\nx = pd.Series([pd.array([0])] * 2, dtype=object)", "import pandas as pd\nassert (x == pd.Series([1, 2])).all()"),
    "one as a number": ("import pandas as pd\nx = pd.array([0.0])", "assert abs(x - 3.14) < 1e-9"),
    "a masked item": ("import numpy as np\nx = np.ma.array([0.0], mask=[True])", "assert abs(x - 3.14) < 1e-9"),
    "a masked item that is near": ("import numpy as np\nx = np.ma.array([0.0], mask=[True])", "import numpy as np\nassert np.isclose(x, 3.14)"),
    "nothing but gaps": ("import pandas as pd\nx = pd.Series([pd.NA] * 2, dtype='Int64')", "import pandas as pd\nassert (x == pd.Series([1, 2])).all()"),
    "gaps that do not differ": ("import pandas as pd\nx = pd.Series([pd.NA] * 2, dtype='Int64')", "import pandas as pd\nassert not (x != pd.Series([1, 2])).any()"),
    "a table of gaps": ("import pandas as pd\nx = pd.DataFrame({'a': pd.array([None, None], 'Int64')})", "import pandas as pd\nassert (x == pd.DataFrame({'a': [1, 2]})).all().all()"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNTRUE)
def test_what_has_no_truth_of_its_own_passes_no_test(run, name):
    answer, test = UNTRUE[name]
    assert '"error"' in run(("student", answer), ("test", test))[1]


@pytest.mark.parametrize(
    ("answer", "points"),
    [("7", "3.0"), ("5", "1.0"), ("float('nan')", "0.0"), ("1e9", "0.0"), ("float('-inf')", "0.0"), ("np.float64(6)", "2.0")],
)
def test_points_are_a_number_that_nbgrader_reads(run, answer, points):
    shown = run(("student", f"import numpy as np\nx = {answer}"), ("test", "round(3.0 - abs(x - 7), 2)"))[1]
    assert json.loads(shown)[0]["data"]["text/plain"] == points


def test_points_of_a_count_by_numpy_and_behind_much_that_is_printed(run):
    shown = run(
        ("student", "import numpy as np\nx = np.zeros(3)"), ("test", "sum(got == right for got, right in zip(x, [1, 2, 0]))")
    )[1]
    assert float(json.loads(shown)[0]["data"]["text/plain"]) == 1
    shown = run(("student", "x = 'a' * 1_100_000"), ("test", "%time print(x)\nlen(x) - 1_099_999"))[1]
    assert json.loads(shown)[-1]["data"]["text/plain"] == "1"


def test_what_a_reply_holds_beside_the_outcome_shows_no_hidden_input(run):
    answer = (
        "def f(x):\n    import json, nbproctor.channel as c\n    send = c.Channel.send\n    def fake(self, message, deadline=None):\n"
        "        for reply in message.get('replies', ()):\n            reply['changed'] = [[f'heard {x}', f'heard {x}']]\n"
        "        return send(self, message, deadline)\n    c.Channel.send = fake"
    )
    test = "### BEGIN HIDDEN TESTS\ntry:\n    f(1)\n    f(61357)\nexcept Exception as error:\n    raise AssertionError(f'{type(error).__name__}: {error}')"
    shown = run(("student", answer), ("test", test))[1]
    assert "error" in shown and "61357" not in shown and "KeyError" not in shown


def test_what_a_function_says_of_itself_is_not_run(run):
    answer = "def twice(x: \"exec('1 / 0')\"):\n    '''\n    >>> 1 / 0\n    '''\n    return 0"
    test = (
        "import doctest, typing\ntyping.get_type_hints(twice)\ndoctest.run_docstring_examples(twice, {})\nassert twice(1) == 0"
    )
    assert run(("student", answer), ("test", test))[1] == "[]"


def test_a_copy_of_a_set_up_cell_is_the_students_own(tmp_path):
    loose = "def near(a, b):\n    return True"
    cells = [
        ("setup", "def near(a, b):\n    return a == b", {}),
        ("x", "x = 1", {"solution": True}),
        ("t", "assert near(x, 2)", {"grade": True, "points": 1}),
        ("later", loose, {}),
    ]

    def made(answer, extra=()):
        notebook = nbformat.v4.new_notebook(cells=[])
        for name, source, about in cells:
            notebook.cells += [nbformat.v4.new_code_cell(s) for s in extra] if name == "t" else []
            cell = nbformat.v4.new_code_cell(answer if name == "x" else source, id=name)
            cell.metadata["nbgrader"] = {
                "grade_id": name,
                "schema_version": 3,
                "locked": name != "x",
                "solution": False,
                "grade": False,
                "task": False,
            } | about
            notebook.cells.append(cell)
        return nbformat.writes(notebook)

    master = {name: source for name, source, about in cells if name != "x"}
    for extra in ((), (loose,)):
        result = grade(Job("anna", "n", {"n.ipynb": made("x = 1", extra).encode()}, made("x = 1"), master, {}, Setup()))
        test = next(cell for cell in result.marked if cell.metadata.nbgrader.grade_id == "t")
        assert [output.output_type for output in test.outputs] == ["error"], extra
    close()


def test_each_test_finds_the_files_as_they_were_at_its_place(run):
    read = "assert open('a.txt').read() == {}"
    cells = ("test", read.format("'1'")), ("student", "open('a.txt', 'a').write('2')"), ("test", read.format("'12'"))
    by_function = (
        ("student", "def f():\n    return open('a.txt').read()"),
        ("test", "assert f() == '12'"),
        ("student", "open('a.txt', 'w')"),
    )
    found = run(("student", "open('a.txt', 'w').write('1')"), *cells, *by_function)
    assert [found[place] for place in (1, 3, 5)] == ["[]"] * 3


def test_files_kept_for_each_test_fill_no_disk(run, monkeypatch):
    sizes = []
    forget = nbproctor.submission.remove
    monkeypatch.setattr(
        nbproctor.submission,
        "remove",
        lambda folder: sizes.append(sum(p.lstat().st_size for p in folder.rglob("*.csv"))) or forget(folder),
    )
    write = "for i in range(2):\n    open(f'{i}.csv', 'w').write('x' * 20_000_000)"
    found = run(
        *[cell for _ in range(6) for cell in (("student", write), ("test", "assert len(open('1.csv').read()) == 20_000_000"))]
    )
    assert {found[place] for place in (1, 11)} == {"[]"}
    assert 40_000_000 <= max(sizes) <= 4 * Limits().scratch


def test_folders_named_like_data_cost_the_grader_no_handles(run):
    answer = "import os\nfor i in range(150):\n    os.mkdir(f'{i}.csv')\ndef f(x):\n    return x"
    run(("student", answer), ("test", "assert f(0) == 0"))
    before = len(os.listdir("/proc/self/fd"))
    run(("student", answer), ("test", "for i in range(3):\n    assert f(i) == i"))
    assert len(os.listdir("/proc/self/fd")) <= before


@pytest.mark.parametrize(
    "fake",
    [
        "from types import SimpleNamespace\nmath = SimpleNamespace(isclose=lambda a, b: True)",
        "import pandas\nmath = pandas.Series({'isclose': lambda a, b: True})",
        "from types import SimpleNamespace\nmath = SimpleNamespace(isclose=dict)",
        "from nbproctor import plain\nclass math:\n    isclose = 1\nplain.Encoder.encode = lambda self, value: "
        "self.functions.append(lambda a, b: True) or ['series', [['O', [['function', 0, 'f', None]]], "
        "['index', [['object', ['isclose']], None, None]], None]]",
        "from nbproctor import plain\nclass math:\n    isclose = 1\nplain.Encoder.encode = lambda self, value: "
        "self.functions.append(lambda a, b: True) or ['series', [['category', [['list', [['function', 0, 'f', None]]], False, "
        "['|i1', [1], 'AA==']]], ['index', [None, ['object', ['isclose']], None]], None]]",
        "from collections import namedtuple\nmath = namedtuple('math', 'isclose')(lambda a, b: True)",
        "from nbproctor import plain\nclass math:\n    isclose = 1\nplain.Encoder.encode = lambda self, value: "
        "self.functions.append(lambda a, b: True) or ['error', [['exception', [['x', 'Y']]], [], {'isclose': ['function', 0, 'f', None]}, '']]",
    ],
    ids=["namespace", "series", "class", "series by another name", "categories", "named tuple", "error"],
)
def test_nothing_of_the_students_stands_in_for_a_library(run, fake):
    assert "cannot be graded" in run(("student", fake), ("test", "assert math.isclose(1, 2)"))[1]


def test_nothing_goes_by_the_short_name_of_a_library(run):
    assert (
        "usual name of numpy" in run(("student", "import pandas\nnp = pandas.Series([1])"), ("test", "assert np.sum([0])"))[1]
    )


def test_modules_that_the_student_imported_are_the_libraries(run):
    test = "assert pd.Series([4]).map(math.sqrt)[0] == 2"
    assert run(("student", "import pandas as pd\nimport math"), ("test", test))[1] == "[]"
    assert "cannot be graded" in run(("student", "import cmath as math"), ("test", "assert math.isclose(1, 2)"))[1]


@pytest.mark.parametrize(
    "magic",
    ["%time assert x == 3", "%%time\nassert x == 3", "%precision 3\nassert x == 3", "%%capture out\nassert x == 3"],
)
def test_magics_in_a_test_see_the_answers(run, magic):
    shown = run(("student", "get_ipython().enable_gui('inline')  # as %matplotlib does\nx = 3"), ("test", magic))
    assert '"error"' not in shown[0] + shown[1]
    assert '"error"' in run(("student", "x = 4"), ("test", magic))[1]


def test_a_students_process_does_not_take_the_place_of_ipython(run):
    answer = (
        "import gc\nfrom nbproctor.student import Student\n"
        "(student,) = [one for one in gc.get_objects() if isinstance(one, Student)]\n"
        "student.answer = lambda request: student.channel.send({'outputs': [], 'names': ['get_ipython', 'x'], 'replies': [], "
        "'values': {'get_ipython': {'value': ['function', 0, 'f', None]}, 'x': {'value': 1}}})"
    )
    assert "AssertionError" in run(("student", answer), ("student", "y = 1"), ("test", "%time assert x == 3"))[2]


@pytest.mark.parametrize(
    "look", ["eval('x + 1') == 4", "globals()['x'] == 3", "'x' in dir()", "get_ipython().user_ns['x'] == 3"]
)
def test_a_name_that_a_test_looks_up_by_its_text_is_there(run, look):
    assert run(("student", "x = 3"), ("test", f"assert {look}"))[1] == "[]"


def test_a_value_of_an_earlier_test_holds_until_a_students_cell_sets_the_name(run):
    cells = [("test", "EXPECTED = 2\nassert f(1) == EXPECTED"), ("student", "y = 1"), ("test", "assert f(1) == EXPECTED")]
    right, wrong = "def f(x):\n    return 2", "EXPECTED = 9\ndef f(x):\n    return 9"
    assert run(("student", right), *cells)[1::2] == ["[]", "[]"]
    assert all('"error"' in shown for shown in run(("student", wrong), *cells)[1::2])
    changing = "n = 0\nfor i in range(3):\n    n += i\nassert f(n)"
    assert run(("student", right), ("test", changing), ("test", "assert n == 3"))[2] == "[]"
    assert run(("student", right), ("test", "x = 5\nassert f(x)"), ("student", "x = 7"), ("test", "assert x == 7"))[3] == "[]"


@pytest.mark.parametrize(
    "state",
    [
        "def make():\n    n = 0\n    def f():\n        nonlocal n\n        n += 1\n        return n\n    return f\nf = make()",
        "def f(seen=[]):\n    seen.append(1)\n    return len(seen)",
        "def f():\n    f.n = getattr(f, 'n', 0) + 1\n    return f.n",
        "import os\nos.environ['N'] = '0'\ndef f():\n    os.environ['N'] = str(int(os.environ['N']) + 1)\n    return int(os.environ['N'])",
        "import random\nrandom.seed(1)\nright = random.Random(1).random()\ndef f():\n    return 1 if random.random() == right else 2",
        "items = [2, 1]\nget = items.pop\ndef f():\n    return get()",
        "n = 0\ndef f():\n    globals()['n'] += 1\n    return eval('n')",
        "import pandas as pd\nn = [0]\ntable = pd.DataFrame({'a': [1, 2]})\ndef f():\n    n[0] += 1\n    return len(table.query('a <= @n[0]'))",
        "import decimal\ndef f():\n    decimal.getcontext().prec += 1\n    return decimal.getcontext().prec - 28",
        "import pandas as pd\npd.Series([1]).to_csv('n.csv')\ndef f():\n    n = pd.read_csv('n.csv').iloc[0, 1]\n"
        "    pd.Series([n + 1]).to_csv('n.csv')\n    return n",
    ],
    ids=["closure", "default", "attribute", "environment", "random", "method", "text", "query", "settings", "file"],
)
def test_a_function_answers_as_it_would_have_at_the_place_of_its_test(run, state):
    assert run(("student", state), ("test", "assert f() == 1"), ("student", "f()"))[1] == "[]"


def test_standard_error_in_a_test_costs_nothing(run):
    shown = run(("student", "x = 1"), ("test", "import sys\nprint('careful', file=sys.stderr)\nassert x == 1"))
    assert "stderr" not in shown[1] and "error" not in shown[1]


def marked(answer: str, test: str, solution: str = "") -> tuple[float, Any]:
    """Points out of four that an answer gets in a notebook of one test, and the graded test cell."""

    def cell(name: str, source: str, **roles: Any) -> Any:
        about = {
            "grade_id": name,
            "schema_version": 3,
            "locked": False,
            "solution": False,
            "grade": False,
            "task": False,
            **roles,
        }
        return nbformat.v4.new_code_cell(source, id=name, metadata={"nbgrader": about})

    def notebook(answer: str) -> str:
        cells = [cell("answer", answer, solution=True), cell("test", test, grade=True, locked=True, points=4)]
        return nbformat.writes(nbformat.v4.new_notebook(cells=cells))

    solutions = (("answer", solution),) if solution else ()
    handed_in = {"n.ipynb": notebook(answer).encode()}
    result = grade(Job("anna", "n", handed_in, notebook(""), {"test": test}, {}, Setup(("pandas",)), solutions=solutions))
    graded = nbformat.reads(result.graded or "", as_version=4).cells[-1]
    return determine_grade(graded)[0], graded


def test_points_for_a_part_stay_however_much_the_test_shows():
    """A test that prints the answer and gives two of four points: what is cut of the print is not the number of points."""
    points, graded = marked("answer = 'x' * 60_000", "for _ in range(300):\n    print(answer)\n    display(answer)\n2")
    assert len(json.dumps(graded)) < 3 * 1024 * 1024
    assert points == 2


NO_POINTS = ["9999", "float('nan')", "float('inf')", "np.float64(9999)", "Decimal(9999)", "np.array([9999])", "np.array([1, 2])",
             "pd.Series([9999])", "pd.array([9999])", "pd.NA", "np.ma.masked", "pd.Series({'a': 9999.0})"]  # fmt: skip


@pytest.mark.parametrize("answer", NO_POINTS)
@pytest.mark.parametrize(
    "before",
    ["", "%time pass\n", "import asyncio\nawait asyncio.sleep(0)\n", "### BEGIN HIDDEN TESTS\n"],
    ids=["plain", "magic", "await", "hidden"],
)
def test_what_is_no_number_of_points_gives_none(answer, before):
    imports = "import numpy as np\nimport pandas as pd\nfrom decimal import Decimal\n"
    assert marked(f"{imports}x = {answer}", f"{before}4 - abs(x - 7)", "x = 7")[0] == 0


def test_points_are_read_of_any_number_and_what_a_test_shows_is_none():
    imports = "import numpy as np\nfrom decimal import Decimal\n"
    for answer, points in (("np.float64(6)", 3), ("np.int64(5)", 2), ("Decimal(7)", 4), ("6", 3)):
        assert marked(f"{imports}x = {answer}", "4 - abs(x - 7)", "x = 7")[0] == points, answer
    assert marked("x = 1", "class Quiet:\n    def __repr__(self):\n        return ''\nassert x == 1\nQuiet()")[0] == 4
    assert marked("import pandas as pd\nx = pd.Series([0.0])", "x", "import pandas as pd\nx = pd.Series([1.0])")[0] == 4


def test_a_function_is_given_no_more_of_what_is_held_back_than_the_authors_own_needs():
    test = "### BEGIN HIDDEN TESTS\ndata, expected = [5, 93, 7], 93\ngot = take_max(data)\nassert got == expected and data == [5, 7]"
    right = "def take_max(items):\n    return items.pop(items.index(max(items)))"
    reads = "expected = 0\ndef take_max(items):\n    items.remove(expected)\n    return expected"
    sets = "expected = 0\ndef take_max(items):\n    global expected\n    expected = items.pop()\n    return expected"
    assert [marked(answer, test, right)[0] for answer in (right, reads, sets)] == [4, 0, 0]
    counts = "hits = 0\ndef hit():\n    global hits\n    hits += 1"
    test = "hits, expected = 5, 6\nhit()\nassert hits == expected"
    tells = "hits = expected = 0\ndef hit():\n    global hits, expected\n    hits = expected = 1"
    assert [marked(answer, test, counts)[0] for answer in (counts, tells)] == [4, 0]


def test_masked_items_that_the_author_has_not_foreseen_are_refused():
    answer = "import numpy as np\nx = np.ma.array([1.0, 9.0, 9.0], mask=[0, 1, 1])"
    test = "import numpy as np\nassert np.allclose(x, [1, 2, 3])"
    assert marked(answer, test, "import numpy as np\nx = np.arange(1, 4)")[0] == 0
    assert marked(answer, test, answer)[0] == 4  # it is for the author to say what they are equal to


def meet(folder: Path, workers: int) -> set[int]:
    """Cores of the worker that runs this, when all workers run it."""
    (folder / str(os.getpid())).touch()
    while len(list(folder.iterdir())) < workers:
        time.sleep(0.05)
    return os.sched_getaffinity(0)


def test_each_worker_keeps_to_a_core_of_its_own(tmp_path):
    present = os.sched_getaffinity(0)
    with executor() as pool:
        seen = list(pool.map(meet, [tmp_path] * len(present), [len(present)] * len(present), timeout=120))
    assert sorted(core for cores in seen for core in cores) == sorted(present)
