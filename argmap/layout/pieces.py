"""In which order the boxes of a group that is too big for a page are dealt out to pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

from argmap.layout.values import PlacedBox
from argmap.picture import Picture

Atom = tuple[str, ...]
"""Boxes that stay together, by key: one, or those of a stack."""


def atoms(picture: Picture, placed: Iterable[PlacedBox], keys: Sequence[str]) -> list[Atom]:
    """Boxes in the order in which the eye meets them: what hangs together stays together, from top to bottom.

    Args:
        picture: the whole picture.
        placed: its boxes where they are when all are on one sheet.
        keys: the boxes that are wanted.
    """
    spot = {each.box.key: (each.y + each.box.height / 2, each.x) for each in placed}
    stacked = {key: stack.boxes for stack in picture.stacks for key in stack.boxes}
    part = together(picture, keys)
    first: dict[str, tuple[float, float]] = {}
    for key in sorted(keys, key=lambda key: spot[key]):
        first.setdefault(part[key], spot[key])
    found = dict.fromkeys(stacked.get(key, (key,)) for key in keys)
    return sorted(found, key=lambda atom: (first[part[atom[0]]], part[atom[0]], spot[atom[0]]))


def grown(picture: Picture, parts: Sequence[Atom], room: float) -> list[Atom]:
    """The first atom, then always the one that has the largest share of its relations with those before it.

    Args:
        picture: the whole picture.
        parts: the atoms to put in order.
        room: the area after which to stop, in square units.
    """
    place = {key: number for number, atom in enumerate(parts) for key in atom}
    beside: list[defaultdict[int, int]] = [defaultdict(int) for _ in parts]
    for one, other in _relations(picture):
        if one in place and other in place and place[one] != place[other]:
            beside[place[one]][place[other]] += 1
            beside[place[other]][place[one]] += 1
    degree = [max(1, sum(others.values())) for others in beside]
    links = [0] * len(parts)
    order: list[Atom] = []
    taken = bytearray(len(parts))
    best_last = [
        (0.0, 0, each) for each in range(len(parts))
    ]  # a heap; what was said of an atom before stays in it
    area = 0.0
    while best_last and area < room:
        *_, best = heappop(best_last)
        if taken[best]:
            continue
        taken[best] = 1
        order.append(parts[best])
        area += sum(picture.box[key].width * picture.box[key].height for key in parts[best])
        for neighbour, count in beside[best].items():
            links[neighbour] += count
            heappush(best_last, (-links[neighbour] / degree[neighbour], -links[neighbour], neighbour))
    return order


def together(picture: Picture, keys: Sequence[str]) -> dict[str, str]:
    """For every box, the name of the part that it hangs together with."""
    wanted = set(keys)
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in _relations(picture):
        beside[one].add(other)
        beside[other].add(one)
    part: dict[str, str] = {}
    for start in keys:
        waiting = [start]
        while waiting:
            key = waiting.pop()
            if key not in part and key in wanted:
                part[key] = start
                waiting += beside[key]
    return part


def _relations(picture: Picture) -> Iterable[tuple[str, str]]:
    """Pairs of boxes between which relations run; what meets in a junction is joined with its premise."""
    premise: dict[str, str] = {}
    for line in picture.lines:
        if line.target not in picture.box and line.kind == "supports":
            premise.setdefault(line.target, line.source)
    for line in picture.lines:
        yield premise.get(line.source, line.source), premise.get(line.target, line.target)
