"""How time and memory grow with the size: labelling, loading, drawing, apx; and one linear pass beside labelling."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import arrays
import framework
import pip_peers
from debates import Order, write
from fit import Curve, Point
from measure import ROOT, Samples, alternate, apart
from plan import Plan
from race import timed
from table import NOTHING, Row, growth, megabytes, memory, seconds

TITLE: Final = "Growth"
_PER_STATEMENT: Final = 1.1  # relations in a file
_PER_LABELLED: Final = 1.4  # relations in a graph to be labelled, attacks in a framework
_LIMIT: Final = 600.0
_GOAL: Final = (1_000_000, 3.0, 1_500.0, 1.1)  # statements; seconds, megabytes and exponent at most


def measure(plan: Plan) -> Iterator[Row | Curve]:
    """Measure work after work, each over its sizes; a row for the largest, then the curves."""
    yield from _labelling(plan, plan.sizes(1_000, 10_000, 100_000, 1_000_000, fewer=1))
    works = (
        ("load", ("read",), plan.sizes(100, 1_000, 10_000, 100_000, fewer=1), _file),
        ("draw", ("draw",), plan.sizes(100, 300, 1_000, 3_000, fewer=1), _file),
        ("apx", ("read", "write"), plan.sizes(1_000, 10_000, 100_000, fewer=1), _framework),
    )
    for work, steps, sizes, make in works:
        found: dict[int, Samples] = {}
        for size in sizes:
            file = apart(make, plan.folder, size)
            (found[size],) = alternate(
                timed(work)(file), times=plan.of(3, 1), folder=plan.folder, limit=_LIMIT
            )
        yield from _grown(_WHOLE[work], {step: _NAMES[work, step] for step in steps}, found)


_WHOLE: Final = {"load": "reading a debate file", "draw": "drawing to SVG", "apx": "reading and writing apx"}
_NAMES: Final = {
    ("load", "read"): "reading a debate file",
    ("draw", "draw"): "drawing to SVG",
    ("apx", "read"): "reading apx",
    ("apx", "write"): "writing apx",
}


def _labelling(plan: Plan, sizes: Sequence[int]) -> Iterator[Row | Curve]:
    python, times = pip_peers.python("numpy"), str(plan.of(5, 2))
    ours: dict[int, Samples] = {}
    theirs: dict[int, Samples] = {}
    for size in sizes:
        folder = plan.folder / f"arrays-{size}"
        apart(arrays.write, folder, size, round(size * _PER_LABELLED))
        commands = [(sys.executable, str(ROOT / "bench" / "labelling.py"), str(folder), times)]
        if python:
            commands.append((python, str(ROOT / "bench" / "linear.py"), str(folder), times))
        ours[size], *rest = alternate(*commands, times=1, folder=plan.folder, limit=_LIMIT)
        if rest:
            theirs[size] = rest[0]
    yield from _grown(
        "labelling", {"labels": "labels, both policies", "statuses": "statuses"}, ours, summed=True
    )
    size = sizes[-1]
    if ours[size].failure():
        return
    labels = min(_runs(ours[size], "labels"))
    reference, ratio, passes = "absent: pip could not install numpy", NOTHING, None
    if python:
        reference = theirs[size].failure() or ""
        if not reference:
            passes = _curve("one linear pass in numpy", "pass", theirs)
            best = passes.points[-1].value
            reference, ratio = f"one linear pass in numpy {seconds(best)}", f"{labels / best:,.0f} passes"
    yield Row(
        work=f"labels of {size:,} statements under both policies",
        measured=seconds(labels),
        reference=reference,
        ratio=ratio,
    )
    if passes:
        yield passes


def _grown(
    work: str, steps: Mapping[str, str], found: Mapping[int, Samples], *, summed: bool = False
) -> Iterator[Row | Curve]:
    """A row for the largest size, a curve of time for each step, and one of memory for all of them."""
    good = {size: samples for size, samples in found.items() if not samples.failure()}
    failed = {size: samples for size, samples in found.items() if size not in good}
    for size, samples in failed.items():
        yield Row(work=f"{work}: {size:,} statements", measured=samples.failure() or "")
    if not good:
        return
    curves = [_curve(name, step, good) for step, name in steps.items()]
    held = Curve(
        plot="memory",
        name=work,
        unit="MB",
        over="statements",
        points=tuple(
            Point(size, samples.worst(memory), tuple(one.memory for one in samples.each))
            for size, samples in good.items()
        ),
    )
    yield _row(curves, held, max(good)) if not summed else _goal(curves, held, max(good), good)
    yield from curves
    yield held


def _row(curves: Sequence[Curve], held: Curve, size: int) -> Row:
    names = [f"{curve.name} " if len(curves) > 1 else "" for curve in curves]
    each = (
        f"{name}{seconds(curve.points[-1].value)}{_power(curve)}"
        for name, curve in zip(names, curves, strict=True)
    )
    return Row(
        work=f"{held.name}: {size:,} statements",
        measured=f"{'; '.join(each)}; {megabytes(held.points[-1].value)} ({growth(held)})",
    )


def _goal(curves: Sequence[Curve], held: Curve, size: int, found: Mapping[int, Samples]) -> Row:
    """Labelling as the design wants it: labels and statuses together, of a million."""
    totals = Curve(
        plot="",
        name="labels and statuses",
        unit="s",
        over="statements",
        points=tuple(
            Point(one, sum(curve.points[place].value for curve in curves), ())
            for place, one in enumerate(found)
        ),
    )
    most, limit, room, exponent = _GOAL
    took, used, law = totals.points[-1].value, held.points[-1].value, totals.law
    (graph,) = _runs(found[size], "graph")
    parts = ", ".join(f"{curve.name} {seconds(curve.points[-1].value)}" for curve in curves)
    return Row(
        work=f"labelling {size:,} statements, {round(size * _PER_LABELLED):,} relations, loaded",
        goal=f"{seconds(limit)} or less, {megabytes(room)} or less, growth n^{exponent} at most, for {most:,}",
        measured=f"{seconds(took)} ({parts}), {megabytes(used)} (the graph alone {megabytes(graph)}){_power(totals)} from {min(found):,}",
        reached=None
        if size != most or law is None
        else took <= limit and used <= room and law.exponent <= exponent,
    )


def _power(curve: Curve) -> str:
    return f", growth {growth(curve)}" if curve.law else ""


def _curve(name: str, step: str, found: Mapping[int, Samples]) -> Curve:
    points = (Point(size, min(_runs(one, step)), tuple(_runs(one, step))) for size, one in found.items())
    return Curve(plot="growth", name=name, unit="s", over="statements", points=tuple(points))


def _runs(samples: Samples, step: str) -> list[float]:
    """Every run of a step: a program prints one figure, or one for each time that it did the work."""
    found: list[float] = []
    for sample in samples.each:
        value = json.loads(sample.last_line)[step]
        found += value if isinstance(value, list) else [value]
    return found


def _file(folder: Path, size: int) -> Path:
    return write(Order(statements=size, relations=round(size * _PER_STATEMENT)), folder)[0]


def _framework(folder: Path, size: int) -> Path:
    file = folder / f"framework-{size}.apx"
    framework.write(file, size, framework.invent(size, round(size * _PER_LABELLED)))
    return file
