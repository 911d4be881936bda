"""A picture on sheets of paper: on one or two if its smallest words stay readable, else an overview and then its parts.

Where space is short, narrower boxes nearer to each other are tried.
A part is one or several groups, or a piece of a group that is too big for a page. Where a relation leaves a page, a
reference names the page on which it goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from argmap.layout.arrange import arrange
from argmap.layout.drawing import Drawing
from argmap.layout.paper import (
    brief,
    card,
    footer,
    heading,
    legend_rows,
    overview_blocks,
    page_block,
    source_blocks,
    with_number,
)
from argmap.layout.pieces import Atom, atoms, grown
from argmap.layout.place import place
from argmap.layout.values import Block, Placed, flat, joined
from argmap.picture import Box, Group, Picture, words
from argmap.picture.boxes import NARROW, counts, narrowed
from argmap.picture.parts import near, split
from argmap.picture.values import GROUP_TITLE, SMALL
from argmap.picture.wrap import wrap_most

PAPERS = {"a4": (842.0, 595.0), "a3": (1191.0, 842.0)}
"""Width and height of a sheet on its side, in points."""
LEAST = 7.0
"""The smallest text on paper, in points."""
LONGEST = 14_400.0
"""The longest side that a page of a PDF may have, in points (ISO 32000-1, annex C)."""
_EDGE = 22.0  # what stays white around a page, in points
_LARGEST = 1.1  # points for one unit: small pictures are not blown up further
_UNIT = LEAST / SMALL  # points for one unit where space is short
_LARGER = (1.0, 0.9, 0.8, 0.73)  # points for one unit where pages have room
_FURTHER = 8  # boxes that are tried in what is left of a page
_ROWS = 3  # of the title of what is in no group
_FULL = 0.9  # how much of a page boxes can fill
_TIGHT = ((NARROW, 1.0), (200.0, 0.8), (184.0, 0.75), (172.0, 0.7), (156.0, 0.6))
# widths of boxes, and how much of the usual room is left between columns
_WITHOUT = 2  # pages that need no overview
_SPARSE = 0.45  # of a page: with more boxes, narrower ones save no pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: what is on it, and its size in points."""

    placed: Placed
    width: float
    height: float


def pages(drawing: Drawing) -> tuple[Page, ...]:
    """The pages of a drawing.

    Raises:
        LayoutError: there is no engine, it failed, or it took too long.
    """
    paper = PAPERS[drawing.options.paper]
    area = sum(box.width * box.height for box in drawing.picture.boxes) * _UNIT**2
    filled = area / (paper[0] * paper[1] * _FULL)  # pages
    first = _whole(drawing.placed, paper)
    if first:
        return (first,)
    if filled <= 1:
        options = drawing.options
        for wide, gaps in _TIGHT[1:]:
            picture = narrowed(drawing.picture, wide)
            placed = place(picture, engine=options.engine, timeout=options.timeout, gaps=gaps)
            if page := _whole(placed, paper):
                return (page,)
    books = [
        _pages(drawing, paper, tight, full=filled <= _WITHOUT)
        for tight in (_TIGHT if filled <= _SPARSE else _TIGHT[:1])
    ]
    return min(books, key=len)


def _whole(placed: Placed, paper: tuple[float, float]) -> Page | None:
    """All on one page, if its words stay readable."""
    (wide, high), block = paper, placed.block
    unit = min(wide / block.width, high / block.height, _LARGEST)
    if unit < _UNIT:
        return None
    whole = joined(wide / unit, high / unit, [((wide / unit - block.width) / 2, 0.0, block)])
    return Page(placed=Placed(picture=placed.picture, block=flat(whole)), width=wide, height=high)


def _pages(
    drawing: Drawing, paper: tuple[float, float], tight: tuple[float, float], *, full: bool
) -> tuple[Page, ...]:
    """Several pages, all alike, as large as the fullest allows; `full` says to go without an overview if they are few."""
    parts = _Book(drawing, paper, _UNIT, tight, full=full).parts()
    if full and len(parts) > _WITHOUT:
        full = False
        parts = _Book(drawing, paper, _UNIT, tight, full=full).parts()
    larger = (_Book(drawing, paper, unit, tight, full=full) for unit in _LARGER)
    fitting = (book for book in larger if not book.crowded(parts))
    book = next(fitting, _Book(drawing, paper, _UNIT, tight, full=full))
    return tuple(book.pages(parts))


class _Book:
    """A picture that takes several pages. Sizes are in its own units, `unit` points each.

    With `full`, there is no overview, and every page has the full title. `tight` is one of `_TIGHT`.
    """

    def __init__(
        self,
        drawing: Drawing,
        paper: tuple[float, float],
        unit: float,
        tight: tuple[float, float],
        *,
        full: bool,
    ) -> None:
        self.drawing = drawing
        self.unit = unit
        self.paper = (paper[0] / unit, paper[1] / unit)
        self.edge = _EDGE / unit
        self.inner = self.paper[0] - 2 * self.edge
        self.picture = brief(drawing.picture, self.inner)
        self.wide, self.gaps = tight
        self.full = full
        self.title = heading(self.picture, self.inner, full=full)
        self.foot = footer(self.picture, "", self.inner).height

    def pages(self, parts: Sequence[Sequence[str]]) -> Iterator[Page]:
        """An overview, unless there is none, then a page for each part, then the sources if they are many."""
        lang = self.picture.lang
        homes = {key: str(number) for number, part in enumerate(parts) for key in part}
        groups = self.groups()
        first = len(self.overview([card(*each, "", lang) for each in groups]))
        last = self.sources()
        total = first + len(parts) + len(last)

        def page_of(part: str) -> int:
            return first + 1 + int(part)

        def where(part: str) -> str:
            return words.PAGE.say(lang).format(page_of(part))

        cards = []
        for group, boxes in groups:
            on = sorted({page_of(homes[box.key]) for box in boxes})
            form = words.PAGE if len(on) == 1 else words.PAGES
            cards.append(card(group, boxes, form.say(lang).format(on[0], on[-1]), lang))
        for number, block in enumerate(self.overview(cards), 1):
            page = with_number(self.picture, block, f"{number} / {total}", self.edge)
            yield self.page(self.picture, page)
        for part, picture in split(self.picture, homes, where).items():
            yield self.page(picture, self.filled(picture, f"{page_of(part)} / {total}"))
        bare = replace(self.picture, sources=(), missing="")
        for number, block in enumerate(last, first + len(parts) + 1):
            yield self.page(bare, with_number(bare, block, f"{number} / {total}", self.edge))

    def overview(self, cards: Sequence[Block]) -> list[Block]:
        """The pages of the overview."""
        return [] if self.full else overview_blocks(self.picture, cards, self.paper, self.edge)

    def sources(self) -> list[Block]:
        """The pages with the sources, where they do not stand on every page."""
        whole = self.drawing.picture
        return [] if self.picture is whole else source_blocks(whole, self.paper, self.edge)

    def page(self, picture: Picture, block: Block) -> Page:
        unit = min(self.unit, LONGEST / block.width, LONGEST / block.height)
        return Page(
            placed=Placed(picture=picture, block=flat(block)),
            width=block.width * unit,
            height=block.height * unit,
        )

    def filled(self, picture: Picture, number: str) -> Block:
        """A page with a part on it; a part that no page can hold makes its page larger."""
        content, room = self.arranged(picture)
        size = (
            max(self.paper[0], content.width + 2 * self.edge),
            max(self.paper[1], self.paper[1] + content.height - room),
        )
        return page_block(picture, content, self.title, number, size, self.edge)

    def arranged(self, picture: Picture) -> tuple[Block, float]:
        """A part as it is laid out, and how much height there is for it."""
        room = (
            self.paper[1]
            - 2 * self.edge
            - self.title.height
            - self.foot
            - legend_rows(picture, self.inner).height
            - 14.0
        )
        options = self.drawing.options
        content = arrange(
            narrowed(picture, self.wide),
            engine=options.engine,
            timeout=options.timeout,
            gaps=self.gaps,
            shape=self.inner / room,
        )
        return content, room

    def fits(self, keys: Sequence[str]) -> bool:
        """Whether boxes can share a page, if all others lie on one other page."""
        inside = set(keys)
        area = sum(box.width * box.height for box in self.picture.boxes if box.key in inside)
        if area > self.inner * self.paper[1] * _FULL:
            return False
        picture = near(self.picture, inside)
        homes = {box.key: "in" if box.key in inside else "out" for box in picture.boxes}
        where = words.PAGE.say(self.picture.lang)
        part = split(picture, homes, lambda _: where)["in"]
        return self.has_room(part)

    def has_room(self, picture: Picture) -> bool:
        """Whether a part fits on its page."""
        content, room = self.arranged(picture)
        return content.width <= self.inner and content.height <= room

    def groups(self) -> list[tuple[Group, list[Box]]]:
        """Every group with its boxes; what is in no group last, under the picture's own title if there is no other."""
        lang = self.picture.lang
        found = [
            (group, [box for box in self.picture.boxes if box.group == group.id])
            for group in self.picture.groups
        ]
        rest = [box for box in self.picture.boxes if box.group is None]
        if rest:
            title = words.NO_GROUP.say(lang) if found else self.picture.title
            rows = wrap_most(title, NARROW, GROUP_TITLE, _ROWS)
            found.append((Group(id="", name=title, title=rows, counts=counts(rest, lang)), rest))
        return found

    def parts(self) -> list[list[str]]:
        """The boxes of every page.

        They are dealt out before it is known on how many pages the far ends of their relations will lie, so a page
        whose references take more room than was thought is halved.
        """
        found = self.dealt()
        while crowded := [keys for keys in self.crowded(found) if len(keys) > 1]:
            halves = []
            for keys in found:
                middle = len(keys) // 2 if keys in crowded else len(keys)
                halves += [half for half in (keys[:middle], keys[middle:]) if half]
            found = halves
        return found

    def crowded(self, parts: Sequence[list[str]]) -> list[list[str]]:
        """The parts that do not fit on their pages, references included."""
        homes = {key: str(number) for number, part in enumerate(parts) for key in part}
        where = words.PAGE.say(self.picture.lang)
        pictures = split(self.picture, homes, lambda _: where)
        return [keys for keys in parts if not self.has_room(pictures[homes[keys[0]]])]

    def dealt(self) -> list[list[str]]:
        """Groups that fit on one page together, or as much as fits of a group that does not."""
        found: list[list[str]] = []
        for _, boxes in self.groups():
            keys = [box.key for box in boxes]
            if found and self.fits([*found[-1], *keys]):
                found[-1] += keys
            elif self.fits(keys):
                found.append(keys)
            else:
                found += self.pieces(atoms(self.picture, self.drawing.placed.block.boxes, keys))
        return found

    def pieces(self, parts: Sequence[Atom]) -> Iterator[list[str]]:
        """As much as fits on a page, and again, until nothing is left."""
        waiting = list(parts)
        while waiting:
            order = grown(self.picture, waiting, self.inner * self.paper[1])
            first = self.most(order)
            keys = [key for atom in order[:first] for key in atom]
            for atom in order[first : first + _FURTHER]:
                keys += atom if self.fits([*keys, *atom]) else ()
            if len(order[0]) > 1 and len(keys) == len(order[0]) and not self.fits(keys):
                waiting = [*((key,) for key in order[0]), *(atom for atom in waiting if atom != order[0])]
                continue
            yield keys
            taken = set(keys)
            waiting = [atom for atom in waiting if atom[0] not in taken]

    def most(self, order: Sequence[Atom]) -> int:
        """How many atoms from the first on fit on a page together; at least one."""
        low, high = 1, len(order) + 1
        while high - low > 1:
            middle = (low + high) // 2
            if self.fits([key for atom in order[:middle] for key in atom]):
                low = middle
            else:
                high = middle
        return low
