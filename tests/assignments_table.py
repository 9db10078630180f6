"""The table in `assignments/README.md`: `python -m tests.assignments_table` writes it anew from the notebooks."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from exercises import ASSIGNMENTS, ROOT, about, graded_cells, lesson, table, title

README = ROOT / "assignments" / "README.md"
HEAD = """\
# Assignments

Each goes with a lesson and assesses every objective of it. Points by hand are those of the written answer, which a person
marks with the rubric in the notebook. Minutes are an estimate for all exercises together. The instructor's versions, with
solutions and hidden tests, stand in `source/`; `usjapan release NAME` writes what students get.

Written from the notebooks by `python -m tests.assignments_table`; do not edit it here.

"""


def text() -> str:
    """The whole file, as the notebooks have it now."""
    lines = [
        "| assignment | title | lesson | exercises | points | of these by hand | minutes | objectives |",
        "|---|---|---|---|---|---|---|---|",
    ]
    names = sorted(ASSIGNMENTS, key=lambda name: str(about(name)["lesson"]))
    total = [0, 0, 0]
    for name in names:
        found, rows = about(name), table(name)
        by_hand = sum(cell["metadata"]["nbgrader"]["points"] for cell in graded_cells(name, by_hand=True))
        objectives = " ".join(f"{code}: {words}" for code, words in lesson(found["lesson"])["objectives"].items())
        _, _, plain = title(name).partition(": ")
        numbers = [rows[-1].points, by_hand, found["minutes"]]
        total = [a + b for a, b in zip(total, numbers, strict=True)]
        lines.append(
            f"| `{name}` | {plain[:1].upper()}{plain[1:]} | {found['lesson']} | {len(rows) - 1} | "
            + " | ".join(map(str, numbers))
            + f" | {objectives} |"
        )
    lines.append(f"| | Together | | {sum(len(table(n)) - 1 for n in names)} | {' | '.join(map(str, total))} | |")
    text = HEAD + "\n".join(lines) + "\n"
    for name in names:
        text += f"\n## `{name}`\n\n| exercise | points | minutes | assesses |\n|---|---|---|---|\n"
        order = [cell["metadata"]["nbgrader"]["grade_id"] for cell in graded_cells(name, by_hand=False)]
        order = [test.removeprefix("test-") for test in order]
        order += [cell["metadata"]["nbgrader"]["grade_id"] for cell in graded_cells(name, by_hand=True)]
        for row, exercise in zip(table(name)[:-1], order, strict=True):
            codes = ", ".join(about(name)["assesses"][exercise])
            text += f"| {row.number}. {row.title} | {row.points} | {row.minutes} | {codes} |\n"
    return text


if __name__ == "__main__":
    README.write_text(text(), encoding="utf-8")
    print(f"Written: {README.relative_to(ROOT)}")
