"""What is lost of a debate in a format, item by item: whatever of the debate stands on a feature that is not kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.diagnostics import Words
from argmap.formats import Feature, Note
from argmap.formats._names import UNNAMED
from argmap.formats._reduced import elsewhere, ends, reduced, sound, stepless, steps_of
from argmap.model import Answer, Claim, Debate, Evidence, Link, Party, Question, Source, Statement, Undercut

__all__ = ["lost_in", "reduced", "used_by"]

_F = Feature
_MOST = 60  # characters of a text that are shown


def lost_in(debate: Debate, kept: frozenset[Feature]) -> tuple[Note, ...]:
    """What of a debate a format cannot hold, in the order of the file; `reduced` is the debate without it."""
    return tuple(_Losses(debate, sound(kept)).notes())


def used_by(debate: Debate) -> frozenset[Feature]:
    """The features that a debate has."""
    return frozenset(one for one in Feature if lost_in(debate, frozenset(Feature) - {one}))


class _Losses:
    """Goes through a debate and names what is not kept."""

    def __init__(self, debate: Debate, kept: frozenset[Feature]) -> None:
        self.debate = debate
        self.kept = kept

    def lacks(self, feature: Feature) -> bool:
        return feature not in self.kept

    def notes(self) -> Iterator[Note]:
        yield from self._head()
        yield from self._parties()
        yield from self._sections()
        yield from self._ids()
        for local, statement in self.debate.statements():
            yield from self._said(local, statement)
            yield from self._statement(local, statement)
        yield from self._stepless()
        yield from self._questions()
        if self.lacks(_F.FOLLOW_UPS):
            for name in self.debate.follow_ups:
                yield _note(name, "the decision on a follow-up question", "再質問の採否")

    def _head(self) -> Iterator[Note]:
        info = self.debate.debate
        if info.title and self.lacks(_F.TITLE):
            yield _note("debate", f"the title “{_short(info.title)}”", f"題名「{_short(info.title)}」")
        if info.lang and self.lacks(_F.HEAD):
            yield _note("debate", f"the language `{info.lang}`", f"言語 `{info.lang}`")
        if info.held and self.lacks(_F.HEAD):
            yield _note("debate", f"the day {info.held}", f"開催日 {info.held}")

    def _parties(self) -> Iterator[Note]:
        for name, party in self.debate.parties.items():
            if self.lacks(_F.PARTIES) and (name != UNNAMED or party != Party()):
                shown = _short(party.name or name)
                yield _note(name, f"who speaks: “{shown}”", f"発言者「{shown}」")
            elif party.side is not None and self.lacks(_F.SIDES):
                yield _note(name, f"the side `{party.side}`", f"立場 `{party.side}`")

    def _sections(self) -> Iterator[Note]:
        if self.lacks(_F.GROUPS):
            for group, text in self.debate.groups.items():
                yield _note(group, f"the group “{_short(text)}”", f"件名「{_short(text)}」")
        if self.lacks(_F.SOURCES):
            for name, source in self.debate.sources.items():
                if self.lacks(_F.QUOTES) or source != Source():
                    title = _short(source.title or name)
                    yield _note(name, f"the source “{title}”", f"出典「{title}」")

    def _ids(self) -> Iterator[Note]:
        ids = [local for local, _ in self.debate.statements()]
        if self.kept >= {_F.QUESTIONS}:
            ids += self.debate.questions
        if ids and self.lacks(_F.IDS):
            listed = ", ".join(ids)
            yield _note("", f"the ids {listed}", f"ID {listed}")

    def _said(self, local: str, one: Statement | Question) -> Iterator[Note]:
        if self.lacks(_F.TEXTS) and one.text != local:
            yield _note(local, f"the words “{_short(one.text)}”", f"文「{_short(one.text)}」")
        if one.source and self.lacks(_F.QUOTES):
            where = " ".join(filter(None, (one.source.quote, one.source.at))) or one.source.in_
            yield _note(local, f"where it was said: “{_short(where)}”", f"典拠「{_short(where)}」")
        if one.group is not None and self.lacks(_F.GROUPS):
            yield _note(local, f"its group `{one.group}`", f"件名 `{one.group}` に属すること")
        if one.turn is not None and self.lacks(_F.TURNS):
            yield _note(local, f"turn {one.turn}", f"発言の順番 {one.turn}")
        if one.review is not None and self.lacks(_F.REVIEW):
            yield _note(local, "that nobody has confirmed it", "未確認であること")

    def _statement(self, local: str, one: Statement) -> Iterator[Note]:
        yield from self._role(local, one)
        if one.conceded is not None and self.lacks(_F.CONCEDED):
            yield _note(local, "that it was conceded", "撤回・自認されたこと")
        elif one.conceded is not None and one.conceded.source and self.lacks(_F.QUOTES):
            yield _note(local, "where it was conceded", "撤回・自認の典拠")
        yield from self._links(local, "rebuts", _F.REBUTS, one.rebuts)
        yield from self._links(local, "undercuts", _F.UNDERCUTS, one.undercuts)
        if isinstance(one, Evidence):
            yield from self._links(local, "backs", _F.BACKS, one.backs)
            yield from self._evidence(local, one)
        if isinstance(one, Claim):
            yield from self._claim(local, one)

    def _role(self, local: str, one: Statement) -> Iterator[Note]:
        if not self.lacks(_F.ROLES):
            return
        if isinstance(one, Evidence):
            yield _note(local, "that it is evidence", "証拠であること")
        elif one.role == "claim" and (one.rebuts or one.undercuts):
            yield _note(local, "that it is a claim", "（反論ではなく）主張であること")

    def _claim(self, local: str, claim: Claim) -> Iterator[Note]:
        if claim.kind is not None and self.lacks(_F.KINDS):
            yield _note(local, f"the kind `{claim.kind}`", f"種類 `{claim.kind}`")
        if claim.due is not None and self.lacks(_F.KINDS):
            yield _note(local, f"the term {claim.due}", f"期限 {claim.due}")
        if claim.scheme is not None and self.lacks(_F.SCHEMES):
            yield _note(local, f"the scheme `{claim.scheme}`", f"論証の型 `{claim.scheme}`")
        alone = [support for support in claim.supports if not support.with_]
        yield from self._links(local, "supports", _F.SUPPORTS, alone)
        for support in claim.supports:
            if support.with_ and self.lacks(_F.LINKED):
                others = ", ".join(support.with_)
                yield _note(
                    local,
                    f"that it supports {support.to} only together with {others}",
                    f"{others} と合わせて初めて {support.to} を支えること",
                )
                yield from self._links(local, "supports", _F.LINKED, [support], named=True)
            elif support.with_:
                yield from self._links(local, "supports", _F.LINKED, [support])
        yield from self._links(local, "answers", _F.ANSWERS, claim.answers)

    def _evidence(self, local: str, one: Evidence) -> Iterator[Note]:
        if not self.lacks(_F.EVIDENCE):
            return
        for key, value in (("type", one.type), ("date", one.date), ("place", one.place)):
            if value is not None:
                yield _note(local, f"{key}: {_short(value)}", f"{key}: {_short(value)}")
        if one.accepted:
            yield _note(local, "that it is accepted", "認められた証拠であること")

    def _links(
        self,
        local: str,
        key: str,
        feature: Feature,
        links: Sequence[Link | Undercut | Answer],
        *,
        named: bool = False,
    ) -> Iterator[Note]:
        """Links that are lost, and of those that are kept that nobody has confirmed them."""
        for link in links:
            shown = f"`{key}` {_named(link)}"
            if (not named and self.lacks(feature)) or (elsewhere(*ends(link)) and self.lacks(_F.ELSEWHERE)):
                yield _note(local, shown, shown)
            elif link.review is not None and self.lacks(_F.REVIEW):
                yield _note(local, f"that nobody has confirmed {shown}", f"{shown} が未確認であること")

    def _stepless(self) -> Iterator[Note]:
        """Undercuts of steps that are not kept."""
        if self.lacks(_F.UNDERCUTS) or not any(one.undercuts for _, one in self.debate.statements()):
            return
        before = steps_of(self.debate.statements())
        after = steps_of(reduced(self.debate, self.kept).statements())
        for local, one in self.debate.statements():
            for undercut in one.undercuts:
                if not elsewhere(*ends(undercut)) and stepless(undercut, before, after):
                    shown = f"`undercuts` {_named(undercut)}"
                    yield _note(local, shown, shown)

    def _questions(self) -> Iterator[Note]:
        for local, question in self.debate.questions.items():
            if self.lacks(_F.QUESTIONS):
                yield _note(
                    local, f"the question “{_short(question.text)}”", f"質問「{_short(question.text)}」"
                )
            else:
                yield from self._said(local, question)
                yield from self._about(local, question)

    def _about(self, local: str, question: Question) -> Iterator[Note]:
        for reference in question.about if self.lacks(_F.ELSEWHERE) else ():
            if elsewhere(reference):
                yield _note(local, f"`about` {reference}", f"`about` {reference}")


def _named(link: Link | Undercut | Answer) -> str:
    """What a link leads to; of a step where it starts and where it ends."""
    shown = ends(link)[: 2 if isinstance(link, Undercut) else 1]
    return " → ".join(filter(None, shown))


def _note(at: str, en: str, ja: str) -> Note:
    return Note(message=Words(en=en, ja=ja), at=at)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST else f"{line[: _MOST - 1]}…"
