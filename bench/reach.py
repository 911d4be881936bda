"""The commands by the goals of the design: starting, checking, drawing beside Argdown."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import peer
from debates import Order, write
from measure import alternate, apart
from plan import Plan
from table import NOTHING, Row, cpu, memory, seconds, spent, wall

TITLE: Final = "Commands"
_ARGMAP: Final = (sys.executable, "-m", "argmap")
_STARTS: Final = 5  # times as long as Python alone
_LIMIT: Final = 600.0  # seconds a run may take
_PER_STATEMENT: Final = 1.1  # relations in a file


def measure(plan: Plan) -> Iterator[Row]:
    """Measure row after row."""
    absent, folder = peer.install(), plan.folder
    yield _help(folder, times=plan.of(20, 3))
    yield _check(folder, 100, 0.2, None, times=plan.of(10, 3))
    for tangled in plan.of((False, True), (False,)):
        for statements, factor in plan.of(((1_000, 3), (3_000, 10)), ((1_000, 3),)):
            order = Order(
                statements=statements, relations=round(statements * _PER_STATEMENT), tangled=tangled
            )
            yield _draw(folder, order, factor, absent, times=plan.of(5, 1))
    yield _check(folder, 10_000, 2.0, 300, times=plan.of(5, 1))


def _help(folder: Path, times: int) -> Row:
    bare, argmap = (sys.executable, "-c", "pass"), (*_ARGMAP, "--help")
    alternate(bare, argmap, times=1, folder=folder, limit=_LIMIT)  # compiles to bytecode
    reference, measured = alternate(bare, argmap, times=times, folder=folder, limit=_LIMIT)
    failure, ratio = measured.failure(), measured.best(wall) / reference.best(wall)
    return Row(
        work="`argmap --help`",
        goal=f"{_STARTS} × a bare `python -c pass` or less",
        measured=failure or spent(measured, wall),
        reference=spent(reference, wall),
        ratio=NOTHING if failure else f"{ratio:.1f} ×",
        reached=not failure and ratio <= _STARTS,
        samples={"argmap": measured.each, "python": reference.each},
    )


def _check(folder: Path, statements: int, limit: float, most: float | None, times: int) -> Row:
    order = Order(statements=statements, relations=round(statements * _PER_STATEMENT))
    file, _ = apart(write, order, folder)
    (measured,) = alternate((*_ARGMAP, "check", str(file)), times=times, folder=folder, limit=_LIMIT)
    failure = measured.failure()
    size = f"{file.stat().st_size / 1e6:.1f} MB" if most else f"{file.stat().st_size / 1e3:.0f} kB"
    room = "" if most is None else f", {measured.worst(memory):.0f} MB"
    return Row(
        work=f"`check` on {statements:,} statements ({size} of YAML and their minutes)",
        goal=f"{seconds(limit)} of CPU or less" + ("" if most is None else f", {most:.0f} MB or less"),
        measured=failure or spent(measured, cpu) + room,
        reached=not failure
        and measured.best(cpu) <= limit
        and (most is None or measured.worst(memory) <= most),
        samples={"argmap": measured.each},
    )


def _draw(folder: Path, order: Order, factor: float, absent: str | None, times: int) -> Row:
    yaml, argdown = apart(write, order, folder)
    ours, theirs = folder / f"{yaml.stem}.svg", folder / "peer" / f"{argdown.stem}.svg"
    commands: list[tuple[str, ...]] = [(*_ARGMAP, "render", str(yaml), "--format", "svg", "-o", str(ours))]
    if not absent:
        commands.append(peer.to_svg(argdown, theirs.parent))
    measured, *others = alternate(*commands, times=times, folder=folder, limit=_LIMIT)
    failure = measured.failure() or _missing(ours, order)
    reference, ratio = (others[0].failure() or _missing(theirs, order), 0.0) if others else (absent, 0.0)
    stopped = any(samples.each[-1].stopped for samples in others)
    if others and not failure and (stopped or not reference):
        ratio = others[0].best(wall) / measured.best(wall)
    return Row(
        work=f"{order.statements:,} statements and {order.relations:,} relations"
        f" ({'tangled, no groups' if order.tangled else 'in groups'}) to SVG",
        goal=f"{factor} × faster than Argdown or better",
        measured=failure or spent(measured, wall),
        reference=reference or spent(others[0], wall),
        ratio=f"{'> ' * stopped}{ratio:.1f} ×" if ratio else NOTHING,
        times=ratio or None,
        peer=f"Argdown {peer.VERSION}",
        reached=False if failure else True if ratio >= factor else None if reference else False,
        samples={"argmap": measured.each, "argdown": others[0].each if others else ()},
    )


def _missing(svg: Path, order: Order) -> str | None:
    """Say what a map lacks, if anything: it must hold a box a statement and a line a relation."""
    if not svg.exists():
        return "wrote no map"
    statements, relations = peer.drawn(svg)
    if statements >= order.statements and relations >= order.relations:
        return None
    return f"draws {statements} statements and {relations} relations"
