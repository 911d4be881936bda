"""What the grounded labelling leaves open, cut into parts that are searched one by one.

The strongly connected components (Tarjan 1972) are looked at in the order of the attacks. A component on which nothing
open bears from outside, and which is a cycle that cannot alternate (its length is odd, or both ways to alternate meet
an argument that cannot be in), is undecided in every complete labelling, and so is a single argument that only such
ones attack. They are *frozen*: whatever they attack cannot be in. What is left falls into *parts* between which there
is no attack; the extensions of the whole are the combinations of those of the parts, under every semantics here,
also under the semi-stable and the ideal one, for which going from component to component (Baroni, Giacomin and Guida
2005) would not do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.frameworks.framework import UNDECIDED, Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Open arguments that no other open argument bears on.

    Attributes:
        members: their numbers in the framework, rising.
        attackers: by place in `members`, the places of the attackers.
        barred: by place, whether something frozen attacks the member, so that it can never be in.
    """

    members: tuple[int, ...]
    attackers: tuple[tuple[int, ...], ...]
    barred: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What the grounded labelling leaves open: the frozen arguments, rising, and the parts."""

    frozen: tuple[int, ...]
    parts: tuple[Part, ...]


def rest_of(framework: Framework, labels: bytes | bytearray) -> Rest:
    """Cut up what a grounded labelling leaves undecided."""
    undecided = [number for number, label in enumerate(labels) if label == UNDECIDED]
    if not undecided:
        return Rest(frozen=(), parts=())
    place = dict(zip(undecided, range(len(undecided)), strict=True))
    attackers = [[place[n] for n in framework.attackers[number] if n in place] for number in undecided]
    frozen = _frozen(attackers)
    return Rest(
        frozen=tuple(number for number, cold in zip(undecided, frozen, strict=True) if cold),
        parts=tuple(_parts(undecided, attackers, frozen)),
    )


def _frozen(attackers: Sequence[Sequence[int]]) -> bytearray:
    """Which arguments are undecided in every complete labelling because they, or what attacks them, cannot alternate."""
    frozen = bytearray(len(attackers))
    for component in strong_components(attackers):
        inside = set(component)
        if all(n in inside or frozen[n] for member in component for n in attackers[member]):
            barred = {m for m in component if any(frozen[n] for n in attackers[m])}
            within = {m: [n for n in attackers[m] if n in inside] for m in component}
            if _is_stuck(within, barred):
                for member in component:
                    frozen[member] = 1
    return frozen


def _is_stuck(within: dict[int, list[int]], barred: set[int]) -> bool:
    """Whether a component is a single argument, or one cycle that cannot alternate."""
    if len(within) == 1:
        return True  # it attacks itself, or only the frozen attack it
    if any(len(attackers) != 1 for attackers in within.values()):
        return False
    if len(within) % 2:
        return True
    ways, number = (False, False), next(iter(within))
    for _ in within:
        ways = (ways[1], ways[0] or number in barred)
        (number,) = within[number]
    return all(ways)


def strong_components(attackers: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The strongly connected components, each after all those from which it is attacked (Tarjan 1972, without recursion)."""
    index = [0] * len(attackers)  # 0: not yet seen
    low = [0] * len(attackers)
    stack: list[int] = []
    done = len(attackers) + 1  # more than any index: the component is complete
    count = 0
    for root in range(len(attackers)):
        if index[root]:
            continue
        path = [(root, iter(attackers[root]))]
        count += 1
        index[root] = low[root] = count
        stack.append(root)
        while path:
            number, waiting = path[-1]
            for other in waiting:
                if not index[other]:
                    count += 1
                    index[other] = low[other] = count
                    stack.append(other)
                    path.append((other, iter(attackers[other])))
                    break
                low[number] = min(low[number], low[other])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    low[above] = min(low[above], low[number])
                if low[number] == index[number]:
                    component = list[int]()
                    while not component or component[-1] != number:
                        component.append(stack.pop())
                        low[component[-1]] = done
                    yield component


def _parts(numbers: Sequence[int], attackers: Sequence[Sequence[int]], frozen: bytearray) -> Iterator[Part]:
    """What is not frozen, cut where there is no attack either way, by the lowest number."""
    size = len(numbers)
    beside: list[list[int]] = [[] for _ in range(size)]
    for number in range(size):
        if not frozen[number]:
            for other in attackers[number]:
                if not frozen[other]:
                    beside[number].append(other)
                    beside[other].append(number)
    seen = bytearray(frozen)
    for first in range(size):
        if seen[first]:
            continue
        seen[first] = 1
        found = [first]
        for number in found:  # grows meanwhile
            for other in beside[number]:
                if not seen[other]:
                    seen[other] = 1
                    found.append(other)
        found.sort()
        place = dict(zip(found, range(len(found)), strict=True))
        yield Part(
            members=tuple(numbers[number] for number in found),
            attackers=tuple(tuple(place[n] for n in attackers[m] if not frozen[n]) for m in found),
            barred=tuple(any(frozen[n] for n in attackers[m]) for m in found),
        )
