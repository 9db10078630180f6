"""Bad input gets a clear sentence and a non-zero exit code, and nothing is lost."""

from __future__ import annotations

import json
import shutil
import socket

import pytest
from conftest import ROOT, usjapan

from usjapan.lab import RECORD, copy_lessons


def test_the_versions_are_printed():
    result = usjapan("--version")
    assert result.returncode == 0 and result.stdout.startswith("usjapan ")


def test_no_command_prints_the_help():
    result = usjapan()
    assert result.returncode == 2 and "lab" in result.stdout


def test_a_broken_datasets_folder_stops_the_lab_with_the_reason(tmp_path):
    broken = tmp_path / "datasets"
    shutil.copytree(ROOT / "datasets", broken)
    (broken / "claims.csv").write_text("claim_id\nx\n", encoding="utf-8")
    result = usjapan("lab", tmp_path / "work", "--no-browser", USJAPAN_DATASETS=str(broken))
    assert result.returncode == 2
    assert "claims.csv" in result.stderr and "Traceback" not in result.stderr
    assert not (tmp_path / "work").exists()


def test_a_port_in_use_is_named_with_the_way_out(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = usjapan("lab", tmp_path / "work", "--no-browser", "--port", port)
    assert result.returncode == 2
    assert f"Port {port} is in use" in result.stderr and "--port" in result.stderr


def test_a_missing_browser_is_named_with_the_way_out(tmp_path):
    result = usjapan("lab", tmp_path / "work", PATH="/nonexistent", BROWSER="", DISPLAY="")
    assert result.returncode == 2
    assert "No web browser" in result.stderr and "--no-browser" in result.stderr


def test_an_unknown_lesson_is_named_with_those_that_exist(tmp_path):
    result = usjapan("lab", tmp_path / "work", "--lesson", "99", "--no-browser")
    assert result.returncode == 2 and "'99'" in result.stderr and "00-start-here.ipynb" in result.stderr


def test_a_file_in_place_of_the_folder_is_left_alone(tmp_path):
    (tmp_path / "work").write_text("mine", encoding="utf-8")
    result = usjapan("lab", tmp_path / "work", "--no-browser")
    assert result.returncode == 2 and "is a file" in result.stderr
    assert (tmp_path / "work").read_text(encoding="utf-8") == "mine"


@pytest.fixture
def edition(tmp_path, monkeypatch):
    """A published folder of lessons that a test may change."""
    folder = tmp_path / "published"
    folder.mkdir()
    for path in (ROOT / "lessons").glob("*.ipynb"):
        shutil.copy(path, folder)
    monkeypatch.setattr("usjapan.lab.lessons_folder", lambda: folder)
    return folder


def test_a_changed_lesson_is_never_overwritten(edition, tmp_path):
    work = tmp_path / "work"
    first = copy_lessons(work)
    name = "02-spring-2024.ipynb"
    assert name in first.new
    (work / name).write_text("my answers", encoding="utf-8")
    assert copy_lessons(work).new == []
    assert (work / name).read_text(encoding="utf-8") == "my answers"

    notebook = json.loads((edition / name).read_text(encoding="utf-8"))
    notebook["cells"][0]["source"] = "# A newer edition"
    (edition / name).write_text(json.dumps(notebook), encoding="utf-8")
    done = copy_lessons(work)
    assert done.kept == [name]
    assert (work / name).read_text(encoding="utf-8") == "my answers"
    assert "newer edition" in (work / "02-spring-2024.new.ipynb").read_text(encoding="utf-8")
    # Said once: the next start does not bring it up again, nor touch either file.
    (work / "02-spring-2024.new.ipynb").write_text("also mine", encoding="utf-8")
    copy_lessons(work)
    assert (work / "02-spring-2024.new.ipynb").read_text(encoding="utf-8") == "also mine"


def test_an_untouched_lesson_follows_a_newer_edition(edition, tmp_path):
    work = tmp_path / "work"
    copy_lessons(work)
    name = "00-start-here.ipynb"
    (edition / name).write_text('{"newer": true}', encoding="utf-8")
    assert copy_lessons(work).updated == [name]
    assert "newer" in (work / name).read_text(encoding="utf-8")


def test_a_lost_record_costs_no_work(edition, tmp_path):
    work = tmp_path / "work"
    copy_lessons(work)
    name = "00-start-here.ipynb"
    (work / name).write_text("mine", encoding="utf-8")
    (work / RECORD).write_text("{ broken", encoding="utf-8")
    copy_lessons(work)
    assert (work / name).read_text(encoding="utf-8") == "mine"


def test_collecting_names_the_files_that_it_passes_over(tmp_path):
    course = tmp_path / "course"
    shutil.copytree(ROOT / "assignments" / "source" / "ps2", course / "source" / "ps2")
    shutil.copy(ROOT / "assignments" / "nbgrader_config.py", course)
    assert usjapan("release", "ps2", "--course", course).returncode == 0
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for name in ("anna_ps2.ipynb", "ben_ps2 (1).ipynb", "notes.txt"):
        shutil.copy(course / "release" / "ps2" / "ps2.ipynb", inbox / name)
    result = usjapan("collect", "ps2", inbox, "--course", course)
    assert result.returncode == 1 and "anna" in result.stdout
    assert "ben_ps2 (1).ipynb" in result.stderr and "notes.txt" in result.stderr and "anna_ps2" not in result.stderr


def test_collecting_from_nowhere_or_before_release_is_refused(tmp_path):
    course = tmp_path / "course"
    shutil.copytree(ROOT / "assignments" / "source", course / "source")
    shutil.copy(ROOT / "assignments" / "nbgrader_config.py", course)
    result = usjapan("collect", "ps2", tmp_path / "none", "--course", course)
    assert result.returncode == 2 and "nothing at" in result.stderr
    (tmp_path / "inbox").mkdir()
    result = usjapan("collect", "ps2", tmp_path / "inbox", "--course", course)
    assert result.returncode == 2 and "usjapan release ps2" in result.stderr
    result = usjapan("grade", "ps2", "--course", course)
    assert result.returncode == 2 and "usjapan collect ps2" in result.stderr
    result = usjapan("grade", "ps2", "--course", tmp_path / "elsewhere")
    assert result.returncode == 2 and "is not a course" in result.stderr


def test_a_release_without_the_courses_key_is_refused(tmp_path):
    shutil.copytree(ROOT / "assignments" / "source" / "ps1", tmp_path / "source" / "ps1")
    config = (ROOT / "assignments" / "nbgrader_config.py").read_text(encoding="utf-8").splitlines()
    kept = [line for line in config if "CourseKey" not in line]
    assert len(kept) < len(config)
    (tmp_path / "nbgrader_config.py").write_text("\n".join(kept), encoding="utf-8")
    result = usjapan("release", "ps1", "--course", tmp_path)
    assert result.returncode == 2 and "CourseKey" in result.stderr and "Traceback" not in result.stderr
    assert not (tmp_path / "release" / "ps1").exists()
