"""The work that is measured: one function a kind of row."""

import json
import sys
from collections.abc import Iterator
from math import log
from pathlib import Path
from statistics import linear_regression
from typing import Final

import peer
from debates import Order, write
from measure import alternate
from table import NOTHING, Row, cpu, memory, seconds, spent, wall

_ARGMAP: Final = (sys.executable, "-m", "argmap")
_STARTS: Final = 5  # times as long as Python alone
_LIMIT: Final = 600.0  # seconds a run may take
_PER_STATEMENT: Final = 1.1  # relations in a file
_PER_LABELLED: Final = 1.4  # relations in a graph to be labelled
_LABELLING: Final = Path(__file__).resolve().parent / "labelling.py"
_LINEAR: Final = 1.2  # the exponent below which growth counts as linear: caches cost more as data grow


def rows(folder: Path, *, quick: bool) -> Iterator[Row]:
    """Measure row after row; files go into the folder. Quick is one run each, on fewer debates."""
    absent = peer.install()
    yield _help(folder, times=3 if quick else 20)
    yield _check(folder, 100, 0.2, None, times=3 if quick else 10)
    for tangled in (False,) if quick else (False, True):
        for statements, factor in ((1_000, 3), (3_000, 10)):
            order = Order(
                statements=statements, relations=round(statements * _PER_STATEMENT), tangled=tangled
            )
            yield _draw(folder, order, factor, absent, times=1 if quick else 5)
    yield _check(folder, 10_000, 2.0, 300, times=1 if quick else 5)
    yield _label((1_000, 10_000, 100_000) if quick else (10_000, 100_000, 1_000_000), 3.0, folder)


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
    file, _ = write(order, folder)
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
    yaml, argdown = write(order, folder)
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


def _label(sizes: tuple[int, ...], limit: float, folder: Path) -> Row:
    found: dict[int, dict[str, list[float]]] = {}
    for size in sizes:
        command = (sys.executable, str(_LABELLING), str(size), str(round(size * _PER_LABELLED)), "3")
        (samples,) = alternate(command, times=1, folder=folder, limit=_LIMIT)
        if failure := samples.failure():
            return Row(work="labelling", goal=f"{seconds(limit)} or less", measured=failure, reached=False)
        found[size] = json.loads(samples.each[0].last_line)
    best = {
        size: {policy: min(runs) for policy, runs in policies.items()} for size, policies in found.items()
    }
    totals = [sum(policies.values()) for policies in best.values()]
    growth = linear_regression([log(size) for size in sizes], [log(total) for total in totals]).slope
    parts = ", ".join(f"{policy} {seconds(took)}" for policy, took in best[sizes[-1]].items())
    return Row(
        work=f"labelling {sizes[-1]:,} statements, {round(sizes[-1] * _PER_LABELLED):,} relations, loaded",
        goal=f"{seconds(limit)} or less, linear (below n^{_LINEAR})",
        measured=f"{seconds(totals[-1])} ({parts}), growth n^{growth:.2f} from {sizes[0]:,}",
        reached=totals[-1] <= limit and growth < _LINEAR,
        samples={str(size): policies for size, policies in found.items()},
    )
