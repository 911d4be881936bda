"""What the forms of an assembly say of it: the settings in words, and a blank to write on for each that is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from argmap.config import Assembly
from argmap.diagnostics import Lang, Words
from argmap.model import date_words
from argmap.report import time_words
from argmap.report._word import printable

_REIWA = date(2019, 5, 1)
_LINE = "____________"
_NAME = Words(en=_LINE, ja="○○議会")
_SESSION = Words(en=f"Session of {_LINE}", ja="令和　　年　　月定例会")
_RULE = Words(en="rule ______ of {}", ja="{}会議規則第　　条第　　項")
_FILED = Words(en=_LINE, ja="令和　　年　　月　　日")
_MEMBER = Words(en="_" * 24, ja="＿" * 8)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssemblyWords:
    """What a form says of the assembly; every field is text.

    Attributes:
        name: the assembly.
        session: the session.
        chair: the name of the chair; empty when it is not given, for the office says enough.
        member: who asks.
        rule: the rule under which notice is given.
        mode: `batch`, `one-by-one`, or empty: both are left to be marked.
        answerers: who is asked to answer; empty when nobody is named.
        limit: the time allowed; empty when none is given.
        requestions: how many re-questions are allowed; empty when no number is given.
        filed: the day on which notice is given.
    """

    name: str
    session: str
    chair: str
    member: str
    rule: str
    mode: str
    answerers: str
    limit: str
    requestions: str
    filed: str


def assembly_words(given: Assembly, lang: Lang) -> AssemblyWords:
    """The settings as they stand in a form."""
    name = _line(given.name) or _NAME.say(lang)
    return AssemblyWords(
        name=name,
        session=_line(given.session) or _SESSION.say(lang),
        chair=_line(given.chair),
        member=_line(given.member) or _MEMBER.say(lang),
        rule=_line(given.rule) or _RULE.say(lang).format(name),
        mode=given.mode or "",
        answerers=("、" if lang == "ja" else ", ").join(map(_line, given.answerers)),
        limit=_minutes(given.limit).say(lang) if given.limit else "",
        requestions="" if given.requestions is None else _times(given.requestions).say(lang),
        filed=_day(given.filed).say(lang) if given.filed else _FILED.say(lang),
    )


def over_words(given: Assembly, seconds: int) -> Words:
    """By how much a time to read aloud is longer than the time allowed; empty when it is not."""
    if not given.limit or seconds <= given.limit:
        return Words(en="", ja="")
    more = time_words(seconds - given.limit)
    return Words(en=f"{more.en} over the time allowed", ja=f"質問時間を{more.ja}超える")


def _line(text: str) -> str:
    """A setting on one line. A full-width space inside a name stays."""
    return printable(" ".join(text.splitlines())).strip()


def _minutes(seconds: int) -> Words:
    minutes, rest = divmod(seconds, 60)
    en = [f"{minutes} minute{'s' * (minutes != 1)}"] * (minutes > 0) + [f"{rest} s"] * (rest > 0)
    return Words(en=" ".join(en), ja=f"{minutes}分" * (minutes > 0) + f"{rest}秒" * (rest > 0))


def _times(count: int) -> Words:
    return Words(en=str(count), ja=f"{count}回")


def _day(day: date) -> Words:
    """The day, in Japanese by the era where that is Reiwa."""
    year = f"令和{'元' if day.year == _REIWA.year else day.year - _REIWA.year + 1}年"
    if day < _REIWA:
        year = f"{day.year}年"
    return Words(en=date_words(day.isoformat()).en, ja=f"{year}{day.month}月{day.day}日")
