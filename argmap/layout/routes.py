"""Where lines run: out of the side of one thing, level through the columns between, into the side of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from argmap.layout.values import Point

_CORNER = 14.0  # of a thing's side that no line meets
_BENDS = 0.7  # how much of the way they may take to turn beside each other
_LEAVE, _ARRIVE = 4.0, 13.0  # how far a line is level where it begins, and where its head is
_PORTS = 13.0  # between two lines that meet one side


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a thing: where it is, and between which heights lines may meet it."""

    x: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Halfway down."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True, kw_only=True)
class Route:
    """One line on its way: from one side through level stretches (from x, to x, at y) to another side."""

    start: Side
    stretches: list[tuple[float, float, float]]
    end: Side
    edges: tuple[float, float]  # the x of the start's and the end's column, where the level part ends
    ports: list[float] = field(default_factory=lambda: [0.0, 0.0])
    bend: float = 0.5  # where, on the last part of the way, it turns: 0 at once, 1 at the end

    @property
    def last(self) -> float:
        """How far down it is when the last part of its way begins."""
        return self.stretches[-1][2] if self.stretches else self.ports[0]


def draw(routes: Sequence[Route]) -> list[tuple[Point, ...]]:
    """The points of every route: a start, then three for every curve."""
    _meet(routes)
    return [_points(route) for route in routes]


def _meet(routes: Sequence[Route]) -> None:
    """Spread the ends of lines over the sides that they meet, in the order of where they come from."""
    ends: defaultdict[tuple[float, float, float], list[tuple[float, int, int]]] = defaultdict(list)
    for number, route in enumerate(routes):
        after = route.stretches[0][2] if route.stretches else route.end.middle
        before = route.stretches[-1][2] if route.stretches else route.start.middle
        for end, side, toward in ((0, route.start, after), (1, route.end, before)):
            ends[side.x, side.top, side.bottom].append((toward, number, end))
    arrivals = []
    for (_, top, bottom), meeting in ends.items():
        meeting.sort()
        places = spread([toward for toward, _, _ in meeting], top, bottom)
        for (_, number, end), y in zip(meeting, places, strict=True):
            routes[number].ports[end] = y
        arrivals.append([routes[number] for _, number, end in meeting if end == 1])
    for arriving in arrivals:
        _bend(arriving)


def _bend(arriving: Sequence[Route]) -> None:
    """Let lines that come to one side from above, or from below, turn one beside the other instead of on one another.

    Args:
        arriving: the routes, in the order of their ports from top to bottom.
    """
    above = [route for route in arriving if route.last < route.ports[1]]
    below = [route for route in reversed(arriving) if route.last > route.ports[1]]
    for those in (above, below):  # what comes from farthest turns last
        for place, route in enumerate(those):
            route.bend = 0.5 + _BENDS * (0.5 - (place + 0.5) / len(those))


def spread(wanted: Sequence[float], top: float, bottom: float) -> list[float]:
    """Places between two heights, in order, near to where they are wanted, but apart from each other."""
    room = min(_CORNER, (bottom - top) / 2)
    low, high = top + room, bottom - room
    gap = min(_PORTS, (high - low) / max(1, len(wanted) - 1))
    middle, reach = (low + high) / 2, (high - low) / 2
    places: list[float] = []
    for y in wanted:
        near = y if abs(y - middle) <= reach else middle + reach * (0.5 if y > middle else -0.5)
        places.append(max(near, places[-1] + gap) if places else near)
    limit = high
    for position in range(len(places) - 1, -1, -1):
        places[position] = max(low, min(places[position], limit))
        limit = places[position] - gap
    floor = low
    for position, place in enumerate(places):
        places[position] = max(place, floor)
        floor = places[position] + gap
    return places


def _points(route: Route) -> tuple[Point, ...]:
    (first, last), (out, into) = route.ports, route.edges
    forth = 1.0 if out < into else -1.0
    points: list[Point] = [(route.start.x, first)]
    _to(points, (out + forth * _LEAVE, first))
    for x, to_x, y in route.stretches:
        _to(points, (x, y))
        _to(points, (to_x, y))
    _to(points, (into - forth * _ARRIVE, last), route.bend)
    _to(points, (route.end.x, last))
    return tuple(points)


def _to(points: list[Point], end: Point, bend: float = 0.5) -> None:
    """Go on to a point, level at both ends."""
    (x, y), (to_x, to_y) = points[-1], end
    turn = x + (to_x - x) * bend
    points += [(turn, y), (turn, to_y), end]
