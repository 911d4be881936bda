"""Speeches put together to one text, and what minutes write before them: a mark, the speaker, a date."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from argmap.ingest import Role, Speech

_MARKS = "○〇◯◎◆△▲●"
_MOST_HEADING = 60  # characters of a heading that names a speaker
_SPACE = " \u3000\t"
_HEADING = re.compile(
    rf"[ \u3000\t]*[{_MARKS}]"
    rf"(?:[^（(\n。]{{0,{_MOST_HEADING}}}[（(][^）)\n]{{1,{_MOST_HEADING}}}[）)]"  # 議長（山　田君）
    rf"|[^（(\n。、]{{1,{_MOST_HEADING}}}?(?=[{_SPACE}]{{2}})"  # 高野　委員長
    rf"|[^（(\n。、{_SPACE}]{{1,{_MOST_HEADING}}}(?=[{_SPACE}]|$)"  # 道路課長
    rf"|[^（(\n。、{_SPACE}]{{1,9}}\n[^（(\n。、{_SPACE}]{{0,{_MOST_HEADING}}}(?:委員|議員|長|知事|監)(?=[{_SPACE}]))"  # 堀⏎委員
)
_NUMERALS = {sign: number for number, sign in enumerate("〇一二三四五六七八九")} | {"元": 1}
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_NUMBER = r"\s*([\d〇一二三四五六七八九十元]{1,4})\s*"
_DATE = re.compile(rf"(令和|平成|昭和|西暦)?{_NUMBER}年{_NUMBER}月{_NUMBER}日")
_FIRST_YEAR = 1868  # without an era, a smaller number is the year of one
_HEAD = 5000  # characters in which the date of a sitting stands


class Speeches:
    """Collects stretches of text, and of which it is known who speaks, into one text with blank lines between."""

    def __init__(self) -> None:
        self.speeches: list[Speech] = []
        self._texts: list[str] = []
        self._length = 0

    def add(self, words: str, *, speaker: str = "", role: Role | None = None, meeting: str = "") -> None:
        """Add what a speaker says; nothing when there are no words."""
        self.skip(words)
        if words:
            end = self._length
            self.speeches.append(
                Speech(start=end - len(words), end=end, speaker=speaker, role=role, meeting=meeting)
            )

    def skip(self, words: str) -> None:
        """Add words of which it is not known who says them."""
        if words:
            between = "\n\n" if self._texts else ""
            self._texts += between, words
            self._length += len(between) + len(words)

    @property
    def text(self) -> str:
        """All that was added."""
        return "".join(self._texts)


def heading(words: str) -> str:
    """The heading that names a speaker, with its mark, when words begin with one; else empty."""
    found = _HEADING.match(words)
    return found[0] if found else ""


def named(title: str) -> str:
    """The speaker that a heading names, without its mark and without a line end in it."""
    return title.replace("\n", "").strip(_SPACE).lstrip(_MARKS).strip(_SPACE)


def first_date(text: str) -> str | None:
    """The first day that the head of a text names in full, in ISO 8601: 令和六年九月五日 is 2024-09-05."""
    for era, *parts in _DATE.findall(text[:_HEAD]):
        year, month, day = (_number(part) for part in parts)
        found = iso_date(f"{year + _ERAS.get(era, 0):04}-{month:02}-{day:02}")
        if found and (era or year >= _FIRST_YEAR):
            return found
    return None


def iso_date(text: str) -> str | None:
    """A day as a format gives it in ISO 8601; None when it is no day."""
    try:
        return date.fromisoformat(text.strip()[:10]).isoformat()
    except ValueError:
        return None


def _number(digits: str) -> int:
    """A number in digits of any width, or in kanji up to 99, or in kanji digit by digit."""
    plain = unicodedata.normalize("NFKC", digits)
    if plain.isdecimal():
        return int(plain)
    tens, ten, ones = plain.rpartition("十")
    if not ten:
        return int("".join(str(_NUMERALS.get(sign, sign)) for sign in plain))
    return 10 * (_number(tens) if tens else 1) + (_number(ones) if ones else 0)
