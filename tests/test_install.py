"""A wheel and an editable install both find the data; the students' wheel holds nothing of the assignments."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

CODE = "import usjapan, pathlib; print(pathlib.Path(usjapan.__file__).parent, len(usjapan.load('claims')), usjapan.lab.lessons_folder())"
CODE = CODE.replace("import usjapan,", "import usjapan, usjapan.lab,")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True, text=True)
    return next(folder.glob("*.whl"))


def run(code: str, **environment: str) -> str:
    command = [sys.executable, "-c", code]
    result = subprocess.run(command, cwd="/", env={**os.environ, **environment}, capture_output=True, text=True, check=True)
    return result.stdout


def test_an_editable_install_finds_the_data_of_the_checkout():
    assert str(ROOT / "src") in run(CODE)


def test_a_wheel_brings_data_and_lessons_along(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    out = run(CODE, PYTHONPATH=str(tmp_path))
    assert out.startswith(str(tmp_path)) and str(tmp_path / "usjapan" / "lessons") in out


def test_the_wheel_holds_no_assignment_and_no_report(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        # The grading engine names the marks of hidden tests; it holds none.
        text = b"".join(archive.read(name) for name in names if not name.startswith("nbproctor/"))
    assert not [name for name in names if "assignments" in name or "answers" in name]
    assert b"BEGIN HIDDEN TESTS" not in text and b"BEGIN SOLUTION" not in text


def test_the_students_lock_carries_nothing_of_the_staffs():
    student = (ROOT / "requirements" / "student.txt").read_text(encoding="utf-8")
    assert "nbgrader==" not in student and "playwright==" not in student and "jupyterlab==" in student


def test_no_registry_address_stands_in_the_locks():
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text and "--index" not in text
