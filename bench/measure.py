"""Run a program to its end and say what it took: time on the wall, time on the processors, memory."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from threading import Timer
from time import perf_counter
from typing import Final, ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")
ROOT: Final = Path(__file__).resolve().parent.parent
ENVIRONMENT: Final = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One run of a whole process with the children that it waited for.

    Attributes:
        wall: seconds from start to end.
        cpu: seconds of processor time, user and system together.
        memory: peak resident set of the largest process, in MB (10^6 bytes). A process starts as a copy
            of this one, so what this one has held itself is the least that can be measured.
        exit: the exit status, negative for a signal.
        stopped: whether it was ended because its time was up.
        last_line: what it printed last, for when it failed.
    """

    wall: float
    cpu: float
    memory: float
    exit: int
    stopped: bool
    last_line: str


@dataclass(frozen=True, slots=True)
class Samples:
    """The same work, done several times."""

    each: tuple[Sample, ...]

    def failure(self) -> str | None:
        """Say what went wrong in the first run that did not end well, if any."""
        for sample in self.each:
            if sample.stopped:
                return f"> {sample.wall:.0f} s"
            if sample.exit:
                return f"exit {sample.exit}: {sample.last_line}"
        return None

    def best(self, what: Callable[[Sample], float]) -> float:
        """Give the least: what the work takes when nothing else runs."""
        return min(map(what, self.each))

    def worst(self, what: Callable[[Sample], float]) -> float:
        """Give the most."""
        return max(map(what, self.each))

    def median(self, what: Callable[[Sample], float]) -> float:
        """Give the middle one."""
        return median(map(what, self.each))


def apart(work: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Result:
    """Do something in a fresh process, so that this one stays small: what it holds counts for what it starts."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(work, *args, **kwargs).result()


def run(command: Sequence[str], *, folder: Path, limit: float, cache: Path | None = None) -> Sample:
    """Run a command in a folder; after `limit` seconds it is killed with all that it started.

    Args:
        command: the program and its arguments.
        folder: where it runs.
        limit: seconds.
        cache: where argmap may keep what it worked out; nowhere when not given.
    """
    with tempfile.TemporaryFile() as output:
        start = perf_counter()
        with subprocess.Popen(
            command,
            cwd=folder,
            env={**ENVIRONMENT, "ARGMAP_CACHE": str(cache or "")},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        ) as process:
            timer = Timer(limit, os.killpg, (process.pid, signal.SIGKILL))
            timer.start()
            try:
                _, status, usage = os.wait4(process.pid, 0)
            except KeyboardInterrupt:
                os.killpg(process.pid, signal.SIGKILL)
                raise
            finally:
                timer.cancel()
            wall = perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        lines = output.read().decode(errors="replace").strip().splitlines()
    return Sample(
        wall=wall,
        cpu=usage.ru_utime + usage.ru_stime,
        memory=usage.ru_maxrss * 1024 / 1e6,  # kilobytes of 1024 on Linux
        exit=process.returncode,
        stopped=wall >= limit,
        last_line=lines[-1] if lines else "",
    )


def alternate(*commands: Sequence[str], times: int, folder: Path, limit: float) -> tuple[Samples, ...]:
    """Run commands in turn, so that a busy moment meets all of them; one that fails is not repeated."""
    found: list[list[Sample]] = [[] for _ in commands]
    for _ in range(times):
        for command, samples in zip(commands, found, strict=True):
            if not any(sample.stopped or sample.exit for sample in samples):
                print(f"  {' '.join(command)[-100:]}", file=sys.stderr)
                samples.append(run(command, folder=folder, limit=limit))
    return tuple(Samples(tuple(samples)) for samples in found)
