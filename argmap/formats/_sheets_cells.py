"""The text of a cell -> what it says in a debate file, whatever a spreadsheet made of it.

Spreadsheets turn `2024-12` into a date that they show as `Dec-24`, `2024/12/1` or `2024年12月`, and `3` into `3.0`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from argmap.diagnostics import Words
from argmap.formats._sheets import YES, Column, Shape, chosen, hinted, plain
from argmap.formats._sheets_lists import UnreadableCellError, read
from argmap.loading import Nearest
from argmap.loading.write import Data

_NO = ("no", "false", "0", "いいえ", "×", "-")
_MARKED = (YES.en, YES.ja, "true", "1", "○", "〇", "x")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SHORT = re.compile(r"([A-Za-z]{3})-([0-9]{2})")
_DATE = re.compile(
    r"""(?x) ([0-9]{4}) (?: 年 | [-/.年]([0-9]{1,2}) (?: 月 | [-/.月]([0-9]{1,2})日? )? )?
    (?: [ T]0{1,2}:00(?::00)? )?"""
)
_WHOLE = re.compile(r"([0-9]+)\.0+")
_PIVOT = 30  # of two digits: 30 and more are of the last century, as Excel reads them


def value(column: Column, text: str) -> Data | None:
    """What a cell of a column says; None where it says no.

    Raises:
        UnreadableCellError: the text is none of the column's words, or no list of links.
    """
    return text if column.shape == "text" else _READERS[column.shape](column, text.strip())


def _list(column: Column, typed: str) -> Data:
    return list(read(typed, column.path[-1]))


def _number(_: Column, typed: str) -> str:
    return _WHOLE.sub(r"\1", unicodedata.normalize("NFKC", typed))


def _conceded(column: Column, typed: str) -> Data | None:
    flag = _flag(column, typed)
    if flag is None:
        return None
    return {} if flag == "true" else {"on": _date(column, typed)}


def _flag(_: Column, typed: str) -> str | None:
    if plain(typed) in _MARKED:
        return "true"
    return None if plain(typed) in _NO else typed


def _choice(column: Column, typed: str) -> str:
    choices = column.choices or {}
    found = chosen(choices, typed)
    if found in choices:
        return found
    message = Words(
        en=f"`{typed}` is none of {', '.join(both.en for both in choices.values())}",
        ja=f"`{typed}` は{'、'.join(both.ja for both in choices.values())}のどれでもない",
    )
    known = [name for both in choices.values() for name in (both.en, both.ja)]
    raise UnreadableCellError(hinted(message, Nearest(known).hint(plain(typed))))


def _date(_: Column, typed: str) -> str:
    """A date as a debate file writes it; a text that is no date stays as it is."""
    text = unicodedata.normalize("NFKC", typed)
    if found := _DATE.fullmatch(text):
        return "-".join(part.zfill(2) for part in found.groups() if part)
    short = _SHORT.fullmatch(text)
    if short and short[1].lower() in _MONTHS:
        century = "20" if int(short[2]) < _PIVOT else "19"
        return f"{century}{short[2]}-{_MONTHS.index(short[1].lower()) + 1:02}"
    return typed


_READERS: dict[Shape, Callable[[Column, str], Data | None]] = {
    "line": lambda _, typed: typed,
    "list": _list,
    "date": _date,
    "number": _number,
    "choice": _choice,
    "flag": _flag,
    "conceded": _conceded,
}
