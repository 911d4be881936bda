"""The sheet: a title above, the legend and the sources below."""

from __future__ import annotations

from argmap.layout.pack import pack
from argmap.layout.values import Block, PlacedEntry, PlacedText, joined
from argmap.picture import LegendEntry, LegendSection, Picture, words
from argmap.picture.measure import width
from argmap.picture.values import ROW, SMALL, SUBTITLE
from argmap.picture.wrap import wrap, wrap_most

MARGIN = 36.0
TITLE, NOTE = 24.0, 15.0
SYMBOL = 40.0
"""Room for the symbol of an entry."""
ENTRY = 21.0
"""From one entry of the legend to the next."""
_APART = 24.0  # title, drawing and sources
_LEAST = 640.0  # so that title and legend have room above and below a small picture
_MOST = 1400.0  # for a long title, which is broken into lines
_LINES = 3  # of a title, and of each line below it
_LEGENDS = (240.0, 420.0, 560.0, 720.0, 900.0, 1400.0)  # widths of the legend
_INSET = 8.0  # around it
_HEADING = 20.0
_BETWEEN = (34.0, 20.0)  # sections of the legend


def sheet(picture: Picture, content: Block) -> Block:
    """The whole sheet around the drawing, which holds the legend."""
    inner = max(content.width, _titles(picture))
    drawing = content if picture.boxes else _note(picture, inner)
    parts = []
    y = MARGIN
    for part in (title_block(picture, inner), drawing, foot_block(picture, inner)):
        parts.append((MARGIN, y, part))
        y += part.height + _APART
    return joined(inner + 2 * MARGIN, y - _APART + MARGIN, parts)


def surroundings(picture: Picture) -> tuple[float, float]:
    """The width and height that a sheet needs besides the drawing."""
    blocks = (title_block(picture, _titles(picture)), foot_block(picture, _LEAST))
    return 2 * MARGIN, 2 * (MARGIN + _APART) + sum(block.height for block in blocks)


def _titles(picture: Picture) -> float:
    """How wide title and subtitle are, or the widest that they may make a small picture."""
    titles = ((picture.title, TITLE), *((line, SUBTITLE) for line in picture.subtitle))
    return min(_MOST, max(_LEAST, *(width(title, size) for title, size in titles)))


def title_block(picture: Picture, inner: float) -> Block:
    """Title and subtitle."""
    texts = []
    y = -TITLE * 0.4
    for line in wrap_most(picture.title, inner, TITLE, _LINES):
        y += TITLE * 1.3
        texts.append(PlacedText(text=line, x=0.0, y=y, size=TITLE, style="title"))
    for words_below in picture.subtitle:
        for row, line in enumerate(wrap_most(words_below, inner, SUBTITLE, _LINES)):
            y += 18.0 if row else 23.0
            texts.append(PlacedText(text=line, x=0.0, y=y, size=SUBTITLE, style="subtitle"))
    return Block(width=inner, height=y + 6.0, texts=tuple(texts))


def _note(picture: Picture, inner: float) -> Block:
    x = (inner - width(picture.note, NOTE)) / 2
    return Block(
        width=inner,
        height=120.0,
        texts=(PlacedText(text=picture.note, x=x, y=66.0, size=NOTE, style="note"),),
    )


def legend_blocks(picture: Picture) -> tuple[Block, ...]:
    """The legend in several widths, from narrow to wide."""
    found = {}
    for room in _LEGENDS:
        sections = [_section(section) for section in picture.legend]
        corners, size = pack([(block.width, block.height) for block in sections], room, _BETWEEN)
        whole = joined(*size, [(x, y, block) for (x, y), block in zip(corners, sections, strict=True)])
        found[size] = joined(size[0] + 2 * _INSET, size[1] + _INSET, [(_INSET, _INSET, whole)])
    return tuple(sorted(found.values(), key=lambda block: block.width))


def _section(section: LegendSection) -> Block:
    heading = PlacedText(text=section.title, x=0.0, y=SMALL, size=SMALL, style="heading")
    entries = tuple(
        PlacedEntry(entry=entry, x=0.0, y=_HEADING + ENTRY * row) for row, entry in enumerate(section.entries)
    )
    wide = max(width(section.title, SMALL), *(entry_width(entry) for entry in section.entries))
    return Block(width=wide, height=_HEADING + ENTRY * len(entries), texts=(heading,), entries=entries)


def entry_width(entry: LegendEntry) -> float:
    """How wide an entry is: its symbol, its word and its meaning."""
    symbol = SYMBOL + width(entry.word, SMALL) if entry.badge is None else entry.badge.width
    return symbol + (10.0 + width(entry.meaning, SMALL) if entry.meaning else 0.0)


def foot_block(picture: Picture, inner: float) -> Block:
    """Sources, and which characters 〓 stands for, broken into lines."""
    codes = " ".join(f"U+{ord(char):04X}" for char in picture.missing)
    note = words.MISSING.say(picture.lang).format(codes) if codes else ""
    lines = [("source", line) for source in picture.sources for line in wrap(source, inner, SMALL)]
    lines += [("missing", line) for line in wrap(note, inner, SMALL) if line]
    texts = tuple(
        PlacedText(text=line, x=0.0, y=SMALL + ROW * row, size=SMALL, style=style)
        for row, (style, line) in enumerate(lines)
    )
    return Block(width=inner, height=ROW * len(lines), texts=texts)
