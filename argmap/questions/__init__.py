"""First questions: what to ask next, from what nobody rebutted and what was never answered. One kind a file.

A kind is a module with a docstring (its manual page; the first line names it in English), `NAME` (the same in both
languages), and one function `ask(case)` that yields drafts. The file's name gives the kind: `unanswered_question.py`
is `unanswered-question`. Its sentences stand in its file, as `Words`; where a kind has many to choose from, they stand
in a template beside it (`points.toml`, `grounds.toml`), each in both languages with the cue on which it is used.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from inspect import getdoc
from math import ceil
from types import ModuleType
from typing import Literal

from argmap.diagnostics import Lang, Words
from argmap.model import Debate, Question, Statement
from argmap.registry import Registry
from argmap.semantics import Analysis, QuestionStatus, QuestionVerdict, Verdict

GOVERNMENT = "government"
"""The side of the administration: what is asked of it unless another side is named."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a kind of question looks at: one debate, and the side that is asked."""

    analysis: Analysis
    debate: Debate
    side: str
    _used: Counter[str] = field(default_factory=Counter, repr=False)
    _pressed: defaultdict[int, set[str]] = field(default_factory=lambda: defaultdict(set), repr=False)

    def claims(self) -> Iterator[Verdict]:
        """The claims of the side that is asked."""
        return (
            verdict
            for verdict in self.analysis.of(self.debate)
            if verdict.statement.role == "claim" and verdict.side == self.side
        )

    def points(self, status: QuestionStatus) -> Iterator[QuestionVerdict]:
        """The questions of this status that others put to the side."""
        return (
            verdict
            for verdict in self.analysis.questions_of(self.debate)
            if verdict.status is status and self.debate.side_of(verdict.question.by) != self.side
        )

    def pick(self, ways: Iterable[Way], count: int = 1, *, unlike: int | None = None) -> list[Words]:
        """The first ways of asking, each for something else; what the debate has asked for already comes last.

        Args:
            ways: those that fit.
            count: how many at most.
            unlike: number of an answer; what was asked for to press it (see `press`) is not asked for again.
        """
        first: dict[str, Words] = {}
        for way in ways:
            if unlike is None or way.asks not in self._pressed[unlike]:
                first.setdefault(way.asks, way.words)
        chosen = sorted(first, key=lambda asks: self._used[asks])[:count]
        self._used.update(chosen)
        return [first[asks] for asks in chosen]

    def press(self, answers: Iterable[int], ways: Iterable[Way], count: int = 1) -> list[Words]:
        """Pick ways to ask a question again, and remember for its answers, by number, what is asked for."""
        ways = tuple(ways)
        chosen = self.pick(ways, count)
        asked = {way.asks for way in ways if way.words in chosen}
        for answer in answers:
            self._pressed[answer] |= asked
        return chosen

    def unused(self, ways: Iterable[Way]) -> int:
        """How many things these ways ask for that the debate has not been asked for yet."""
        return len({way.asks for way in ways if not self._used[way.asks]})


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionKind:
    """A kind of follow-up question: its name, its manual page (Markdown), and the function that drafts."""

    slug: str
    name: Words
    manual: str
    ask: Callable[[Case], Iterable[Draft]]


def _slug(file: str) -> str:
    return file.replace("_", "-")


def _describe(file: str, module: ModuleType) -> QuestionKind:
    return QuestionKind(
        slug=_slug(file),
        name=module.NAME,
        manual=(getdoc(module) or "").partition("\n\n")[2] + "\n",
        ask=module.ask,
    )


QUESTION_KINDS: Registry[QuestionKind] = Registry("argmap.questions", _slug, _describe)
"""Every kind of follow-up question by its slug."""


def follow_ups(analysis: Analysis, debate: Debate, side: str) -> tuple[FollowUp, ...]:
    """The questions to put to one side, from one debate.

    They come by group, in the order of the file, what has no group last. Within a group, what more statements rest
    on comes first, then what itself rests on others; the rest in the order in which it was said.

    Args:
        analysis: the debates with their verdicts.
        debate: the debate to ask about.
        side: the side that is asked, such as `government`.
    """
    case = Case(analysis=analysis, debate=debate, side=side)
    places = _places(analysis, debate)
    found = [_follow_up(case, kind, draft) for kind in QUESTION_KINDS.values() for draft in kind.ask(case)]
    return tuple(sorted(found, key=lambda one: places[one.about]))


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A sentence to ask with.

    Attributes:
        cue: the words (a regular expression) on which it fits; None fits everything.
        asks: what it asks for; two ways that ask for the same thing, in whatever words, share it.
        words: the sentence.
    """

    cue: re.Pattern[str] | None
    asks: str
    words: Words


@cache
def template(name: str) -> Mapping[str, tuple[Way, ...]]:
    """The ways to ask in a template of this folder, by section, in its order."""
    text = files("argmap.questions").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return {section: tuple(map(_way, ways)) for section, ways in tomllib.loads(text).items()}


def fitting(ways: Iterable[Way], text: str) -> Iterator[Way]:
    """The ways that fit a text."""
    return (way for way in ways if way.cue is None or way.cue.search(text))


def ask_again(point: str) -> Iterator[Way]:
    """Every way to ask a point again, the most particular first."""
    ways = template("points")
    return fitting((*ways["subject"], *ways["form"], *ways["always"]), short(point).rstrip("?"))


def short(text: str, most: int = 120) -> str:
    """A text as part of a sentence: on one line, without its full stop or full-width question mark, cut where it is long."""
    line = " ".join(text.split()).rstrip("。．.？")
    return line if len(line) <= most else f"{line[: most - 1]}…"


def sentence(text: str) -> str:
    """A text as an English sentence of its own: with a full stop unless it ends with a sign already."""
    return text if text.endswith((".", "?", "!", "…", "。", "？", "！")) else f"{text}."


def english_date(date: str) -> str:
    """A date in an English sentence: `2025-09-12` is 12 September 2025, `2025-09` September 2025."""
    year, *rest = map(int, date.split("-"))
    named = [str(year), *(_MONTHS[month - 1] for month in rest[:1]), *map(str, rest[1:])]
    return " ".join(reversed(named))


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_Place = tuple[int, int, int, float, int]


def _places(analysis: Analysis, debate: Debate) -> dict[str, _Place]:
    """By id, where a follow-up question comes: see `follow_ups`."""
    graph, groups = analysis.graph, {group: place for place, group in enumerate(debate.groups)}
    said: list[tuple[str, Statement | Question]] = [*debate.questions.items(), *debate.statements()]
    places = {}
    for order, (local, one) in enumerate(said):
        number = graph.number.get(f"{debate.id}#{local}")
        carries = 0 if number is None else len({graph.steps[k].conclusion for k in graph.steps_from[number]})
        stands_on = 0 if number is None else len(graph.steps_to[number])
        group = groups.get(one.group or "", len(groups))
        turn = float("inf") if one.turn is None else one.turn
        places[local] = (group, -carries, -stands_on, turn, order)
    return places


def _follow_up(case: Case, kind: QuestionKind, draft: Draft) -> FollowUp:
    debate = case.debate
    question = debate.questions.get(draft.about)
    said = question or case.analysis[f"{debate.id}#{draft.about}"].statement
    asked = _asked(case) if question else debate.party_name(said.by)
    return _decided(
        debate,
        FollowUp(
            kind=kind.slug,
            debate=debate.id,
            about=draft.about,
            group=said.group,
            group_title=debate.groups.get(said.group, said.group) if said.group else "",
            to=draft.to or Words(en=asked, ja=asked),
            part=draft.part,
            text=draft.text,
            notice=draft.notice or draft.text,
            why=draft.why,
            passage=passage_of(debate, said),
            rests_on=tuple(_ground(case, one) for one in dict.fromkeys((draft.about, *draft.rests_on))),
            then=draft.then,
            scheme=draft.scheme,
        ),
    )


def _decided(debate: Debate, one: FollowUp) -> FollowUp:
    """The question as a person decided on it."""
    decision = debate.follow_ups.get(one.id)
    if decision is None:
        return one
    text, notice = decision.text, decision.notice or decision.text
    return replace(
        one,
        decision="reword" if notice and decision.decision == "take" else decision.decision,
        text=Words(en=text, ja=text) if text else one.text,
        notice=Words(en=notice, ja=notice) if notice else one.notice,
    )


def _ground(case: Case, local: str) -> Ground:
    """What an id of the debate, or `other-debate#id`, says and where that stands."""
    key = local if "#" in local else f"{case.debate.id}#{local}"
    said: Statement | Question
    if key in case.analysis.graph.answers:
        question = case.analysis.question(key)
        debate, said = question.debate, question.question
    else:
        statement = case.analysis[key]
        debate, said = statement.debate, statement.statement
    return Ground(id=local, text=said.text, passage=passage_of(debate, said))


def _asked(case: Case) -> str:
    """The parties on the side that is asked."""
    parties: Sequence[str] = [p for p in case.debate.parties if case.debate.side_of(p) == case.side]
    return "、".join(case.debate.party_name(party) for party in parties) or case.side


def _way(entry: Mapping[str, str]) -> Way:
    cue = re.compile(entry["cue"], re.IGNORECASE) if "cue" in entry else None
    return Way(cue=cue, asks=entry.get("asks", entry["ja"]), words=Words(en=entry["en"], ja=entry["ja"]))
