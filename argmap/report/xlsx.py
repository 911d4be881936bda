"""Spreadsheets (Office Open XML, ECMA-376): the re-question sheet, one sheet a debate, to fill in and to print.

Every text is written as a text, whatever it begins with; there is no formula in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING

from argmap.diagnostics import Lang, Words
from argmap.model import Debate
from argmap.picture.measure import width
from argmap.questions import FollowUp
from argmap.report import DRAFT, NOTHING_TO_ASK, Manner, heading
from argmap.report._floor_rows import HEADS, FloorRow, rows

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_TITLE = Words(en="Re-questions", ja="再質問表")
_NUMBER, _TIME = Words(en="No.", ja="番号"), Words(en="Time", ja="時間")
_SECONDS = Words(en='0" s"', ja='0"秒"')
_WIDTHS = (5, 15, 24, 17, 35, 6, 25, 12)  # of the columns, in characters: together an A4 sheet on its side
_LAST = len(_WIDTHS) - 1
_HEAD = 2  # the row with the heads, below the title and a note
_TITLED, _ASKED, _SIZE, _SMALL = 12, 11, 10, 9  # of texts, in points
_LEADING = 1.45  # a little more than Excel leaves between the lines of Meiryo UI; Yu Gothic takes 1.7
_LEAST, _MOST = 64.0, 409.0  # height of a row in points: room for notes; Excel takes no more
_BREAKS = 1023  # Excel takes no more
_LONGEST = 32_767  # UTF-16 units of a cell
_NAME = 31  # UTF-16 units of the name of a sheet
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]+")
_JOINERS = "\u200d\ufe0e\ufe0f"  # between emoji, and behind them
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
# also what turns the direction of the text behind it
_NORMAL = {"font_name": "Arial", "font_size": 10}  # the unit of widths: every program has its like, as wide
_FONT, _INK, _GREY, _LINE, _BAND, _SHADE = (
    "Meiryo UI",
    "#1F2933",
    "#52606D",
    "#A9B4BE",
    "#E4E8EC",
    "#F4F6F8",
)


def questions(debates: Sequence[Debate], follow_ups: Sequence[FollowUp], manner: Manner) -> bytes:
    """The re-question sheet: a row for each question, below the title of its 件名; each 件名 begins a page."""
    from xlsxwriter.workbook import Workbook

    buffer = BytesIO()
    normal = dict(_NORMAL)  # XlsxWriter writes into it
    book = Workbook(buffer, {"in_memory": True, "default_format_properties": normal})
    book.set_properties(
        {
            "title": _TITLE.say(manner.lang),
            "author": "argmap",
            "created": datetime(1980, 1, 1, tzinfo=UTC),  # the same questions give the same bytes
        }
    )
    formats = _Formats.of(book, manner.lang)
    for debate, name in zip(debates, _names(debates), strict=True):
        _fill(book.add_worksheet(name), formats, debate, rows(debate, follow_ups, manner), manner.lang)
    book.close()
    return buffer.getvalue()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Formats:
    """How cells look."""

    title: Format
    note: Format
    head: Format
    band: Format
    plain: Format
    asked: Format
    then: Format
    grounds: Format
    number: Format
    seconds: Format

    @classmethod
    def of(cls, book: Workbook, lang: Lang) -> _Formats:
        def made(**more: object) -> Format:
            return book.add_format({"font_name": _FONT, "font_size": _SIZE, "font_color": _INK, **more})

        cell: dict[str, object] = {"text_wrap": True, "valign": "top", "border": 1, "border_color": _LINE}
        middle = {**cell, "align": "center"}
        small = {"font_size": _SMALL, "font_color": _GREY}
        return cls(
            title=made(font_size=16, bold=True, valign="vcenter"),
            note=made(**small, valign="vcenter"),
            head=made(**{**middle, "valign": "vcenter"}, bold=True, bg_color=_BAND),
            band=made(**{**cell, "valign": "vcenter"}, font_size=_TITLED, bold=True, bg_color=_SHADE),
            plain=made(**cell),
            asked=made(**cell, font_size=_ASKED, bold=True),
            then=made(**small),
            grounds=made(**cell, font_size=_SMALL),
            number=made(**middle),
            seconds=made(**middle, num_format=_SECONDS.say(lang)),
        )


def _fill(sheet: Worksheet, formats: _Formats, debate: Debate, found: Sequence[FloorRow], lang: Lang) -> None:
    title = _line(f"{_TITLE.say(lang)}{'：' if lang == 'ja' else ': '}{heading(debate, lang)}")
    _set_up(sheet, title)
    sheet.set_row(0, 30)
    sheet.write_string(0, 0, _cut(title), formats.title)
    sheet.set_row(1, 20)
    sheet.write_string(1, 0, (DRAFT if found else NOTHING_TO_ASK).say(lang), formats.note)
    if not found:
        return
    sheet.set_row(_HEAD, 24)
    for column, head in enumerate((_NUMBER, *HEADS[:4], _TIME, *HEADS[4:])):
        sheet.write_string(_HEAD, column, head.say(lang), formats.head)
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.repeat_rows(_HEAD)
    place, breaks = _HEAD + 1, []
    for group, members in groupby(found, key=lambda one: one.group):
        breaks.append(place)
        _band(sheet, formats, place, _line(group))
        for one in members:
            place += 1
            _row(sheet, formats, place, one)
        place += 1
    sheet.set_h_pagebreaks(breaks[1 : _BREAKS + 1])
    sheet.print_area(0, 0, place - 1, _LAST)


def _set_up(sheet: Worksheet, title: str) -> None:
    """A4 on its side, with a footer on every page."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.45, bottom=0.6)
    sheet.hide_gridlines(2)
    footer = _cut(title, 80).replace("&", "&&")
    sheet.set_footer(f'&L&"{_FONT}"&8 {footer}&R&"{_FONT}"&8 &P / &N', {"margin": 0.25})
    for column, wide in enumerate(_WIDTHS):
        sheet.set_column(column, column, wide)


def _band(sheet: Worksheet, formats: _Formats, place: int, title: str) -> None:
    """The title of a 件名, over the whole width."""
    sheet.set_row(place, _height([(title, sum(_WIDTHS), _TITLED)]) + 8)
    sheet.merge_range(place, 0, place, _LAST, "", formats.band)
    sheet.write_string(place, 0, _cut(title), formats.band)


def _row(sheet: Worksheet, formats: _Formats, place: int, one: FloorRow) -> None:
    item, answer, left, ask, grounds, then = map(
        _clean, (one.item, one.answer, one.left, one.ask, one.grounds, one.then)
    )
    texts = {1: item, 2: answer, 3: left}
    sized = [(text, _WIDTHS[column], _SIZE) for column, text in texts.items()]
    sized.append((grounds, _WIDTHS[6], _SMALL))
    asked = _height([(ask, _WIDTHS[4], _ASKED)]) + (_height([(then, _WIDTHS[4], _SMALL)]) if then else 0.0)
    sheet.set_row(place, min(_MOST, max(_LEAST, asked, _height(sized)) + _SIZE / 2))
    sheet.write_number(place, 0, one.number, formats.number)
    for column, text in texts.items():
        sheet.write_string(place, column, _cut(text), formats.plain)
    if then and _units(ask) + _units(then) < _LONGEST:
        sheet.write_rich_string(place, 4, formats.asked, ask, formats.then, f"\n{then}", formats.asked)
    else:
        sheet.write_string(place, 4, _cut(ask), formats.asked)
    sheet.write_number(place, 5, one.seconds, formats.seconds)
    sheet.write_string(place, 6, _cut(grounds), formats.grounds)
    sheet.write_blank(place, _LAST, None, formats.plain)


def _height(texts: Iterable[tuple[str, float, float]]) -> float:
    """How much room texts take in points, side by side, each in a column of so many characters at a size."""

    def lines(text: str, wide: float, size: float) -> int:
        room = wide * 5.25 - size / 2  # a character is 7 pixels wide, a pixel 0.75 points
        return sum(max(1, ceil(width(line, size) / room)) for line in text.split("\n"))

    return max(lines(text, wide, size) * size * _LEADING for text, wide, size in texts)


def _names(debates: Iterable[Debate]) -> Iterator[str]:
    """The names of the sheets, each once; Excel does not tell upper from lower case."""
    seen: set[str] = set()
    for debate in debates:
        kept = "".join(filter(_is_named, _NOT_IN_NAMES.sub(" ", debate.title)))
        plain = _line(kept).strip("'") or debate.id
        number, name = 1, _cut(plain, _NAME)
        while name.lower() in seen or name.lower() == "history":
            number += 1
            end = f" ({number})"
            name = f"{_cut(plain, _NAME - len(end))}{end}"
        seen.add(name.lower())
        yield name


def _is_named(sign: str) -> bool:
    """Whether a sign may stand in the name of a sheet: no emoji.

    XlsxWriter takes an emoji for a letter and names the sheet without the quotes that LibreOffice asks for, which
    then repeats no head.
    """
    from xlsxwriter.utility import quote_sheetname

    is_letter = sign.isalnum() or sign in "_."
    return sign not in _JOINERS and (is_letter or quote_sheetname(f"a{sign}") != f"a{sign}")


def _clean(text: str) -> str:
    """A text of several lines, each cleaned."""
    return "\n".join(map(_line, text.split("\n")))


def _line(text: str) -> str:
    """A text on one line, without the characters that XML does not allow."""
    return _CONTROL.sub("\ufffd", " ".join(text.split()))


def _cut(text: str, most: int = _LONGEST) -> str:
    """As much of a text as Excel takes; … stands for the rest."""
    if _units(text) <= most:
        return text
    return text.encode("utf-16-le")[: 2 * (most - 1)].decode("utf-16-le", "ignore") + "…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
