"""Every lesson runs as shipped, follows the pattern, and cites what it says."""

from __future__ import annotations

import ast
import itertools
import json
import math
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from conftest import ROOT
from nbclient import NotebookClient

import usjapan
from usjapan.selfcheck import EXERCISES

LESSONS = sorted((ROOT / "lessons").glob("*.ipynb"))
PATTERN = [
    "question", "objectives", "hook", "setup", "coding-rule", "look", "worked-example", "predict", "run", "faded", "widget",
    "twin", "multiple-choice", "recode", "record", "limits", "key-points", "reading",
]  # fmt: skip
PARAGRAPHS = set(usjapan.load("paragraphs")["paragraph_id"])
ROWS = (
    set(usjapan.load("claims")["claim_id"])
    | set(usjapan.load("quantities")["quantity_id"])
    | set(usjapan.load("ties")["tie_id"])
)
FACTS = set(usjapan.load("context")["fact_id"])
lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


def tags(cell: Any) -> list[str]:
    return [tag.removeprefix("pattern:") for tag in cell.metadata.get("tags", []) if tag.startswith("pattern:")]


def prose(notebook: Any) -> str:
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


@lesson
def test_a_lesson_runs_top_to_bottom(path, tmp_path):
    notebook = read(path)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert not [o for o in outputs if o.output_type == "error"]
    assert not [o.text for o in outputs if o.output_type == "stream" and o.name == "stderr"]
    shown = "".join(o.data.get("text/html", "") for o in outputs if "data" in o)
    images = re.findall(r"<img[^>]*>", shown)
    assert images, "a lesson shows at least one chart"
    for image in images:
        alt = re.search(r'alt="([^"]*)"', image)
        assert alt and len(alt[1]) > 40 and "without a description" not in alt[1]


@lesson
def test_a_lesson_is_committed_clean(path):
    notebook = read(path)
    nbformat.validate(notebook)
    ids = [cell.id for cell in notebook.cells]
    assert len(ids) == len(set(ids)) and all(re.fullmatch(r"[a-z0-9-]+", name) for name in ids)
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in notebook.cells)


@lesson
def test_a_lesson_follows_the_pattern(path):
    notebook = read(path)
    found = [tag for cell in notebook.cells for tag in tags(cell)]
    expected = [name for name in PATTERN if name != "record" or path.name >= "02"]
    assert not [name for name in expected if name not in found]
    assert not set(found) - set(PATTERN)
    setup = next(cell for cell in notebook.cells if "setup" in tags(cell) and cell.cell_type == "code")
    assert len(setup.source.splitlines()) <= 5
    levels = [len(m) for m in re.findall(r"^(#+) ", re.sub(r"```.*?```", "", prose(notebook), flags=re.S), re.M)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


@lesson
def test_every_objective_is_assessed_by_a_check_of_the_lesson(path):
    notebook = read(path)
    about = notebook.metadata["usjapan"]
    assert about["lesson"] == path.name[:2]
    assert 1 <= len(about["objectives"]) <= 4
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    used = set(re.findall(r'usjapan\.check\(\s*"([^"]+)"', code))
    stated = next(cell.source for cell in notebook.cells if "objectives" in tags(cell) and cell.cell_type == "markdown")
    verbs = re.findall(r"^- \*\*([\w-]+)\*\*", stated, re.M)
    assert sorted(verb.lower() for verb in verbs) == sorted(text.split()[0].lower() for text in about["objectives"].values())
    for name in about["objectives"]:
        own = [check for check in about["assessed_by"][name] if not check.startswith("ps")]
        assert own, f"{name} is not assessed in the lesson"
        assert not set(own) - used, f"{name} names checks that the lesson does not use"
    for name in used:
        usjapan.check(name, ...)
        assert name in EXERCISES
    assert set(about["tables"]) <= set(usjapan.TABLES)


@lesson
def test_the_stated_minutes_are_those_of_the_text(path):
    notebook = read(path)
    minutes = notebook.metadata["usjapan"]["minutes"]
    words = len(re.sub(r"```.*?```|[#*`|>\-]", " ", prose(notebook), flags=re.S).split())
    assert minutes["read"] == pytest.approx(math.ceil(words / 200), abs=2)
    assert 30 <= minutes["read"] + minutes["do"] <= 80
    text = prose(notebook)
    assert f"{minutes['read']} minutes of reading, {minutes['do']} minutes of doing" in text
    assert minutes["do"] == sum(int(n) for n in re.findall(r"\((\d+) minutes\)", text))
    untimed = [line for line in re.findall(r"^#+ Exercise .*", text, re.M) if not re.search(r"\(\d+ minutes\)", line)]
    assert not untimed


@lesson
def test_each_part_holds_what_its_name_promises(path):
    cells: dict[str, str] = {}
    for cell in read(path).cells:
        for part in tags(cell):
            cells[part] = cells.get(part, "") + "\n" + cell.source
    assert re.search(r"\[[a-z]+20\d\d, para", cells["hook"]), "the hook is a published claim, cited"
    assert "borderline case" in cells["coding-rule"]
    assert "usjapan.check(" in cells["predict"] and "usjapan.check(" in cells["faded"]
    assert re.search(r"^(\w+ = )?widgets\.\w+\(", cells["widget"], re.M) and "two moves" in cells["widget"].lower()
    assert "usjapan.check(" in cells["widget"], "the widget comes with a question"
    assert re.search(r"^(charts\.\w+\(|.*_chart\()", cells["twin"], re.M) and re.search(r"^print\(", cells["twin"], re.M)
    assert "-choice" in cells["multiple-choice"] and "-recode" in cells["recode"]
    assert all(f"**{option}.**" in cells["multiple-choice"] for option in "ABCD")
    assert path.name < "02" or ("-record" in cells["record"] and "context" in cells["record"])
    assert "usjapan.cite(" in cells["reading"] and "Creative Commons Attribution 4.0" in cells["reading"]
    assert re.search(r"\*\*Next:\*\* .*\*[^*]+[?.]\*", cells["reading"]), (
        "a lesson ends with the question that the next one opens"
    )


@lesson
def test_every_citation_leads_to_a_row(path):
    text = prose(read(path))
    cited = re.findall(r"\[([a-z]+20\d\d), paras?\. ([\d, and-]+)\]", text)
    assert cited, "a lesson cites the reports"
    for report_id, numbers in cited:
        for number in re.findall(r"\d+", numbers):
            assert f"{report_id}-p{int(number):02d}" in PARAGRAPHS, f"{report_id}, para. {number}"
    rows = set(re.findall(r"\b[a-z]+20\d\d-p\d\d-[cqt]\d+\b", text))
    assert not rows - ROWS
    facts = set(re.findall(r"\bcontext ([A-Z]{2}\d\d)\b", text))
    code = "\n".join(cell.source for cell in read(path).cells if cell.cell_type == "code")
    assert not set(re.findall(r"[\"'# ]([A-Z]{2}\d\d)\b", code)) - FACTS
    assert not facts - FACTS
    if path.name >= "02":
        assert facts, "from lesson 02 on, a claim is held against the record"


@lesson
def test_links_inside_the_course_lead_somewhere(path):
    for target in re.findall(r"\]\((?!https?://|#|attachment:)([^)#]+)", prose(read(path))):
        assert (path.parent / target).exists(), target
    for target in re.findall(r"`((?:datasets|lessons|assignments|docs)/[\w./-]+)`", prose(read(path))):
        assert (ROOT / target).exists(), target


@lesson
def test_the_prose_keeps_to_the_house_style(path):
    text = re.sub(r"```.*?```|`[^`]*`", " ", prose(read(path)), flags=re.S)
    found = re.findall(r"\b(simply|obviously|of course|trivial(?:ly)?|just (?:run|type|click|look|do|use))\b", text, re.I)
    assert not found


@pytest.mark.parametrize("path", sorted((ROOT / "src" / "usjapan" / "lesson_checks").glob("lesson_*.py")), ids=lambda p: p.stem)
def test_every_check_answers_odd_answers_with_a_sentence(path):
    names = [
        decorator.args[0].value
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") == "exercise"
    ]
    assert names
    for name in names:
        for odd in (..., None, "", "zzz", -1, 10**9, [], {}, usjapan.load("reports"), object()):
            reply = usjapan.check(name, odd)
            assert not reply.right, (name, odd)
            assert len(reply) > 10


@pytest.mark.parametrize("blank", [..., {"claim": ..., "facts": [..., ...]}, [..., ...], (...,)])
def test_an_answer_of_blanks_is_not_tried_yet(blank):
    reply = usjapan.check("02-record", blank)
    assert reply.startswith("Not tried yet") and not reply.right and not reply.tried
    assert "✗" not in reply._repr_html_()


@pytest.mark.parametrize("begun", [{"claim": "flux2024-p07-c2", "fact": ...}, {}, [], [..., 1]])
def test_an_answer_that_is_begun_is_judged(begun):
    assert usjapan.check("02-record", begun).tried


def test_the_lessons_table_names_every_lesson():
    table = (ROOT / "lessons" / "README.md").read_text(encoding="utf-8")
    for path in LESSONS:
        title = next(line for line in read(path).cells[0].source.splitlines() if line.startswith("# "))
        assert path.name in table, path.name
        assert title.removeprefix("# ").split(":")[0].strip().lower() in table.lower(), title


def test_committed_notebooks_are_json_with_one_line_at_the_end():
    for path in LESSONS:
        text = path.read_text(encoding="utf-8")
        assert text.endswith("}\n")
        assert json.loads(text)["metadata"]["kernelspec"]["name"] == "python3"
