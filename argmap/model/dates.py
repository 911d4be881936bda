"""Dates as people know them: a year, a month of a year, or a day (ISO 8601, reduced precision)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from argmap.diagnostics import Words

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
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


def _parts(text: str) -> tuple[int, int | None, int | None]:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"not a date: {text}")
    year, month, day = match.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def earliest(text: str) -> date:
    """The first day that a date such as `2024-12` can mean.

    Raises:
        ValueError: the text is no date.
    """
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def latest(text: str) -> date:
    """The last day that a date such as `2024-12` can mean.

    Raises:
        ValueError: the text is no date.
    """
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def date_words(text: str) -> Words:
    """A date as people write it: `2024-12` is December 2024, 2024年12月.

    Raises:
        ValueError: the text is no date.
    """
    year, month, day = _parts(text)
    named = zip((year, month, day), "年月日", strict=True)
    return Words(
        en=" ".join(str(part) for part in (day, month and _MONTHS[month - 1], year) if part is not None),
        ja="".join(f"{number}{unit}" for number, unit in named if number is not None),
    )


def tells_date(text: str, date: str) -> bool:
    """Whether a text has a date in it, written in any of the ways; 1 June is not in 11 June."""
    ways = (date, date_words(date).en, date_words(date).ja)
    return any(re.search(rf"(?<!\d){re.escape(way)}(?!\d)", text) for way in ways)
