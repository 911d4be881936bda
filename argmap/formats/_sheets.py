"""What a debate in a workbook, or in a folder of CSV files, is made of: sheets, tables, columns, cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from argmap.diagnostics import Words
from argmap.formats import Note

Shape = Literal["line", "text", "date", "number", "choice", "flag", "list", "conceded"]
"""How a cell is written. A text is kept to the last space; around everything else spaces mean nothing."""
Row = tuple[int, Mapping[int, str]]
"""The number of a row, from 0, and the texts of its cells by the number of their column, from 0."""
_WITHIN = re.compile("([A-Z]+)([0-9]+)")
YES = Words(en="yes", ja="はい")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet as it stands in a file: how the file calls it, and its rows with anything in them, in order."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column.

    Attributes:
        path: the keys that lead to the value within an item of the debate file; ("id",) is the item's own key.
        head: what stands in the first row.
        help: what is written here.
        shape: how it is written.
        choices: the words that can be chosen, by the value that they mean.
        among: the section of whose ids one is chosen.
        width: in characters of half width.
    """

    path: tuple[str, ...]
    head: Words
    help: Words
    shape: Shape = "line"
    choices: Mapping[str, Words] | None = None
    among: str = ""
    width: int = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A section of the debate file as a sheet. `named` is the column of which an id is made where none is given."""

    section: str
    name: Words
    columns: tuple[Column, ...]
    named: str = ""

    def heads(self) -> Mapping[str, Column]:
        """The columns by how their headings are typed, in both languages."""
        return {plain(name): one for one in self.columns for name in (one.head.en, one.head.ja)}


def sheet(name: str, rows: Iterable[Row]) -> Sheet:
    """A sheet without its empty cells and rows."""
    filled = (
        (number, {column: text for column, text in cells.items() if text.strip()}) for number, cells in rows
    )
    return Sheet(name=name, rows=tuple((number, cells) for number, cells in filled if cells))


def plain(text: str) -> str:
    """A heading or a word to choose, however it was typed: half width, small, single spaces."""
    return re.sub(r"[\s_]+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()


def chosen(choices: Mapping[str, Words], typed: str) -> str:
    """The value that a word means, in either language; the word itself where it means none."""
    wanted = plain(typed)
    found = (value for value, both in choices.items() if wanted in (value, plain(both.en), plain(both.ja)))
    return next(found, typed)


def hinted(message: Words, hint: Words | None) -> Words:
    """A sentence with a hint behind it, if there is one."""
    return Words(en=f"{message.en} ({hint.en})", ja=f"{message.ja}（{hint.ja}）") if hint else message


def letters(column: int) -> str:
    """How a column is called: A, B, … Z, AA."""
    name = ""
    while column >= 0:
        column, last = divmod(column, 26)
        name = chr(ord("A") + last) + name
        column -= 1
    return name


def cell(sheet: str, row: int, column: int) -> str:
    """How a cell is called: `claims!B4`."""
    return f"{sheet}!{letters(column)}{row + 1}"


def in_order(notes: Iterable[Note], sheets: Sequence[Sheet]) -> tuple[Note, ...]:
    """Notes by sheet, row and column; first those without a cell."""
    numbers = {sheet.name: number for number, sheet in enumerate(sheets)}

    def place(note: Note) -> tuple[int, int, int, str]:
        name, _, within = note.at.rpartition("!")
        found = _WITHIN.fullmatch(within)
        if not name or not found:
            return -1, 0, 0, ""
        return numbers.get(name, len(numbers)), int(found[2]), len(found[1]), found[1]

    return tuple(sorted(notes, key=place))
