"""What a draft is made of. Spans are pairs of offsets into the document's text, the end exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from argmap.diagnostics import Words
from argmap.ingest import Document, Role

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence: where it stands, possibly in pieces, and its words without line ends and layout."""

    spans: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one speaker says at a time.

    Attributes:
        id: `t1`, `t2` …, in the order of the document.
        role: question, answer, criticism, chair or other.
        speaker: who speaks, as the document says it; empty when it does not.
        article: the title of the article or agenda item that it belongs to.
        spans: all of it.
        sentences: its sentences, in order.
        lists: lists of short lines in it (captions with incidents, say): the heading's sentence and the lines.
    """

    id: str
    role: Role
    speaker: str = ""
    article: str = ""
    spans: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    lists: tuple[tuple[Sentence | None, tuple[Sentence, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A fault of the layout that was seen through: what, and where. The text itself is never changed."""

    kind: Literal["column", "heading", "caption", "title", "spaced-heading"]
    words: Words
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspect:
    """A character that looks wrong, with a suggestion; it is never changed."""

    span: Span
    text: str
    suggestion: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A document with its turns."""

    document: Document
    turns: tuple[Turn, ...]
    repairs: tuple[Repair, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    mode: Literal["one-by-one", "all-at-once", "unknown"] = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftStatement:
    """A claim, a rebuttal or a piece of evidence that was found.

    `text` are words of the document, shortened where they can be; `quote` a few of them verbatim, to find the place.
    `date` and `place` are those of an incident.
    """

    id: str
    role: Literal["claim", "rebuttal", "evidence"]
    turn: str
    text: str
    quote: str
    spans: tuple[Span, ...]
    kind: Literal["fact", "value", "policy", "prediction", "commitment"] | None = None
    due: str | None = None
    figures: tuple[str, ...] = ()
    date: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftQuestion:
    """A question point that was found, and how far it seems to be answered.

    Attributes:
        kind: a request (要望) expects no answer.
        answered_by: ids of statements.
        missing_words: the point's telling words that the nearest answer lacks.
        nearest: the sentence that comes nearest to an answer, where none was found.
    """

    id: str
    turn: str
    text: str
    quote: str
    spans: tuple[Span, ...]
    kind: Literal["question", "request"] = "question"
    status: Literal["answered", "partial", "evasive", "none-found"] = "none-found"
    answered_by: tuple[str, ...] = ()
    missing_words: tuple[str, ...] = ()
    nearest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLink:
    """A relation that was found; `because` says on what ground."""

    from_: str
    to: str
    kind: Literal["supports", "rebuts", "backs", "answers"]
    because: Words
    extent: Literal["full", "partial", "evasive"] = "full"
    with_: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftQuote:
    """Words that one turn quotes from another, and whether they stand there."""

    text: str
    turn: str
    match: Literal["exact", "near", "absent"]
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft of a debate: everything in it is a candidate until a person has confirmed it."""

    outline: Outline
    statements: tuple[DraftStatement, ...]
    questions: tuple[DraftQuestion, ...]
    links: tuple[DraftLink, ...]
    quotes: tuple[DraftQuote, ...] = ()
    notes: tuple[Words, ...] = ()
