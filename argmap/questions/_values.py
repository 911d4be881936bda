"""What a kind of question says, and what becomes of it: a question for the next session."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Literal

from argmap.diagnostics import Lang, Words
from argmap.model import Debate, Question, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Where a question comes from: words verbatim from the source, the source's title, the place in it, its date.

    Every part may be missing; `quote` is the only text that may stand between quotation marks.
    """

    quote: str | None
    source: str
    at: str | None
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Replies:
    """What to follow with, by the reply: it was confirmed, it was denied, it is to be considered (検討)."""

    yes: Words
    no: Words
    later: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A statement or question that a follow-up question rests on: its id, its words, and where they come from."""

    id: str
    text: str
    passage: Passage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """A critical question of a scheme, and the ids that take it up in the debate already; none when it is open."""

    slug: str
    text: Words
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeUse:
    """The argumentation scheme of a claim, and what of its critical questions the debate covers.

    `cue` holds the words of the claim from which the scheme is suggested; None when the debate file names it.
    """

    slug: str
    name: Words
    cue: str | None
    questions: tuple[Covered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a kind of question says.

    Attributes:
        about: id of the statement or question that gives rise to it.
        part: tells it from others of its kind about the same, such as the critical question that is asked.
        text: the question as it is read aloud.
        notice: the same as it is written in the notice; `text` when not given.
        why: the gap behind it, in a sentence.
        rests_on: further ids that the question rests on, besides `about`.
        then: what to follow with.
        scheme: the argumentation scheme that gives rise to it.
        look: where to look for what is missing before it is asked for, for a question that prepares another.
        to: who is asked, where that is not the party that said it (or, of a question, the side that is asked).
    """

    about: str
    text: Words
    why: Words
    part: str = ""
    notice: Words | None = None
    rests_on: tuple[str, ...] = ()
    then: Replies | None = None
    scheme: SchemeUse | None = None
    look: Words | None = None
    to: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A question for the next session.

    Attributes:
        kind: the kind of question, such as `unrebutted-claim`.
        debate: id of the debate.
        about: id of the statement or question that gives rise to it.
        group: id of the group (件名) it belongs to; None when it has none.
        group_title: the group's title; empty when there is none.
        to: the party that is asked.
        part: tells it from others of its kind about the same.
        text: the question as it is read aloud; as a person put it, where one did.
        notice: the question as it is written in the notice.
        why: the gap, in one sentence.
        passage: where the gap shows.
        rests_on: what it rests on: what it is about, then further statements and questions, each with its passage.
        then: what to follow with; None where nothing is to be said.
        scheme: the argumentation scheme that gives rise to it, if one does.
        look: where to look for what is missing before it is asked for; None unless the question prepares another.
        decision: what a person decided (`take`, `reword`: take it in other words, `drop`); None when nothing yet.
    """

    kind: str
    debate: str
    about: str
    group: str | None
    group_title: str
    to: Words
    part: str = ""
    text: Words
    notice: Words
    why: Words
    passage: Passage | None
    rests_on: tuple[Ground, ...] = ()
    then: Replies | None = None
    scheme: SchemeUse | None = None
    look: Words | None = None
    decision: Literal["take", "reword", "drop"] | None = None

    @property
    def id(self) -> str:
        """What decisions call it: its kind, what it is about, and its part."""
        return "-".join(filter(None, (self.kind, self.about, self.part)))

    def seconds(self, lang: Lang) -> int:
        """How long it takes to read aloud: 300 characters a minute in Japanese, 150 words a minute in English."""
        text = self.text.say(lang)
        return ceil(len(text) / 5) if lang == "ja" else ceil(len(text.split()) / 2.5)

    @property
    def key(self) -> str:
        """`debate#id` of what it is about."""
        return f"{self.debate}#{self.about}"


def passage_of(debate: Debate, said: Statement | Question) -> Passage | None:
    """Where something was said, or None when no source is named."""
    if said.source is None:
        return None
    source = debate.sources.get(said.source.in_)
    return Passage(
        quote=said.source.quote,
        source=source.title if source and source.title else said.source.in_,
        at=said.source.at,
        date=said_on(debate, said),
    )


def said_on(debate: Debate, said: Statement | Question) -> str | None:
    """The date of the source, or of the debate."""
    source = debate.sources.get(said.source.in_) if said.source else None
    return (source.date if source else None) or debate.debate.held
