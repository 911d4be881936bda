"""The frames of groups: a title, how many of what, and the parts of the group in good order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import sqrt

from argmap.layout.pack import pack
from argmap.layout.values import Block, PlacedFrame, PlacedText, joined
from argmap.picture import Group
from argmap.picture.measure import width
from argmap.picture.values import GROUP_TITLE, SMALL

_LINE = 21.0  # from one line of a group's title to the next
_PAD = 20.0  # between the frame of a group and what is in it
_PARTS = (44.0, 20.0)  # between parts in a group
_SINGLES = (22.0, 14.0)  # between boxes that nothing joins
_COLUMN = 254.0  # such a box and the gap beside it
_TRIES = 12


def framings(group: Group | None, blocks: Sequence[Block], shape: float) -> list[Block]:
    """The parts of a group in its frame, from narrow to wide.

    Args:
        group: the group; None for what is in none, which gets no frame.
        blocks: its parts.
        shape: width to height of the sheet; a frame much wider than the sheet that its parts would fill is not tried.
    """
    joint = [block for block in blocks if block.lines]
    single = [block for block in blocks if not block.lines]
    widest = max(block.width for block in blocks)
    area = sum((block.width + _PARTS[0]) * (block.height + _PARTS[1]) for block in blocks)
    limit = 2 * sqrt(area * shape)
    found: dict[tuple[float, float], Block] = {}
    room = widest
    while True:
        for content in _contents(joint, single, room):
            block = _framed(group, content)
            found.setdefault((block.width, block.height), block)
        room += max(_COLUMN, (limit - widest) / _TRIES)
        if room > limit or len(blocks) == 1:
            return sorted(found.values(), key=lambda block: block.width)


def _framed(group: Group | None, content: Block) -> Block:
    if group is None:
        return content
    title, top = _title(group, content.width)
    outer = PlacedFrame(
        group=group, x=0.0, y=0.0, width=content.width + 2 * _PAD, height=top + content.height + _PAD
    )
    whole = joined(outer.width, outer.height, [(_PAD, 0.0, title), (_PAD, top, content)])
    return replace(whole, frames=(outer,))


def frames_around(block: Block, groups: Mapping[str, Group]) -> Block:
    """The block with a frame around the boxes of each group in it."""
    inside: defaultdict[str, list[tuple[float, float, float, float]]] = defaultdict(list)
    for box in block.boxes:
        if box.box.group is not None:
            inside[box.box.group].append((box.x, box.y, box.x + box.box.width, box.y + box.box.height))
    for junction in block.junctions:
        if junction.junction.group is not None:
            inside[junction.junction.group].append((junction.x, junction.y, junction.x, junction.y))
    parts = [(0.0, 0.0, block)]
    frames = []
    for home, corners in inside.items():
        left, top = min(each[0] for each in corners), min(each[1] for each in corners)
        right, bottom = max(each[2] for each in corners), max(each[3] for each in corners)
        title, high = _title(groups[home], right - left)
        parts.append((left, top - high, title))
        frames.append(
            PlacedFrame(
                group=groups[home],
                x=left - _PAD,
                y=top - high,
                width=right - left + 2 * _PAD,
                height=bottom - top + high + _PAD,
            )
        )
    out = -min(0.0, *(frame.x for frame in frames)), -min(0.0, *(frame.y for frame in frames))
    right = max(block.width, *(frame.x + frame.width for frame in frames))
    bottom = max(block.height, *(frame.y + frame.height for frame in frames))
    whole = replace(joined(0.0, 0.0, parts), frames=tuple(frames))
    return joined(right + out[0], bottom + out[1], [(*out, whole)])


def margin(groups: Sequence[Group]) -> float:
    """How much room the engine has to keep around groups for their frames and titles."""
    return 34.0 + _LINE / 2 * max((len(group.title) for group in groups), default=1)


def _contents(joint: Sequence[Block], single: Sequence[Block], room: float) -> list[Block]:
    """Parts that hang together, and boxes that nothing joins below them, or beside them where there is room."""
    above = _grid(joint, room, _PARTS)
    if not joint or not single:
        return [above if joint else _grid(single, room, _SINGLES)]
    below = _grid(single, max(above.width, *(block.width for block in single)), _SINGLES)
    y = above.height + _PARTS[1]
    found = [joined(max(above.width, below.width), y + below.height, [(0.0, 0.0, above), (0.0, y, below)])]
    x = above.width + _PARTS[0]
    if x + max(block.width for block in single) <= room:
        beside = _grid(single, room - x, _SINGLES)
        high = max(above.height, beside.height)
        found.append(joined(x + beside.width, high, [(0.0, 0.0, above), (x, 0.0, beside)]))
    return found


def _grid(blocks: Sequence[Block], room: float, gap: tuple[float, float]) -> Block:
    corners, size = pack([(block.width, block.height) for block in blocks], room, gap)
    return joined(*size, [(x, y, block) for (x, y), block in zip(corners, blocks, strict=True)])


def _title(group: Group, room: float) -> tuple[Block, float]:
    """The title and the counts of a group, and how much height they take."""
    y = 10.0
    texts = []
    for line in group.title:
        y += _LINE
        texts.append(PlacedText(text=line, x=0.0, y=y - 3.0, size=GROUP_TITLE, style="group-title"))
    x = width(group.title[-1], GROUP_TITLE) + 16.0
    if x + width(group.counts, SMALL) > room:
        x, y = 0.0, y + 16.0
    texts.append(PlacedText(text=group.counts, x=x, y=y - 3.0, size=SMALL, style="counts"))
    return Block(width=room, height=y, texts=tuple(texts)), y + 12.0
