"""An Excel workbook (.xlsx) with a sheet for each section of a debate, and one that explains every column.

Headings, sheet names and words to choose are in the debate's language and are read in both. Rows and columns may be
moved, columns left out, and columns of your own added: they are named and left behind. A row without an id gets one,
made of its text; without the sheets of parties, groups or sources, those are taken from the statements. Dates and
numbers that Excel made of what was typed are read as what was typed.

Formulas are never written, and when read count by the value that was saved with them; macros are never looked at.
A cell holds 32,767 characters: what is longer is cut, and named. Save .xls, .xlsb and .ods files as .xlsx first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from math import ceil
from pathlib import PurePath
from typing import Any
from unicodedata import east_asian_width

from argmap.diagnostics import Lang, Words
from argmap.formats import Exported, Feature, Given, Imported, Note
from argmap.formats._features import lost_in
from argmap.formats._sheets import YES, Column, Table, cell
from argmap.formats._sheets_check import imported
from argmap.formats._sheets_tables import HELP, TABLES
from argmap.formats._sheets_write import explained, help_rows, language, rows
from argmap.formats._sheets_xlsx import UnreadableWorkbookError, sheets
from argmap.model import Debate

NAME = "Excel"
SUFFIX = ".xlsx"
READS = frozenset(Feature)
WRITES = frozenset(Feature)

_ZIP = b"PK\x03\x04"
_CONTENT = (b"xl/", b"[Content_Types].xml")
_LONGEST = 32_767  # UTF-16 units of a cell
_MORE = 1000  # rows below the last one that have drop-downs too
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)  # the same debate gives the same bytes
_FORMULA = "=+-@＝＋－＠"
_A4 = 9
_LINE = 18  # pixels
_HIGHEST = 30  # lines of a row, the most that Excel shows
_HELP_WIDTHS = (14, 18, 90)
_EXACT = 15  # digits of a number that a cell keeps


def recognises(given: Given) -> bool:
    """Whether the bytes are a package with a workbook."""
    return given.data.startswith(_ZIP) and all(part in given.data for part in _CONTENT)


def read(given: Given) -> Imported:
    """The debate of a workbook."""
    try:
        found, broken = sheets(given)
    except UnreadableWorkbookError as error:
        return Imported(debate=None, faults=(error.note,))
    return imported(found, PurePath(given.name).stem, broken)


def write(debate: Debate) -> Exported:
    """The workbook of a debate."""
    from xlsxwriter import Workbook

    lang = language(debate)
    data = BytesIO()
    lost = list(lost_in(debate, WRITES))
    with Workbook(data, {"in_memory": True}) as book:
        book.set_properties({"created": _CREATED})
        writer = _Writer(book, lang)
        for table in TABLES.values():
            lost += writer.table(table, list(rows(debate, table, lang)))
        writer.help()
    return Exported(data=data.getvalue(), lost=tuple(lost))


class _Writer:
    """Writes the sheets of a workbook."""

    def __init__(self, book: Any, lang: Lang) -> None:  # noqa: ANN401 - made late by a slow library
        self._book = book
        self._lang = lang
        base = {"text_wrap": True, "valign": "top", "font_size": 10}
        base |= {"font_name": "Yu Gothic"} if lang == "ja" else {}
        self._head = book.add_format(
            {**base, "bold": True, "bg_color": "#DDE6EE", "bottom": 1, "locked": True}
        )
        self._text = book.add_format(base)
        self._typed = book.add_format({**base, "num_format": "@"})  # so that 2024-12 stays what was typed
        self._shielded = book.add_format(
            {**base, "quote_prefix": True}
        )  # stays a text when the cell is edited

    def table(self, table: Table, lines: list[list[str]]) -> Iterator[Note]:
        """Write a table; what is longer than a cell is cut, and named."""
        heads = [column.head.say(self._lang) for column in table.columns]
        name = table.name.say(self._lang)
        widths = [column.width for column in table.columns]
        page = self._page(name, heads, widths, len(lines))
        if table.section == "claims":
            page.activate()
        for number, column in enumerate(table.columns):
            page.set_column(number, number, column.width, self._format(column))
            self._help_at_head(page, number, column)
            self._choices(page, number, column, len(lines) + _MORE)
        for row, line in enumerate(lines, 1):
            self._height(page, row, line, widths)
            for number, (column, text) in enumerate(zip(table.columns, line, strict=True)):
                if self._write(page, row, number, column, text):
                    yield Note(message=_CUT, at=cell(name, row, number))

    def help(self) -> None:
        """Write the sheet that explains the columns."""
        heads, *lines = help_rows(self._lang)
        page = self._page(HELP.say(self._lang), heads, _HELP_WIDTHS, len(lines))
        for row, line in enumerate(lines, 1):
            self._height(page, row, line, _HELP_WIDTHS)
            for number, text in enumerate(line):
                page.write_string(row, number, text, self._text)

    def _page(self, name: str, heads: list[str], widths: Sequence[int], count: int) -> Any:  # noqa: ANN401 - as above
        page = self._book.add_worksheet(name)
        for number, (head, width) in enumerate(zip(heads, widths, strict=True)):
            page.set_column(number, number, width, self._text)
            page.write_string(0, number, head, self._head)
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, count, len(heads) - 1)
        page.set_landscape()
        page.set_paper(_A4)
        page.repeat_rows(0)
        page.repeat_columns(0)
        page.print_across()
        page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        return page

    def _format(self, column: Column) -> Any:  # noqa: ANN401 - as above
        return self._text if column.shape in ("text", "number") else self._typed

    def _help_at_head(self, page: Any, number: int, column: Column) -> None:  # noqa: ANN401 - as above
        message = {
            "validate": "any",
            "input_title": column.head.say(self._lang),
            "input_message": explained(column, self._lang),
        }
        page.data_validation(0, number, 0, number, message)

    def _choices(self, page: Any, number: int, column: Column, last: int) -> None:  # noqa: ANN401 - as above
        """A drop-down list below a heading, where there is something to choose."""
        if column.among:
            name = TABLES[column.among].name.say(self._lang)
            source: object = f"='{name}'!$A$2:$A${_MORE}"
        elif column.choices:
            source = [both.say(self._lang) for both in column.choices.values()]
        elif column.shape == "flag":
            source = [YES.say(self._lang)]
        else:
            return
        page.data_validation(
            1, number, last, number, {"validate": "list", "source": source, "error_type": "warning"}
        )

    def _height(self, page: Any, row: int, line: list[str], widths: Sequence[int]) -> None:  # noqa: ANN401 - as above
        """Make a row as high as its texts need; one line needs nothing."""
        needed = max(map(_lines, line, widths))
        if needed > 1:
            page.set_row_pixels(row, min(needed, _HIGHEST) * _LINE)

    def _write(self, page: Any, row: int, number: int, column: Column, text: str) -> bool:  # noqa: ANN401 - as above
        """Write a cell; whether it had to be cut."""
        if not text:
            return False
        if column.shape == "number" and len(text) <= _EXACT:
            page.write_number(row, number, int(text), self._text)
            return False
        kept = _fitting(text, column)
        page.write_string(row, number, kept, self._shielded if text[0] in _FORMULA else self._format(column))
        return kept != text


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column, about."""
    if len(text) * 2 <= width and "\n" not in text:
        return 1
    wide = (sum(2 if east_asian_width(char) in "WFA" else 1 for char in line) for line in text.split("\n"))
    return sum(max(1, ceil(one / (width - 1))) for one in wide)


def _fitting(text: str, column: Column) -> str:
    """As much of a text as a cell holds; of a list whole items."""
    if len(text) * 2 <= _LONGEST:
        return text
    cut = text.encode("utf-16-le")[: _LONGEST * 2].decode("utf-16-le", "ignore")
    return cut.rpartition(";")[0] if cut != text and column.shape == "list" else cut


_CUT = Words(
    en=f"longer than a cell ({_LONGEST:,} characters): cut",
    ja=f"セルの上限（{_LONGEST:,} 字）を超えるため切った",
)
