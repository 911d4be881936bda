"""A placed picture as SVG 1.1 with ARIA roles (WAI-ARIA Graphics Module): text is text, every box and line has its id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import islice
from typing import get_args

from argmap.layout import shapes
from argmap.layout.shapes import number
from argmap.layout.sheet import SYMBOL
from argmap.layout.style import change_css, css
from argmap.layout.things import RADIUS
from argmap.layout.values import (
    Placed,
    PlacedBox,
    PlacedEntry,
    PlacedFrame,
    PlacedJunction,
    PlacedLine,
    PlacedStack,
    PlacedText,
)
from argmap.picture import Badge, Line, Mark
from argmap.picture.boxes import BETWEEN_BADGES
from argmap.picture.measure import in_font, width
from argmap.picture.values import HEAD, LINE, PAD, ROW, SMALL, TEXT, Kind, Role
from argmap.picture.words import CHANGES, MOVES

_BETWEEN = re.compile(r"[#+>@]+")  # what joins ids to keys
_NOT_NAME = re.compile(r"[^\w-]")
_ORDER: tuple[Kind, ...] = ("about", "answers", "backs", "supports", "rebuts", "undercuts")  # the last on top
_PILL = 15.0  # height of a badge
_DISC = 6.5  # radius of the disc behind a sign on a line


def write(placed: Placed, *, font_only: bool = False, bare: bool = False) -> str:
    """The whole picture.

    Args:
        placed: the picture.
        font_only: draw 〓 for characters that our font lacks, for a renderer that has no other font.
        bare: leave out ids, roles and descriptions of single things, for a page whose script gives its own.
    """
    return "\n".join(filter(None, _Writer(placed, font_only=font_only, bare=bare).lines())) + "\n"


class _Writer:
    def __init__(self, placed: Placed, *, font_only: bool, bare: bool) -> None:
        self.placed = placed
        self.font_only = font_only
        self.bare = bare
        self.is_change = any(box.mark for box in placed.picture.boxes) or any(
            line.change for line in placed.picture.lines
        )
        self.stacks = {key: stack for stack in placed.block.stacks for key in stack.stack.boxes}

    def lines(self) -> Iterator[str]:
        picture, block = self.placed.picture, self.placed.block
        name = _name(picture.id)
        wide, high = number(block.width), number(block.height)
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="argmap" lang="{picture.lang}" xml:lang="{picture.lang}"'
            f' width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" role="graphics-document"'
            f' aria-labelledby="title_{name} desc_{name}">'
        )
        yield f'<title id="title_{name}">{self.words(picture.title)}</title>'
        yield f'<desc id="desc_{name}">{self.words(picture.description)}</desc>'
        yield f"<style>{css()}{change_css() if self.is_change else ''}</style>"
        yield f'<rect class="sheet" width="{wide}" height="{high}"/>'
        for frame in block.frames:
            yield from self.frame(frame)
        for stack in block.stacks:
            yield from self.stack(stack)
        for line in sorted(block.lines, key=lambda placed: _ORDER.index(placed.line.kind)):
            yield self.line(line)
        for line in block.lines:
            yield self.sign(line)
        for junction in block.junctions:
            yield self.junction(junction)
        for box in block.boxes:
            yield from self.box(box)
        for text in block.texts:
            yield self.text(text)
        for entry in block.entries:
            yield from self.entry(entry)
        yield "</svg>"

    def became(self, change: str | None) -> list[str]:
        """The class that says what became of something, in a picture of a change."""
        return ([change] if change else ["still"]) if self.is_change else []

    def named(self, name: str, role: str) -> str:
        """The attributes that say what an element is."""
        return "" if self.bare else f' id="{name}" role="{role}"'

    def title(self, words: str) -> str:
        return "" if self.bare else f"<title>{self.words(words)}</title>"

    def words(self, text: str) -> str:
        return escape(in_font(text) if self.font_only else text)

    def at(self, x: float, y: float, css_class: str, text: str) -> str:
        return (
            f'<text class="{css_class}" x="{number(x)}" y="{number(y)}">{self.words(text)}</text>'
            if text
            else ""
        )

    def text(self, text: PlacedText) -> str:
        if text.style == "missing" and not self.font_only:
            return ""
        return self.at(text.x, text.y, text.style, text.text)

    def frame(self, frame: PlacedFrame) -> Iterator[str]:
        group = frame.group
        named = self.named(f"g_{_name(f'{self.placed.picture.id}_{group.id}')}", "graphics-object")
        yield f'<g class="group"{named} data-id="{escape(group.id)}">'
        yield f"<title>{self.words(group.name)}</title>{_rect('frame', frame.x, frame.y, frame.width, frame.height, 8)}"
        yield "</g>"

    def stack(self, placed: PlacedStack) -> Iterator[str]:
        stack = placed.stack
        yield f'<g class="stack">{_rect("", placed.x, placed.y, placed.width, placed.height, 5)}'
        yield self.at(
            placed.x + 10 + PAD,
            placed.y + 20,
            "s w",
            f"{stack.head}\u3000{stack.count}" if stack.head else "",
        )
        yield "</g>"

    def line(self, placed: PlacedLine) -> str:
        line = placed.line
        classes: list[str] = [line.kind, *([line.extent] if line.extent != "full" else [])]
        marks = (("candidate", line.candidate), ("trunk", placed.trunk), ("hidden", placed.hidden))
        classes += [name for name, has in marks if has]
        classes += self.became(line.change)
        way = shapes.way(placed.points, line.kind, headed=line.head)
        tip = f'<path class="core" d="{way}"/>' if line.change == "added" else ""
        tip += f'<path class="tip" d="{shapes.tip(placed.points, line.kind)}"/>' if line.head else ""
        stack = self.stacks.get(line.source) if placed.trunk else None
        if stack is not None:
            bar = f"M{number(stack.x)} {number(stack.y + 4)}V{number(stack.y + stack.height - 4)}"
            tip += f'<path class="bar" d="{bar}"/>'
        around = shapes.halo(placed.points, to_junction=line.target not in self.placed.picture.box)
        halo = f'<path class="halo" d="{around}"/>' if around and not placed.hidden else ""
        return (
            f'<g class="edge {" ".join(classes)}"{self.named(edge_id(line), "graphics-symbol")} data-from="{escape(line.source)}"'
            f' data-to="{escape(line.target)}">{self.title(line.description)}'
            f'{halo}<path class="way" d="{way}"/>{tip}</g>'
        )

    def sign(self, placed: PlacedLine) -> str:
        """What became of a line, as a sign on it."""
        if placed.line.change is None or placed.hidden:
            return ""
        x, y = shapes.on_the_way(placed.points)
        sign = CHANGES[placed.line.change].say(self.placed.picture.lang)[0]
        disc = f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(_DISC)}"/>'
        return f'<g class="sign">{disc}{self.at(x - width(sign, SMALL) / 2, y + 3.8, "s", sign)}</g>'

    def junction(self, placed: PlacedJunction) -> str:
        key = placed.junction.key
        named = self.named(f"j_{_name(key)}", "graphics-object")
        return (
            f'<g class="junction"{named} data-key="{escape(key)}">'
            f'{self.title(placed.junction.description)}<circle cx="{number(placed.x)}" cy="{number(placed.y)}" r="{number(RADIUS)}"/></g>'
        )

    def box(self, placed: PlacedBox) -> Iterator[str]:
        box, x, y = placed.box, placed.x, placed.y
        side = f" side-{_name(box.side)}" if box.side else ""
        status = f" {box.badge.name}" if box.badge else ""
        candidate = " candidate" if box.candidate else ""
        became = "".join(f" {name}" for name in self.became(box.mark.change if box.mark else None))
        stands_for = f' data-of="{escape(" ".join(box.of))}"' if box.of else ""
        named = self.named(f"n_{_name(box.key)}", "graphics-object")
        yield (
            f'<g class="node {box.role}{side}{status}{candidate}{became}"{named}'
            f' data-id="{escape(box.id)}" data-key="{escape(box.key)}"{stands_for}>{self.title(box.description)}'
        )
        yield _shape(box.role, x, y, box.width, box.height, box.head_height)
        if box.mark is not None and box.mark.change == "added":
            yield _doubled(box.role, x, y, box.width, box.height)
        yield from self.head(placed)
        base = y + box.head_height + PAD - 3
        for row, line in enumerate(box.lines):
            yield self.at(x + PAD, base + LINE * row + TEXT + 1, "t", line)
        base += LINE * len(box.lines)
        for row, line in enumerate(box.foot):
            yield self.at(x + PAD, base + ROW * row + SMALL + 2, "s", line)
        yield "</g>"

    def head(self, placed: PlacedBox) -> Iterator[str]:
        box, x = placed.box, placed.x + PAD
        if box.mark is not None:
            yield from self.marks(placed, box.mark)
        if not box.head:
            return
        y = placed.y + HEAD + SMALL + 1.5
        yield '<g class="head-words">'
        for row, words in enumerate(box.head):
            if row == 0 and words.startswith(box.word):
                yield self.at(x, y, "s w", box.word)
                rest = words[len(box.word) :]
                yield self.at(x + width(box.word, SMALL), y, "s", rest)
            else:
                yield self.at(x, y + ROW * row, "s", words)
        yield "</g>"
        if box.badge is not None and box.mark is None:
            left = placed.x + box.width - PAD + 4 - box.badge.width
            yield self.badge(box.badge, left, placed.y + HEAD + ROW * (len(box.head) - 1) + 0.5)

    def marks(self, placed: PlacedBox, mark: Mark) -> Iterator[str]:
        """The badges that say what became of a box, in rows below the words of its head."""
        badges = iter(mark.badges)
        yield '<g class="marks">'
        for row, number_of_badges in enumerate(mark.rows):
            x, y = placed.x + PAD - 4, placed.y + HEAD + ROW * (len(placed.box.head) + row) + 0.5
            for badge in islice(badges, number_of_badges):
                yield self.badge(badge, x, y)
                x += badge.width + BETWEEN_BADGES
        yield "</g>"

    def badge(self, badge: Badge, x: float, y: float) -> str:
        pill = _rect("pill", x, y, badge.width, _PILL, _PILL / 2)
        return f'<g class="badge tone-{badge.tone}">{pill}{self.at(x + 7, y + 11.3, "s", badge.text)}</g>'

    def entry(self, placed: PlacedEntry) -> Iterator[str]:
        entry, x, y = placed.entry, placed.x, placed.y
        yield '<g class="legend">'
        if entry.badge is not None:
            yield self.badge(entry.badge, x, y)
            after = x + entry.badge.width
        else:
            yield from _symbol(entry.kind, entry.name, x, y)
            yield self.at(x + SYMBOL, y + 11.3, "s w", entry.word)
            after = x + SYMBOL + width(entry.word, SMALL)
        yield self.at(after + 10, y + 11.3, "s", entry.meaning)
        yield "</g>"


def edge_id(line: Line) -> str:
    """The id of a line, from the ids of its ends and its kind."""
    return f"e_{_name(line.source)}_{line.kind}_{_name(line.target)}"


def _name(text: str) -> str:
    """An XML name that keeps letters and digits of any script; `.94d.` is any other character, such as a vowel sign."""
    return _NOT_NAME.sub(lambda found: f".{ord(found[0]):x}.", _BETWEEN.sub("_", text))


def _shape(role: Role, x: float, y: float, wide: float, high: float, head: float) -> str:
    parts = [f'<path class="shape" d="{shapes.outline(role, x, y, wide, high)}"/>']
    if head and role in ("claim", "rebuttal"):
        parts = [
            f'<path class="shape" d="{shapes.outline(role, x, y, wide, high)}"/>',
            f'<path class="head" d="{shapes.head(role, x + 0.6, y + 0.6, wide - 1.2, head)}"/>',
        ]
    if role == "evidence":
        parts.append(f'<path class="fold" d="{shapes.fold(x, y, wide)}"/>')
    return "".join(parts)


def _doubled(role: Role, x: float, y: float, wide: float, high: float) -> str:
    """The outline of a box once more, as a double line: a broad one, and a line of paper in its middle."""
    outline = shapes.outline(role, x, y, wide, high)
    return f'<path class="shape broad" d="{outline}"/><path class="core" d="{outline}"/>'


def _rect(css_class: str, x: float, y: float, wide: float, high: float, radius: float) -> str:
    return (
        f'<rect class="{css_class}" x="{number(x)}" y="{number(y)}" width="{number(wide)}" height="{number(high)}"'
        f' rx="{number(radius)}"/>'
    )


_KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
_ROLES: dict[str, Role] = {role: role for role in get_args(Role)}


def _symbol(kind: str, name: str, x: float, y: float) -> Iterable[str]:
    """What an entry of the legend looks like in the picture."""
    if kind == "role":
        yield f'<g class="{name}">{_shape(_ROLES[name], x, y + 0.5, 28, 14, 0)}</g>'
    elif kind == "side":
        yield f'<g class="claim side-{_name(name)}">{_shape("claim", x, y + 0.5, 28, 14, 6)}</g>'
    elif kind == "mark" and name not in MOVES:
        double = _doubled("claim", x, y + 0.5, 28, 14) if name == "added" else ""
        yield f'<g class="claim {name}">{_shape("claim", x, y + 0.5, 28, 14, 0)}{double}</g>'
    elif kind == "mark":
        return
    else:
        word = name.split(" ", maxsplit=1)[0]
        points = ((x + 30, y + 7.5), (x + 20, y + 7.5), (x + 10, y + 7.5), (x, y + 7.5))
        way, tip = shapes.way(points, _KINDS[word], headed=True), shapes.tip(points, _KINDS[word])
        yield f'<g class="edge {name}"><path class="way" d="{way}"/><path class="tip" d="{tip}"/></g>'
