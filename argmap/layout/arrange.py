"""The drawing without its title and legend: parts that hang together are laid out apart, then packed.

Groups between which relations run are laid out as one, each in its frame, as long as the whole stays small enough to
be followed with the eye; beyond that, a reference stands for the far end of a relation (`argmap.picture.parts`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import sqrt
from typing import NamedTuple

from argmap.layout.engine import Engine, Graph, middles
from argmap.layout.forest import Forest
from argmap.layout.frames import frames_around, framings, margin
from argmap.layout.pack import Size, pack
from argmap.layout.things import Link, Thing, things
from argmap.layout.unit import Unit, compose, prepare
from argmap.layout.values import Block, joined
from argmap.picture import Group, Picture
from argmap.picture.parts import cut_between_groups

PAPER = sqrt(2)
"""Width to height of a sheet of paper on its side."""
_TOGETHER = 40  # things in groups that are laid out as one
_FRAMES = (22.0, 22.0)  # between groups
_COLUMN = 298.0  # a column of boxes and the gap beside it
_TRIES = 16
_MANY = 300  # boxes: on a bigger map another shape of the stacks changes little and costs a layout
_TALLEST = (6, 3, 12)  # boxes below each other in a stack
_BETTER = 0.98  # a wider sheet must save so much


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """Things that hang together, by number, and the groups that they are in."""

    members: Sequence[int]
    homes: tuple[str | None, ...]


class _Paper(NamedTuple):
    """A sheet's shape, width to height, and the width and height that it needs besides the drawing."""

    shape: float
    extra: Size

    def width(self, size: Size) -> float:
        """How wide the sheet has to be to hold a drawing."""
        return max(size[0] + self.extra[0], (size[1] + self.extra[1]) * self.shape)


def arrange(
    picture: Picture,
    *,
    engine: Engine,
    timeout: float,
    gaps: float = 1.0,
    shape: float = PAPER,
    extra: Size = (0.0, 0.0),
    legends: Sequence[Block] = (),
) -> Block:
    """Place everything in the picture, near to a shape (its width divided by its height).

    Args:
        picture: what is drawn.
        engine: which engine.
        timeout: seconds that it may take, twice.
        gaps: how much of the usual room is left between columns.
        shape: width to height of the sheet.
        extra: width and height that the sheet needs besides.
        legends: the legend in several widths; the one that fits best is put where there is room.

    Raises:
        LayoutError: there is no engine, it failed, or it took too long.
    """
    highest = max((len(stack.boxes) for stack in picture.stacks), default=0)
    tries = {-(-highest // -(-highest // tallest)): tallest for tallest in _TALLEST} if highest else {0: 1}
    if len(picture.boxes) > _MANY:
        tries = {0: _TALLEST[0]}
    blocks = [
        _arranged(
            picture,
            tallest,
            gaps,
            partial(middles, engine=engine, timeout=timeout),
            _Paper(shape, extra),
            legends,
        )
        for tallest in tries.values()
    ]
    return min(blocks, key=lambda block: _Paper(shape, extra).width((block.width, block.height)))


def _arranged(
    picture: Picture,
    tallest: int,
    gaps: float,
    ask: Callable[[Sequence[Graph]], list[list[float]]],
    paper: _Paper,
    legends: Sequence[Block],
) -> Block:
    found, links = things(picture, tallest)
    parts = list(_parts(found, links))
    if any(len(part.homes) > 1 and len(part.members) > _TOGETHER for part in parts):
        found, links = things(cut_between_groups(picture), tallest)
        parts = list(_parts(found, links))
    units = list(_units(found, links, parts, margin(picture.groups)))
    asked = [unit.graph for unit in units if len(unit.graph.heights) > 1]
    answers = iter(ask(asked))
    drawn = [compose(unit, next(answers) if len(unit.graph.heights) > 1 else [0.0], gaps) for unit in units]
    groups: dict[str, Group] = {group.id: group for group in picture.groups}
    alone: defaultdict[str | None, list[Block]] = defaultdict(list)
    several: defaultdict[str | None, list[Block]] = defaultdict(list)
    for part, block in zip(parts, drawn, strict=True):
        if len(part.homes) == 1:
            alone[part.homes[0]].append(block)
        else:
            several[part.homes[0]].append(frames_around(block, groups))
    order: list[Group | None] = [*picture.groups, None]
    named = ((group, group.id if group else None) for group in order)
    return _packed([(group, alone[name], several[name]) for group, name in named], legends, paper)


def _parts(found: Sequence[Thing], links: Sequence[Link]) -> Iterator[_Part]:
    """What hangs together, the largest first; groups between which links run hang together as a whole."""
    tree = Forest(len(found))
    for link in links:
        tree.join(link.source, link.target)
    homes: defaultdict[int, set[str | None]] = defaultdict(set)
    for node, thing in enumerate(found):
        homes[tree.root(node)].add(thing.group)
    spanning = {group for groups in homes.values() if len(groups) > 1 for group in groups}
    first: dict[str | None, int] = {}
    for node, thing in enumerate(found):
        if thing.group is not None and thing.group in spanning:
            tree.join(node, first.setdefault(thing.group, node))
    members: defaultdict[int, list[int]] = defaultdict(list)
    for node in range(len(found)):
        members[tree.root(node)].append(node)
    for part in sorted(members.values(), key=lambda part: (-len(part) if len(part) > 1 else 0, part)):
        yield _Part(members=part, homes=tuple(dict.fromkeys(found[node].group for node in part)))


def _units(
    found: Sequence[Thing], links: Sequence[Link], parts: Sequence[_Part], around: float
) -> Iterator[Unit]:
    part_of = {node: number for number, part in enumerate(parts) for node in part.members}
    local = {node: position for part in parts for position, node in enumerate(part.members)}
    inside: list[list[Link]] = [[] for _ in parts]
    for link in links:
        here = replace(link, source=local[link.source], target=local[link.target])
        inside[part_of[link.source]].append(here)
    for part, joins in zip(parts, inside, strict=True):
        clusters: defaultdict[str, list[int]] = defaultdict(list)
        if len(part.homes) > 1:
            for node in part.members:
                home = found[node].group
                if home is not None:
                    clusters[home].append(local[node])
        yield prepare([found[node] for node in part.members], joins, list(clusters.values()), around)


def _packed(
    groups: Sequence[tuple[Group | None, list[Block], list[Block]]], legends: Sequence[Block], paper: _Paper
) -> Block:
    """Try sheets of many widths, and take the one that fills its paper best."""
    choices: list[list[Block]] = []
    for group, alone, several in groups:
        choices += [framings(group, alone, paper.shape)] if alone else []
        choices += [[block] for block in several]
    choices += [list(legends)] if legends else []
    if not choices:
        return Block(width=0.0, height=0.0)
    widest = max(options[0].width for options in choices)
    area = sum((options[0].width + _FRAMES[0]) * (options[0].height + _FRAMES[1]) for options in choices)
    limit = max(widest, 2.0 * sqrt(area * paper.shape))
    best: tuple[float, Block] | None = None
    room = widest
    while best is None or room <= limit:
        fitting = [[block for block in options if block.width <= room] or options[:1] for options in choices]
        proportioned = [
            min(options, key=lambda block: paper.width((block.width, block.height))) for options in fitting
        ]
        for blocks in (
            proportioned,
            [options[-1] for options in fitting],
            [options[0] for options in fitting],
        ):
            corners, size = pack([(block.width, block.height) for block in blocks], room, _FRAMES)
            if best is None or paper.width(size) < best[0] * _BETTER:
                placed = [(x, y, block) for (x, y), block in zip(corners, blocks, strict=True)]
                best = paper.width(size), joined(*size, placed)
        room += max(_COLUMN, (limit - widest) / _TRIES)
    return best[1]
