"""A picture with a place for everything in it. x grows to the right, y downwards, in the picture's own units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from argmap.diagnostics import Words
from argmap.picture import Box, Group, Junction, LegendEntry, Line, Picture, Stack

Point = tuple[float, float]


class LayoutError(Exception):
    """The layout engine is missing, failed, or took too long: `words` say what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedBox:
    """A box; x and y are its upper left corner."""

    box: Box
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedJunction:
    """A junction; x and y are its middle."""

    junction: Junction
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedStack:
    """The frame around a stack."""

    stack: Stack
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedFrame:
    """The frame around a group."""

    group: Group
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLine:
    """A line: a start, then three points for every cubic curve.

    `trunk` says that a stack's line is drawn here for all of its boxes; `hidden`, that such a line draws this one.
    """

    line: Line
    points: tuple[Point, ...]
    trunk: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedText:
    """One line of words outside the boxes; x and y are the left end of its base line."""

    text: str
    x: float
    y: float
    size: float
    style: str
    right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedEntry:
    """An entry of the legend; x and y are the upper left corner of its row."""

    entry: LegendEntry
    x: float
    y: float


Spot = TypeVar("Spot", PlacedBox, PlacedJunction, PlacedStack, PlacedFrame, PlacedText, PlacedEntry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A rectangle with things in it, placed from its upper left corner, and with other blocks in it.

    Blocks are tried in many arrangements, so nothing in them is moved until one is chosen: see `flat`.
    """

    width: float
    height: float
    boxes: tuple[PlacedBox, ...] = ()
    junctions: tuple[PlacedJunction, ...] = ()
    stacks: tuple[PlacedStack, ...] = ()
    frames: tuple[PlacedFrame, ...] = ()
    lines: tuple[PlacedLine, ...] = ()
    texts: tuple[PlacedText, ...] = ()
    entries: tuple[PlacedEntry, ...] = ()
    parts: tuple[tuple[float, float, Block], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A picture ready to be drawn: everything on it, with title, legend and sources, in a flat block."""

    picture: Picture
    block: Block

    @property
    def width(self) -> float:
        """How wide the whole sheet is."""
        return self.block.width

    @property
    def height(self) -> float:
        """How high the whole sheet is."""
        return self.block.height


def joined(width: float, height: float, parts: Iterable[tuple[float, float, Block]]) -> Block:
    """One block that holds others: each with the place of its upper left corner."""
    return Block(width=width, height=height, parts=tuple(parts))


def flat(block: Block) -> Block:
    """The block with everything that lies in the blocks in it, and none of those."""
    leaves = list(_leaves(0.0, 0.0, block))
    return Block(
        width=block.width,
        height=block.height,
        boxes=_moved((x, y, leaf.boxes) for x, y, leaf in leaves),
        junctions=_moved((x, y, leaf.junctions) for x, y, leaf in leaves),
        stacks=_moved((x, y, leaf.stacks) for x, y, leaf in leaves),
        frames=_moved((x, y, leaf.frames) for x, y, leaf in leaves),
        texts=_moved((x, y, leaf.texts) for x, y, leaf in leaves),
        entries=_moved((x, y, leaf.entries) for x, y, leaf in leaves),
        lines=tuple(
            replace(line, points=tuple((px + x, py + y) for px, py in line.points))
            for x, y, leaf in leaves
            for line in leaf.lines
        ),
    )


def _leaves(x: float, y: float, block: Block) -> Iterator[tuple[float, float, Block]]:
    yield x, y, block
    for right, down, part in block.parts:
        yield from _leaves(x + right, y + down, part)


def _moved(spots: Iterable[tuple[float, float, tuple[Spot, ...]]]) -> tuple[Spot, ...]:
    return tuple(replace(spot, x=spot.x + x, y=spot.y + y) for x, y, those in spots for spot in those)
