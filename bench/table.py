"""The table: one row for each piece of work."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from measure import Sample, Samples

NOTHING: Final = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table, in words, and the samples behind it.

    Attributes:
        work: what is done.
        goal: what is to be reached.
        measured: what argmap took.
        reference: what the peer or the reference took.
        ratio: one in relation to the other.
        reached: whether the goal is reached; None where it could not be seen.
        samples: every run, by program; seconds, or whole samples.
    """

    work: str
    goal: str
    measured: str
    reference: str = NOTHING
    ratio: str = NOTHING
    reached: bool | None = None
    samples: Mapping[str, object] = field(default_factory=dict)


def markdown(rows: Sequence[Row], about: Mapping[str, str]) -> str:
    """Write the table and, above it, on what it was measured."""
    lines = [
        "; ".join(f"{name} {value}" for name, value in about.items()),
        "",
        "| work | to reach | measured argmap | peer or reference | ratio | reached |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        reached = {True: "yes", False: "**no**", None: "not known"}[row.reached]
        cells = (row.work, row.goal, row.measured, row.reference, row.ratio, reached)
        lines.append(f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |")
    return "\n".join(lines)


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
    """Write a duration as milliseconds below one second, as seconds above."""
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.2f} s"
