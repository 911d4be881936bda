"""What a report says of a trial: what would change if something had not been said, and what would have to change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from argmap.diagnostics import Lang, Words
from argmap.model import Debate
from argmap.report._standing import labelled, standing
from argmap.semantics import Analysis, Label, QuestionStatus, Status
from argmap.semantics.case import full_of, short
from argmap.semantics.flip_words import REFUTING, aim, bounds, tell
from argmap.semantics.flips import Flip, FlipKind
from argmap.semantics.supposed import Affected, Change, WhatIf


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page: a title, a heading, a paragraph, or an item of a list, numbered or below another."""

    kind: Literal["title", "heading", "paragraph", "item", "below"]
    text: str


def supposed(what_if: WhatIf, debates: Sequence[Debate], side: str, lang: Lang) -> Iterator[Block]:
    """What is supposed, then, for every debate that this touches, what would change."""
    yield from given(what_if, lang)
    touched = [debate for debate in debates if what_if.touches(debate)]
    for debate in touched:
        yield Block("heading", debate.title)
        yield from _counts(what_if, debate, side, lang)
        changes = [one for one in what_if.changes if one.was.debate.id == debate.id]
        affected = [one for one in what_if.affected if one.was.debate.id == debate.id]
        yield Block("paragraph", (_CHANGES if changes or affected else _UNCHANGED).say(lang))
        for change in changes:
            yield from _change(what_if, change, lang)
        yield from (Block("item", _affected(one).say(lang)) for one in affected)


def given(what_if: WhatIf, lang: Lang, keys: Sequence[str] = ()) -> Iterator[Block]:
    """What is supposed, and what becomes of the statements and questions with these keys."""
    yield Block("title", _WHAT_IF.say(lang))
    yield from (Block("item", words.say(lang)) for words in given_words(what_if))
    for key in keys:
        was, now = _status(what_if.was, key), _status(what_if.now, key)
        if was is not now:
            yield Block("paragraph", _colon(key, _becomes(was, now)).say(lang))


def _status(analysis: Analysis, key: str) -> Status | QuestionStatus:
    return (analysis.question(key) if key in analysis.graph.answers else analysis[key]).status


def given_words(what_if: WhatIf) -> Iterator[Words]:
    """What is supposed, in a sentence each."""
    graph = what_if.was.graph
    for key in what_if.without:
        yield _sentence(_UNSAID, full_of(graph, graph.number[key], ""))
    for key, label in what_if.supposed.items():
        yield _sentence(_SUPPOSED[label], full_of(graph, graph.number[key], ""))


def _becomes(was: Status | QuestionStatus, now: Status | QuestionStatus) -> Words:
    """One status, and the one that comes of it."""
    return Words(
        en=f"{was.sign} {was.words.en} → {now.sign} {now.words.en}",
        ja=f"{was.sign} {was.words.ja} → {now.sign} {now.words.ja}",
    )


def flipped(flip: Flip, analysis: Analysis, lang: Lang) -> Iterator[Block]:
    """What would have to change for a statement to fall, or to stand."""
    verdict = flip.verdict
    yield Block("title", f"{verdict.status.sign} {verdict.status.words.say(lang)}: {verdict.id}")
    yield Block("paragraph", analysis.why(verdict.key).verdict.say(lang))
    yield Block("paragraph", aim(flip).say(lang))
    for told in tell(flip, analysis.graph):
        yield Block("paragraph", told.lead.say(lang))
        for one in told.ways:
            then = f"→ {one.way.then.sign} {one.way.then.words.say(lang)}"
            several = len(one.parts) > 1
            text = one.all_of if several else one.words
            yield Block("item", f"{text.say(lang)} {then}")
            if several:
                yield from (Block("below", words.say(lang)) for words in one.parts)
    yield from (Block("paragraph", words.say(lang)) for words in bounds(flip))
    if any(way.kind in (FlipKind.FALL, FlipKind.BOTH) for way in flip.ways):
        yield Block("paragraph", REFUTING.say(lang))


_WHAT_IF = Words(en="What if", ja="もし次のとおりなら")
_UNSAID = Words(en="had not been said", ja="がなかったとする")
_SUPPOSED = {
    Label.IN: Words(en="stood", ja="が成り立つとする"),
    Label.OUT: Words(en="did not stand", ja="が成り立たないとする"),
    Label.UNDECIDED: Words(en="was not settled", ja="が決着していないとする"),
}
_HELD = Words(en="As the debate was held", ja="実際の討論では")
_TRIED = Words(en="As supposed", ja="この仮定では")
_CHANGES = Words(en="What changes:", ja="変わるものは、次のとおりである。")
_UNCHANGED = Words(en="No status changes.", ja="どの判定も変わらない。")
_RISES = Words(en="↑ rises", ja="↑ 持ち直す")
_FALLS = Words(en="↓ falls", ja="↓ 崩れる")
_WOULD_STAND = Words(en="of its answers, these would stand", ja="が成り立つようになる")
_WOULD_FALL = Words(en="of its answers, these would not stand any more", ja="が成り立たなくなる")


def _sentence(says: Words, who: Words) -> Words:
    return Words(en=f"{who.en} {says.en}", ja=f"{who.ja}{says.ja}。")


def _counts(what_if: WhatIf, debate: Debate, side: str, lang: Lang) -> Iterator[Block]:
    """The counts in words before and after, those that differ."""
    after = next(one for one in what_if.now.graph.debates if one.id == debate.id)
    was = standing(what_if.was, debate, side).headline()
    now = standing(what_if.now, after, side).headline()
    for one, other in zip(was, now, strict=True):
        if one != other:
            yield Block("item", labelled(_HELD, one.say(lang), lang))
            yield Block("item", labelled(_TRIED, other.say(lang), lang))


def _change(what_if: WhatIf, change: Change, lang: Lang) -> Iterator[Block]:
    turn, why = _RISES if change.rises else _FALLS, what_if.now.why(change.now.key)
    becomes = _colon(change.was.id, _becomes(change.was.status, change.now.status))
    yield Block("item", f"{turn.say(lang)} {becomes.say(lang)}")
    yield from (Block("below", words.say(lang)) for words in (why.verdict, *why.reasons))


def _affected(question: Affected) -> Words:
    """A question with what becomes of it, and of what answers it."""
    text, was, now = short(question.was.question.text), question.was.status, question.now.status
    found = [] if was is now else [_becomes(was, now)]
    for stands, says in ((True, _WOULD_STAND), (False, _WOULD_FALL)):
        ids = [one.was.id for one in question.answers if one.now.status.stands is stands]
        if ids:
            found.append(
                Words(en=f"{says.en}: {', '.join(ids)}", ja=f"これに答える {'、'.join(ids)} {says.ja}")
            )
    name = Words(en=f"The question {question.was.id} ({text})", ja=f"質問 {question.was.id}（{text}）")
    return Words(
        en=f"{name.en}: {'; '.join(one.en for one in found)}.",
        ja=f"{name.ja}：{'。'.join(one.ja for one in found)}。",
    )


def _colon(name: str, says: Words) -> Words:
    return Words(en=f"{name}: {says.en}", ja=f"{name}：{says.ja}")
