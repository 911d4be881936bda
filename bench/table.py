"""What is measured, as rows and curves, and how both are written in Markdown."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from fit import Curve
from measure import Sample, Samples

NOTHING: Final = "–"
_HEADS: Final = ("work", "to reach", "argmap", "peer or reference", "ratio", "reached")
_REACHED: Final = {True: "yes", False: "**no**", None: NOTHING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table, in words, and the samples behind it.

    Attributes:
        work: what is done.
        goal: what is to be reached.
        measured: what argmap took.
        reference: what the peer or the reference took.
        ratio: one in relation to the other.
        times: how many times as long as argmap the peer took, for the picture; None where nothing can be compared.
        peer: the peer by name, for the picture.
        reached: whether the goal is reached; None where there is none, or it could not be seen.
        samples: every run, by program.
    """

    work: str
    measured: str
    goal: str = NOTHING
    reference: str = NOTHING
    ratio: str = NOTHING
    times: float | None = None
    peer: str = ""
    reached: bool | None = None
    samples: Mapping[str, object] = field(default_factory=dict)


def markdown(rows: Sequence[Row]) -> Iterator[str]:
    """Write the table, without the columns that hold nothing."""
    lines = [
        (row.work, row.goal, row.measured, row.reference, row.ratio, _REACHED[row.reached]) for row in rows
    ]
    kept = [column for column in range(len(_HEADS)) if any(line[column] != NOTHING for line in lines)]
    yield f"| {' | '.join(_HEADS[column] for column in kept)} |"
    yield f"|{'---|' * len(kept)}"
    yield from (f"| {' | '.join(line[column].replace('|', '/') for column in kept)} |" for line in lines)


def curve_table(curves: Sequence[Curve]) -> Iterator[str]:
    """Write what each size took, a line a curve, with the exponent of the growth."""
    sizes = sorted({point.size for curve in curves for point in curve.points})
    yield f"| {curves[0].over} | {' | '.join(f'{size:,}' for size in sizes)} | growth |"
    yield f"|---|{'---|' * len(sizes)}---|"
    for curve in curves:
        say = seconds if curve.unit == "s" else megabytes
        took = {point.size: say(point.value) for point in curve.points}
        if curve.stopped:
            took[curve.stopped[0]] = f"> {curve.stopped[1]:.0f} s"
        cells = [took.get(size, NOTHING) for size in sizes]
        yield f"| {curve.name} | {' | '.join(cells)} | {growth(curve)} |"


def growth(curve: Curve) -> str:
    """Say how a curve grows: seconds by the fitted exponent, memory by what each further one takes at the end."""
    if curve.unit == "MB":
        if len(curve.points) < 2:  # noqa: PLR2004 - two points have a difference
            return NOTHING
        (few, less, _), (many, more, _) = curve.points[-2:]
        return f"{(more - less) / (many - few) * 1000:.1f} kB each"
    return f"n^{curve.law.exponent:.2f}" if curve.law else NOTHING


def wall(sample: Sample) -> float:
    """Seconds on the wall."""
    return sample.wall


def cpu(sample: Sample) -> float:
    """Seconds of processor time."""
    return sample.cpu


def memory(sample: Sample) -> float:
    """Peak resident set, in MB."""
    return sample.memory


def spent(samples: Samples, what: Callable[[Sample], float]) -> str:
    """Say how many seconds were spent: the best, and the median in brackets."""
    return f"{seconds(samples.best(what))} ({seconds(samples.median(what))})"


def seconds(value: float) -> str:
    """Write a duration: milliseconds below one second, seconds above."""
    if value >= 1:
        return f"{value:.2f} s" if value < 100 else f"{value:.0f} s"  # noqa: PLR2004 - three figures
    return f"{value * 1000:.0f} ms" if value >= 0.01 else f"{value * 1000:.2g} ms"  # noqa: PLR2004


def megabytes(value: float) -> str:
    """Write an amount of memory."""
    return f"{value:,.0f} MB"
