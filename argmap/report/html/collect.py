"""From an analysis to what a page knows: see `PageData`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.diagnostics import Lang
from argmap.loading.sources import Quoted
from argmap.model import TYPE_WORDS, Debate, Evidence, Question, Statement, date_words
from argmap.picture import View
from argmap.picture import words as picture_words
from argmap.picture.boxes import badge
from argmap.picture.view import select
from argmap.questions import FollowUp, said_on
from argmap.report import Manner
from argmap.report.html.data import (
    PageAnswer,
    PageData,
    PageFollowUp,
    PageGroup,
    PageParty,
    PagePassage,
    PageQuestion,
    PageSource,
    PageStatement,
    PageStatus,
    PageStep,
)
from argmap.report.html.order import walk
from argmap.report.html.words import SCRIPT
from argmap.semantics import Analysis, Explanation, QuestionStatus, QuestionVerdict, Status, Verdict
from argmap.semantics.network import has_source


def collect(
    analysis: Analysis,
    debate: Debate,
    follow_ups: Iterable[FollowUp],
    quotes: Iterable[Quoted],
    manner: Manner,
) -> PageData:
    """Everything that the page of a debate knows.

    Args:
        analysis: the debates with their verdicts.
        debate: the debate.
        follow_ups: the questions to ask next; those of other debates are passed over.
        quotes: the quotes that were looked up in their sources; those of other debates are passed over, too.
        manner: language and side.
    """
    return _Collector(analysis, debate, quotes, manner).data(follow_ups)


class _Collector:
    def __init__(self, analysis: Analysis, debate: Debate, quotes: Iterable[Quoted], manner: Manner) -> None:
        self.analysis, self.debate, self.manner = analysis, debate, manner
        self.graph = analysis.graph
        self.lang: Lang = manner.lang
        shown, _ = select(analysis, debate, View())
        near = (self.graph.number[one.key] for one in analysis.verdicts if one.key in shown)
        self.numbers = self.graph.bearing_on((*self.graph.numbers_in(debate.id), *near))
        self.place = {number: place for place, number in enumerate(self.numbers)}
        others = (
            one for one in analysis.question_verdicts if one.key in shown and one.debate.id != debate.id
        )
        self.asked = (*analysis.questions_of(debate), *others)
        self.quotes = {
            one.at[1]: one
            for one in quotes
            if one.debate == debate.id and one.at[2:] == ("source", "quote")  # not of a concession
        }
        self.source_place = {local: place for place, local in enumerate(debate.sources)}

    def data(self, follow_ups: Iterable[FollowUp]) -> PageData:
        debate, place = self.debate, self.place
        statements = tuple(self.statement(self.analysis.verdicts[number]) for number in self.numbers)
        questions = tuple(map(self.question, self.asked))
        return PageData(
            format="argmap-page/1",
            debate=debate.id,
            title=debate.title,
            held=date_words(debate.debate.held).say(self.lang) if debate.debate.held else "",
            lang=self.lang,
            spoken=debate.debate.lang or self.lang,
            side=self.manner.side,
            parties=tuple(self.parties(statements, questions)),
            groups=tuple(PageGroup(id=local, title=title) for local, title in debate.groups.items()),
            sources=tuple(
                PageSource(
                    id=local,
                    title=source.title or local,
                    date=date_words(source.date).say(self.lang) if source.date else "",
                    url=source.url or "",
                )
                for local, source in debate.sources.items()
            ),
            statements=statements,
            questions=questions,
            rebuts=tuple(self.pairs(self.graph.rebuts)),
            steps=tuple(
                PageStep(
                    premises=tuple(place[each] for each in step.premises),
                    conclusion=place[step.conclusion],
                    undercutters=tuple(place[each] for each in step.undercutters),
                )
                for number in self.numbers
                for step in (self.graph.steps[position] for position in self.graph.steps_to[number])
            ),
            backs=tuple(self.pairs(self.graph.backs)),
            follow_ups=tuple(
                PageFollowUp(
                    about=one.about,
                    group=one.group_title,
                    to=one.to.say(self.manner.lang),
                    text=one.text.say(self.lang),
                    why=one.why.say(self.lang),
                )
                for one in follow_ups
                if one.debate == debate.id
            ),
            walk=walk(debate),
            statuses={
                status.value: self.status(status) for status in (*picture_words.READING, *QuestionStatus)
            },
            words={name: words.say(self.lang) for name, words in SCRIPT.items()},
        )

    def pairs(self, relation: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
        """A relation between statements of the page, by their places."""
        for number in self.numbers:
            for other in relation[number]:
                if other in self.place:
                    yield self.place[number], self.place[other]

    def parties(
        self, statements: Iterable[PageStatement], questions: Iterable[PageQuestion]
    ) -> Iterator[PageParty]:
        """Who speaks in the debate: those that it names first."""
        debate = self.debate
        named = (said.by for said in (*statements, *questions) if "#" not in said.by)
        for local in filter(None, dict.fromkeys((*debate.parties, *named))):
            if name := debate.party_name(local):
                yield PageParty(id=local, name=name, side=debate.side_of(local) or local)

    def status(self, status: Status | QuestionStatus) -> PageStatus:
        shown = badge(status, self.lang)
        return PageStatus(
            sign=shown.sign,
            word=shown.word,
            tone=shown.tone,
            width=round(shown.width, 1),
            stands=isinstance(status, Status) and status.stands,
        )

    def statement(self, one: Verdict) -> PageStatement:
        said = one.statement
        evidence = said if isinstance(said, Evidence) else None
        kind = TYPE_WORDS.get(evidence.type or "") if evidence else None
        return PageStatement(
            **self.said(one),
            role=said.role,
            type=kind.say(self.lang) if kind else "",
            date=date_words(evidence.date).say(self.lang) if evidence and evidence.date else "",
            place=(evidence.place or "") if evidence else "",
            sourced=evidence is not None and has_source(evidence),
            conceded=said.conceded is not None,
            status=one.status,
            asserted=one.asserted,
            backed=one.backed,
            force=one.force,
        )

    def question(self, one: QuestionVerdict) -> PageQuestion:
        return PageQuestion(
            **self.said(one),
            status=one.status,
            answers=tuple(
                PageAnswer(statement=self.place[each.statement], extent=each.extent)
                for each in one.given
                if each.statement in self.place
            ),
            about=tuple(self.known(one.question.about, one.debate)),
        )

    def said(self, one: Verdict | QuestionVerdict) -> dict[str, object]:
        """What statements and questions have in common."""
        said: Statement | Question = one.question if isinstance(one, QuestionVerdict) else one.statement
        elsewhere = one.debate.id != self.debate.id
        why: Explanation = self.analysis.why(one.key)
        return {
            "id": one.key if elsewhere else one.id,
            "text": said.text,
            "by": (f"{one.debate.id}#{said.by}" if elsewhere else said.by)
            if one.debate.party_name(said.by)
            else "",
            "group": "" if elsewhere else said.group or "",
            "turn": said.turn,
            "says": why.says.say(self.lang),
            "reasons": tuple(reason.say(self.lang) for reason in why.reasons),
            "deciding": tuple(self.known(why.deciding, one.debate)),
            "passage": None if elsewhere else self.passage(one.id, said),
            "candidate": said.review is not None,
            "elsewhere": elsewhere,
        }

    def known(self, references: Iterable[str], debate: Debate) -> Iterator[int]:
        """The places of the statements that references of a debate name, of those on the page."""
        for reference in references:
            key = reference if "#" in reference else f"{debate.id}#{reference}"
            number = self.graph.number.get(key)
            if number in self.place:
                yield self.place[number]

    def passage(self, local: str, said: Statement | Question) -> PagePassage | None:
        if said.source is None or said.source.in_ not in self.source_place:
            return None
        date = said_on(self.debate, said)
        quoted = self.quotes.get(local)
        shown: dict[str, object] = {}
        if quoted is not None and quoted.text is not None and quoted.match is not None:
            shown["match"] = quoted.match.kind
            if quoted.match.kind != "absent":
                excerpt = quoted.text.excerpt(quoted.match)
                shown |= {"before": excerpt.before, "found": excerpt.found, "after": excerpt.after}
        return PagePassage(
            source=self.source_place[said.source.in_],
            at=said.source.at or "",
            date=date_words(date).say(self.lang) if date else "",
            quote=said.source.quote or "",
            **shown,
        )
