"""The labelling of a very big graph: the same counting on arrays, a whole front of items at a time.

Whoever follows the relations of a million statements one by one waits for memory at every one; numpy gathers what a
hundred thousand items lead to in one call. A narrow front, as in a long chain of rebuttals, is cheaper item by item,
and goes that way, on the same arrays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

from argmap.graph import ArgumentGraph
from argmap.semantics.network import BACKED, Network, Tally, conceded_in, evidence_in, has_source
from argmap.semantics.state import IN, OPEN, OUT, Front, State

Numbers: TypeAlias = NDArray[np.int32]

NARROW = 256
"""Fronts of fewer items are followed item by item."""


class Rows:
    """What every item leads to: the targets of all items in one array, and where those of each begin."""

    def __init__(self, sources: Numbers, targets: Numbers, items: int) -> None:
        self._starts = np.zeros(items + 1, np.int32)
        np.cumsum(np.bincount(sources, minlength=items), out=self._starts[1:])
        self._targets = targets[np.argsort(sources, kind="stable")]
        self._start, self._target = self._starts.data, self._targets.data

    def __getitem__(self, item: int) -> Sequence[int]:
        """What one item leads to."""
        return self._target[self._start[item] : self._start[item + 1]]

    def of(self, items: Numbers) -> Numbers:
        """What items lead to, one after the other."""
        starts = self._starts[items]
        counts = self._starts[items + 1] - starts
        ends = counts.cumsum(dtype=np.int32)
        places = np.arange(counts.sum(), dtype=np.int32)
        places += np.repeat(starts - ends + counts, counts)
        return self._targets[places]


@dataclass(frozen=True, slots=True, kw_only=True)
class WideNetwork(Network):
    """The same network in arrays; tallies are views of arrays, so that a loop in Python may count on them too."""

    attacks: Rows
    supports: Rows
    lends: Rows
    waits: memoryview
    routes: memoryview
    grounds: memoryview


def wide_network_of(graph: ArgumentGraph) -> WideNetwork:
    """The network of a graph, in arrays."""
    count, steps = len(graph), graph.steps
    ends = np.fromiter(map(attrgetter("conclusion"), steps), np.int32, len(steps))
    of_premise, premises = _pairs([step.premises for step in steps])
    of_undercutter, undercutters = _pairs([step.undercutters for step in steps])
    needs = np.bincount(of_premise, minlength=len(steps)) + np.bincount(of_undercutter, minlength=len(steps))
    joints = np.flatnonzero(needs > 1)
    items = count + len(joints)
    routes = np.bincount(ends, minlength=count)
    leads = ends.copy()  # where the premises of a step lead to
    leads[joints] = np.arange(count, items)
    rebutters, rebutted = _pairs(graph.rebuts)
    evidence, backed = _pairs(graph.backs)
    sources, targets = _join(premises, np.arange(count, items)), _join(leads[of_premise], ends[joints])
    grounds = np.bincount(backed, minlength=count) + routes
    for number, one in evidence_in(graph.said):
        grounds[number] = BACKED if has_source(one) else 0
    return WideNetwork(
        count=count,
        attacks=Rows(_join(rebutters, undercutters), _join(rebutted, leads[of_undercutter]), items),
        supports=Rows(sources, targets, items),
        lends=Rows(_join(sources, evidence), _join(targets, backed), items),
        waits=_tally(np.bincount(rebutted, minlength=count) + (routes > 0), needs[joints]),
        routes=_tally(routes, np.ones(len(joints))),
        grounds=_tally(grounds, np.bincount(of_premise, minlength=len(steps))[joints]),
        conceded=conceded_in(graph.said),
    )


class WideState(State):
    """What is known so far, in arrays; `State` counts on the same memory where a front is narrow."""

    network: WideNetwork

    def __init__(self, network: WideNetwork) -> None:
        super().__init__(network)
        self._place = np.empty(len(network.waits), np.int32)
        self._view()

    def copy(self) -> Self:
        """The same before anything has force, to go on from twice."""
        other = copy(self)
        other.label = self.label.copy()
        other.waits, other.routes = self._waits.copy().data, self._routes.copy().data
        other._view()  # noqa: SLF001 - its own kind
        return other

    def _view(self) -> None:
        self._label, self._force = np.frombuffer(self.label, np.uint8), np.frombuffer(self.force, np.uint8)
        self._waits, self._routes, self._grounds = (
            _array(tally) for tally in (self.waits, self.routes, self.grounds)
        )

    def begin(self) -> Front:
        """What is decided before any attack: the conceded is out, what waits for nothing is in, and what follows."""
        conceded = np.array(self.network.conceded, np.int32)
        self._label[conceded] = OUT
        free = _found((self._waits == 0) & (self._label == OPEN))
        self._label[free] = IN
        return self.support(_join(conceded, free))

    def idle(self, decided: Front) -> Front:
        """What has a force before any attack: none, if nothing can ever back it; else as `weigh` says."""
        found = _found(self._grounds == 0)
        self._force[found] = OUT
        return _join(found, self.weigh(decided))

    def support(self, decided: Front) -> Front:
        """Hand labels on from premises to conclusions; what was decided, and what this decides."""
        return _handed_on(decided, self._support, super().support)

    def lend(self, weighed: Front) -> Front:
        """Hand backing on; what was weighed, and what this gives force or leaves without."""
        return _handed_on(weighed, self._lend, super().lend)

    def attack(self, weighed: Front, force: bytearray) -> Front:
        """Let attackers weigh whose force is known; what this decides."""
        if len(weighed) < NARROW:
            return super().attack(_listed(weighed), force)
        front, attacks = _array(weighed), self.network.attacks
        strong = np.frombuffer(force, np.uint8)[front] == IN
        outs = self._set(self._label, attacks.of(front[strong]), OUT)
        targets = attacks.of(front[~strong])
        np.subtract.at(self._waits, targets, 1)
        return _join(outs, self._set(self._label, targets[self._waits[targets] == 0], IN))

    def weigh(self, decided: Front) -> Front:
        """Give force to what is in and backed, none to what is out; what this settles."""
        if len(decided) < NARROW:
            return super().weigh(_listed(decided))
        front = _array(decided)
        label = self._label[front]
        settled = (self._force[front] == OPEN) & ((label == OUT) | (self._grounds[front] == BACKED))
        self._force[front[settled]] = label[settled]
        found: Numbers = front[settled]
        return found

    def _support(self, front: Numbers) -> Numbers:
        """What labels decide, one step on."""
        is_in, supports, joints = self._label[front] == IN, self.network.supports, self.network.count
        targets = supports.of(front[is_in])
        at_joint = targets >= joints
        np.subtract.at(self._waits, targets[at_joint], 1)
        first = targets[~at_joint]
        first = first[self._routes[first] >= 0]  # no other step to it is in already
        self._routes[first] = -1
        self._waits[first] -= 1  # once, however many steps to it have just come in
        ins = self._set(self._label, targets[self._waits[targets] == 0], IN)
        targets = supports.of(front[~is_in])
        np.subtract.at(self._routes, targets, 1)
        fallen = (self._routes[targets] == 0) | (
            targets >= joints
        )  # one failure or several at once end a joint
        return _join(ins, self._set(self._label, targets[fallen], OUT))

    def _lend(self, front: Numbers) -> Numbers:
        """What forces give force or leave without, one step on."""
        grounds, lends, joints = self._grounds, self.network.lends, self.network.count
        strong = self._force[front] == IN
        targets = lends.of(front[strong])
        targets = targets[grounds[targets] > 0]  # no evidence, not backed already, nor never to be
        at_joint = targets[targets >= joints]
        np.subtract.at(grounds, at_joint, 1)
        targets = _join(targets[targets < joints], at_joint[grounds[at_joint] == 0])
        grounds[targets] = BACKED
        ins = self._set(self._force, targets[self._label[targets] == IN], IN)
        targets = lends.of(front[~strong])
        targets = targets[grounds[targets] > 0]
        np.subtract.at(grounds, targets[targets < joints], 1)
        grounds[targets[targets >= joints]] = 0
        return _join(ins, self._set(self._force, targets[grounds[targets] == 0], OUT))

    def _set(self, known: NDArray[np.uint8], items: Numbers, value: int) -> Numbers:
        """Set what is still open, and list it, each once."""
        items = items[known[items] == OPEN]
        known[items] = value
        order = np.arange(len(items), dtype=np.int32)
        self._place[items] = order  # the last place at which an item stands
        found: Numbers = items[self._place[items] == order]
        return found


def _handed_on(
    front: Front, by_round: Callable[[Numbers], Numbers], by_item: Callable[[Front], Front]
) -> Front:
    """A front and all that follows from it: round by round as long as it is wide, then item by item."""
    rounds: list[Front] = []
    while len(front) >= NARROW:
        wide = _array(front)
        rounds.append(wide)
        front = by_round(wide)
    rest = by_item(_listed(front))
    return _join(*rounds, rest) if rounds else rest


def _pairs(rows: Sequence[Sequence[int]]) -> tuple[Numbers, Numbers]:
    """Lists by number, as two arrays: the number, and what stands in its list."""
    counts = np.fromiter(map(len, rows), np.int32, len(rows))
    numbers = np.arange(len(rows), dtype=np.int32)
    return np.repeat(numbers, counts), np.fromiter(chain.from_iterable(rows), np.int32, counts.sum())


def _tally(statements: NDArray[np.generic], joints: NDArray[np.generic]) -> memoryview:
    return _join(statements, joints).data


def _join(*parts: Front | NDArray[np.generic]) -> Numbers:
    return np.concatenate([np.asarray(part, np.int32) for part in parts])


def _array(numbers: Front | Tally) -> Numbers:
    return np.asarray(numbers, np.int32)


def _listed(front: Front) -> list[int]:
    return front.tolist() if isinstance(front, np.ndarray) else list(front)


def _found(mask: NDArray[np.bool_]) -> Numbers:
    return np.flatnonzero(mask).astype(np.int32)
