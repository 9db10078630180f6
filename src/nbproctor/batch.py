"""A class of submissions through an executor, recorded by one writer as the results come in."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from typing import Any

from sqlalchemy.exc import OperationalError

from nbproctor.engine import Job, Result, Setup
from nbproctor.recording import Recorder
from nbproctor.salvage import as_text
from nbproctor.sandbox import SandboxError, require
from nbproctor.worker import grade_all, prepare

AGAIN = "What is recorded stays. Run the command again: it goes on."


@contextmanager
def executor(workers: int | None = None, cluster: str | None = None) -> Iterator[Executor]:
    """Processes of this machine (as many as it has cores), or with `cluster` those of a Dask scheduler at that address."""
    if cluster:
        try:
            from distributed import Client
        except ImportError:
            raise SandboxError("--cluster needs Dask's package `distributed`, which is not installed.") from None
        # What goes wrong with the cluster reaches us as an error; its log would print tracebacks into the progress bar.
        # Tornado and asyncio write down what Dask's own callbacks leave unread when a connection is lost.
        for name in ("distributed", "distributed.client", "tornado.application", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        try:
            client = Client(cluster, timeout="10s", set_as_default=False)
        except (OSError, TimeoutError):
            raise SandboxError(f"No Dask scheduler answers at {cluster}. Start one, or leave --cluster out.") from None
        try:
            yield client.get_executor(retries=3)
        finally:
            client.close()
    else:
        # Spawned, not forked: the grader holds the gradebook, and its workers should inherit nothing of it.
        context = get_context("spawn")
        cores = context.SimpleQueue()
        present = sorted(os.sched_getaffinity(0))
        wanted = workers or len(present)
        for core in present if wanted == len(present) else [None] * wanted:
            cores.put(core)
        pool = ProcessPoolExecutor(wanted, context, prepare, (cores,))
        try:
            yield pool
        finally:
            pool.shutdown(cancel_futures=True)


def grade_class(
    recorder: Recorder,
    setup: Setup,
    pool: Executor,
    force: bool = False,
    done: Callable[[str, list[Result]], Any] = lambda student, results: None,
) -> None:
    """Grade everything that is pending; `done` is called with what came of it after each student is recorded.

    No submission stops the batch. Raises `SandboxError` before anything is run where submissions cannot be confined, and
    where a worker itself was killed from outside: what was recorded stays, and the next run goes on from there.
    """
    if setup.isolation == "full":
        require()
    waiting = ((student, recorder.jobs(student, setup)) for student in recorder.pending(setup, force))
    for student, theirs in _results(waiting, pool, setup):
        try:
            recorder.record(student, theirs, setup)
        except (OperationalError, OSError) as error:  # locked, gone, disk full: no submission's doing
            raise SandboxError(
                f"Marks cannot be written ({error}). Run the command again when they can: it goes on."
            ) from error
        except Exception as error:
            recorder.gradebook.db.rollback()
            theirs = _failed(theirs, f"What came of it cannot be recorded ({type(error).__name__}: {error})", setup)
            recorder.record(student, theirs, setup)
        done(student, theirs)


def _results(waiting: Iterator[tuple[str, list[Job]]], pool: Executor, setup: Setup) -> Iterator[tuple[str, list[Result]]]:
    # A few submissions ahead of the workers: enough to keep them busy, few enough to hold little in memory.
    ahead = 4 * (getattr(pool, "_max_workers", None) or os.cpu_count() or 2)
    running: dict[Future[list[Result]], tuple[str, list[Job]]] = {}
    while True:
        for student, jobs in islice(waiting, ahead - len(running)):
            try:
                running[pool.submit(grade_all, jobs)] = student, jobs
            except Exception as error:  # it has just lost a worker or its scheduler
                raise SandboxError(f"Nothing more can be given to the workers ({type(error).__name__}). {AGAIN}") from None
        if not running:
            return
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            student, jobs = running.pop(future)
            # When its scheduler is lost, Dask cancels what runs, or fails to fetch what has just ended.
            failure = None if future.cancelled() else future.exception()
            if future.cancelled() or type(failure).__name__ == "CommClosedError":
                raise SandboxError(f"The Dask scheduler has gone away. {AGAIN}")
            if isinstance(failure, SandboxError):
                raise failure
            if isinstance(failure, BrokenProcessPool):
                raise SandboxError(f"A worker process was killed from outside (out of memory?). {AGAIN}") from None
            if failure:
                yield student, _failed(jobs, f"The grader itself failed on it ({type(failure).__name__}: {failure})", setup)
            else:
                yield student, future.result()


def _failed(of: Sequence[Job | Result], reason: str, setup: Setup) -> list[Result]:
    reason = as_text(f"{reason}. Please report this.")
    return [Result(one.student, one.notebook, reason=reason, isolation=setup.isolation) for one in of]
