"""The notice of general questions (一般質問通告書) as a Word document: one subject (件名) a page, to be handed in.

What is not known stays a blank to write on. The form can be replaced by that of the assembly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.diagnostics import Lang, Words
from argmap.model import Debate, date_words, tells_date
from argmap.questions import FollowUp, Passage, when
from argmap.report import Manner, passage_words, time_words
from argmap.report._assembly import assembly_words, over_words
from argmap.report._forms import fill
from argmap.report._notice_form import NAME, form
from argmap.report._word import clean

_MOST_SOURCES = 3
_ENDS_WITH_BRACKET = re.compile(r".*[(（].*[)）]")
_ABOUT = re.compile(r"(?<=.)に(?:ついて|関して)$")


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
        "over": over_words(manner.assembly, sum(one.seconds(lang) for one in follow_ups)).say(lang),
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
    title, group = clean(debate.title), _topic(clean(members[0].group_title))
    sources, held = _sources(members), debate.debate.held
    told = held is None or tells_date(f"{title} {sources.en} {sources.ja}", held)
    first = _recorded(title, sources, None if told else held)
    return Words(
        en=f"{first.en}I ask the following.",
        ja=f"{first.ja}{f'{group}に関し、' if group else ''}以下を問う。",
    )


def _recorded(title: str, sources: Words, held: str | None) -> Words:
    """That there was a debate, on a day that is to be told, and where it is recorded; empty when neither is known."""
    topic = _topic(title)
    if sources.ja:
        return Words(
            en=f"The debate{f' of {date_words(held).en}' if held else ''} on {title} is recorded in {sources.en}. ",
            ja=f"{topic}については、{f'{date_words(held).ja}に議論があり、' if held else ''}{sources.ja}に記録がある。",
        )
    if held:
        day = when(held)
        return Words(
            en=f"{day.en[0].upper()}{day.en[1:]}, there was a debate on {title}. ",
            ja=f"{topic}については、{day.ja}に議論があった。",
        )
    return Words(en="", ja="")


def _topic(title: str) -> str:
    """A title without the について at its end, for a sentence that goes on with について."""
    return _ABOUT.sub("", title)


def _sources(members: Iterable[FollowUp]) -> Words:
    """The titles and dates of the sources from which questions come; of many, the first."""
    named = list(dict.fromkeys(_source(one.passage) for one in members if one.passage))
    first, more = named[:_MOST_SOURCES], len(named) > _MOST_SOURCES
    listed = [words.ja for words in first]
    if not more and len(listed) > 1:
        listed[-2:] = [f"{listed[-2]}及び{listed[-1]}"]
    return Words(
        en="; ".join(words.en for words in first) + " and others" * more,
        ja="、".join(listed) + "など" * more,
    )


def _source(passage: Passage) -> Words:
    """A source with its date, unless its title tells the date; never a bracket behind a bracket."""
    title, date = clean(passage.source), passage.date
    if date is None or tells_date(title, date):
        return Words(en=title, ja=title)
    day = date_words(date)
    if _ENDS_WITH_BRACKET.fullmatch(title):
        return Words(en=f"{title} of {day.en}", ja=f"{day.ja}の{title}")
    return Words(en=f"{title} ({day.en})", ja=f"{title}（{day.ja}）")


def _time(members: Iterable[FollowUp], lang: Lang) -> str:
    return time_words(sum(one.seconds(lang) for one in members)).say(lang)
