"""What the re-question sheet says of each question, for every format of the sheet: what was answered, what is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from argmap.diagnostics import Lang, Words
from argmap.model import Claim, Debate, Question, Rebuttal, Statement
from argmap.questions import FollowUp, Ground, Replies
from argmap.report import NO_GROUP, THEN, Manner, labelled, passage_words

HEADS: Sequence[Words] = (
    Words(en="Item", ja="質問項目"),
    Words(en="Answer (quote, speaker)", ja="答弁（引用・発言者）"),
    Words(en="What is left", ja="残った点"),
    Words(en="Re-question", ja="再質問案"),
    Words(en="Grounds (source)", ja="根拠（出典）"),
    Words(en="Notes", ja="メモ"),
)
"""The heads of the columns, in their order."""

NO_ANSWER = Words(en="No answer was found.", ja="答弁が見当たらない。")
"""What stands in the place of an answer that is not there."""

NO_SOURCE = Words(en="no source named", ja="出典の記載なし")
"""What stands in the place of a source that is not named."""

NO_SOURCE_OF_ITS_OWN = Words(en="no source named for this statement", ja="（この発言の）出典の記載なし")
"""The same, of the statement that a question goes back to."""

SECONDS = Words(en="{} s", ja="{}秒")
"""How long a question takes to read aloud."""

_ITEMS = {
    "question": Words(en="Question", ja="質問"),
    "claim": Words(en="Claim", ja="主張"),
    "rebuttal": Words(en="Criticism", ja="指摘"),
    "own": Words(en="Statement", ja="発言"),
    "evidence": Words(en="Evidence", ja="証拠"),
}
_SHOWN = 4  # grounds of a question: the sheet is read at a glance
_MORE = Words(en="and {} more", ja="ほか{}件")
_GIST = Words(en="in short", ja="要旨")


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorRow:
    """One row of the sheet. Where a text has several lines, they are lists: an author's own text is on one line.

    Attributes:
        number: its number in the debate, from 1.
        id: the id of the follow-up question.
        group: the title of its 件名; never empty.
        to: who is asked.
        item: what it goes back to: the question that was put, else the claim or criticism.
        answer: what the asked side said, word for word with the speaker; else that no answer was found.
        left: the gap, in a sentence.
        ask: the question as it is read aloud.
        grounds: what it rests on with sources, a line each; the first few, and how many more.
        then: what to follow with, a line for each reply; empty when nothing is to be said.
        seconds: how long it takes to read aloud.
    """

    number: int
    id: str
    group: str
    to: str
    item: str
    answer: str
    left: str
    ask: str
    grounds: str
    then: str
    seconds: int


def rows(debate: Debate, follow_ups: Iterable[FollowUp], manner: Manner) -> tuple[FloorRow, ...]:
    """The rows of a debate, in the order of its questions; those of other debates are passed over."""
    lang = manner.lang
    mine = (one for one in follow_ups if one.debate == debate.id)
    return tuple(
        FloorRow(
            number=number,
            id=one.id,
            group=_line(one.group_title) or NO_GROUP.say(lang),
            to=_line(one.to.say(lang)),
            item="\n".join(_item(debate, one.about, manner)),
            answer="\n".join(_answers(debate, one, manner)) or NO_ANSWER.say(lang),
            left=_line(one.why.say(lang)),
            ask=_line(one.text.say(lang)),
            grounds="\n".join(map(_line, _grounds(one, lang))),
            then="\n".join(map(_line, replies(one.then, lang))),
            seconds=one.seconds(lang),
        )
        for number, one in enumerate(mine, 1)
    )


def replies(then: Replies | None, lang: Lang) -> Iterator[str]:
    """What to follow with, a line for each reply."""
    if then is not None:
        for reply, label in THEN.items():
            yield labelled(label, getattr(then, reply).say(lang), lang)


def _item(debate: Debate, about: str, manner: Manner) -> Iterator[str]:
    """The questions that a statement answers, as they were put; else what it says itself."""
    said = _said(debate, about)
    if said is None:
        return
    asked = said.answers if isinstance(said, Claim) else ()
    known = (debate.questions.get(one.question) for one in asked)
    found: list[Statement | Question] = [one for one in known if one] or [said]
    for one in found:
        yield _line(labelled(_ITEMS[_role(debate, one, manner.side)], one.text, manner.lang))


def _role(debate: Debate, said: Statement | Question, asked: str) -> str:
    """As what something was said; a rebuttal criticises the asked side only where another side makes it."""
    if isinstance(said, Question):
        return "question"
    return "own" if isinstance(said, Rebuttal) and debate.side_of(said.by) == asked else said.role


def _answers(debate: Debate, one: FollowUp, manner: Manner) -> Iterator[str]:
    """What the asked side said: the claim itself, what answers or rebuts it, and what of its own it rests on."""
    given = (local for local, said in debate.statements() if one.about in _answered(said))
    for local in dict.fromkeys((one.about, *given, *(ground.id for ground in one.rests_on))):
        said = _said(debate, local)
        if isinstance(said, Claim) and debate.side_of(said.by) == manner.side:
            yield from map(_line, _quoted(debate, said, manner.lang))


def _answered(said: Statement) -> Iterator[str]:
    """What a statement replies to: the questions that it answers, the statements that it rebuts."""
    if isinstance(said, Claim):
        yield from (answer.question for answer in said.answers)
    yield from (link.to for link in said.rebuts)


def _quoted(debate: Debate, said: Statement, lang: Lang) -> Iterator[str]:
    """Who said it, in the words of the source, and what it comes to."""
    speaker, gist = debate.party_name(said.by), labelled(_GIST, said.text, lang)
    quote = said.source.quote if said.source else None
    if quote is not None:
        yield f"{speaker}「{quote}」" if lang == "ja" else f"{speaker}: “{quote}”"
        yield f"（{gist}）" if lang == "ja" else f"({gist})"
    else:
        yield f"{speaker}（{gist}）" if lang == "ja" else f"{speaker} ({gist})"


def _grounds(one: FollowUp, lang: Lang) -> Iterator[str]:
    """Where it comes from, then what else it rests on, each with its source; how many more there are."""
    grounds = one.rests_on or (Ground(id=one.about, text="", passage=one.passage),)
    for ground in grounds[:_SHOWN]:
        own = ground.id == one.about
        missing = NO_SOURCE_OF_ITS_OWN if own else NO_SOURCE
        source = passage_words(ground.passage) if ground.passage else missing
        if own:
            yield source.say(lang)
        else:
            yield f"{ground.text}（{source.ja}）" if lang == "ja" else f"{ground.text} ({source.en})"
    if len(grounds) > _SHOWN:
        yield _MORE.say(lang).format(len(grounds) - _SHOWN)


def _said(debate: Debate, local: str) -> Statement | Question | None:
    section = debate.section_of(local)
    found: Statement | Question | None = getattr(debate, section)[local] if section else None
    return found


def _line(text: str) -> str:
    return " ".join(text.split())
