"""Curves over the size of the input, and the power of the size with which they grow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from statistics import linear_regression
from typing import Literal, NamedTuple

Unit = Literal["s", "MB"]


class Point(NamedTuple):
    """What one size took: the best of the runs (of memory the most), and all of them."""

    size: int
    value: float
    runs: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """What one program took for one kind of work, by size.

    Attributes:
        plot: the slug of the picture in which it is drawn.
        name: the work, in words; in a picture of several programs the program.
        unit: seconds, or megabytes of 10^6 bytes.
        over: what is counted as the size: statements, arguments.
        points: by rising size.
        whole: whether it is of whole processes; their start hides how the work grows, so no law is fitted.
        stopped: the size at which it was ended because its time was up, and after how many seconds; None when it was not.
    """

    plot: str
    name: str
    unit: Unit
    over: str
    points: tuple[Point, ...]
    whole: bool = False
    stopped: tuple[int, float] | None = None

    @property
    def law(self) -> Law | None:
        """The power law that lies nearest; None with fewer than three points, and of whole processes."""
        if self.whole:
            return None
        return power_law([(point.size, point.value) for point in self.points])


class Law(NamedTuple):
    """`factor * size ** exponent`."""

    factor_log: float
    exponent: float


def power_law(points: Sequence[tuple[float, float]]) -> Law | None:
    """Fit a power law by least squares on the logarithms of both; None with fewer than three points.

    Args:
        points: sizes and values, all above zero.
    """
    if len(points) < 3:  # noqa: PLR2004 - two points fit any law
        return None
    slope, intercept = linear_regression(
        [log(size) for size, _ in points], [log(value) for _, value in points]
    )
    return Law(intercept, slope)
