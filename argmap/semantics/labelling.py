"""Grounded labelling with support, undercuts and evidence, in time linear in the graph.

The rules of what is in, out and backed are monotone in Kleene's strong three-valued logic; all starts undecided, and
what follows from the decided is decided, until nothing more does: the least fixpoint. Without support this is the
grounded labelling of Dung (1995) in the form of Caminada (2006); steps follow the necessary support of Nouioua and
Risch (2010), backing the evidential support of Oren and Norman (2008). Counting what an item still waits for (Dowling
and Gallier 1984) looks at each relation once under each policy, and nothing recurses.

A step whose premises are all backed and that is in has premises that all count, in force, and the other way round; so
backing is handed on by force.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from enum import StrEnum

from argmap.graph import ArgumentGraph
from argmap.semantics.network import BACKED, Network


class Label(StrEnum):
    """What the grounded labelling says of a statement."""

    IN = "in"
    OUT = "out"
    UNDECIDED = "undecided"


_OUT, _OPEN, _IN = range(3)
_LABELS = (Label.OUT, Label.UNDECIDED, Label.IN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelling:
    """The labels under one policy, by number of the statement.

    `force` is what an attacker weighs with: under *asserted* its own label; under *backed* it is in when the attacker
    is in and backed, out when it is out or not backed.
    """

    statements: Sequence[Label]
    force: Sequence[Label]


def label(graph: ArgumentGraph) -> tuple[Labelling, Labelling]:
    """The labels when every attacker weighs, evidence or not (*asserted*), and when only backed ones do (*backed*)."""
    network = Network(graph)
    start = _State(network)
    decided = start.begin()
    return _asserted(start.copy(), decided), _backed(start, decided)


def _asserted(state: _State, decided: list[int]) -> Labelling:
    while decided:
        decided = state.attack(decided, state.label)
        state.support(decided)
    labels = state.labels(state.label)
    return Labelling(statements=labels, force=labels)


def _backed(state: _State, decided: list[int]) -> Labelling:
    weighed = state.idle()
    while decided or weighed:
        weighed += state.weigh(decided)
        state.lend(weighed)
        decided = state.attack(weighed, state.force)
        state.support(decided)
        weighed = []
    return Labelling(statements=state.labels(state.label), force=state.labels(state.force))


class _State:
    """What is known so far, by item: the label, the force, and what is still waited for."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.label = bytearray([_OPEN]) * len(network.waits)
        self.force = bytearray([_OPEN]) * len(network.waits)
        self.waits = network.waits
        self.routes = network.routes
        self.grounds = network.grounds

    def copy(self) -> _State:
        """The same, to go on from twice."""
        other = copy(self)
        other.label, other.waits, other.routes = self.label.copy(), self.waits.copy(), self.routes.copy()
        return other

    def begin(self) -> list[int]:
        """What is decided before any attack: the conceded is out, what waits for nothing is in, and what follows."""
        label = self.label
        for item in self.network.conceded:
            label[item] = _OUT
        free = [item for item, waits in enumerate(self.waits) if not waits and label[item] == _OPEN]
        for item in free:
            label[item] = _IN
        decided = self.network.conceded + free
        self.support(decided)
        return decided

    def idle(self) -> list[int]:
        """What has no force whatever its label, because nothing can back it."""
        found = [item for item, grounds in enumerate(self.grounds) if not grounds]
        for item in found:
            self.force[item] = _OUT
        return found

    def support(self, decided: list[int]) -> None:
        """Hand labels on from premises to conclusions; what this decides is added to the list."""
        label, waits, routes = self.label, self.waits, self.routes
        supports, joints = self.network.supports, self.network.count
        for item in decided:  # grows meanwhile
            if label[item] == _IN:
                for target in supports[item]:
                    if target < joints:
                        if routes[target] < 0:
                            continue  # another step to it is in already
                        routes[target] = -1
                    waits[target] -= 1
                    if not waits[target] and label[target] == _OPEN:
                        label[target] = _IN
                        decided.append(target)
            else:
                for target in supports[item]:
                    routes[target] -= 1
                    if not routes[target] and label[target] == _OPEN:
                        label[target] = _OUT
                        decided.append(target)

    def attack(self, weighed: list[int], force: bytearray) -> list[int]:
        """Let attackers weigh whose force is known; what this decides."""
        label, waits, attacks = self.label, self.waits, self.network.attacks
        decided: list[int] = []
        for item in weighed:
            if force[item] == _IN:
                for target in attacks[item]:
                    if label[target] == _OPEN:
                        label[target] = _OUT
                        decided.append(target)
            else:
                for target in attacks[item]:
                    waits[target] -= 1
                    if not waits[target] and label[target] == _OPEN:
                        label[target] = _IN
                        decided.append(target)
        return decided

    def weigh(self, decided: list[int]) -> list[int]:
        """Give force to what is in and backed, none to what is out; what this settles."""
        label, force, grounds = self.label, self.force, self.grounds
        found = [
            item
            for item in decided
            if force[item] == _OPEN and (label[item] == _OUT or grounds[item] == BACKED)
        ]
        for item in found:
            force[item] = label[item]
        return found

    def lend(self, weighed: list[int]) -> None:
        """Hand backing on; what this gives force, or leaves without, is added to the list."""
        label, force, grounds = self.label, self.force, self.grounds
        lends, joints = self.network.lends, self.network.count
        for item in weighed:  # grows meanwhile
            if force[item] == _IN:
                for target in lends[item]:
                    if grounds[target] <= 0:
                        continue  # evidence, backed already, or never to be
                    if target < joints or grounds[target] == 1:
                        grounds[target] = BACKED
                        if label[target] == _IN:
                            force[target] = _IN
                            weighed.append(target)
                    else:
                        grounds[target] -= 1
            else:
                for target in lends[item]:
                    if grounds[target] <= 0:
                        continue
                    grounds[target] = grounds[target] - 1 if target < joints else 0
                    if not grounds[target] and force[target] == _OPEN:
                        force[target] = _OUT
                        weighed.append(target)

    def labels(self, known: bytearray) -> list[Label]:
        """The labels of the statements, spelled out."""
        words = list(_LABELS)
        return [words[code] for code in known[: self.network.count]]
