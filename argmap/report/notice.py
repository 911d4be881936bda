"""The notice of general questions (一般質問通告書) as a Word document: one subject (件名) a page, to be handed in.

What is not known stays a blank to write on. The form can be replaced by that of the assembly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.diagnostics import Lang, Words
from argmap.model import Debate, date_words
from argmap.questions import FollowUp, Passage
from argmap.report import Manner, passage_words, time_words
from argmap.report._assembly import assembly_words
from argmap.report._forms import fill
from argmap.report._notice_form import NAME, form
from argmap.report._word import clean

_MOST_SOURCES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A question in the notice; every field is text.

    Attributes:
        number: its number under the subject, from 1.
        text: as it is written in the notice.
        floor: as it is read aloud.
        why: the gap behind it.
        to: who is asked.
        source: where the gap shows; empty when no source is named.
        time: about how long it takes to read aloud.
    """

    number: str
    text: str
    floor: str
    why: str
    to: str
    source: str
    time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A subject (件名), which fills a page.

    Attributes:
        subject: its title; that of the debate where questions belong to no group.
        debate: the title of the debate.
        background: what the debate was, when it was held, and where it is recorded, in a sentence or two.
        points: the questions.
        time: about how long they take to read aloud.
    """

    subject: str
    debate: str
    background: str
    points: tuple[Point, ...]
    time: str


def questions(debates: Sequence[Debate], follow_ups: Sequence[FollowUp], manner: Manner) -> bytes:
    """The notice, a page for every subject; without questions a blank page of the form.

    Raises:
        TemplateError: the form of `manner.templates` cannot be filled in.
    """
    lang = manner.lang
    items = [_item(debate, members, lang) for debate, members in _subjects(debates, follow_ups)]
    values = {
        "assembly": assembly_words(manner.assembly, lang),
        "items": items or [Item(subject="", debate="", background="", points=(), time=_time([], lang))],
        "time": _time(follow_ups, lang),
    }
    title = f"{NAME.say(lang)}: {', '.join(debate.title for debate in debates)}"
    return fill("notice", form, values, title, manner)


def template(lang: Lang) -> bytes:
    """The built-in form, to be edited in Word."""
    return form(lang)


def _subjects(
    debates: Sequence[Debate], follow_ups: Sequence[FollowUp]
) -> Iterable[tuple[Debate, list[FollowUp]]]:
    """The questions of each debate by the group that they belong to, in the order in which groups first come."""
    found: dict[tuple[str, str | None], list[FollowUp]] = {}
    for one in follow_ups:
        found.setdefault((one.debate, one.group), []).append(one)
    return ((debate, members) for debate in debates for (of, _), members in found.items() if of == debate.id)


def _item(debate: Debate, members: Sequence[FollowUp], lang: Lang) -> Item:
    group = clean(members[0].group_title)
    return Item(
        subject=group or clean(debate.title),
        debate=clean(debate.title),
        background=_background(debate, members).say(lang),
        points=tuple(_point(number, one, lang) for number, one in enumerate(members, 1)),
        time=_time(members, lang),
    )


def _point(number: int, one: FollowUp, lang: Lang) -> Point:
    return Point(
        number=str(number),
        text=clean(one.notice.say(lang)),
        floor=clean(one.text.say(lang)),
        why=clean(one.why.say(lang)),
        to=clean(one.to.say(lang)),
        source=clean(passage_words(one.passage).say(lang)) if one.passage else "",
        time=_time([one], lang),
    )


def _background(debate: Debate, members: Sequence[FollowUp]) -> Words:
    """What the debate was, when it was held and where it is recorded: facts of the debate file, nothing else."""
    title, group = clean(debate.title), clean(members[0].group_title)
    held = date_words(debate.debate.held) if debate.debate.held else Words(en="", ja="")
    sources = _sources(members)
    when = Words(
        en=f" of {held.en}" if held.en not in f"{title} {sources.en}" else "",
        ja=f"{held.ja}の" if held.ja not in f"{title}{sources.ja}" else "",
    )
    first = Words(en="", ja="")
    if sources.ja:
        first = Words(
            en=f"The debate{when.en} on {title} is recorded in {sources.en}. ",
            ja=f"{title}については、{when.ja}議論の記録が{sources.ja}にある。",
        )
    elif when.ja:
        first = Words(
            en=f"There was a debate{when.en} on {title}. ", ja=f"{title}については、{when.ja}議論があった。"
        )
    return Words(
        en=f"{first.en}I ask the following.",
        ja=f"{first.ja}{f'{group}に関し、' if group else ''}以下を問う。",
    )


def _sources(members: Iterable[FollowUp]) -> Words:
    """The titles and dates of the sources from which questions come; of many, the first."""
    named = list(dict.fromkeys(_source(one.passage) for one in members if one.passage))
    first, more = named[:_MOST_SOURCES], len(named) > _MOST_SOURCES
    return Words(
        en=clean("; ".join(words.en for words in first) + " and others" * more),
        ja=clean("と".join(words.ja for words in first) + "ほか" * more),
    )


def _source(passage: Passage) -> Words:
    title, date = passage.source, date_words(passage.date) if passage.date else Words(en="", ja="")
    return Words(
        en=title if date.en in title else f"{title} ({date.en})",
        ja=title if date.ja in title else f"{title}（{date.ja}）",
    )


def _time(members: Iterable[FollowUp], lang: Lang) -> str:
    return time_words(sum(one.seconds(lang) for one in members)).say(lang)
