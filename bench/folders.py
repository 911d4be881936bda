"""Folders of many debates: checked, built, built again unchanged, and after one change."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from debates import Order, debate_yaml, minutes
from measure import Sample, Samples, apart, run
from plan import Plan
from table import Row, cpu, memory, seconds, wall

TITLE: Final = "Folders of many debates"
_ARGMAP: Final = (sys.executable, "-m", "argmap")
_STATEMENTS, _RELATIONS = 100, 110  # in each debate
_MANY: Final = 1_000
_AGAIN: Final = 2.0  # seconds for the second build of 1,000, unchanged
_PATIENCE: Final = 20.0  # seconds from which a run is not repeated
_LIMIT: Final = 4 * 3600.0


def measure(plan: Plan) -> Iterator[Row]:
    """Check a thousand debates, with an empty cache and again; build as many as the plan says, three times."""
    many = plan.of(_MANY, 50)
    apart(_write, plan.folder / "many", many)
    yield from _check(plan, many)
    apart(_write, plan.folder / "built", plan.debates)
    yield from _build(plan)


def _check(plan: Plan, many: int) -> Iterator[Row]:
    cache, command = (
        plan.folder / "cache-of-checks",
        (*_ARGMAP, "check", str(plan.folder / "many" / "claims")),
    )
    alone, anew, again = list[Sample](), list[Sample](), list[Sample]()
    for _ in range(plan.of(3, 1)):
        alone.append(run(command, folder=plan.folder, limit=_LIMIT))
        shutil.rmtree(cache, ignore_errors=True)
        anew.append(run(command, folder=plan.folder, limit=_LIMIT, cache=cache))
        again.append(run(command, folder=plan.folder, limit=_LIMIT, cache=cache))
    for how, found in (("keeping nothing", alone), ("with an empty cache", anew), ("again", again)):
        yield _row(f"`check` of {many:,} debates with {_STATEMENTS} statements each, {how}", found)


def _build(plan: Plan) -> Iterator[Row]:
    folder, cache = plan.folder / "built", plan.folder / "cache"
    command = (*_ARGMAP, "build", str(folder / "claims"), "-o", str(folder / "output"))
    what = f"`build` of {plan.debates:,} debates with {_STATEMENTS} statements each"
    first = run(command, folder=folder, limit=_LIMIT, cache=cache)
    yield _row(f"{what}, the first time", [first])
    if first.stopped or first.exit:
        return
    again = [run(command, folder=folder, limit=_LIMIT, cache=cache)]
    times = plan.of(5, 2) if again[0].wall < _PATIENCE else 1
    again += [run(command, folder=folder, limit=_LIMIT, cache=cache) for _ in range(times - 1)]
    best = min(map(wall, again))
    yield _row(
        f"{what}, again, nothing changed",
        again,
        goal=f"{seconds(_AGAIN)} or less for {_MANY:,}",
        reached=None if plan.debates < _MANY and best <= _AGAIN else best <= _AGAIN,
    )
    changed = []
    for number in range(times):
        file = folder / "claims" / f"debate-{number % plan.debates:04}.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("質疑", f"質疑（{number + 2}）", 1), encoding="utf-8")
        changed.append(run(command, folder=folder, limit=_LIMIT, cache=cache))
    yield _row(f"{what}, one title changed", changed)


def _row(work: str, found: list[Sample], **goal: object) -> Row:
    samples = Samples(tuple(found))
    best = (
        f"{seconds(samples.best(wall))}, {seconds(samples.best(cpu))} of CPU, {samples.worst(memory):.0f} MB"
    )
    return Row(work=work, measured=samples.failure() or best, samples={"argmap": samples.each}, **goal)  # type: ignore[arg-type]


def _write(folder: Path, count: int) -> None:
    """Write invented debates and their minutes, each from a seed of its own."""
    claims, sources = folder / "claims", folder / "sources"
    for one in (claims, sources):
        one.mkdir(parents=True)
    for number in range(count):
        order = Order(statements=_STATEMENTS, relations=_RELATIONS, seed=number)
        name = f"debate-{number:04}"
        text = debate_yaml(order, minutes=f"../sources/{name}")
        (claims / f"{name}.yaml").write_text(text, encoding="utf-8")
        for session, said in minutes(order).items():
            (sources / f"{name}-{session}.txt").write_text(said, encoding="utf-8")
