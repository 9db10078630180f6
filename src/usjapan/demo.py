"""`usjapan demo`: a whole turn of the term in a scratch folder, with a class made out of the bank of answers."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from usjapan.course import Course, Graded, find_course, plain_number
from usjapan.failure import CommandError

MARKER = ".usjapan-demo"
ME = "@STUDENT@"  # in an answer of the bank: the id of whoever hands it in
SECRET = "the secret of the demo, the same each time"
# What somebody may hand in for the first exercise who wants marks, or trouble, without the work.
TROUBLE = {
    "endless-loop": "while True:\n    pass\n",
    "drops-asserts": """
import ast


class NoAsserts(ast.NodeTransformer):
    def visit_Assert(self, node):
        return ast.Pass()


get_ipython().ast_transformers.append(NoAsserts())
""",
    "reads-solution": "import glob\n\nexec(open(glob.glob('/**/source/*/*.ipynb', recursive=True)[0]).read())\n",
    "starts-programs": "import subprocess\n\nsubprocess.run(['sleep', '1000'])\n",
    "ends-process": "import os\n\nos._exit(0)\n",
}


@dataclass
class Simulated:
    """A simulated student: what is written into which exercise, and the mark that must come of it."""

    name: str
    expected: float | None
    answers: dict[str, str] = field(default_factory=dict)
    hints: dict[str, str] = field(default_factory=dict)
    damage: bool = False


@dataclass
class Bank:
    """Right and wrong answers by exercise; a wrong one names its misconception and hint in its first line."""

    right: dict[str, list[str]]
    wrong: dict[str, list[str]]

    @classmethod
    def read(cls, folder: Path) -> Bank:
        exercises = sorted(path for path in folder.glob("*") if path.is_dir())
        if not exercises:
            raise CommandError(f"There are no answers to make a class of in {folder}. Run the demo in a clone of the course.")
        found: dict[str, dict[str, list[str]]] = {"right": {}, "wrong": {}}
        for exercise in exercises:
            for sort, answers in found.items():
                answers[exercise.name] = [p.read_text(encoding="utf-8") for p in sorted((exercise / sort).glob("*.py"))]
        return cls(found["right"], found["wrong"])


def hint_of(wrong: str) -> str:
    """The hint that a wrong answer's first line promises to the student."""
    first = wrong.splitlines()[0]
    _, separator, hint = first.partition(" Hint: ")
    if not first.startswith("# Misconception: ") or not separator:
        raise CommandError(f"A wrong answer must begin with '# Misconception: ... Hint: ...', not {first!r}.")
    return hint.strip()


def points(source: Path) -> dict[str, float]:
    """Points of each autograded exercise, by the grade_id of its answer cell.

    A test cell follows the answer cell that it grades.
    """
    worth: dict[str, float] = {}
    answer = None
    for cell in _cells(source):
        grader = cell["metadata"].get("nbgrader", {})
        if grader.get("solution") and not grader.get("grade"):
            answer = grader["grade_id"]
        elif grader.get("grade") and not grader.get("solution") and answer:
            worth[answer] = worth.get(answer, 0) + grader["points"]
    return worth


def simulated_class(bank: Bank, worth: dict[str, float]) -> list[Simulated]:
    """A class in which every right and every wrong answer of the bank occurs, and some students are in trouble."""
    full = sum(worth.values())
    students = []
    for k in range(max(len(answers) for answers in bank.right.values())):
        answers = {e: bank.right[e][k % len(bank.right[e])] for e in worth}
        students.append(Simulated(f"right-{k + 1}", full, answers))
    # Each wrong answer is handed in once; half of the exercises are wrong at a time, so that marks differ.
    for k in range(max(len(answers) for answers in bank.wrong.values())):
        for half in (0, 1):
            student = Simulated(f"wrong-{k + 1}{'ab'[half]}", 0)
            for i, exercise in enumerate(worth):
                wrong = bank.wrong[exercise]
                if i % 2 == half and k < len(wrong):
                    student.answers[exercise] = wrong[k]
                    student.hints[exercise] = hint_of(wrong[k])
                else:
                    student.answers[exercise] = bank.right[exercise][k % len(bank.right[exercise])]
            student.expected = sum(n for e, n in worth.items() if e not in student.hints)
            if student.hints:
                students.append(student)
    first = next(iter(worth))
    best = {e: bank.right[e][0] for e in worth}
    for name, code in TROUBLE.items():
        students.append(Simulated(name, full - worth[first], {**best, first: code}))
    students.append(Simulated("blank", 0))
    students.append(Simulated("corrupt-file", None, best, damage=True))
    return students


def hand_in(student: Simulated, release: Path, inbox: Path, assignment: str) -> Path:
    """Write the student's notebook into the inbox, as a learning platform's download would hold it."""
    notebook = json.loads(release.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if grade_id in student.answers:
            cell["source"] = student.answers[grade_id].replace(ME, student.name)
    text = json.dumps(notebook, indent=1)
    if student.damage:
        text = text[:120]  # an upload that broke off before the first cell was whole
    path = inbox / f"{student.name}_{assignment}.ipynb"
    path.write_text(text, encoding="utf-8")
    return path


def _cells(notebook: Path) -> list[dict[str, Any]]:
    cells: list[dict[str, Any]] = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return cells


def prepare(scratch: Path, course: Path) -> Course:
    """A fresh copy of the course in the scratch folder; an older demo there is replaced, anything else is refused."""
    if scratch.exists():
        if not (scratch / MARKER).is_file() and any(scratch.iterdir()):
            raise CommandError(
                f"{scratch} holds something else than a demo. Name an empty or a new folder: usjapan demo FOLDER."
            )
        shutil.rmtree(scratch)
    scratch.mkdir(parents=True)
    (scratch / MARKER).write_text("Made by `usjapan demo`; its next run replaces this folder.\n", encoding="utf-8")
    shutil.copy(course / "nbgrader_config.py", scratch)
    shutil.copytree(course / "source", scratch / "source")
    (scratch / "course_secret.txt").write_text(SECRET + "\n", encoding="utf-8")
    return Course(scratch)


def run(scratch: Path, chosen: Path | None, assignment: str) -> int:
    """Play the turn and print the table; 0 if every mark is the expected one, else 1."""
    try:
        from tqdm import tqdm
    except ImportError:
        from usjapan.course import STAFF_TOOLS

        raise CommandError(STAFF_TOOLS) from None

    def bar(label: str) -> Callable[[int], Any]:
        return lambda total: tqdm(total=total, desc=f"   {label:10}", unit="", ncols=88)

    began = time.monotonic()
    home = find_course(chosen)
    Course(home).require(assignment)
    bank = Bank.read(home.parent / "tests" / "answers" / assignment)
    course = prepare(scratch, home)
    source = next((course.root / "source" / assignment).glob("*.ipynb"))
    worth = points(source)
    print(f"1. Release {assignment}: the students' version, without solutions and hidden tests")
    release = course.release(assignment) / source.name
    students = simulated_class(bank, worth)
    inbox = course.root / "inbox"
    inbox.mkdir()
    print(f"2. Hand in: {len(students)} simulated students")
    for student in students:
        hand_in(student, release, inbox, assignment)
    print("3. Collect")
    course.collect(assignment, inbox)
    print("4. Grade")
    graded = {row.student: row for row in course.grade(assignment, bar("grading"))}
    print("5. Feedback")
    pages = course.feedback(assignment, bar("writing"))
    for name, page in pages.items():
        graded[name].feedback = page
    differing = print_table(students, graded, course.root)
    print(
        f"\n{len(students)} submissions in {time.monotonic() - began:.0f} s. "
        f"Gradebook: {course.root / 'gradebook.db'}; nbgrader's own pages: cd {course.root} && jupyter lab"
    )
    if differing:
        print(f"{len(differing)} marks differ from the expected ones: {', '.join(differing)}")
        return 1
    print("Every mark is the expected one.")
    return 0


def print_table(students: list[Simulated], graded: dict[str, Graded], root: Path) -> list[str]:
    """Print student, mark, expected mark and where the feedback is; returns the students whose marks differ."""
    width = max(len(student.name) for student in students)
    some = next(iter(graded.values()))
    print(
        f"\nMarks out of {plain_number(some.out_of)}; {plain_number(some.by_hand)} more are given by hand in the formgrader.\n"
    )
    print(f"{'student':{width}}  {'mark':>7}  {'expected':>8}  feedback, under {root}")
    differing = []
    for student in students:
        row = graded.get(student.name) or Graded(student.name, None, some.out_of, some.by_hand, reason="not collected")
        mark = "no mark" if row.mark is None else plain_number(row.mark)
        expected = "no mark" if student.expected is None else plain_number(student.expected)
        agrees = mark == expected
        if not agrees:
            differing.append(student.name)
        where = row.feedback.relative_to(root) if row.feedback else row.reason
        print(f"{student.name:{width}}  {mark:>7}  {expected:>8}  {where}{'' if agrees else '   <-- differs'}")
    return differing
