"""A folder of CSV files, one for each section of a debate (RFC 4180).

`claims.csv`, `rebuttals.csv` and so on hold the columns that the same sheets of a workbook have; a lone `claims.csv`
is read too, and any CSV file with a column `text`. Written in UTF-8 with byte-order mark, commas and CRLF, as Excel
opens it by a double click; read in UTF-8 or CP932, with commas, semicolons or tabs.

No cell is ever a formula: before a text that a spreadsheet would take for one (it begins with `=`, `+`, `-`, `@`, a
tab, or one of their full-width forms) an apostrophe is written, which is taken away again when the file is read. A
text that begins with apostrophes and such a sign gets one more, so that nothing is lost.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import replace
from io import StringIO
from pathlib import PurePath

from argmap.diagnostics import Words
from argmap.formats import Exported, Feature, Given, Imported, Note
from argmap.formats._features import lost_in
from argmap.formats._sheets import Row, Sheet, cell, sheet
from argmap.formats._sheets_check import imported
from argmap.formats._sheets_match import guess, headed
from argmap.formats._sheets_tables import HELP, TABLES
from argmap.formats._sheets_write import help_rows, language, rows
from argmap.formats._text import decode
from argmap.model import Debate

NAME = "CSV"
SUFFIX = ""
READS = frozenset(Feature)
WRITES = frozenset(Feature)

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_SHIELDED = re.compile(f"'{_FORMULA.pattern}")
_DELIMITERS = ",;\t"
_LONGEST = 2_000_000  # characters of a cell
_LEAST = 2  # headings that are no accident
_HEAD = 8_000  # bytes with the headings
_FILES = {name: one.section for one in TABLES.values() for name in (one.section, one.name.ja)}


def recognises(given: Given) -> bool:
    """Whether a folder has a file of a section, or a file has the headings of one."""
    if not given.data:
        return any(given.beside(f"{name}.csv") is not None for name in _FILES)
    data = given.data if len(given.data) < _HEAD else given.data[:_HEAD].rpartition(b"\n")[0]
    one, _ = _sheet(replace(given, data=data))
    return one is not None and bool(guess(one, _LEAST) or (_section(given.name) and headed(one, _LEAST)))


def read(given: Given) -> Imported:
    """The debate of a folder, of a file with the others beside it, or of a file alone."""
    path = PurePath(given.name)
    if given.data and not _section(given.name):
        one, faults = _sheet(given)
        return imported([one] if one else [], path.stem, faults)
    sheets: list[Sheet] = []
    broken: list[Note] = []
    for name, section in _FILES.items():
        data = given.data if given.data and path.stem == name else given.beside(f"{name}.csv")
        if data is not None and section not in [_FILES[sheet.name] for sheet in sheets]:
            one, faults = _sheet(replace(given, name=f"{name}.csv", data=data))
            sheets += [one] if one else []
            broken += faults
    return imported(sheets, path.parent.name if given.data else path.name, broken)


def write(debate: Debate) -> Exported:
    """One file for each section, and one that explains the columns."""
    lang = language(debate)
    lost = list(lost_in(debate, WRITES))
    files: dict[str, bytes] = {}
    for table in TABLES.values():
        lines = [[column.head.say(lang) for column in table.columns], *rows(debate, table, lang)]
        files[f"{table.section}.csv"] = _written(lines)
        lost += (
            Note(message=_RETURN, at=cell(table.section, row, column))
            for row, line in enumerate(lines)
            for column, text in enumerate(line)
            if "\r" in text
        )
    files[f"{HELP.en}.csv"] = _written(help_rows(lang))
    return Exported(data=files, lost=tuple(lost))


_RETURN = Words(
    en="a carriage return within the text: it becomes a line feed",
    ja="文中の復帰文字（CR）。改行（LF）になる",
)


def _section(name: str) -> str:
    """The section that a file is by its name; empty where it is none."""
    return _FILES.get(PurePath(name).stem, "")


def _written(lines: Iterable[Iterable[str]]) -> bytes:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([_shielded(one) for one in line] for line in lines)
    return text.getvalue().encode("utf-8-sig")


def _shielded(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _sheet(given: Given) -> tuple[Sheet | None, list[Note]]:
    """A file as a sheet, and what is broken in it."""
    name = PurePath(given.name).stem
    text, notes = decode(given)
    if text is None:
        return None, [replace(note, at=":".join(filter(None, (given.name, note.at)))) for note in notes]
    lines: list[Row] = []
    before = csv.field_size_limit(_LONGEST)
    try:
        lines.extend(
            (number, {column: _bare(one) for column, one in enumerate(line)})
            for number, line in enumerate(csv.reader(StringIO(text), delimiter=_delimiter(text), strict=True))
        )
    except csv.Error as error:
        message = Words(
            en=f"from here on the file cannot be read: {error}", ja=f"ここから先を読めない: {error}"
        )
        return sheet(name, lines), [Note(message=message, at=cell(name, len(lines), 0))]
    finally:
        csv.field_size_limit(before)
    return sheet(name, lines), []


def _bare(text: str) -> str:
    return text[1:] if _SHIELDED.match(text) else text


def _delimiter(text: str) -> str:
    """What parts the cells: the sign that stands most often in the first line outside of quotation marks."""
    line = text.lstrip("\n").partition("\n")[0]
    bare = re.sub('"[^"]*"', "", line)
    return max(_DELIMITERS, key=bare.count)
