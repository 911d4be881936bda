"""What a picture is made of: boxes, lines, groups, words and their sizes. Values only, no syntax, no positions.

Sizes are in units of the picture; the text of a statement is 13 units high. Every text has been measured and broken
into lines, so that whatever draws the picture has nothing left to decide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from argmap.diagnostics import Lang
from argmap.model import Extent

if TYPE_CHECKING:
    from argmap.comparison import Change

Role = Literal["claim", "rebuttal", "evidence", "question", "reference"]
Kind = Literal["rebuts", "undercuts", "supports", "backs", "answers", "about"]
Tone = Literal["standing", "challenged", "open", "fallen", "missing", "plain"]

TEXT = 13.0
"""Size of a statement's text."""
LINE = 19.0
"""From one line of a statement to the next."""
GROUP_TITLE = 15.0
"""Size of a group's title."""
SMALL = 10.5
"""Size of all smaller words: role, party, status, legend, sources."""
SUBTITLE = 12.5
"""Size of what stands below the title."""
ROW = 16.0
"""From one row of small words to the next."""
PAD = 12.0
"""Between a box's outline and its text."""
HEAD = 4.0
"""Above and below the rows at the head of a box."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """The status of a box: a sign and a word, how wide they are, and which tone repeats them."""

    name: str
    sign: str
    word: str
    tone: Tone
    width: float

    @property
    def text(self) -> str:
        """Sign and word."""
        return f"{self.sign} {self.word}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What became of a box between two states: in badges below its head, so many in each row.

    The last badges say the status, which the box's own badge says where there is no mark.
    """

    change: Change
    badges: tuple[Badge, ...]
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A statement, a question, or a reference to one that is drawn elsewhere.

    Attributes:
        key: `debate#id`, unique in the picture.
        id: the id as its own debate writes it.
        role: which shape.
        side: the side of the party that speaks: `government`, `councilor` or another; None when nobody is named.
        word: the role in a word, with which the head begins.
        head: rows of small words above the text: role and party.
        badge: the status, on the last row of the head.
        lines: the text.
        foot: rows of small words below the text: date and place, what is missing, what is not yet confirmed.
        unbroken: the words of head, text and foot before they were broken into lines.
        group: the group it is drawn in.
        candidate: nobody has confirmed it yet.
        width: of the outline.
        height: of the outline.
        description: all of it in one sentence, for those who do not see the picture.
        of: the keys of what a reference stands for.
        mark: what became of it, in a picture of a change.
    """

    key: str
    id: str
    role: Role
    side: str | None
    word: str
    head: tuple[str, ...]
    badge: Badge | None
    lines: tuple[str, ...]
    foot: tuple[str, ...]
    unbroken: tuple[str, str, str] = ("", "", "")
    group: str | None
    candidate: bool
    width: float
    height: float
    description: str
    of: tuple[str, ...] = ()
    mark: Mark | None = None

    @property
    def head_height(self) -> float:
        """How much of the height the head takes."""
        return head_height(self.head, self.mark)


def head_height(head: tuple[str, ...], mark: Mark | None) -> float:
    """How much height a box's head takes, of so many rows and with the badges of a mark."""
    rows = len(head) + (len(mark.rows) if mark else 0)
    return 2 * HEAD + ROW * rows if rows else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Junction:
    """A step that something points at, or that has several premises: lines meet in it."""

    key: str
    group: str | None
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A relation, or a part of one: from the box or junction that bears on something to what it bears on.

    `head` says whether it ends in an arrowhead (a premise ends in its junction without one); nobody has confirmed a
    candidate yet; `change` is what became of it, in a picture of a change.
    """

    key: str
    kind: Kind
    source: str
    target: str
    extent: Extent
    head: bool
    description: str
    candidate: bool = False
    change: Change | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """Boxes that do the same to the same and nothing else: drawn in one frame, with one line for all.

    The head stands for what its boxes would all say; empty when they keep their own. `count` says how many they are.
    """

    key: str
    head: str
    count: str
    boxes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Boxes that are drawn in one frame: its title, and how many of what it holds.

    `name` is the title before it was broken into lines.
    """

    id: str
    name: str
    title: tuple[str, ...]
    counts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """One thing that occurs in the picture: what it is (`role claim`, `status rebutted`, `line backs` …) and its words."""

    kind: Literal["role", "side", "status", "line", "mark"]
    name: str
    word: str
    meaning: str
    badge: Badge | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendSection:
    """Entries of the legend under one heading."""

    title: str
    entries: tuple[LegendEntry, ...]


@dataclass(frozen=True, kw_only=True)
class Picture:
    """One picture. `note` stands in the middle of a picture without boxes; `missing` are the characters that our font lacks."""

    id: str
    lang: Lang
    title: str
    subtitle: tuple[str, ...]
    description: str
    boxes: tuple[Box, ...]
    junctions: tuple[Junction, ...]
    lines: tuple[Line, ...]
    stacks: tuple[Stack, ...]
    groups: tuple[Group, ...]
    legend: tuple[LegendSection, ...]
    sources: tuple[str, ...]
    note: str
    missing: str

    @cached_property
    def box(self) -> Mapping[str, Box]:
        """A box by its key."""
        return {box.key: box for box in self.boxes}

    @cached_property
    def head(self) -> Mapping[str, tuple[str, ...]]:
        """The head of a box by its key, also of one in a stack whose head speaks for all."""
        stacked = {key: stack.head for stack in self.stacks for key in stack.boxes}
        rows = {box.key: box.head or (stacked.get(box.key, ""),) for box in self.boxes}
        return {key: tuple(row for row in head if row) for key, head in rows.items()}
