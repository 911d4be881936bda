"""The relations as the labelling follows them: from what decides to what is decided.

The items of the network are the statements, by number, and behind them the joints. A joint is a step that needs more
than one premise: it has several, or somebody undercuts it. Every other step is as its premise is and needs no item.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from operator import add

from argmap.graph import ArgumentGraph, Step
from argmap.model import Evidence

BACKED = -1
"""What `grounds` holds for an item that is backed."""

_Links = list[Sequence[int]]


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

    def __init__(self, graph: ArgumentGraph) -> None:
        self.count = len(graph)
        self.supports, joints = _supports(graph)
        self.attacks = _attacks(graph, joints)
        self.lends = self.supports.copy()
        for number, backed in enumerate(graph.backs):
            if backed:
                self.lends[number] = [*self.supports[number], *backed]
        steps_to = list(map(len, graph.steps_to))
        self.waits = [
            len(rebutters) + (steps > 0) for rebutters, steps in zip(graph.rebutters, steps_to, strict=True)
        ]
        self.waits += [len(step.premises) + len(step.undercutters) for step in joints]
        self.routes = steps_to + [1] * len(joints)
        self.grounds = list(map(add, map(len, graph.backing), steps_to)) + [
            len(step.premises) for step in joints
        ]
        self.conceded: list[int] = []
        for number, said in enumerate(graph.said):
            if type(said) is Evidence:  # ten times faster than isinstance, which pydantic intercepts
                self.grounds[number] = BACKED if has_source(said) else 0
            if said.conceded is not None:
                self.conceded.append(number)


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
