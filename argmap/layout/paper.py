"""What stands on a page of paper besides the drawing: title, legend in rows, sources, page number; and the overview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from argmap.diagnostics import Lang
from argmap.layout.pack import pack
from argmap.layout.sheet import foot_block, legend_blocks, title_block
from argmap.layout.values import Block, PlacedEntry, PlacedFrame, PlacedText, joined
from argmap.picture import Box, Group, LegendEntry, Picture, words
from argmap.picture.boxes import short
from argmap.picture.measure import width
from argmap.picture.values import GROUP_TITLE, ROW, SMALL, SUBTITLE
from argmap.picture.wrap import wrap_most

SYMBOL = 34.0
_FOOTER = 24.0  # the least height of the sources and the page number
_SOURCES = 3  # lines of sources that a page has room for
_LINES = 3  # of a title
_HEADER = 34.0  # height of the title on a page that follows an overview
_ENTRY = (20.0, 20.0)  # between two entries in a row, from row to row
_LISTED = 12  # claims that are listed of a group
_CARD = 340.0  # width of a group on the overview
_CARDS = (18.0, 18.0)
_NUMBER = 120.0  # width of the page number
_TITLE = 21.0  # from line to line


def legend_rows(picture: Picture, inner: float) -> Block:
    """The legend without meanings, in rows."""
    x = y = 0.0
    entries = []
    for section in picture.legend:
        for entry in section.entries:
            plain = LegendEntry(
                kind=entry.kind, name=entry.name, word=entry.word, meaning="", badge=entry.badge
            )
            wide = SYMBOL + 6.0 + width(entry.word, SMALL) if entry.badge is None else entry.badge.width
            if x and x + wide > inner:
                x, y = 0.0, y + _ENTRY[1]
            entries.append(PlacedEntry(entry=plain, x=x, y=y))
            x += wide + _ENTRY[0]
    return Block(width=inner, height=y + _ENTRY[1] if entries else 0.0, entries=tuple(entries))


def page_block(
    picture: Picture, content: Block, title: Block, number: str, size: tuple[float, float], edge: float
) -> Block:
    """A page with a part of a picture.

    Args:
        picture: the part, for its legend and sources.
        content: the part as it is laid out.
        title: the title of the whole, as high as the room that it takes.
        number: the words for its page number.
        size: width and height of the page.
        edge: what stays white around.
    """
    inner = size[0] - 2 * edge
    legend = legend_rows(picture, inner)
    foot = footer(picture, number, inner)
    below = size[1] - edge - foot.height
    return joined(
        *size,
        [
            (edge, edge, title),
            (edge, edge + title.height, content),
            (edge, below - legend.height, legend),
            (edge, below, foot),
        ],
    )


def heading(picture: Picture, inner: float, *, full: bool) -> Block:
    """The title of a page: with all that is said below it, or on one line, on a page that follows an overview."""
    if full:
        block = title_block(picture, inner)
        return replace(block, height=block.height + 8.0)
    lines = tuple(
        PlacedText(text=line, x=0.0, y=13.0 + _TITLE * row, size=GROUP_TITLE, style="group-title")
        for row, line in enumerate(wrap_most(picture.title, inner, GROUP_TITLE, _LINES))
    )
    return Block(width=inner, height=_HEADER + _TITLE * (len(lines) - 1), texts=lines)


def footer(picture: Picture, number: str, inner: float) -> Block:
    """The sources and the page number, as high as they are."""
    sources = foot_block(picture, inner - _NUMBER)
    high = max(_FOOTER, sources.height + 4.0)
    page = PlacedText(text=number, x=inner - width(number, SMALL), y=high - 4.0, size=SMALL, style="source")
    low = high - 4.0 - SMALL - ROW * (len(sources.texts) - 1)
    return joined(inner, high, [(0.0, low, sources), (0.0, 0.0, Block(width=0.0, height=0.0, texts=(page,)))])


def brief(picture: Picture, inner: float) -> Picture:
    """The picture itself, or with a short line for its sources where they are too many for the foot of each page."""
    if len(foot_block(picture, inner - _NUMBER).texts) <= _SOURCES:
        return picture
    line = words.SOURCES.say(picture.lang).format(words.AT_THE_END.say(picture.lang))
    return replace(picture, sources=(line,), missing="")


def source_blocks(picture: Picture, size: tuple[float, float], edge: float) -> list[Block]:
    """The sources on as many pages as they take, without page numbers."""
    inner = size[0] - 2 * edge
    title = heading(picture, inner, full=False)
    lines = foot_block(picture, inner).texts
    most = int((size[1] - 2 * edge - title.height - _FOOTER - 14.0) / ROW)
    found = []
    for first in range(0, len(lines), most):
        texts = tuple(replace(line, y=line.y - ROW * first) for line in lines[first : first + most])
        here = Block(width=inner, height=ROW * len(texts), texts=texts)
        found.append(joined(*size, [(edge, edge, title), (edge, edge + title.height, here)]))
    return found


def card(group: Group, boxes: Sequence[Box], where: str, lang: Lang) -> Block:
    """A group on the overview: its title, how many of what, on which pages, what stands, the government's claims."""
    y = 10.0
    texts = []
    for line in group.title:
        y += _TITLE
        texts.append(PlacedText(text=line, x=16.0, y=y - 3.0, size=GROUP_TITLE, style="group-title"))
    for line in (group.counts, where):
        y += ROW
        texts.append(PlacedText(text=line, x=16.0, y=y - 3.0, size=SMALL, style="counts"))
    y += 8.0
    entries = []
    for entry in _statuses(boxes):
        entries.append(PlacedEntry(entry=entry, x=16.0, y=y))
        y += _ENTRY[1]
    y += 4.0
    listed = [f"{box.badge.sign} {short(box, lang)}" for box in _claims(boxes) if box.badge]
    if len(listed) > _LISTED:
        listed[_LISTED:] = [words.MORE.say(lang).format(len(listed) - _LISTED)]
    for line in listed:
        y += ROW
        texts.append(PlacedText(text=line, x=16.0, y=y - 4.0, size=SMALL, style="listed"))
    frame = PlacedFrame(group=group, x=0.0, y=0.0, width=_CARD, height=y + 10.0)
    return Block(width=_CARD, height=y + 10.0, texts=tuple(texts), entries=tuple(entries), frames=(frame,))


def _claims(boxes: Sequence[Box]) -> list[Box]:
    """The government's claims."""
    return [box for box in boxes if box.role == "claim" and box.side == "government"]


def _statuses(boxes: Sequence[Box]) -> list[LegendEntry]:
    """How many of the government's claims, and of the questions, have which status."""
    asked = [box for box in boxes if box.role == "question"]
    badges = [box.badge for box in (*asked, *_claims(boxes)) if box.badge]
    present = Counter(badges)
    order = [status.value for status in (*words.READING, *words.QUESTIONS)]
    return [
        LegendEntry(kind="status", name=badge.name, word=badge.word, meaning=str(present[badge]), badge=badge)
        for badge in sorted(present, key=lambda badge: order.index(badge.name))
    ]


def overview_blocks(
    picture: Picture, cards: Sequence[Block], size: tuple[float, float], edge: float
) -> list[Block]:
    """The overview on as many pages as it takes, without page numbers."""
    inner, high = size[0] - 2 * edge, size[1] - 2 * edge - footer(picture, "", size[0] - 2 * edge).height
    title = title_block(picture, inner)
    heading = PlacedText(
        text=words.CONTENTS.say(picture.lang), x=0.0, y=SUBTITLE, size=SUBTITLE, style="subtitle"
    )
    narrowest, *wider = legend_blocks(picture)
    legend = [narrowest, *(block for block in wider if block.width <= inner)][-1]
    top = title.height + 34.0
    found = []
    waiting = list(cards)
    while waiting:
        taken = len(waiting)
        while taken > 1 and _packed(waiting[:taken], legend, inner).height > high - top:
            taken -= 1
        content = _packed(waiting[:taken], legend, inner)
        del waiting[:taken]
        parts = [
            (edge, edge, title),
            (edge, edge + title.height + 6.0, Block(width=0.0, height=0.0, texts=(heading,))),
            (edge, edge + top, content),
        ]
        found.append(joined(*size, parts))
    return found


def _packed(cards: Sequence[Block], legend: Block, inner: float) -> Block:
    corners, (wide, high) = pack([(block.width, block.height) for block in cards], inner, _CARDS)
    parts = [(x, y, block) for (x, y), block in zip(corners, cards, strict=True)]
    return joined(wide, high + 12.0 + legend.height, [*parts, (0.0, high + 12.0, legend)])


def with_number(picture: Picture, block: Block, number: str, edge: float) -> Block:
    """A page of the overview with its sources and its page number."""
    foot = footer(picture, number, block.width - 2 * edge)
    return joined(
        block.width, block.height, [(0.0, 0.0, block), (edge, block.height - edge - foot.height, foot)]
    )
