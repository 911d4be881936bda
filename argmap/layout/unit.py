"""One part of a picture that hangs together: columns from left to right, lines between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from argmap.layout.engine import Graph
from argmap.layout.forest import Forest
from argmap.layout.ranks import ranks
from argmap.layout.routes import Route, Side, draw
from argmap.layout.things import RADIUS, Link, Thing
from argmap.layout.values import Block, PlacedLine, Point, flat, joined

_MARGIN = 4.0  # kept free above and below a thing, beyond the engine's own distance
_DUMMY = 4.0  # height of a line where it passes a column
_GAP = 66.0  # between two columns of boxes
_MORE, _MANY = 4.0, 6  # wider by so much for every line beyond so many
_WIDEST = 80.0  # that this may add
_CLEAR = 24.0  # between a junction and a line that passes it at a slant
_STEP_GAP = 46.0  # between a column of boxes and one of junctions


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A part before the engine has seen it: things, links, each thing's column, and each link's way."""

    things: Sequence[Thing]
    links: Sequence[Link]
    ranks: Sequence[int]
    ways: Sequence[tuple[int, ...]]  # for each link, the nodes it passes, from its source on
    graph: Graph


def prepare(
    things: Sequence[Thing], links: Sequence[Link], clusters: Sequence[Sequence[int]], margin: float
) -> Unit:
    """Decide the columns, and say to the engine what it is to order.

    Args:
        things: what hangs together.
        links: its links; source and target count in `things`.
        clusters: things of one group each, when the part spans several; things that nothing joins are put beside
            the others of their group.
        margin: what is kept free around each cluster.
    """
    stepped = any(thing.is_junction for thing in things)
    spans = [
        1 if things[link.source].is_junction or things[link.target].is_junction or not stepped else 2
        for link in links
    ]
    loose = [link.source != link.target for link in links]
    column = ranks(
        len(things),
        [
            (link.source, link.target, span)
            for link, span, kept in zip(links, spans, loose, strict=True)
            if kept
        ],
    )
    heights = [thing.block.height + 2 * _MARGIN for thing in things]
    tree = Forest(len(things))
    for link in links:
        tree.join(link.source, link.target)
    edges = _tied(things, column, tree, clusters) if clusters else []
    ways: list[tuple[int, ...]] = []
    home = {member: number for number, members in enumerate(clusters) for member in members}
    held = [list(members) for members in clusters]
    for link in links:
        low, high = sorted((link.target, link.source), key=lambda node: column[node])
        passed = list(range(len(heights), len(heights) + max(0, column[high] - column[low] - 1)))
        heights += [_DUMMY] * len(passed)
        if home.get(low) is not None and home.get(low) == home.get(high):
            held[home[low]] += passed
        chain = [high, *passed, low]
        for tail, head in pairwise(chain):
            real = (tail == high) + (head == low)
            edges += [(tail, head, (8, 2, 1)[real], 1)] if link.source != link.target else []
        ways.append(tuple(passed if high == link.source else passed[::-1]))
    return Unit(
        things=things,
        links=links,
        ranks=column,
        ways=ways,
        graph=Graph(heights=heights, edges=edges, clusters=held, margin=margin),
    )


def _tied(
    things: Sequence[Thing], column: list[int], tree: Forest, clusters: Sequence[Sequence[int]]
) -> list[tuple[int, int, int, int]]:
    """Spread things that nothing joins over the columns of their group, and tie all parts of the unit together.

    Returns:
        The ties: edges that hold every part in its columns. They are not drawn.
    """
    size = Counter(tree.root(node) for node in range(len(things)))
    main = max(size, key=lambda root: (size[root], -root))
    trunk = [node for node in range(len(things)) if tree.root(node) == main]
    home = {member: number for number, members in enumerate(clusters) for member in members}
    for members in clusters:
        used = {column[member]: 0.0 for member in members if size[tree.root(member)] > 1}
        for member in members:
            if size[tree.root(member)] == 1:
                column[member] = min(used, key=lambda rank: (used[rank], rank))
            used[column[member]] += things[member].block.height
    ties = []
    for root in sorted(size.keys() - {main}):
        away = (node for node in trunk if column[node] != column[root])
        near = min(
            away, key=lambda node: (abs(column[node] - column[root]), home.get(node) != home.get(root), node)
        )
        tail, head = sorted((root, near), key=lambda node: -column[node])
        ties.append((tail, head, 1, column[tail] - column[head]))
    return ties


def compose(unit: Unit, middle: Sequence[float], gaps: float = 1.0) -> Block:
    """Draw a part whose things and passing lines have got their heights from the engine.

    Args:
        unit: the part.
        middle: how far down the middle of each thing and passing line is.
        gaps: how much of the usual room is left between columns.
    """
    lefts, rights = _columns(unit, gaps)
    spots: list[tuple[float, float]] = []
    for number, thing in enumerate(unit.things):
        left = lefts[unit.ranks[number]] - thing.overhang
        if thing.is_junction:
            left = (lefts[unit.ranks[number]] + rights[unit.ranks[number]]) / 2 - RADIUS
        spots.append((left, middle[number] - thing.block.height / 2))
    steps: defaultdict[int, list[float] | None] = defaultdict(list)
    for thing, rank, y in zip(unit.things, unit.ranks, middle, strict=False):
        near = steps[rank]
        steps[rank] = [*near, y] if near is not None and thing.is_junction else None
    routes = [
        _route(unit, link, way, _Columns(lefts, rights, steps), spots, middle)
        for link, way in zip(unit.links, unit.ways, strict=True)
    ]
    lines = tuple(
        PlacedLine(
            line=line,
            points=_loop(routes[number].start) if link.source == link.target else points,
            trunk=len(link.lines) > 1 and not place,
            hidden=place > 0,
        )
        for number, (link, points) in enumerate(zip(unit.links, draw(routes), strict=True))
        for place, line in enumerate(link.lines)
    )
    drawn = Block(width=0.0, height=0.0, lines=lines)
    points = [point for line in lines for point in line.points]
    left = min(x for x, _ in spots)
    top = min(y for _, y in (*spots, *points))
    parts = [(x - left, y - top, thing.block) for (x, y), thing in zip(spots, unit.things, strict=True)]
    width = max(*(x + block.width for x, _, block in parts), *(x - left for x, _ in points), 0.0)
    height = max(*(y + block.height for _, y, block in parts), *(y - top for _, y in points), 0.0)
    return flat(joined(width, height, [*parts, (-left, -top, drawn)]))


class _Columns(NamedTuple):
    """Where columns begin and end, and at which heights a column that holds only junctions holds them."""

    lefts: Mapping[int, float]
    rights: Mapping[int, float]
    steps: Mapping[int, list[float] | None]

    def can_be_crossed(self, rank: int, y: float) -> bool:
        """Whether a line may cross a column at any slant: it holds junctions only, and none is near."""
        steps = self.steps[rank]
        return steps is not None and all(abs(step - y) > _CLEAR for step in steps)


def _loop(side: Side) -> tuple[Point, ...]:
    """The way of a line from a thing to itself."""
    x, y = side.x, side.middle
    return (x, y - 9.0), (x + 30.0, y - 9.0), (x + 30.0, y + 9.0), (x, y + 9.0)


def _columns(unit: Unit, gaps: float) -> tuple[Mapping[int, float], Mapping[int, float]]:
    """The left and right edge of every column."""
    last = max(unit.ranks)
    wide = dict.fromkeys(range(last + 1), 0.0)
    steps = set()
    for thing, rank in zip(unit.things, unit.ranks, strict=True):
        wide[rank] = max(wide[rank], thing.block.width - 2 * thing.overhang)
        if thing.is_junction:
            steps.add(rank)
    boxes = {rank for thing, rank in zip(unit.things, unit.ranks, strict=True) if not thing.is_junction}
    crossing: defaultdict[int, int] = defaultdict(int)
    for link in unit.links:
        low, high = sorted((unit.ranks[link.source], unit.ranks[link.target]))
        for rank in range(low, high):
            crossing[rank] += 1
    lefts, rights, x = {}, {}, 0.0
    for rank in range(last + 1):
        lefts[rank], rights[rank] = x, x + wide[rank]
        both = rank in boxes and rank + 1 in boxes
        more = min(_WIDEST, _MORE * max(0, crossing[rank] - _MANY))
        x += wide[rank] + gaps * ((_GAP if both else _STEP_GAP) + more)
    return lefts, rights


def _route(
    unit: Unit,
    link: Link,
    way: Sequence[int],
    columns: _Columns,
    spots: Sequence[tuple[float, float]],
    middle: Sequence[float],
) -> Route:
    lefts, rights = columns.lefts, columns.rights
    start, end = unit.ranks[link.source], unit.ranks[link.target]
    leftward = start > end
    ranks = range(start - 1, end, -1) if leftward else range(start + 1, end)
    levels = [middle[link.source], *(middle[node] for node in way), middle[link.target]]
    stretches = [
        (rights[rank], lefts[rank], level) if leftward else (lefts[rank], rights[rank], level)
        for place, (rank, level) in enumerate(zip(ranks, levels[1:-1], strict=True), 1)
        if not columns.can_be_crossed(rank, (levels[place - 1] + levels[place + 1]) / 2)
    ]
    out = _side(unit.things[link.source], spots[link.source], right=not leftward)
    into = _side(unit.things[link.target], spots[link.target], right=leftward)
    edges = (
        (min(out.x, lefts[start]), max(into.x, rights[end]))
        if leftward
        else (max(out.x, rights[start]), min(into.x, lefts[end]))
    )
    return Route(start=out, stretches=stretches, end=into, edges=edges)


def _side(thing: Thing, spot: tuple[float, float], *, right: bool) -> Side:
    x, y = spot
    return Side(x=x + thing.block.width if right else x, top=y, bottom=y + thing.block.height)
