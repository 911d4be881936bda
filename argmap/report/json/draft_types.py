"""What the JSON of a draft looks like: `argmap-draft/1`.

A span is a pair of offsets into the document's text, in characters of the decoded file before any normalisation; the end
is exclusive.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from argmap.diagnostics import Lang
from argmap.report.json.types import Frozen

Offset = Annotated[int, Field(ge=0)]
Span = tuple[Offset, Offset]
Spans = tuple[Span, ...]


class DraftDocument(Frozen):
    """The document: its name, its reader, how its text is encoded (empty where that does not apply), its fingerprint."""

    name: str
    format: str
    encoding: str
    sha256: str
    title: str
    date: str | None


class DraftTurn(Frozen):
    """What one speaker says at a time; `article` is the title of the article or agenda item."""

    id: str
    role: Literal["question", "answer", "criticism", "chair", "other"]
    speaker: str
    article: str
    spans: Spans


class DraftedStatement(Frozen):
    """A claim, rebuttal or piece of evidence that was found."""

    id: str
    role: Literal["claim", "rebuttal", "evidence"]
    turn: str
    text: str
    quote: str
    spans: Spans
    kind: Literal["fact", "value", "policy", "prediction", "commitment"] | None
    due: str | None
    date: str | None
    place: str | None
    figures: tuple[str, ...]
    review: Literal["candidate"] = "candidate"


class DraftedLink(Frozen):
    """A relation that was found; `because` says on what ground, `with` names linked premises."""

    from_: str = Field(alias="from")
    to: str
    kind: Literal["supports", "rebuts", "backs", "answers"]
    because: str
    extent: Literal["full", "partial", "evasive"]
    with_: tuple[str, ...] = Field(alias="with")
    review: Literal["candidate"] = "candidate"


class DraftedQuestion(Frozen):
    """A question point. Where no answer was found: the words it lacks, and the sentence that comes nearest."""

    id: str
    turn: str
    text: str
    quote: str
    spans: Spans
    kind: Literal["question", "request"]
    status: Literal["answered", "partial", "evasive", "none-found"]
    answered_by: tuple[str, ...]
    missing_words: tuple[str, ...]
    nearest: str
    review: Literal["candidate"] = "candidate"


class DraftRepair(Frozen):
    """A fault of the layout that was seen through."""

    kind: Literal["column", "heading", "caption", "title", "spaced-heading"]
    text: str
    spans: Spans


class DraftSuspect(Frozen):
    """Characters that look wrong, with a suggestion; they are never changed."""

    text: str
    suggestion: str
    because: str
    span: Span


class DraftedQuote(Frozen):
    """Words that one turn quotes from another; `found` is what stands there, null when nothing like it does."""

    text: str
    turn: str
    match: Literal["exact", "near", "absent"]
    found: str | None


class DraftReport(Frozen):
    """`argmap ingest FILE --format json`."""

    format: Literal["argmap-draft/1"] = "argmap-draft/1"
    lang: Lang = Field(description="the language of `because`, of what `repairs` say, and of `notes`")
    document: DraftDocument
    mode: Literal["one-by-one", "all-at-once", "unknown"]
    turns: tuple[DraftTurn, ...]
    statements: tuple[DraftedStatement, ...]
    links: tuple[DraftedLink, ...]
    questions: tuple[DraftedQuestion, ...]
    repairs: tuple[DraftRepair, ...]
    suspects: tuple[DraftSuspect, ...]
    quotes: tuple[DraftedQuote, ...]
    notes: tuple[str, ...]
