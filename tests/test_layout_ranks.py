"""Columns: what bears on something stands to the right of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.layout.ranks import ranks

EDGES = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(1, 2)).filter(
        lambda edge: edge[0] != edge[1]
    ),
    max_size=20,
)


@given(EDGES)
def test_without_circles_every_source_is_right_of_its_target(edges: list[tuple[int, int, int]]) -> None:
    downward = [(max(a, b), min(a, b), span) for a, b, span in edges]
    column = ranks(8, downward)
    assert all(column[source] >= column[target] + span for source, target, span in downward)


@given(EDGES)
def test_a_circle_is_broken_and_no_edge_stays_in_its_column(edges: list[tuple[int, int, int]]) -> None:
    column = ranks(8, edges)
    assert all(abs(column[source] - column[target]) >= span for source, target, span in edges)


def test_a_target_moves_near_to_its_sources() -> None:
    chain = [(1, 0, 1), (2, 1, 1), (3, 2, 1)]
    assert ranks(5, [*chain, (3, 4, 1)]) == [0, 1, 2, 3, 2]


def test_two_that_attack_each_other_are_neighbours() -> None:
    assert sorted(ranks(2, [(0, 1, 1), (1, 0, 1)])) == [0, 1]


def test_a_long_chain_needs_no_deep_stack() -> None:
    assert ranks(5_000, [(k + 1, k, 1) for k in range(4_999)])[-1] == 4_999
