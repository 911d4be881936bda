"""The re-question sheet for the floor as a Word document: one subject (件名) a sheet, to be read at a glance.

A row has what was answered, word for word, what is left of the point, and what to ask; the running total of the time
tells how far the time allowed goes. The form can be replaced.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from argmap.diagnostics import Lang
from argmap.model import Debate
from argmap.questions import FollowUp
from argmap.report import Manner, heading, time_words
from argmap.report._assembly import assembly_words, over_words
from argmap.report._floor_form import NAME, form
from argmap.report._floor_rows import FloorRow, rows
from argmap.report._forms import fill
from argmap.report._word import clean

_MOST = 240  # characters of a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A question on the floor; a field is text, or a list of texts, a line each.

    Attributes:
        number: its number in the debate, from 1.
        item: lines: what it goes back to.
        answer: lines: what was answered, word for word, or that no answer was found.
        left: what is left of the point.
        ask: the question as it is read aloud.
        then: lines: what to follow with, one for each reply; none where nothing is to be said.
        grounds: lines: what it rests on, with sources; of many, the first.
        to: who is asked.
        time: about how long it takes to read aloud.
        total: the same with everything that comes before.
    """

    number: str
    item: tuple[str, ...]
    answer: tuple[str, ...]
    left: str
    ask: str
    then: tuple[str, ...]
    grounds: tuple[str, ...]
    to: str
    time: str
    total: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A subject (件名), which begins a page.

    Attributes:
        subject: its title.
        debate: the title of the debate, with its date.
        rows: the questions.
        time: about how long they take to read aloud.
    """

    subject: str
    debate: str
    rows: tuple[Row, ...]
    time: str


def questions(debates: Sequence[Debate], follow_ups: Sequence[FollowUp], manner: Manner) -> bytes:
    """The sheet, a page or more for every subject; without questions it says so.

    Raises:
        TemplateError: the form of `manner.templates` cannot be filled in.
    """
    lang = manner.lang
    found = [(debate, row) for debate in debates for row in rows(debate, follow_ups, manner)]
    totals = list(accumulate(row.seconds for _, row in found))
    seconds = totals[-1] if totals else 0
    sheets: dict[tuple[str, str], list[tuple[FloorRow, int]]] = {}
    for (debate, row), total in zip(found, totals, strict=True):
        sheets.setdefault((debate.id, row.group), []).append((row, total))
    headings = {debate.id: clean(heading(debate, lang)) for debate in debates}
    values = {
        "assembly": assembly_words(manner.assembly, lang),
        "sheets": [
            Sheet(
                subject=clean(group),
                debate=headings[debate],
                rows=tuple(_row(row, total, lang) for row, total in members),
                time=time_words(sum(row.seconds for row, _ in members)).say(lang),
            )
            for (debate, group), members in sheets.items()
        ],
        "time": time_words(seconds).say(lang),
        "over": over_words(manner.assembly, seconds).say(lang),
    }
    title = f"{NAME.say(lang)}: {', '.join(debate.title for debate in debates)}"
    return fill("floor", form, values, title, manner)


def template(lang: Lang) -> bytes:
    """The built-in form, to be edited in Word."""
    return form(lang)


def _row(row: FloorRow, total: int, lang: Lang) -> Row:
    return Row(
        number=str(row.number),
        item=_lines(row.item),
        answer=_lines(row.answer),
        left=clean(row.left),
        ask=clean(row.ask),
        then=_lines(row.then),
        grounds=_lines(row.grounds),
        to=clean(row.to),
        time=time_words(row.seconds).say(lang),
        total=time_words(total).say(lang),
    )


def _lines(text: str) -> tuple[str, ...]:
    """The lines of a cell; one that would fill the page is cut, for the sheet is read at a glance."""
    lines = map(clean, text.split("\n") if text else ())
    return tuple(line if len(line) <= _MOST else f"{line[: _MOST - 1]}…" for line in lines)
