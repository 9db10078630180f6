"""The command line `usjapan`: the lessons for students, the week's work for instructors."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbproctor  # noqa: F401  # first of all: it keeps what nbformat imports short
from usjapan.failure import CommandError


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(prog="usjapan", description="A course on the US-Japan alliance, 2024 to 2026.")
    top.add_argument("--version", action="store_true", help="print the versions of the package and of the data")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    lab = commands.add_parser("lab", help="open JupyterLab on your own copy of the lessons")
    lab.add_argument(
        "folder", nargs="?", type=Path, default=Path("my-lessons"), help="where your copy is (default: my-lessons)"
    )
    lab.add_argument("--lesson", default="00", help="lesson to open, such as 02 (default: 00)")
    lab.add_argument("--port", type=int, help="port to listen on (default: the first free one from 8888)")
    lab.add_argument("--no-browser", action="store_true", help="print the address instead of opening a browser")

    check = commands.add_parser("check-submission", help="say whether a problem set will grade, before you hand it in")
    check.add_argument("file", type=Path, help="your notebook, such as ps2.ipynb")

    export = commands.add_parser("export", help="write the lessons as web pages that need neither a kernel nor internet")
    export.add_argument(
        "folder", nargs="?", type=Path, default=Path("lesson-pages"), help="where to write (default: lesson-pages)"
    )
    export.add_argument("--lesson", default="", help="lesson to write, such as 02 (default: all)")

    demo = commands.add_parser("demo", help="play a whole turn with simulated students: release, hand in, grade, feedback")
    demo.add_argument("folder", nargs="?", type=Path, default=Path("demo-course"), help="scratch folder (default: demo-course)")
    demo.add_argument("--assignment", default="ps2", help="assignment to play (default: ps2)")

    staff = {
        "release": "write the students' version of an assignment",
        "collect": "take in the files that you downloaded, named STUDENT_ASSIGNMENT.ipynb",
        "grade": "autograde all submissions",
        "feedback": "write a feedback page for every graded submission",
        "report": "print the marks",
    }
    for name, text in staff.items():
        command = commands.add_parser(name, help=text)
        command.add_argument("assignment", help="assignment, such as ps2")
        if name == "collect":
            command.add_argument("downloads", type=Path, help="folder or zip archive of the downloaded files")
        if name == "grade":
            command.add_argument("--workers", type=int, help="processes to grade with (default: one for each core)")
            command.add_argument("--cluster", metavar="ADDRESS", help="grade on the machines of this Dask scheduler")
            command.add_argument(
                "--isolation", choices=("full", "none"), default="full", help="none: run submissions unconfined"
            )
            command.add_argument("--force", action="store_true", help="grade again what is graded already")
        if name == "report":
            command.add_argument("--csv", type=Path, metavar="FILE", help="write the marks to a file instead")
        command.add_argument("--course", type=Path, help="course folder (default: this folder or its assignments/)")
    demo.add_argument("--course", type=Path, help="course folder (default: this folder or its assignments/)")
    return top


def main(arguments: list[str] | None = None) -> int:
    """Run a command; a mistake ends with one sentence on stderr and exit code 2, never with a traceback."""
    top = parser()
    options = top.parse_args(arguments)
    try:
        if options.version:
            return _version()
        if options.command is None:
            top.print_help()
            return 2
        code = COMMANDS[options.command](options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # `| head` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except CommandError as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again to go on.", file=sys.stderr)
        return 130
    except Exception as error:
        from usjapan.tables import DataError

        if isinstance(error, DataError):
            return _fail(str(error))
        raise


def _fail(text: str) -> int:
    print(f"usjapan: {text}", file=sys.stderr)
    return 2


def _version() -> int:
    import usjapan

    print(f"usjapan {usjapan.__version__}, data {usjapan.data_version()}")
    return 0


def _lab(options: argparse.Namespace) -> int:
    from usjapan import lab, tables

    # Every lesson loads the tables: better to say now that they are broken than in each cell.
    for name in tables.TABLES:
        tables.load(name)
    return lab.run(options.folder, options.lesson, options.port, not options.no_browser)


def _check_submission(options: argparse.Namespace) -> int:
    from usjapan import precheck

    return precheck.report(options.file)


def _export(options: argparse.Namespace) -> int:
    from usjapan.export import export

    pages = export(options.folder, options.lesson)
    print(f"{len(pages)} {'page' if len(pages) == 1 else 'pages'} in {options.folder}; open {options.folder / 'index.html'}")
    return 0


def _demo(options: argparse.Namespace) -> int:
    from usjapan import demo

    return demo.run(options.folder, options.course, options.assignment)


def _bar(label: str) -> Callable[[int], Any]:
    from tqdm import tqdm

    return lambda total: tqdm(total=total, desc=label, unit="", ncols=88)


def _staff(options: argparse.Namespace) -> int:
    from usjapan.course import STAFF_TOOLS, Course, find_course, write_csv

    try:
        bar = _bar(options.command)
    except ImportError:
        raise CommandError(STAFF_TOOLS) from None
    course = Course(find_course(options.course))
    name = options.assignment
    if options.command == "release":
        print(f"Give this folder to the students: {course.release(name)}")
    elif options.command == "collect":
        students, passed = course.collect(name, options.downloads)
        print(f"{len(students)} students have handed in {name}: {', '.join(students)}")
        if passed:
            print(
                f"Passed over, not named STUDENT_{name}.ipynb: {', '.join(passed)}. Rename and collect again.", file=sys.stderr
            )
            return 1
    elif options.command == "grade":
        if options.isolation == "none":
            print("Warning: submissions run unconfined and can read and write what you can.", file=sys.stderr)
        rows = course.grade(name, bar, options.workers, options.cluster, options.isolation, options.force)
        _print_marks(rows)
        return 1 if any(row.mark is None or row.alarms for row in rows) else 0
    elif options.command == "feedback":
        pages = course.feedback(name, bar)
        print(f"{len(pages)} feedback pages under {course.root / 'feedback'}")
    else:
        rows = course.marks(name)
        if options.csv:
            write_csv(rows, options.csv)
            print(f"{len(rows)} rows in {options.csv}")
        else:
            _print_marks(rows)
    return 0


def _print_marks(rows: list[Any]) -> None:
    """The table, then what was graded, what was repaired, and what needs attention and why."""
    from usjapan.course import plain_number as plain

    width = max([7, *(len(row.student) for row in rows)])
    late = any(row.penalty for row in rows)
    heads = ["autograded", "by hand", *(["late"] if late else []), "total"]
    print(f"{'student':{width}}" + "".join(f"  {head:>12}" for head in heads))
    for row in rows:
        if row.mark is None:
            print(f"{row.student:{width}}  {'no mark':>12}  needs attention, see below")
            continue
        marks = [
            f"{plain(row.mark)} of {plain(row.out_of)}",
            "to do" if row.waiting and not row.given else f"{plain(row.given)} of {plain(row.by_hand)}",
        ]
        marks += [f"-{plain(row.penalty)}" if row.penalty else ""] if late else []
        marks.append(f"{plain(row.total)} of {plain(row.out_of + row.by_hand)}")
        remarks = ["Needs manual grading.", *row.notes] if row.waiting else row.notes
        print(f"{row.student:{width}}" + "".join(f"  {mark:>12}" for mark in marks) + f"  {' '.join(remarks)}".rstrip())
    graded = [row for row in rows if row.mark is not None]
    noted, waiting = sum(bool(row.notes) for row in graded), sum(row.waiting for row in graded)
    print(f"\n{len(graded)} graded, {noted} of them with notes, {waiting} to be marked by hand")
    attention = [row for row in rows if row.mark is None]
    alarms = Counter(alarm for row in rows for alarm in row.alarms)
    if attention or alarms:
        print("Needs attention:")
    for alarm, number in alarms.items():
        what, _, which = alarm.partition(": ")
        print(f"  {what}, in {number} of {len(rows)} submissions: {which}")
    for row in attention:
        print(f"  {row.student}: {row.reason}")


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "lab": _lab,
    "check-submission": _check_submission,
    "export": _export,
    "demo": _demo,
    **dict.fromkeys(["release", "collect", "grade", "feedback", "report"], _staff),
}

if __name__ == "__main__":
    sys.exit(main())
