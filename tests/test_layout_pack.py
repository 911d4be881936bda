"""Rectangles side by side: nothing overlaps, nothing is wider than it must be."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from argmap.layout.pack import pack

SIDES = st.integers(min_value=1, max_value=60).map(float)


@given(st.lists(st.tuples(SIDES, SIDES), max_size=20), st.integers(min_value=1, max_value=150))
def test_nothing_overlaps_and_gaps_are_kept(sizes: list[tuple[float, float]], width: int) -> None:
    corners, (wide, high) = pack(sizes, float(width), (4.0, 3.0))
    placed = [(x, y, w, h) for (x, y), (w, h) in zip(corners, sizes, strict=True)]
    for (x, y, w, h), (x2, y2, w2, h2) in combinations(placed, 2):
        assert x + w + 4 <= x2 or x2 + w2 + 4 <= x or y + h + 3 <= y2 or y2 + h2 + 3 <= y
    assert wide == max((x + w for x, _, w, _ in placed), default=0)
    assert high == max((y + h for _, y, _, h in placed), default=0)
    assert wide <= max([float(width), *(w for w, _ in sizes)])


def test_what_comes_first_stands_first_and_gaps_are_filled() -> None:
    corners, size = pack([(30, 50), (30, 20), (30, 20), (70, 10)], 70.0, (10.0, 10.0))
    assert corners == [(0, 0), (40, 0), (40, 30), (0, 60)]
    assert size == (70, 70)


def test_what_is_too_wide_stands_alone() -> None:
    corners, size = pack([(10, 10), (90, 10), (10, 10)], 50.0, (5.0, 5.0))
    assert corners == [(0, 0), (0, 15), (0, 30)]
    assert size == (90, 40)
