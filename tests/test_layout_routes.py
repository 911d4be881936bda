"""Where lines meet a box, and how they turn."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.layout.routes import Route, Side, draw, spread

HEIGHTS = st.lists(st.integers(-500, 500).map(float), max_size=30).map(sorted)


@given(HEIGHTS, st.integers(0, 100), st.integers(1, 200))
def test_ends_keep_their_order_and_stay_on_the_side(wanted: list[float], top: int, high: int) -> None:
    places = spread(wanted, float(top), float(top + high))
    assert len(places) == len(wanted)
    assert all(one <= other for one, other in pairwise(places))
    assert all(top <= place <= top + high for place in places)


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        ([50.0], [50.0]),
        ([70.0], [70.0]),
        ([400.0], [68.0]),
        ([-400.0], [32.0]),
        ([50.0, 50.0], [50.0, 63.0]),
        ([-9.0, -8.0, 300.0], [32.0, 45.0, 68.0]),
    ],
)
def test_a_line_goes_straight_where_it_can(wanted: list[float], places: list[float]) -> None:
    assert spread(wanted, 0.0, 100.0) == places


def route(start: float, end: Side, *stretches: tuple[float, float, float]) -> Route:
    side = Side(x=200.0, top=start - 20, bottom=start + 20)
    return Route(start=side, stretches=list(stretches), end=end, edges=(200.0, end.x))


def test_lines_from_one_direction_turn_beside_each_other() -> None:
    end = Side(x=100.0, top=0.0, bottom=100.0)
    lines = draw(
        [route(-400.0, end), route(-300.0, end), route(300.0, end), route(400.0, end), route(50.0, end)]
    )
    turns = [points[4][0] for points in lines]
    assert turns[0] < turns[1]
    assert turns[3] < turns[2]


def test_a_line_is_level_at_both_ends_and_on_its_stretches() -> None:
    end = Side(x=0.0, top=0.0, bottom=40.0)
    (points,) = draw([route(200.0, end, (150.0, 100.0, 120.0))])
    assert (150.0, 120.0) in points
    assert (100.0, 120.0) in points
    assert points[0][0] == 200.0
    assert points[-1][0] == 0.0
    assert points[-1][1] == points[-2][1]
    assert len(points) % 3 == 1


def test_a_line_may_run_to_the_right() -> None:
    start, end = Side(x=0.0, top=0.0, bottom=40.0), Side(x=100.0, top=0.0, bottom=40.0)
    (points,) = draw([Route(start=start, stretches=[], end=end, edges=(0.0, 100.0))])
    assert [x for x, _ in points] == sorted(x for x, _ in points)
