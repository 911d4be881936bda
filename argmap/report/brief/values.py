"""What a brief says, as values: the data that its template gets. Every text is on one line and can be drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

FORMAT = "argmap-brief/1"
"""The name of the format; a change that a template would notice changes its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefMap:
    """A sheet of the map: the drawing as SVG, its size in points, and what it shows in words."""

    svg: str
    width: float
    height: float
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefStatus:
    """A status that occurs: its sign, its name, and what it means."""

    sign: str
    name: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefEntry:
    """A statement or question with its status, the reasons for it, and the numbers of the evidence for it."""

    id: str
    sign: str
    status: str
    text: str
    by: str
    reasons: tuple[str, ...]
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSection:
    """What stands, what fell or what is open: `key` is one of the fields of `Standing`."""

    key: str
    title: str
    entries: tuple[BriefEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefEvidence:
    """A piece of evidence: what kind it is, when and where, who brought it, what it is for, where it stands."""

    number: int
    id: str
    text: str
    about: str
    backs: tuple[str, ...]
    source: str
    url: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSource:
    """A source; `href` is its address where that can be a link, else empty."""

    title: str
    date: str
    url: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefQuestion:
    """A question to ask next; `notes` are labels and texts: why, to whom, where it comes from."""

    number: int
    id: str
    text: str
    notes: tuple[tuple[str, str], ...]
    time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefGroup:
    """The questions of a 件名."""

    title: str
    questions: tuple[BriefQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefQuote:
    """A quote: whose words, from where, and the passage around them where the source's file is present.

    `match` is exact, near or absent, and empty where the quote was not looked up; `note` says so in words.
    """

    number: int
    id: str
    by: str
    said: str
    source: str
    quote: str
    match: str
    note: str
    before: str
    found: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefData:
    """All that the template gets. `words` holds the headings and labels of the template in the language `lang`."""

    format: str
    lang: str
    title: str
    held: str
    parties: tuple[str, ...]
    headline: tuple[str, ...]
    note: str
    missing: str
    words: Mapping[str, str]
    maps: tuple[BriefMap, ...]
    statuses: tuple[BriefStatus, ...]
    sections: tuple[BriefSection, ...]
    evidence: tuple[BriefEvidence, ...]
    sources: tuple[BriefSource, ...]
    groups: tuple[BriefGroup, ...]
    quotes: tuple[BriefQuote, ...]
