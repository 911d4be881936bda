"""A race: argmap and its peers at the same work, size after size, in turn; who is stopped does not run the next size."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pip_peers
from fit import Curve, Point
from measure import ROOT, Sample, Samples, alternate
from table import NOTHING, Row, memory, seconds, wall

OURS: Final = "argmap"
_CONTESTANTS: Final = str(ROOT / "bench" / "contestants.py")
Command = Callable[[Path], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """Who runs, on what.

    Attributes:
        work: the work in words; `{size}` is the number of arguments.
        over: what the size counts.
        plot: the slug of the picture.
        step: the step that is compared: a key of what the programs print, or `wall` for the whole process.
        commands: by program; argmap's is called `argmap`.
        absent: by peer, why it cannot run.
        goal: how many times as long as argmap a peer is to take; None when nothing is to be reached.
        within: a size, and the seconds in which argmap is to be done with it; None when nothing is to be reached.
        count: says how many arguments argmap finds in, where its command does not print that.
        limit: seconds a run may take.
    """

    work: str
    over: str
    plot: str
    step: str
    commands: Mapping[str, Command]
    absent: Mapping[str, str] = field(default_factory=dict)
    goal: float | None = None
    within: tuple[int, float] | None = None
    count: Callable[[Path], int | None] | None = None
    limit: float = 60.0

    def run(self, files: Mapping[int, Path], times: int) -> Iterator[Row | Curve]:
        """Run every size; give a row a peer at the largest size that it bore, and one where it was stopped."""
        found: dict[str, dict[int, Samples]] = {name: {} for name in self.commands}
        for size, file in files.items():
            going = [name for name, runs in found.items() if not any(one.failure() for one in runs.values())]
            commands = [self.commands[name](file) for name in going]
            results = alternate(*commands, times=times, folder=file.parent, limit=self.limit)
            for name, samples in zip(going, results, strict=True):
                found[name][size] = samples
        if self.within:
            yield self._alone(found[OURS], *self.within)
        for peer, runs in found.items():
            if peer != OURS:
                yield from self._rows(peer, runs, found[OURS], files)
        for peer, why in self.absent.items():
            size = max(files)
            yield self._row(peer, size, found[OURS].get(size), None, why)
        yield from (curve for name, runs in found.items() for curve in self._curves(name, runs))

    def _alone(self, ours: Mapping[int, Samples], size: int, limit: float) -> Row:
        """What argmap takes at the size for which there is a goal, or at the largest that was run."""
        run = size if size in ours else max(ours)
        took = None if ours[run].failure() else self._best(ours[run])
        return Row(
            work=self.work.format(size=run),
            goal=f"{seconds(limit)} or less for {size:,}",
            measured=self._say(ours[run]),
            reached=None if run != size else took is not None and took <= limit,
            samples={OURS: ours[run].each},
        )

    def _rows(
        self, peer: str, runs: Mapping[int, Samples], ours: Mapping[int, Samples], files: Mapping[int, Path]
    ) -> Iterator[Row]:
        borne = [size for size, samples in runs.items() if not samples.failure()]
        failed = [size for size in runs if size not in borne]
        for size in (*borne[-1:], *failed):
            words = self._differ(files[size], ours.get(size), runs[size])
            yield self._row(peer, size, ours.get(size), runs[size], differ=words)

    def _row(
        self,
        peer: str,
        size: int,
        ours: Samples | None,
        theirs: Samples | None,
        why: str = "",
        differ: str = "",
    ) -> Row:
        mine = self._best(ours) if ours and not ours.failure() else None
        stopped = theirs is not None and theirs.each[-1].stopped
        their = self._best(theirs) if theirs and not theirs.failure() else self.limit if stopped else None
        ratio = their / mine if mine and their else None
        return Row(
            work=self.work.format(size=size),
            goal=f"{self.goal:.0f} × faster than {peer}" if self.goal else NOTHING,
            measured=self._say(ours),
            reference=f"{peer}: {why or self._say(theirs)}{differ}",
            ratio=f"{'> ' * stopped}{ratio:,.1f} ×" if ratio else NOTHING,
            times=ratio,
            peer=peer,
            reached=None if not self.goal or ratio is None or differ else _meets(ratio, self.goal, stopped),
            samples={
                name: samples.each for name, samples in ((OURS, ours), (peer, theirs)) if samples is not None
            },
        )

    def _differ(self, file: Path, ours: Samples | None, theirs: Samples) -> str:
        """Say how many arguments each found to be in, where both say so and they are not as many."""
        their = _printed(theirs.each[0]).get("in")
        if their is None or ours is None or ours.failure():
            return ""
        mine = self.count(file) if self.count else _printed(ours.each[0]).get("in")
        return "" if mine is None or mine == their else f"; **answers differ: {mine} and {their} are in**"

    def _best(self, samples: Samples) -> float:
        return min(_steps(samples, self.step))

    def _say(self, samples: Samples | None) -> str:
        if samples is None:
            return "not run: a smaller size failed"
        if failure := samples.failure():
            return failure
        if self.step == "wall":
            return f"{seconds(samples.best(wall))}, {samples.worst(memory):.0f} MB"
        return f"{seconds(self._best(samples))} (whole process {seconds(samples.best(wall))})"

    def _curves(self, name: str, runs: Mapping[int, Samples]) -> Iterator[Curve]:
        good = {size: samples for size, samples in runs.items() if not samples.failure()}
        stopped = [size for size, samples in runs.items() if samples.each[-1].stopped]
        points = [Point(size, self._best(one), tuple(_steps(one, self.step))) for size, one in good.items()]
        if points:
            end = (stopped[0], self.limit) if stopped else None
            yield Curve(
                plot=self.plot,
                name=name,
                unit="s",
                over=self.over,
                points=tuple(points),
                whole=self.step == "wall",
                stopped=end,
            )


def peers(names: Sequence[str], works: Mapping[str, str]) -> tuple[dict[str, Command], dict[str, str]]:
    """Install peers from PyPI; give the commands of those that could be, and why the others are absent.

    Args:
        names: as pip knows them.
        works: by name, what bench/contestants.py calls its work; the name itself when not given.
    """
    commands: dict[str, Command] = {}
    absent: dict[str, str] = {}
    for name in names:
        program = pip_peers.python(name)
        if program is None:
            absent[pip_peers.named(name)] = "absent: pip could not install it"
        else:
            commands[pip_peers.named(name)] = _command(program, works.get(name, name))
    return commands, absent


def timed(work: str) -> Command:
    """Give the command for a piece of argmap's own work (bench/timed.py)."""
    return lambda file: (sys.executable, str(ROOT / "bench" / "timed.py"), work, str(file))


def _command(program: str, work: str) -> Command:
    return lambda file: (program, _CONTESTANTS, work, str(file))


def _steps(samples: Samples, step: str) -> list[float]:
    if step == "wall":
        return [sample.wall for sample in samples.each]
    return [float(_printed(sample)[step]) for sample in samples.each]


def _printed(sample: Sample) -> Mapping[str, float]:
    """The figures that a program printed last; none where it printed something else."""
    try:
        found = json.loads(sample.last_line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _meets(ratio: float, goal: float, stopped: bool) -> bool | None:  # noqa: FBT001 - private
    """Whether a goal is reached; one that was stopped too early to tell does not say."""
    return True if ratio >= goal else None if stopped else False
