"""The outlines that say the role, and the ends of lines that say the relation."""

from __future__ import annotations

from argmap.layout.values import Point
from argmap.picture.values import Kind, Role

CUT = 10.0
"""How much of its corners a rebuttal lacks, and how big the folded corner of evidence is."""
ROUND = 15.0
"""How round a question is."""
_EARLY = 0.4  # how far along its curve a sign stands
HEADS: dict[Kind, float] = {
    "rebuts": 10.0,
    "supports": 10.0,
    "backs": 7.0,
    "answers": 1.0,
    "undercuts": 6.0,
    "about": 0.0,
}
"""How far before its end a line stops, to leave room for its head."""


def number(value: float) -> str:
    """A number with one decimal place, as short as it gets."""
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"


def outline(role: Role, x: float, y: float, width: float, height: float) -> str:
    """The path of a box.

    A claim is a rectangle, a rebuttal has its corners cut, evidence is a sheet with a folded corner, a question and a
    reference are round.
    """
    right, bottom = x + width, y + height
    if role == "rebuttal":
        cut = min(CUT, height / 3)
        return _polygon(
            (x + cut, y), (right - cut, y), (right, y + cut), (right, bottom - cut),
            (right - cut, bottom), (x + cut, bottom), (x, bottom - cut), (x, y + cut),
        )  # fmt: skip
    if role == "evidence":
        return _polygon((x, y), (right - CUT, y), (right, y + CUT), (right, bottom), (x, bottom))
    if role in ("question", "reference"):
        return _round(x, y, width, height, min(ROUND, height / 2))
    return _polygon((x, y), (right, y), (right, bottom), (x, bottom))


def head(role: Role, x: float, y: float, width: float, height: float) -> str:
    """The path of the strip at the head of a claim or a rebuttal."""
    right, bottom = x + width, y + height
    if role == "rebuttal":
        return _polygon(
            (x + CUT, y), (right - CUT, y), (right, y + CUT), (right, bottom), (x, bottom), (x, y + CUT)
        )
    return _polygon((x, y), (right, y), (right, bottom), (x, bottom))


def fold(x: float, y: float, width: float) -> str:
    """The path of the folded corner of evidence."""
    right = x + width
    return _polygon((right - CUT, y), (right, y + CUT), (right - CUT, y + CUT))


def way(points: tuple[Point, ...], kind: Kind, *, headed: bool) -> str:
    """The path of a line, which stops where its head begins."""
    points = (*points[:-1], _back(points, HEADS[kind])) if headed else points
    return _curves(points)


def _curves(points: tuple[Point, ...]) -> str:
    first, rest = points[0], points[1:]
    curves = (rest[k : k + 3] for k in range(0, len(rest), 3))
    return f"M{_point(first)}" + "".join(_curve(a, b, c) for a, b, c in curves)


def halo(points: tuple[Point, ...], *, to_junction: bool) -> str:
    """The path of a line without its first and last stretches, where it may meet others; empty if no more is left."""
    inner = points[3 : -6 if to_junction else -3]
    return _curves(inner) if len(inner) > 1 else ""


def tip(points: tuple[Point, ...], kind: Kind) -> str:
    """The path of a line's head.

    A full triangle rebuts, a hollow one supports, a dot backs, an open one answers, a cross undercuts.
    """
    (x, y), (ux, uy) = points[-1], _direction(points)
    nx, ny = -uy, ux

    def at(back: float, aside: float) -> Point:
        return x - ux * back + nx * aside, y - uy * back + ny * aside

    if kind in ("rebuts", "supports"):
        return _polygon((x, y), at(10, 4.6), at(10, -4.6))
    if kind == "backs":
        a, b = at(7, 0), at(0.2, 0)
        return f"M{_point(a)}A3.4 3.4 0 1 1 {_point(b)}A3.4 3.4 0 1 1 {_point(a)}Z"
    if kind == "answers":
        return f"M{_point(at(8.5, 5))}L{_point((x, y))}L{_point(at(8.5, -5))}"
    if kind == "undercuts":
        return f"M{_point(at(10.5, 4.5))}L{_point(at(1.5, -4.5))}M{_point(at(10.5, -4.5))}L{_point(at(1.5, 4.5))}"
    return ""


def on_the_way(points: tuple[Point, ...]) -> Point:
    """A place on a line for a sign: in its middle curve, a little before the middle, where fewer lines cross."""
    start = 3 * ((len(points) - 1) // 3 // 2)
    t = _EARLY
    shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    x, y = (
        sum(share * point[k] for share, point in zip(shares, points[start : start + 4], strict=True))
        for k in (0, 1)
    )
    return x, y


def _direction(points: tuple[Point, ...]) -> Point:
    """Where a line is going when it ends; every line ends level."""
    return (1.0 if points[-1][0] > points[-2][0] else -1.0), 0.0


def _back(points: tuple[Point, ...], length: float) -> Point:
    (x, y), (ux, uy) = points[-1], _direction(points)
    return x - ux * length, y - uy * length


def _polygon(*points: Point) -> str:
    return "M" + "L".join(_point(point) for point in points) + "Z"


def _round(x: float, y: float, width: float, height: float, radius: float) -> str:
    right, bottom, arc = x + width, y + height, f"A{number(radius)} {number(radius)} 0 0 1 "
    return (
        f"M{_point((x + radius, y))}L{_point((right - radius, y))}{arc}{_point((right, y + radius))}"
        f"L{_point((right, bottom - radius))}{arc}{_point((right - radius, bottom))}"
        f"L{_point((x + radius, bottom))}{arc}{_point((x, bottom - radius))}"
        f"L{_point((x, y + radius))}{arc}{_point((x + radius, y))}Z"
    )


def _curve(first: Point, second: Point, end: Point) -> str:
    if first[1] == second[1] == end[1]:
        return f"L{_point(end)}"
    return f"C{_point(first)} {_point(second)} {_point(end)}"


def _point(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
