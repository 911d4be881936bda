"""Which statements one piece of evidence would decide: the standing that hangs on what nobody has shown yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from argmap.graph import ArgumentGraph
from argmap.semantics.analysis import Analysis
from argmap.semantics.derivation import Rules, proof

EFFORT = 200_000
"""So many labels of statements are decided at most; where more hangs together, only the first are looked at."""


def turned_by_evidence(
    analysis: Analysis, numbers: Iterable[int], *, effort: int = EFFORT
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """For each statement, the others whose standing evidence for it would turn, if any: they would fall, or stand.

    Args:
        analysis: the debates as they are.
        numbers: the statements, by number.
        effort: how many labels may be decided.

    Yields:
        The number of the statement, and those of the others in order.
    """
    graph, undercuts = analysis.graph, _undercuts(analysis.graph)
    for number in numbers:
        reached = _reached(graph, number, undercuts)
        bearing = graph.bearing_on(reached)
        effort -= len(bearing)
        if effort < 0:
            return
        rules = Rules(graph, bearing)
        derived = rules.derive([proof(rules.place[number])])
        turned = tuple(
            other
            for other in sorted(reached)
            if rules.stands(derived, other) != analysis.verdicts[other].status.stands
        )
        if turned:
            yield number, turned


def _undercuts(graph: ArgumentGraph) -> dict[int, list[int]]:
    """By number, what is touched where a statement undercuts steps: their premises and their conclusions."""
    found: dict[int, list[int]] = defaultdict(list)
    for step in graph.steps:
        for other in step.undercutters:
            found[other] += [*step.premises, step.conclusion]
    return found


def _reached(graph: ArgumentGraph, number: int, undercuts: dict[int, list[int]]) -> set[int]:
    """A statement, and every other whose standing can depend on it."""
    found, waiting = {number}, [number]
    for one in waiting:  # grows meanwhile
        led = (graph.steps[position].conclusion for position in graph.steps_from[one])
        fresh = {*graph.rebuts[one], *graph.backs[one], *undercuts.get(one, ()), *led} - found
        found |= fresh
        waiting += sorted(fresh)
    return found
