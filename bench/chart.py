"""Growth curves on two logarithmic scales: marks where it was measured, the fitted power law dotted through them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, exp, floor, log10
from typing import Final

import svg
from fit import Curve, Unit
from table import growth, megabytes, seconds

_LEFT, _RIGHT, _TOP, _BOTTOM, _HEIGHT = 76, 300, 60, 52, 470
_APART: Final = 19  # pixels between the labels of two curves
_SCALES: Final[dict[Unit, str]] = {"s": "time", "MB": "memory, peak"}


@dataclass(frozen=True, slots=True)
class Scale:
    """A logarithmic scale over whole decades, from one pixel to another."""

    low: int
    high: int
    start: float
    end: float

    @classmethod
    def over(cls, values: Sequence[float], start: float, end: float) -> Scale:
        """The scale that holds all values."""
        low, high = floor(log10(min(values)) + 1e-9), ceil(log10(max(values)) - 1e-9)
        return cls(low, max(high, low + 1), start, end)

    def at(self, value: float) -> float:
        """Where a value stands."""
        return self.start + (log10(value) - self.low) / (self.high - self.low) * (self.end - self.start)

    def decades(self) -> list[float]:
        """The powers of ten."""
        return [10.0**power for power in range(self.low, self.high + 1)]


def chart(title: str, curves: Sequence[Curve]) -> str:
    """Draw curves of one unit, each named at its end.

    Raises:
        ValueError: there is none.
    """
    if not curves:
        raise ValueError(f"no curves for {title}")
    stops = [curve.stopped for curve in curves if curve.stopped]
    points = [point[:2] for curve in curves for point in curve.points] + stops
    across = Scale.over([size for size, _ in points], _LEFT, svg.WIDTH - _RIGHT)
    up = Scale.over([value for _, value in points], _HEIGHT - _BOTTOM, _TOP)
    parts = [*_axes(across, up, curves[0]), *_curves(across, up, curves), *_labels(across, up, curves)]
    return svg.sheet(title, ". ".join(map(_said, curves)) + ".", _HEIGHT, parts)


def _axes(across: Scale, up: Scale, curve: Curve) -> Iterator[str]:
    for size in across.decades():
        yield svg.line([(across.at(size), up.start), (across.at(size), up.end)], "grid")
        yield svg.text(across.at(size), up.start + 18, f"{size:,.0f}", kind="pale", anchor="middle")
    for value in up.decades():
        yield svg.line([(across.start, up.at(value)), (across.end, up.at(value))], "grid")
        yield svg.text(
            across.start - 8, up.at(value) + 4, _mark(value, curve.unit), kind="pale", anchor="end"
        )
    yield svg.text((across.start + across.end) / 2, up.start + 40, curve.over, anchor="middle")
    yield svg.text(
        across.start, up.end - 8, f"{_SCALES[curve.unit]} (each line is ten times the one below)", kind="pale"
    )


def _curves(across: Scale, up: Scale, curves: Sequence[Curve]) -> Iterator[str]:
    for number, curve in enumerate(curves):
        ink = f"l{number % svg.SHAPES}"
        ends = [(across.at(size), up.at(value)) for size, value, _ in curve.points]
        yield svg.line(ends, f"data {ink}")
        if curve.law and curve.unit == "s":
            sizes = (curve.points[0].size, curve.points[-1].size)
            fitted = [(size, exp(curve.law.factor_log) * size**curve.law.exponent) for size in sizes]
            inside = [(across.at(size), min(up.at(value), up.start)) for size, value in fitted]
            yield svg.line(inside, f"fit {ink}")
        yield from (svg.marker(x, y, number) for x, y in ends)
        if curve.stopped:
            x, y = across.at(curve.stopped[0]), up.at(curve.stopped[1])
            yield svg.line([ends[-1], (x, y)], f"fit {ink}")
            yield svg.line([(x - 5, y + 1), (x, y - 6), (x + 5, y + 1)], f"data {ink}")


def _labels(across: Scale, up: Scale, curves: Sequence[Curve]) -> Iterator[str]:
    """Name every curve beside its end, as far down as the one above leaves room for."""
    ends = []
    for number, curve in enumerate(curves):
        size, value = curve.stopped or curve.points[-1][:2]
        ends.append((up.at(value), across.at(size), number))
    ends.sort()
    places: list[float] = []
    for y, _, _ in ends:
        places.append(max(y, places[-1] + _APART) if places else y)
    beyond = max(0.0, places[-1] - up.start)
    x = across.end + 22
    for (y, from_x, number), wanted in zip(ends, places, strict=True):
        place, curve = wanted - beyond, curves[number]
        yield svg.line([(from_x + 7, y), (x - 12, place), (x - 4, place)], "lead")
        yield svg.marker(x + 4, place, number)
        if curve.stopped:
            yield svg.text(x + 14, place + 4, f"{curve.name}: > {curve.stopped[1]:.0f} s")
        elif curve.law and curve.unit == "s":
            yield svg.text(x + 14, place + 4, f"{curve.name}: n", power=f"{curve.law.exponent:.2f}")
        else:
            also = growth(curve)
            yield svg.text(x + 14, place + 4, curve.name if len(also) == 1 else f"{curve.name}: {also}")


def _said(curve: Curve) -> str:
    say = seconds if curve.unit == "s" else megabytes
    took = ", ".join(f"{size:,} {curve.over} {say(value)}" for size, value, _ in curve.points)
    stopped = f", stopped at {curve.stopped[0]:,} after {curve.stopped[1]:.0f} s" if curve.stopped else ""
    return f"{curve.name}: {took}{stopped}"


def _mark(value: float, unit: Unit) -> str:
    if unit == "MB":
        return f"{value:,.0f} MB"
    for factor, name in ((1, "s"), (1e3, "ms"), (1e6, "µs")):
        if value * factor >= 0.999:  # noqa: PLR2004 - one, but for rounding
            return f"{value * factor:,.0f} {name}"
    return f"{value * 1e9:,.0f} ns"
