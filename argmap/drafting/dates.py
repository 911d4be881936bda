"""Dates and figures in Japanese sentences: 令和 and the Western calendar, fiscal years, kanji numerals.

A fiscal year (年度) begins in April: 2024年度12月 is December 2024 and 2024年度2月 is February 2025.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange

from argmap.model.dates import latest

_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "H": 1988, "R": 2018}
_KANJI = "〇一二三四五六七八九"
_NUMBER = r"(?:[0-9]+|元|[〇一二三四五六七八九十百千]+)"
_YEAR = (
    rf"(?:(?P<era>明治|大正|昭和|平成|令和|(?<![A-Za-z])[HR])\s?(?P<year>{_NUMBER})年"
    r"|(?P<same_era>[0-9]{1,2})年(?=[0-9]{1,2}月(?![間額]))"
    r"|(?P<western>[12][0-9]{3}|[一二][〇一二三四五六七八九]{3})年"
    r"|(?P<relative>再来年|来年|明年|翌年|今年|本年|一昨年|昨年))"
)
_DATE = re.compile(
    rf"{_YEAR}(?P<fiscal>度)?(?P<until>末)?[のに、]?(?:(?P<month>{_NUMBER})月(?:(?P<day>{_NUMBER})日)?)?"
    rf"|(?P<bare>{_NUMBER})月(?!額|間)(?:(?P<bare_day>{_NUMBER})日)?"
)
_RELATIVE = {"来年": 1, "明年": 1, "翌年": 1, "再来年": 2, "今年": 0, "本年": 0, "昨年": -1, "一昨年": -2}
_MONTHS, _FISCAL = 12, 4
_NO_YEAR = 9999
_LONGEST = 2000  # no sentence is longer
_FIGURE = re.compile(
    r"(?<![0-9,.])(?:約|およそ|計|延べ)?[0-9][0-9,.]*+(?:[兆億万千][0-9,.]*+)*+"
    r"(?:円|人|名|件|世帯|か所|カ所|ヵ所|箇所|か国|台|校|園|棟|戸|回|倍|割|時間|分|日間|か月|カ月|ヵ月|年間|歳|ポイント|パーセント|%|km|m2|ha|トン|kg|部|社|団体|自治体|市町村|市町|府県|票|路線|本|冊|枚|床|室)"
)


def dates(text: str, said: str | None = None, *, ahead: bool = False) -> tuple[str, ...]:
    """The dates that a sentence names, ISO 8601 with reduced precision, in its order.

    Args:
        text: the sentence.
        said: when it was said, ISO 8601: a month without a year is the last one before, and 来年度 the year after.
        ahead: whether it speaks of what is to come: a month without a year is the next one.
    """
    found: list[str] = []
    fiscal: int | None = None
    era = ""
    for match in _DATE.finditer(unicodedata.normalize("NFKC", text[:_LONGEST])):
        era = match["era"] or era
        year = _year(match, said, era)
        month, day = _value(match["month"] or match["bare"]), _value(match["day"] or match["bare_day"])
        if month is None:
            fiscal = year if match["fiscal"] else None
            found += [] if year is None else [_whole(year, match)]
        elif 1 <= month <= _MONTHS:
            if year is None and fiscal is not None and found:
                found.pop()  # the fiscal year was named only to say which December is meant
            year = _year_of_month(year, fiscal, month, said, of_fiscal=bool(match["fiscal"]), ahead=ahead)
            found += [] if year is None else [_day(year, month, day)]
            fiscal = None
    return tuple(found)


def due(text: str, said: str | None = None) -> str | None:
    """The latest date that a commitment names, unless it is over by when it was said."""
    last = max(dates(text, said, ahead=True), key=_last_day, default=None)
    return None if last is None or (said is not None and _last_day(last) < said) else last


def figures(text: str) -> tuple[str, ...]:
    """The numbers with their units in a sentence, as they stand there after NFKC, each once."""
    return tuple(dict.fromkeys(_FIGURE.findall(unicodedata.normalize("NFKC", text[:_LONGEST]))))


def _year(match: re.Match[str], said: str | None, era: str) -> int | None:
    if match["western"]:
        return _value(match["western"])
    if number := match["year"] or (era and match["same_era"]):
        year = _ERAS[era] + (_value(number) or 0)
        return year if year < _NO_YEAR else None
    if match["relative"] is None or said is None:
        return None
    return (_fiscal_of(said) if match["fiscal"] else int(said[:4])) + _RELATIVE[match["relative"]]


def _year_of_month(
    year: int | None, fiscal: int | None, month: int, said: str | None, *, of_fiscal: bool, ahead: bool
) -> int | None:
    """The calendar year of a month, from its own year, a fiscal year, or when it was said."""
    if year is None and fiscal is None:
        if said is None or len(said) == len("2024"):
            return None
        now = int(said[5:7])
        return int(said[:4]) + (month < now if ahead else -(month > now))
    if year is not None and not of_fiscal:
        return year
    return (year if year is not None else fiscal or 0) + (month < _FISCAL)


def _whole(year: int, match: re.Match[str]) -> str:
    """A year, or a fiscal year by its last month."""
    if match["fiscal"]:
        return f"{year + 1:04}-{_FISCAL - 1:02}"
    return f"{year:04}-{_MONTHS}" if match["until"] else f"{year:04}"


def _day(year: int, month: int, day: int | None) -> str:
    if day is None or not 1 <= day <= monthrange(year, month)[1]:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}"


def _fiscal_of(said: str) -> int:
    return int(said[:4]) - (len(said) > len("2024") and int(said[5:7]) < _FISCAL)


def _last_day(iso: str) -> str:
    """The last day that a date can mean, so that dates of any precision can be compared."""
    return latest(iso).isoformat()


def _value(text: str | None) -> int | None:
    """A number in digits or kanji (positional 二〇二四, or with units 二十四)."""
    if text is None:
        return None
    if text == "元":
        return 1
    if text.isdecimal():
        return int(text)
    if not any(unit in text for unit in "十百千"):
        return int("".join(str(_KANJI.index(char)) for char in text))
    total, digit = 0, 0
    for char in text:
        if char in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = 0
        else:
            digit = _KANJI.index(char)
    return total + digit
