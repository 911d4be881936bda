"""Many jobs over the cores of the machine, each result as soon as it is there; one that fails never stops the rest."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TypeVar

from argmap.diagnostics import Words

Job = TypeVar("Job")
Result = TypeVar("Result")


def spread(
    work: Callable[[Job], Result],
    jobs: Sequence[Job],
    failed: Callable[[Job, Words], Result],
    workers: int | None = None,
) -> Iterator[Result]:
    """Do jobs, each in a process of its own turn, over the cores; in whatever order they are done.

    A job on which argmap itself fails, or whose process dies, is a failed one; the others go on.

    Args:
        work: what is done with a job; a function of a module.
        jobs: the jobs, none twice.
        failed: the result for a job that failed, and why; a function of a module.
        workers: how many processes; as many as there are cores when not given.
    """
    spawn = get_context("spawn")  # a copy of a process that has threads may hang
    one = partial(survive, work, failed)
    waiting = dict.fromkeys(jobs)
    try:
        with ProcessPoolExecutor(workers, spawn, _end_with_parent) as pool:
            started = {pool.submit(one, job): job for job in jobs}
            try:
                for done in as_completed(started):
                    result = done.result()
                    waiting.pop(started[done])
                    yield result
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
    except BrokenProcessPool:
        for job in tuple(waiting):
            with ProcessPoolExecutor(1, spawn, _end_with_parent) as pool:
                yield _alone(pool.submit(one, job), job, failed)


def survive(work: Callable[[Job], Result], failed: Callable[[Job, Words], Result], job: Job) -> Result:
    """Do a job; where argmap itself fails on it, it is a failed one."""
    try:
        return work(job)
    except Exception as error:  # noqa: BLE001 - one bad file never stops the rest
        name = type(error).__name__
        return failed(
            job, Words(en=f"a bug in argmap: {name}: {error}", ja=f"argmap の不具合: {name}: {error}")
        )


def _end_with_parent() -> None:
    """Let this process end at once when the one that started it is gone: killed, it can tell nobody to stop."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _alone(done: Future[Result], job: Job, failed: Callable[[Job, Words], Result]) -> Result:
    try:
        return done.result()
    except BrokenProcessPool:
        return failed(job, Words(en="reading it took too much memory", ja="読むのにメモリが足りない"))
