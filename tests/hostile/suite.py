"""The hostile suite as data: cases read from `cases/`, damaged files, honest classmates, and the class made of them.

A case is a file of code with directives in comments:

    # Tries: what it tries          # Expect: loses a, b | loses nothing | loses everything | any mark | no mark
    # Rest: blank                   (the other exercises stay unanswered; else they are answered right)
    # Cell: GRADE_ID                (the lines that follow go into that answer cell)
    # Cell: own [first | after GRADE_ID [before its test]]   (a cell of the student's own; at the end unless said otherwise)
    # File: NAME                    (a file beside the notebook)
    # Never: TEXT                   (must not occur in any output)      # Says: TEXT   (must occur in notes, reason or outputs)
    # Repeat: N                     (the last cell N times)
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ASSIGNMENT = "ps2"
SOURCE = ROOT / "assignments" / "source" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
DIRECTIVE = re.compile(r"^# (Tries|Expect|Rest|Cell|File|Never|Says|Shows|Repeat): ?(.*)$")
Notebook = dict[str, Any]


@dataclass
class Case:
    """A submission: what it tries, what must come of it, and the files that are handed in."""

    name: str
    tries: str
    lost: set[str] | None  # exercises that it loses; None: any mark will do
    blank: bool = False
    no_mark: bool = False
    cells: list[tuple[str, str]] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    never: list[str] = field(default_factory=list)
    says: list[str] = field(default_factory=list)
    build: Callable[[Notebook], dict[str, Any]] | None = None  # damaged files: from an honest notebook

    @property
    def student(self) -> str:
        """Name of the student who hands it in."""
        return self.name.replace("/", "-")

    def expected(self, worth: dict[str, float]) -> float | None:
        """The mark, None where there is none; only for cases that expect one."""
        return None if self.no_mark else sum(points for e, points in worth.items() if e not in (self.lost or set()))


def exercises() -> list[str]:
    """Grade ids of the autograded answer cells."""
    return list(_tests(json.loads(SOURCE.read_text(encoding="utf-8"))))


def right_answers() -> dict[str, str]:
    """A right answer for each exercise, out of the bank."""
    bank = ROOT / "tests" / "answers" / ASSIGNMENT
    return {name: sorted((bank / name / "right").glob("*.py"))[0].read_text(encoding="utf-8") for name in exercises()}


def expectation(text: str, everything: list[str]) -> tuple[set[str] | None, bool]:
    """`Expect:` as the exercises that are lost and whether there is no mark at all."""
    if text in ("any mark", "no mark"):
        return None, text == "no mark"
    what = text.removeprefix("loses ")
    lost = {"nothing": set(), "everything": set(everything)}.get(what) or {part.strip() for part in what.split(",")} - {
        "nothing"
    }
    if what == text or lost - set(everything):
        raise ValueError(f"not an expectation: {text!r}")
    return lost, False


def read_case(path: Path) -> Case:
    """One file of `cases/`."""
    case = Case(f"{path.parent.name}/{path.stem}", "", None)
    where: tuple[str, str] | None = None
    everything = exercises()
    for line in path.read_text(encoding="utf-8").splitlines():
        found = DIRECTIVE.match(line)
        if not found:
            if where and where[0] == "Cell":
                case.cells[-1] = (case.cells[-1][0], case.cells[-1][1] + line + "\n")
            elif where:
                case.files[where[1]] += line + "\n"
            continue
        key, value = found[1], found[2].strip()
        if key == "Tries":
            case.tries = value
        elif key == "Expect":
            case.lost, case.no_mark = expectation(value, everything)
        elif key == "Rest":
            case.blank = value == "blank"
        elif key == "Never":
            case.never.append(value)
        elif key in ("Says", "Shows"):
            case.says.append(value)
        elif key == "Repeat":
            case.cells += [case.cells[-1]] * (int(value) - 1)
        else:
            where = (key, value)
            if key == "Cell":
                case.cells.append((value, ""))
            else:
                case.files[value] = ""
    if not case.tries:
        raise ValueError(f"{path} does not say what it tries")
    return case


def code_cases() -> list[Case]:
    """Every file of `cases/`."""
    return [read_case(path) for path in sorted((HERE / "cases").glob("*/*.py"))]


def all_cases() -> list[Case]:
    """Hostile code and damaged files."""
    from .damaged import damaged_cases

    return code_cases() + damaged_cases()


def honest_cases() -> list[Case]:
    """Classmates with right and wrong answers of the bank."""
    bank = ROOT / "tests" / "answers" / ASSIGNMENT
    names = exercises()
    right = {name: sorted((bank / name / "right").glob("*.py")) for name in names}
    wrong = {name: sorted((bank / name / "wrong").glob("*.py")) for name in names}
    cases = []
    for k in range(8):
        lost = set(names[k % 2 :: 2]) if k >= 4 else set()
        chosen = {n: (wrong if n in lost else right)[n][k % len((wrong if n in lost else right)[n])] for n in names}
        cells = [(name, path.read_text(encoding="utf-8")) for name, path in chosen.items()]
        if k == 0:
            cells.append(("own", "# @SECRET@\n"))
        cases.append(Case(f"honest-{k + 1}", "nothing: honest work", lost, cells=cells))
    return cases


# --- notebooks ------------------------------------------------------------------------------------------------------


def grade_id(cell: dict[str, Any]) -> str:
    """A cell's grade id, or nothing."""
    return str(cell.get("metadata", {}).get("nbgrader", {}).get("grade_id", ""))


def _tests(notebook: Notebook) -> dict[str, float]:
    """Points by exercise; a test cell follows the answer cell that it grades."""
    worth: dict[str, float] = {}
    answer = ""
    for cell in notebook["cells"]:
        grader = cell["metadata"].get("nbgrader", {})
        if grader.get("solution") and not grader.get("grade"):
            answer = grader["grade_id"]
        elif grader.get("grade") and not grader.get("solution"):
            worth[answer] = worth.get(answer, 0) + grader["points"]
    return worth


def worth() -> dict[str, float]:
    """Points by exercise."""
    return _tests(json.loads(SOURCE.read_text(encoding="utf-8")))


def own_cell(source: str) -> dict[str, Any]:
    """A code cell that the student added."""
    return {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": source}


def notebook_of(case: Case, release: Notebook, values: dict[str, str]) -> Notebook:
    """The release with the case's cells in it, and right answers elsewhere unless the rest is blank."""
    notebook = deepcopy(release)
    released = {grade_id(cell): "".join(cell["source"]) for cell in release["cells"]}
    answers = {} if case.blank else right_answers()
    for cell in notebook["cells"]:
        if grade_id(cell) in answers:
            cell["source"] = answers[grade_id(cell)]
    for where, text in case.cells:
        text = _filled(text, {**values, "STUDENT": case.student})
        if text.startswith("#@ released "):
            text = released[text.removeprefix("#@ released ").strip()]
        if not where.startswith("own"):
            next(cell for cell in notebook["cells"] if grade_id(cell) == where)["source"] = text
            continue
        notebook["cells"].insert(_place(where, notebook), own_cell(text))
    return notebook


def _place(where: str, notebook: Notebook) -> int:
    names = [grade_id(cell) for cell in notebook["cells"]]
    if where == "own first":
        return names.index("setup") + 1
    if where.startswith("own after "):
        exercise, _, before = where.removeprefix("own after ").partition(" before ")
        return names.index(exercise) + (1 if before else 2)
    return len(names)


def _filled(text: str, values: dict[str, str]) -> str:
    """A case's text with the places that it attacks: @COURSE@, @HOME@, @TCP@ and so on."""
    return re.sub(r"@([A-Z]+)@", lambda found: values.get(found[1], found[0]), text)


def hand_in(case: Case, course: Path, values: dict[str, str]) -> None:
    """Write the case's submission into `submitted/`."""
    folder = course / "submitted" / case.student / ASSIGNMENT
    folder.mkdir(parents=True)
    release = json.loads((course / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").read_text(encoding="utf-8"))
    notebook = notebook_of(case, release, values)
    files: dict[str, Any] = case.build(notebook) if case.build else {f"{ASSIGNMENT}.ipynb": json.dumps(notebook)}
    for name, content in {**files, **{n: _filled(t, values) for n, t in case.files.items()}}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if callable(content):
            content(path)
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))


def outputs(notebook: Path) -> Iterator[tuple[str, str]]:
    """Grade id and text of every output of a graded notebook."""
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        for output in cell.get("outputs", []):
            yield grade_id(cell), json.dumps(output, ensure_ascii=False)
