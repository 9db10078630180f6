"""Grading on a Dask cluster: the same marks as on one machine, also where a worker dies half-way."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import usjapan
from small_course import ASSIGNMENT, STUDENTS, hand_in_all, released

from usjapan.course import Course


@contextlib.contextmanager
def program(*arguments: str, cwd: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program of Dask's in a session of its own, killed at the end with all that it started."""
    with (cwd / f"{arguments[0]}-{len(list(cwd.iterdir()))}.log").open("wb") as log:
        command = [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]]
        process = subprocess.Popen(command, cwd=cwd, stdout=log, stderr=log, start_new_session=True)
    try:
        yield process
    finally:
        kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextlib.contextmanager
def cluster_in(parent: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Address of a scheduler, and three programs: the scheduler and its two workers."""
    folder = parent / "cluster"
    folder.mkdir()
    meeting = folder / "scheduler.json"
    plain = ["--no-dashboard", "--host", "127.0.0.1"]
    where = ["--scheduler-file", str(meeting), "--nthreads", "1", "--local-directory", str(folder)]
    with contextlib.ExitStack() as stack:
        programs = [stack.enter_context(program("scheduler", *plain, "--port", "0", *where[:2], cwd=folder))]
        # Without a nanny, which would start a killed worker again.
        programs += [stack.enter_context(program("worker", *plain, *where, "--no-nanny", cwd=folder)) for _ in range(2)]
        yield address(meeting, 2), programs


def grading_on(scheduler: str, root: Path) -> list[str]:
    return [sys.executable, "-m", "usjapan", "grade", ASSIGNMENT, "--cluster", scheduler, "--course", str(root)]


def half_way(root: Path, grading: subprocess.Popen[str]) -> bool:
    """Wait until a third is graded; false if it was over before."""
    while grading.poll() is None and len(list((root / "autograded").glob("*/*/.nbproctor.json"))) < len(STUDENTS) // 3:
        time.sleep(0.005)
    return grading.poll() is None


def address(meeting: Path, workers: int) -> str:
    from distributed import Client

    while not meeting.is_file() or not meeting.read_text():
        time.sleep(0.05)
    with Client(scheduler_file=str(meeting), set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=120)
        return str(client.scheduler.address)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    root = tmp_path_factory.mktemp("prepared") / "course"
    released(root)
    hand_in_all(root)
    return root


def rows(root: Path) -> list[tuple[object, ...]]:
    return [(row.student, row.mark, row.exercises, row.reason, row.notes) for row in Course(root).marks(ASSIGNMENT)]


@pytest.fixture(scope="module")
def local(prepared, tmp_path_factory):
    root = tmp_path_factory.mktemp("local") / "course"
    shutil.copytree(prepared, root)
    Course(root).grade(ASSIGNMENT, workers=2)
    return rows(root)


def killed_half_way(prepared, tmp_path, number):
    """Course, exit code and messages of a grading on a cluster whose program of this number is killed half-way."""
    root = tmp_path / "course"
    shutil.copytree(prepared, root)
    with (
        cluster_in(tmp_path) as (scheduler, programs),
        subprocess.Popen(grading_on(scheduler, root), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as grading,
    ):
        assert half_way(root, grading)
        kill(programs[number])
        _, log = grading.communicate(timeout=120)
    return root, grading.returncode, log


def test_a_worker_that_dies_costs_no_mark(prepared, local, tmp_path):
    root, code, log = killed_half_way(prepared, tmp_path, 1)
    assert code == 1 and "Traceback" not in log, log  # 1: some submissions cannot be read
    assert rows(root) == local
    assert len(local) == len(STUDENTS)


def test_no_scheduler_is_said_with_the_way_out(prepared, tmp_path):
    root = tmp_path / "course"
    shutil.copytree(prepared, root)
    result = usjapan("grade", ASSIGNMENT, "--cluster", "tcp://127.0.0.1:9", "--course", root)
    assert result.returncode == 2 and "No Dask scheduler answers at tcp://127.0.0.1:9" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_scheduler_that_dies_is_said_and_the_next_run_goes_on(prepared, local, tmp_path):
    root, code, log = killed_half_way(prepared, tmp_path, 0)
    assert code == 2 and "Run the command again: it goes on." in log and "Traceback" not in log, log
    Course(root).grade(ASSIGNMENT, workers=2)
    assert rows(root) == local
