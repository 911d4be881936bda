"""From the turns of a document to a draft: exchange by exchange, points, claims, rebuttals, evidence, and their links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from argmap.diagnostics import Words
from argmap.drafting.align import Vector, Weights
from argmap.drafting.answers import replies
from argmap.drafting.claims import Claim, claims
from argmap.drafting.dates import figures
from argmap.drafting.incidents import backed, incidents, place, when
from argmap.drafting.names import Names
from argmap.drafting.pieces import excerpt, shorten
from argmap.drafting.points import Point, asks, points, stated
from argmap.drafting.quoted import check
from argmap.drafting.rebuttals import remarks
from argmap.drafting.tokens import Splitter, splitter
from argmap.drafting.values import (
    Draft,
    DraftLink,
    DraftQuestion,
    DraftQuote,
    DraftStatement,
    Outline,
    Sentence,
    Turn,
)

_REMEMBERED = 20_000  # texts taken apart
_TAKEN_UP = 500  # claims, the last ones, that a criticism may be directed at
_MEANS = Words(en="it is named as a means to it", ja="そのための手段として挙げられている")
_REASON = Words(en="it is given as a reason for it", ja="その理由として述べられている")
_CASES = Words(en="it tells of cases just after it", ja="直後に事例として述べられている")
_LISTED = Words(
    en="it stands in a list of what happened, in the same criticism", ja="同じ指摘の中の一覧にある"
)


def draft(outline: Outline) -> Draft:
    """Find what a document puts forward, asks, answers and rebuts."""
    work = _Work(outline, splitter())
    for exchange in _exchanges(outline.turns):
        work.take(exchange)
    return work.draft()


@dataclass(slots=True)
class _Exchange:
    """What was asked at a time, what was answered to it, and what was said on the answer."""

    questions: list[Turn] = field(default_factory=list)
    answers: list[Turn] = field(default_factory=list)
    criticisms: list[Turn] = field(default_factory=list)


def _exchanges(turns: Iterable[Turn]) -> Iterator[_Exchange]:
    """A question after an answer or a criticism begins a new exchange; so does the next article."""
    current, article = _Exchange(), ""
    for turn in turns:
        if turn.role not in ("question", "answer", "criticism"):
            continue
        again = turn.role == "question" and bool(current.answers or current.criticisms)
        if again or (
            turn.article != article and (current.questions or current.answers or current.criticisms)
        ):
            yield current
            current = _Exchange()
        article = turn.article
        {"question": current.questions, "answer": current.answers, "criticism": current.criticisms}[
            turn.role
        ].append(turn)
    yield current


class _Work:
    """What has been found of a document so far."""

    def __init__(self, outline: Outline, split: Splitter) -> None:
        self._outline, self._split = outline, split
        self._raw, self._said = outline.document.text, outline.document.date
        self._terms = lru_cache(_REMEMBERED)(split.terms)
        self._weights = Weights(split.terms(s.text) for turn in outline.turns for s in turn.sentences)
        self._vector: Callable[[str], Vector] = lambda text: self._weights.vector((self._terms(text), 1.0))
        self._names = Names()
        self._statements: list[DraftStatement] = []
        self._questions: list[DraftQuestion] = []
        self._links: list[DraftLink] = []
        self._quotes: list[DraftQuote] = []
        self._answered: tuple[list[Turn], list[Claim], list[str]] = ([], [], [])

    def draft(self) -> Draft:
        """All that was found."""
        return Draft(
            outline=self._outline,
            statements=tuple(self._statements),
            questions=tuple(self._questions),
            links=tuple(self._links),
            quotes=tuple(self._quotes),
            notes=(self._split.note,),
        )

    def take(self, exchange: _Exchange) -> None:
        """Find what an exchange holds."""
        put = [(turn, point) for turn in exchange.questions for point in points(turn, self._raw)]
        if exchange.answers and not any(point.kind == "question" for _, point in put):
            put += [(turn, point) for turn in exchange.questions for point in stated(turn, self._raw)]
        for turn in exchange.questions:
            self._criticise(turn, only_reports=True)
        found = [claim for turn in exchange.answers for claim in claims(turn, self._raw, self._said)]
        names = self._claim(found)
        if exchange.answers:
            self._answered = (exchange.answers, found[-_TAKEN_UP:], names[-_TAKEN_UP:])
        self._ask(put, found, names)
        for turn in exchange.criticisms:
            self._ask([(turn, point) for point in asks(turn)], [], [])
            self._criticise(turn)

    def _claim(self, found: Sequence[Claim]) -> list[str]:
        """Claims, and the means that support a conclusion."""
        names = [self._state(claim.turn, "claim", claim.piece, claim.text, claim) for claim in found]
        where = {claim.piece: name for claim, name in zip(found, names, strict=True)}
        for claim, name in zip(found, names, strict=True):
            if claim.supports is not None:
                self._links.append(
                    DraftLink(from_=name, to=where[claim.supports], kind="supports", because=_MEANS)
                )
        return names

    def _ask(self, put: Sequence[tuple[Turn, Point]], found: Sequence[Claim], names: Sequence[str]) -> None:
        """Question points, with the claims that answer them."""
        answers = replies([point for _, point in put], found, self._terms, self._weights, self._split.enough)
        for (turn, point), reply in zip(put, answers, strict=True):
            name = self._names.name(point.piece.text, "q-")
            self._questions.append(
                DraftQuestion(
                    id=name,
                    turn=turn.id,
                    text=shorten(point.piece.text),
                    quote=excerpt(point.piece, self._raw),
                    spans=point.piece.spans,
                    kind=point.kind,
                    status=reply.status,
                    answered_by=tuple(names[number] for number, _, _ in reply.answers),
                    missing_words=reply.missing,
                    nearest=reply.nearest,
                )
            )
            self._links += (
                DraftLink(from_=names[number], to=name, kind="answers", because=because, extent=extent)
                for number, extent, because in reply.answers
            )

    def _criticise(self, turn: Turn, *, only_reports: bool = False) -> None:
        """Rebuttals of the answer before, with their reasons and evidence, and lists of incidents."""
        before, targets, names = self._answered
        self._quotes += check(turn, before)
        apart = {point.piece for point in asks(turn)} if not only_reports else frozenset[Sentence]()
        found = remarks(turn, targets, self._vector, apart=apart, only_reports=only_reports)
        own = [
            self._state(turn.id, remark.role, remark.sentence, shorten(remark.sentence.text))
            for remark in found
        ]
        for remark, name in zip(found, own, strict=True):
            self._links += (
                DraftLink(from_=name, to=names[number], kind="rebuts", because=because)
                for number, because in remark.targets
            )
            if remark.for_ is not None:
                told = remark.role == "evidence"
                self._links.append(
                    DraftLink(
                        from_=name,
                        to=own[remark.for_],
                        kind="backs" if told else "supports",
                        because=_CASES if told else _REASON,
                    )
                )
        if not only_reports:
            self._tell(
                turn,
                [(r.sentence.text, name) for r, name in zip(found, own, strict=True) if r.role == "rebuttal"],
            )

    def _tell(self, turn: Turn, rebuttals: Sequence[tuple[str, str]]) -> None:
        """Incidents from lists, as evidence for the rebuttal that they are most like."""
        for caption, items in incidents(turn):
            number = backed(caption, items, [text for text, _ in rebuttals], self._vector)
            for item in items:
                name = self._state(turn.id, "evidence", item, shorten(item.text))
                if number is not None:
                    self._links.append(
                        DraftLink(from_=name, to=rebuttals[number][1], kind="backs", because=_LISTED)
                    )

    def _state(
        self,
        turn: str,
        role: Literal["claim", "rebuttal", "evidence"],
        piece: Sentence,
        text: str,
        claim: Claim | None = None,
    ) -> str:
        """Add a statement; its id."""
        name = self._names.name(piece.text)
        told = role == "evidence"
        self._statements.append(
            DraftStatement(
                id=name,
                role=role,
                turn=turn,
                text=text,
                quote=excerpt(piece, self._raw),
                spans=piece.spans,
                kind=claim.kind if claim else None,
                due=claim.due if claim else None,
                figures=claim.figures if claim else figures(text),
                date=when(text, self._said) if told else None,
                place=place(text) if told else None,
            )
        )
        return name
