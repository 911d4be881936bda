"""What is laid out as one thing: a box, a stack of boxes, or a junction; and the links between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from argmap.layout.values import Block, PlacedBox, PlacedJunction, PlacedStack
from argmap.picture import Box, Junction, Line, Picture, Stack

INSET = 10.0
"""Between the frame of a stack and its boxes."""
RADIUS = 5.0
"""Of a junction."""
_BETWEEN = 6.0  # boxes of a stack
_HEAD = 20.0  # height of a stack's head


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing with what is drawn of it; `overhang` is how far it reaches out of its column on either side."""

    key: str
    keys: tuple[str, ...]
    group: str | None
    block: Block
    overhang: float = 0.0
    is_junction: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One line as it is drawn, from thing to thing, for one relation or for those of a whole stack."""

    source: int
    target: int
    lines: tuple[Line, ...]


def things(picture: Picture, tallest: int) -> tuple[list[Thing], list[Link]]:
    """Everything that is to be laid out, and what joins it.

    Args:
        picture: what is drawn.
        tallest: how many boxes of a stack stand below each other at most.
    """
    stacked = {key for stack in picture.stacks for key in stack.boxes}
    by_first = {stack.boxes[0]: stack for stack in picture.stacks}
    found: list[Thing] = []
    for box in picture.boxes:
        if box.key in by_first:
            stack = by_first[box.key]
            found.append(_stack(stack, [picture.box[key] for key in stack.boxes], tallest))
        elif box.key not in stacked:
            found.append(_box(box))
    found += [_junction(junction) for junction in picture.junctions]
    place = {key: position for position, thing in enumerate(found) for key in thing.keys}
    return found, _links(picture.lines, place)


def _links(lines: Iterable[Line], place: Mapping[str, int]) -> list[Link]:
    bundles: dict[tuple[object, ...], list[Line]] = {}
    for line in lines:
        source, target = place[line.source], place[line.target]
        bundles.setdefault((source, target, line.target, line.kind, line.extent), []).append(line)
    return [
        Link(source=place[bundle[0].source], target=place[bundle[0].target], lines=tuple(bundle))
        for bundle in bundles.values()
    ]


def _box(box: Box) -> Thing:
    block = Block(width=box.width, height=box.height, boxes=(PlacedBox(box=box, x=0.0, y=0.0),))
    return Thing(key=box.key, keys=(box.key,), group=box.group, block=block)


def _junction(junction: Junction) -> Thing:
    size = 2 * RADIUS
    block = Block(width=size, height=size, junctions=(PlacedJunction(junction=junction, x=RADIUS, y=RADIUS),))
    return Thing(key=junction.key, keys=(junction.key,), group=junction.group, block=block, is_junction=True)


def _stack(stack: Stack, boxes: Sequence[Box], tallest: int) -> Thing:
    """Boxes below each other, in as many columns as it takes, within a frame."""
    columns = -(-len(boxes) // tallest)
    rows = -(-len(boxes) // columns)
    head = _HEAD if stack.head else 0.0
    wide = max(box.width for box in boxes)
    placed = []
    bottom = 0.0
    for column in range(columns):
        y = INSET + head
        for box in boxes[column * rows : (column + 1) * rows]:
            placed.append(PlacedBox(box=box, x=INSET + column * (wide + _BETWEEN), y=y))
            y += box.height + _BETWEEN
        bottom = max(bottom, y - _BETWEEN + INSET)
    width = columns * (wide + _BETWEEN) - _BETWEEN + 2 * INSET
    around = PlacedStack(stack=stack, x=0.0, y=0.0, width=width, height=bottom)
    return Thing(
        key=stack.key,
        keys=stack.boxes,
        group=boxes[0].group,
        block=Block(width=width, height=bottom, boxes=tuple(placed), stacks=(around,)),
        overhang=INSET,
    )
