"""What a worker process runs. It needs no nbgrader, which loads for a second: marks are recorded elsewhere."""

from __future__ import annotations

import gc
import os
import resource
from multiprocessing.queues import SimpleQueue

from nbproctor.engine import Job, Result, grade

WORKER_MEMORY = 4 * 1024**3  # reading the largest notebook that is let in takes one


def prepare(cores: SimpleQueue[int | None]) -> None:
    """What a worker process does first."""
    # A core of its own where there is one for each worker: of a worker, its warm parent and its children only one works at a time,
    # and on one core each finds in the cache what the other has written. Threads of a submission take no other worker's time.
    if (core := cores.get()) is not None:
        os.sched_setaffinity(0, {core})
    gc.freeze()  # what is imported by now stays: the collector need not look at it again for each submission
    # A submission that cannot be read in this much memory gets a reason; without a bound the system would kill the worker.
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    if hard == resource.RLIM_INFINITY:
        resource.setrlimit(resource.RLIMIT_DATA, (WORKER_MEMORY, hard))


def grade_all(jobs: list[Job]) -> list[Result]:
    """Grade the notebooks of one student."""
    return [grade(job) for job in jobs]
