"""The relations as the labelling follows them: from what decides to what is decided.

The items of the network are the statements, by number, and behind them the joints. A joint is a step that needs more
than one premise: it has several, or somebody undercuts it. Every other step is as its premise is and needs no item.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import add, attrgetter
from typing import Protocol

from argmap.graph import ArgumentGraph, Step
from argmap.model import Evidence, Statement

BACKED = -1
"""What `grounds` holds for an item that is backed."""

_Links = list[Sequence[int]]


class Links(Protocol):
    """What every item leads to."""

    def __getitem__(self, item: int, /) -> Iterable[int]:
        """What one item leads to."""
        ...


class Tally(Protocol):
    """A count for every item."""

    def __len__(self) -> int:
        """The number of items."""
        ...

    def __iter__(self) -> Iterator[int]:
        """The counts, by item."""
        ...

    def __getitem__(self, item: int, /) -> int:
        """The count of one item."""
        ...

    def __setitem__(self, item: int, count: int, /) -> None:
        """Change the count of one item."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The relations by their source, and what every item waits for. Built once, used under both policies.

    Attributes:
        count: the number of statements, and so of the first joint.
        attacks: by item, the statements that it rebuts and the joints that it undercuts.
        supports: by item, the conclusions that it leads to and the joints that it is a premise of.
        lends: by item, what it can make backed: what it supports, and what it backs as evidence.
        waits: by item, how much must come true before it is in: every attacker out; of a joint, every premise in; of
            a statement in which steps conclude, one of them in.
        routes: by item, how many failures put it out: of a statement as many as steps conclude in it, of a joint one.
        grounds: by item, how much can still make it backed, with 0 for never: of a statement, so many pieces of
            evidence and steps, any of which will do; of a joint, its premises, which all must.
        conceded: the statements that are out from the outset.
    """

    count: int
    attacks: Links
    supports: Links
    lends: Links
    waits: Tally
    routes: Tally
    grounds: Tally
    conceded: Sequence[int]


def network_of(graph: ArgumentGraph) -> Network:
    """The network of a graph, in lists."""
    supports, joints = _supports(graph)
    lends = supports.copy()
    for number, backed in enumerate(graph.backs):
        if backed:
            lends[number] = [*supports[number], *backed]
    routes = list(map(len, graph.steps_to))
    waits = list(map(add, map(len, graph.rebutters), map(bool, routes)))
    grounds = list(map(add, map(len, graph.backing), routes))
    for number, evidence in evidence_in(graph.said):
        grounds[number] = BACKED if has_source(evidence) else 0
    return Network(
        count=len(graph),
        attacks=_attacks(graph, joints),
        supports=supports,
        lends=lends,
        waits=waits + [len(joint.premises) + len(joint.undercutters) for joint in joints],
        routes=routes + [1] * len(joints),
        grounds=grounds + [len(joint.premises) for joint in joints],
        conceded=conceded_in(graph.said),
    )


def evidence_in(said: Sequence[Statement]) -> Iterator[tuple[int, Evidence]]:
    """The pieces of evidence, with their numbers."""
    for number, one in enumerate(said):
        if type(one) is Evidence:  # ten times faster than isinstance, which pydantic intercepts
            yield number, one


def conceded_in(said: Sequence[Statement]) -> list[int]:
    """The numbers of the statements that are conceded."""
    return list(compress(range(len(said)), map(attrgetter("conceded"), said)))


def has_source(evidence: Evidence) -> bool:
    """Whether evidence counts: it names a source, or no party disputes it."""
    return evidence.source is not None or evidence.accepted


def _supports(graph: ArgumentGraph) -> tuple[_Links, list[Step]]:
    """By item, the conclusions and joints that it bears; and the joints."""
    links: list[list[int]] = [[]] * len(graph)
    joints: list[Step] = []
    for step in graph.steps:
        target = step.conclusion
        if step.undercutters or len(step.premises) > 1:
            target = len(graph) + len(joints)
            joints.append(step)
        for premise in step.premises:
            if links[premise]:
                links[premise].append(target)
            else:
                links[premise] = [target]
    return [*links, *((step.conclusion,) for step in joints)], joints


def _attacks(graph: ArgumentGraph, joints: Sequence[Step]) -> _Links:
    """By item, the statements that it rebuts and the joints that it undercuts."""
    undercuts: dict[int, list[int]] = defaultdict(list)
    for joint, step in enumerate(joints, len(graph)):
        for attacker in step.undercutters:
            undercuts[attacker].append(joint)
    links = [*graph.rebuts, *([()] * len(joints))]
    for attacker, undercut in undercuts.items():
        links[attacker] = [*links[attacker], *undercut]
    return links
