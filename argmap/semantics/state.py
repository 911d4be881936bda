"""What the labelling knows so far, and how it goes on from there: item by item, over the relations of a network."""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from typing import Self, TypeAlias

from argmap.semantics.network import BACKED, Network, Tally

OUT, OPEN, IN = range(3)
"""The labels, and the forces, as bytes."""

Front: TypeAlias = Collection[int]
"""Items, each once, whose label or force has just become known."""


class State:
    """What is known so far, by item: the label, the force, and what is still waited for."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.label = bytearray([OPEN]) * len(network.waits)
        self.force = bytearray([OPEN]) * len(network.waits)
        self.waits: Tally = network.waits
        self.routes: Tally = network.routes
        self.grounds: Tally = network.grounds

    def copy(self) -> Self:
        """The same before anything has force, to go on from twice."""
        other = copy(self)
        other.label, other.waits, other.routes = self.label.copy(), [*self.waits], [*self.routes]
        return other

    def begin(self) -> Front:
        """What is decided before any attack: the conceded is out, what waits for nothing is in, and what follows."""
        label = self.label
        for item in self.network.conceded:
            label[item] = OUT
        free = [item for item, waits in enumerate(self.waits) if not waits and label[item] == OPEN]
        for item in free:
            label[item] = IN
        return self.support([*self.network.conceded, *free])

    def idle(self, decided: Front) -> Front:
        """What has a force before any attack: none, if nothing can ever back it; else as `weigh` says."""
        found = [item for item, grounds in enumerate(self.grounds) if not grounds]
        for item in found:
            self.force[item] = OUT
        return [*found, *self.weigh(decided)]

    def support(self, decided: Front) -> Front:
        """Hand labels on from premises to conclusions; what was decided, and what this decides."""
        label, waits, routes = self.label, self.waits, self.routes
        supports, joints = self.network.supports, self.network.count
        found = list(decided)
        for item in found:  # grows meanwhile
            if label[item] == IN:
                for target in supports[item]:
                    if target < joints:
                        if routes[target] < 0:
                            continue  # another step to it is in already
                        routes[target] = -1
                    waits[target] -= 1
                    if not waits[target] and label[target] == OPEN:
                        label[target] = IN
                        found.append(target)
            else:
                for target in supports[item]:
                    routes[target] -= 1
                    if not routes[target] and label[target] == OPEN:
                        label[target] = OUT
                        found.append(target)
        return found

    def attack(self, weighed: Front, force: bytearray) -> Front:
        """Let attackers weigh whose force is known; what this decides."""
        label, waits, attacks = self.label, self.waits, self.network.attacks
        found: list[int] = []
        for item in weighed:
            if force[item] == IN:
                for target in attacks[item]:
                    if label[target] == OPEN:
                        label[target] = OUT
                        found.append(target)
            else:
                for target in attacks[item]:
                    waits[target] -= 1
                    if not waits[target] and label[target] == OPEN:
                        label[target] = IN
                        found.append(target)
        return found

    def weigh(self, decided: Front) -> Front:
        """Give force to what is in and backed, none to what is out; what this settles."""
        label, force, grounds = self.label, self.force, self.grounds
        found = [
            item
            for item in decided
            if force[item] == OPEN and (label[item] == OUT or grounds[item] == BACKED)
        ]
        for item in found:
            force[item] = label[item]
        return found

    def lend(self, weighed: Front) -> Front:
        """Hand backing on; what was weighed, and what this gives force or leaves without."""
        label, force, grounds = self.label, self.force, self.grounds
        lends, joints = self.network.lends, self.network.count
        found = list(weighed)
        for item in found:  # grows meanwhile
            if force[item] == IN:
                for target in lends[item]:
                    if grounds[target] <= 0:
                        continue  # evidence, backed already, or never to be
                    if target < joints or grounds[target] == 1:
                        grounds[target] = BACKED
                        if label[target] == IN:
                            force[target] = IN
                            found.append(target)
                    else:
                        grounds[target] -= 1
            else:
                for target in lends[item]:
                    if grounds[target] <= 0:
                        continue
                    grounds[target] = grounds[target] - 1 if target < joints else 0
                    if not grounds[target] and force[target] == OPEN:
                        force[target] = OUT
                        found.append(target)
        return found
