"""Support that runs in a circle.

Statements that support each other in a circle, or one that supports itself.

Nothing in a circle stands on its own: each waits for the others, and all stay undecided, however well the rest is
argued.

Find the step that was not really made, and delete it. The message names one way round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.checks import Case, place
from argmap.diagnostics import Finding, Path, Severity, Words
from argmap.graph import ArgumentGraph

SEVERITY = Severity.ERROR
NAME = Words(en="support that runs in a circle", ja="循環する支持")

_MOST_NAMES = 8


def find(case: Case) -> Iterator[Finding]:
    """One finding for each set of statements that support each other."""
    graph = case.analysis.graph
    for circle in graph.support_circles():
        way = _way_round(graph, circle)
        debate = graph.debate_of(way[0]).id
        names = [f"`{case.name(number, debate)}`" for number in (*way, way[0])]
        if len(names) > _MOST_NAMES:
            names[_MOST_NAMES - 2 : -1] = ["…"]
        shown = " → ".join(names)
        yield Finding(
            debate=debate,
            at=_step(case, way[0], way[1 % len(way)]),
            message=Words(en=f"support runs in a circle: {shown}", ja=f"支持が循環している: {shown}"),
        )


def _way_round(graph: ArgumentGraph, circle: Sequence[int]) -> list[int]:
    """A shortest way from the circle's first statement back to itself."""
    inside = set(circle)
    first = circle[0]
    came_from: dict[int, int] = {}
    waiting = [first]
    for number in waiting:
        for position in graph.steps_from[number]:
            follower = graph.steps[position].conclusion
            if follower in inside and follower not in came_from:
                came_from[follower] = number
                waiting.append(follower)
    way = [came_from[first]]
    while way[-1] != first:
        way.append(came_from[way[-1]])
    return way[::-1]


def _step(case: Case, premise: int, conclusion: int) -> Path:
    """Where the first step of the way stands; the statement itself when another one links it in."""
    verdict = case.analysis.verdicts[premise]
    for position, support in enumerate(getattr(verdict.statement, "supports", ())):
        target = case.target(verdict.debate.id, support.to)
        if target is not None and target.number == conclusion:
            return place(verdict, "supports", position)
    return place(verdict)
