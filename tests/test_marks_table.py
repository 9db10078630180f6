"""What the instructor reads after grading: marks, what needs attention and why; and pages that do nothing when opened."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace

import pytest
from conftest import ROOT, usjapan
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from small_course import ASSIGNMENT, HALF, NAME, STUDENTS, answered, hand_in, released, source
from traitlets.config import Config

from nbproctor import feedback
from nbproctor.engine import Setup
from nbproctor.feedback import MARKS, POLICY, sealed
from nbproctor.recording import Recorder
from nbproctor.sandbox import Limits
from usjapan.course import Course
from usjapan.failure import CommandError

HOSTILE = '<script>alert("x")</script><img src="http://example.com/x.png">'


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A graded class of six, in which a person has marked one written answer."""
    root = tmp_path_factory.mktemp("graded") / "course"
    released(root)
    for student in ("anna", "ben", "blank", "daiki", "none", "torn"):
        hand_in(root, student, STUDENTS[student])
    hand_in(root, "late", STUDENTS["late"], "2026-10-03 09:00:00 UTC")
    shown = f"from IPython.display import HTML\nHTML({HOSTILE!r})\n"
    hand_in(root, "shows", lambda release: json.dumps(answered(release, half=shown, written=HOSTILE)).encode())
    result = usjapan("grade", ASSIGNMENT, "--course", root)
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        mark = book.find_grade("written", ASSIGNMENT, ASSIGNMENT, "anna")
        mark.manual_score, mark.needs_manual_grade = 3, False
        book.db.commit()
    return root, result


def test_an_unreadable_submission_has_no_mark_and_needs_a_person(graded):
    root, result = graded
    assert result.returncode == 1
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        for student in ("none", "torn"):
            grades = [g for n in book.find_submission(ASSIGNMENT, student).notebooks for g in n.grades]
            assert {(g.auto_score, g.needs_manual_grade) for g in grades} == {(None, True)}
        assert book.find_submission(ASSIGNMENT, "torn").late_submission_penalty in (None, 0)
    _, _, attention = result.stdout.partition("Needs attention:\n")
    assert re.search(r"^  none: tiny.ipynb is empty", attention, re.M)
    assert re.search(r"^  torn: tiny.ipynb is not a readable notebook", attention, re.M)
    assert re.search(r"^none +no mark", result.stdout, re.M)


def test_a_mark_is_taken_back_when_a_worse_file_is_handed_in(tmp_path):
    root = tmp_path / "course"
    course = released(root)
    hand_in(root, "anna", STUDENTS["anna"])
    assert course.grade(ASSIGNMENT, workers=1)[0].mark == 5
    hand_in(root, "anna", STUDENTS["none"])
    (row,) = course.grade(ASSIGNMENT, workers=1)
    assert row.mark is None and "empty" in row.reason


def test_a_folder_whose_name_is_no_text_takes_nothing_from_the_class(tmp_path):
    root = tmp_path / "course"
    course = released(root)
    for student in ("anna", "zoe"):
        hand_in(root, student, STUDENTS[student])
    shutil.copytree(os.fsencode(root / "submitted" / "anna"), os.fsencode(root / "submitted") + b"/b\xff")
    rows = {row.student: row for row in course.grade(ASSIGNMENT, workers=1)}
    assert (rows["anna"].mark, rows["b?"].mark, rows["zoe"].mark) == (5, None, 5)
    assert "rename" in rows["b?"].reason


def test_the_table_adds_up_what_tests_and_people_gave(graded):
    root, _ = graded
    result = usjapan("report", ASSIGNMENT, "--course", root)
    rows = {line.split()[0]: re.split(r"\s{2,}", line.strip()) for line in result.stdout.splitlines() if line.strip()}
    assert rows["student"] == ["student", "autograded", "by hand", "late", "total"]
    assert rows["anna"] == ["anna", "5 of 5", "3 of 4", "8 of 9"]
    assert rows["ben"] == ["ben", "3 of 5", "to do", "3 of 9", "Needs manual grading."]
    assert rows["blank"] == ["blank", "0 of 5", "0 of 4", "0 of 9"]
    assert rows["late"] == ["late", "5 of 5", "to do", "-2", "3 of 9", "Needs manual grading."]
    assert "6 graded, 1 of them with notes, 4 to be marked by hand" in result.stdout


def test_the_marks_can_be_written_to_a_file(graded, tmp_path):
    root, _ = graded
    path = tmp_path / "marks.csv"
    assert usjapan("report", ASSIGNMENT, "--course", root, "--csv", path).returncode == 0
    rows = {row["student"]: row for row in csv.DictReader(path.open(encoding="utf-8"))}
    assert len(rows) == 8
    anna, torn = rows["anna"], rows["torn"]
    assert [anna[name] for name in ("autograded", "by_hand", "total", "out_of")] == ["5.0", "3.0", "8.0", "9.0"]
    assert anna["needs_manual_grading"] == "no" and rows["ben"]["needs_manual_grading"] == "yes"
    assert torn["total"] == "" and "not a readable notebook" in torn["attention"]


def test_a_reader_that_has_enough_is_no_error(graded):
    root, _ = graded
    command = [sys.executable, "-m", "usjapan", "report", ASSIGNMENT, "--course", str(root)]
    end, writer = os.pipe()
    os.close(end)  # nobody reads any more
    result = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert result.stderr == ""


def test_a_set_up_cell_that_fails_is_the_courses_fault_and_said(tmp_path):
    root = tmp_path / "course"
    released(root, setup="import a_module_that_nobody_has\n")
    for student in ("anna", "ben"):
        hand_in(root, student, STUDENTS[student])
    result = usjapan("grade", ASSIGNMENT, "--course", root)
    assert result.returncode == 1
    said = "The course's own set-up cell fails, in 2 of 2 submissions: 'setup': ModuleNotFoundError"
    assert said in result.stdout and "a_module_that_nobody_has" in result.stdout


def test_a_set_up_cell_that_a_student_breaks_is_not_the_courses_fault(tmp_path):
    root = tmp_path / "course"
    course = released(root, setup="import math\nlimit = math.pi\n")

    def breaks(release):
        notebook = answered(release)
        own = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
        notebook["cells"].insert(0, {**own, "source": "import math\ndel math.pi"})
        return json.dumps(notebook).encode()

    hand_in(root, "anna", breaks)
    (row,) = course.grade(ASSIGNMENT, workers=1)
    assert row.alarms == []


def test_a_test_that_the_authors_own_solution_does_not_pass_needs_attention(tmp_path):
    root = tmp_path / "course"
    course = released(root)
    source = root / "source" / ASSIGNMENT / NAME
    for student, answer in (("anna", "def half(n):\n    return n\n"), ("ben", HALF)):
        hand_in(root, student, lambda release, answer=answer: json.dumps(answered(release, half=answer)).encode())
    assert [row.alarms for row in course.grade(ASSIGNMENT, workers=1)] == [[], []]  # it is Anna's answer that is wrong
    source.write_text(source.read_text().replace("return n / 2", "return n"))
    anna, ben = course.grade(ASSIGNMENT, workers=1, force=True)
    assert "A test fails that the author's own solution does not pass either: 'test-half'" in anna.alarms
    assert ben.alarms == [] and ben.mark == 5
    said = "A test fails that the author's own solution does not pass either, in 1 of 2 submissions: 'test-half'"
    assert said in usjapan("report", ASSIGNMENT, "--course", root).stdout


def test_changed_limits_make_submissions_pending_again(graded):
    root, _ = graded
    config = Config({"CourseDirectory": {"root": str(root), "db_url": f"sqlite:///{root / 'gradebook.db'}"}})
    limits = Limits(cell=2.0, notebook=8.0)
    with Recorder(CourseDirectory(config=config), ASSIGNMENT) as recorder:
        assert recorder.pending(Setup(limits=limits)) == []
        assert recorder.pending(Setup(limits=replace(limits, threads=limits.threads + 64))) == []
        assert len(recorder.pending(Setup(limits=replace(limits, cell=3.0)))) == 8
        assert len(recorder.pending(Setup(limits=limits, isolation="none"))) == 8


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda about: about.update(grade_id="twice"), "Duplicate grade id: twice"),
        (lambda about: about.update(grade_id=""), "grade_id is empty"),
    ],
)
def test_a_release_that_fails_says_why(tmp_path, change, said):
    root = tmp_path / "course"
    released(root)
    broken = source()
    change(broken.cells[3].metadata.nbgrader)
    (root / "source" / ASSIGNMENT / NAME).write_text(json.dumps(broken), encoding="utf-8")
    with pytest.raises(CommandError, match=said):
        Course(root).release(ASSIGNMENT)


# --- pages ----------------------------------------------------------------------------------------------------------


def test_stock_nbgrader_seals_its_pages_too(graded, tmp_path):
    root = tmp_path / "course"
    shutil.copytree(graded[0], root)
    Course(root).feedback(ASSIGNMENT)
    ours = {path.parent.parent.name: path.read_text(encoding="utf-8") for path in root.glob("feedback/*/*/*.html")}
    shutil.rmtree(root / "feedback")
    path = f"{os.path.dirname(sys.executable)}{os.pathsep}{os.environ['PATH']}"
    command = [sys.executable, "-m", "nbgrader", "generate_feedback", ASSIGNMENT]
    subprocess.run(command, cwd=root, env={**os.environ, "PATH": path}, capture_output=True, check=False)
    stock = {path.parent.parent.name: path.read_text(encoding="utf-8") for path in root.glob("feedback/*/*/*.html")}
    assert set(ours) == {"anna", "ben", "blank", "daiki", "late", "shows"}
    assert stock == ours
    for page in ours.values():
        assert POLICY in page and "<script" not in page.lower() and page.count("Content-Security-Policy") == 1
    assert "example.com" in ours["shows"]


def test_the_courses_configuration_seals_pages():
    assert "nbproctor.feedback.SealedExporter" in (ROOT / "assignments" / "nbgrader_config.py").read_text(encoding="utf-8")


def test_a_sealed_page_has_its_policy_before_anything_else():
    page = sealed("<html><head><title>x</title><SCRIPT src=x>1</SCRIPT ></head><body>text</body></html>")
    assert "SCRIPT" not in page and page.index(POLICY) < page.index("<title>")


def test_what_leads_elsewhere_without_a_script_does_nothing_on_a_page():
    html = '<meta http-equiv="refresh" content="0; url=x"><LINK rel=preconnect href=x><form action=x></form><base href=x><mark>kept</mark>'
    page = sealed(f"<html><head><title>x</title></head><body>{html}<me<meta>ta></body></html>")
    body = page.partition("</head>")[2]
    assert not re.search(r"<(meta|link|form|base)\b", body, re.I) and "<mark>kept</mark>" in body
    assert "form-action 'none'" in page and "base-uri 'none'" in page


def test_a_script_that_is_put_together_of_what_another_leaves_does_nothing():
    page = sealed("<html><head></head><body><scr<script></script>ipt>alert(1)</scr<script></script>ipt></body></html>")
    assert "<script" not in page


@pytest.mark.parametrize("text", ["@font-face{", "<script", "<script></script", "<meta"])
def test_a_page_with_megabytes_of_beginnings_is_sealed(text):
    page = sealed(f"<html><head>@font-face {{src: x}}</head><body>{text * 200_000}<p>the end")
    assert "@font-face {" not in page and "<script" not in page


def test_blank_lines_and_colours_without_end_are_cut_on_pages():
    coloured = new_output("stream", name="stdout", text="\x1b[mx" * 200_000)
    failed = new_output("error", ename="E", evalue="x", traceback=["\x1b[31mE\x1b[0m: x", "\x1b[mx" * 200_000])
    honest = new_output("error", ename="E", evalue="x", traceback=["\x1b[31mE\x1b[0m: x"])
    many = [new_output("stream", name="stdout", text="x" * 600_000) for _ in range(3)]
    notebook = new_notebook(
        cells=[new_markdown_cell("\n" * 1_000_000 + "x"), new_code_cell("1", outputs=[coloured, failed, honest, *many])]
    )
    feedback._shorten(notebook)
    cut, error, kept, *rest = notebook.cells[1].outputs
    assert len(notebook.cells[0].source) < 3000 and "\x1b" not in cut.text + "".join(error.traceback)
    assert "\x1b[31m" in "".join(kept.traceback) and "too long for this page" in rest[-1].text


ATTACKS = [
    "<script>window.taken = 1</script>",
    '<img src=x onerror="window.taken = 1">',
    '<svg onload="window.taken = 1"><script>window.taken = 1</script></svg>',
    '<iframe srcdoc="<script>parent.taken = 1</script>"></iframe>',
    '<a href="javascript:window.taken = 1" id="link">x</a>',
    "<style>@import url(javascript:alert(1))</style><details open ontoggle='window.taken = 1'>x</details>",
]


def test_the_formgrader_page_runs_nothing_of_a_submission(course, tmp_path, browser_program):
    """The page as the formgrader makes it: its exporter, its template, the course's configuration."""
    nbformat = pytest.importorskip("nbformat")
    from nbconvert.exporters import HTMLExporter
    from nbgrader.server_extensions.formgrader.formgrader import FormgradeExtension
    from playwright.sync_api import sync_playwright

    new, rest = nbformat.v4, {"metadata": {}}
    spec = {"$schema": "https://vega.github.io/schema/vega-lite/v6.json", "mark": "bar", "data": {"values": [{"a": 1}]},
            "encoding": {"x": {"field": "a", "type": "quantitative"}}}  # fmt: skip
    shown = [
        *({"text/html": attack, "text/plain": attack} for attack in ATTACKS),
        {"application/javascript": "window.taken = 1"},
        {"image/svg+xml": ATTACKS[2]},
        {"text/markdown": ATTACKS[0]},
        {"text/latex": r"$\href{javascript:window.taken=1}{x}$"},
        {"application/vnd.vegalite.v6+json": spec, "text/plain": "chart"},
        {"text/html": "<table><tr><th>kind</th></tr><tr><td>fact</td></tr></table>"},
    ]
    cells = [new.new_markdown_cell(f"Is a < b? **Yes**. {attack} [y](javascript:window.taken=1)") for attack in ATTACKS]
    cells += [new.new_raw_cell(attack) for attack in ATTACKS]
    cells.append(new.new_code_cell("1", outputs=[new.new_output("display_data", data, **rest) for data in shown]))
    notebook = tmp_path / "ps.ipynb"
    nbformat.write(new.new_notebook(cells=cells), notebook)

    config = course._api.config.copy()
    config.merge(FormgradeExtension().build_extra_config())
    resources = {"base_url": "", "notebook_path": "", "student": "s", "assignment_id": "a", "notebook_id": "n", "submission_id": "i",
                 "index": 0, "total": 1, "last_name": None, "first_name": None}  # fmt: skip
    html, _ = HTMLExporter(config=config).from_filename(str(notebook), resources=resources)
    page_file = tmp_path / "page.html"
    page_file.write_text(html, encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_program, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(page_file.as_uri())
        page.wait_for_timeout(500)
        for link in page.locator("a", has_text=re.compile("^[xy]$")).all():
            link.evaluate("link => link.click()")
        assert page.evaluate("window.taken") is None
        assert page.locator("img[alt=Chart]").last.evaluate("image => image.naturalWidth") > 50
        assert page.locator("td", has_text="fact").is_visible()
        assert page.locator("strong", has_text="Yes").count() == len(ATTACKS)
        browser.close()


BARS = {"data": {"values": [{"n": 1}]}, "mark": "bar", "encoding": {"x": {"field": "n", "type": "quantitative"}}}


@pytest.mark.parametrize(
    ("formula", "seconds"),
    [("length(pad('a', 500000000, 'b'))", 60), (f"test(/(a+)+b/, '{'a' * 50}c')", 5)],
    ids=["memory", "time"],
)
def test_a_chart_that_takes_all_memory_or_time_takes_no_other_with_it(monkeypatch, formula, seconds):
    monkeypatch.setattr(feedback, "SECONDS", seconds)
    hostile = {**BARS, "transform": [{"calculate": formula, "as": "m"}]}
    charts = [new_output("display_data", data={"application/vnd.vegalite.v6+json": spec}) for spec in (BARS, hostile, BARS)]
    notebook = new_notebook(cells=[new_code_cell("1", outputs=charts)])
    feedback._draw(notebook)
    before, drawn, after = (output.data for output in notebook.cells[0].outputs)
    assert "<svg" in before["image/svg+xml"] and "not drawn" in drawn["text/plain"]
    assert "<svg" in after.get("image/svg+xml", "") or "not drawn" in after["text/plain"]


def test_a_table_that_takes_minutes_to_clean_takes_no_other_with_it(monkeypatch):
    monkeypatch.setattr(feedback, "SECONDS", 5)
    honest = "<table>" + "<tr><td>1.5</td></tr>" * 2_000 + "</table>"
    endless = "<table>" + "<p>" * 300_000
    shown = [new_output("display_data", data={"text/html": html}) for html in (honest, endless)]
    notebook = new_notebook(cells=[new_code_cell("1", outputs=shown)])
    feedback.Harmless().preprocess(notebook, {})
    kept, left_out = (output.data["text/html"] for output in notebook.cells[0].outputs)
    assert kept.count("<td>") == 2_000 and "too long" in left_out


def test_outputs_without_end_are_cut_on_pages():
    notebook = new_notebook(cells=[new_code_cell("1", outputs=[new_output("stream", text="x")] * 900) for _ in range(3)])
    feedback._shorten(notebook)
    assert [len(cell.outputs) for cell in notebook.cells] == [900, 101, 1]
    assert all("too many" in cell.outputs[-1].text for cell in notebook.cells[1:])


@pytest.mark.parametrize("text", [" " * 1_000_000, "=== BEGIN MARK SCHEME ===" * 40_000], ids=["spaces", "beginnings"])
def test_a_page_is_made_of_a_megabyte_that_almost_holds_a_mark_scheme(text):
    assert MARKS.sub("", text) == text.replace("=== BEGIN MARK SCHEME ===", "")


@pytest.mark.parametrize(
    "html",
    [
        "<div>",
        "<ul><li>",
        "<p><b>",
        "<b></i>",
        "<a<",
        "<b a='",
        "<div><!--</div>-->",
        "<svg></svg><div><!--</div>-->",
        "<div><table><td></div></table>",
    ],
)
def test_what_is_nested_without_end_is_left_out_of_pages(html):
    output = new_output("display_data", data={"text/html": html * 40_000, "text/plain": "x"})
    notebook = new_notebook(cells=[new_code_cell("1", outputs=[output]), new_markdown_cell(r"\begin{a}" * 200_000)])
    feedback._shorten(notebook)
    assert notebook.cells[0].outputs[0].data == {"text/plain": "x"}
    assert len(notebook.cells[1].source) < 3000


@pytest.mark.parametrize("code", ["a." * 50_000, "x = 1\n" * 300_000, "f'{" * 40_000], ids=["dots", "lines", "braces"])
def test_code_that_takes_minutes_to_colour_is_cut_on_pages(code):
    notebook = new_notebook(cells=[new_code_cell(code), new_markdown_cell("```perl\n" + "m{" * 2000)])
    feedback._shorten(notebook)
    assert len(notebook.cells[0].source) < 2000 and "too long for this page" in notebook.cells[0].source
    assert notebook.cells[1].source == "```\n" + "m{" * 2000


def test_honest_outputs_stay_on_pages():
    table = "<table>" + "<tr><td style='color: red'>1.5</td></tr>" * 20_000 + "</table>"
    picture = f'<p>One<p>two<br><img src="data:image/png;base64,{"A/+" * 100_000}==">'
    outputs = [new_output("display_data", data={"text/html": html}) for html in (table, picture, "<ul>" + "<li>one" * 500)]
    notebook = new_notebook(
        cells=[new_code_cell("1", outputs=outputs), new_markdown_cell("An **answer** of $150$ words. " * 500)]
    )
    before = json.dumps(notebook)
    feedback._shorten(notebook)
    assert json.dumps(notebook) == before
