"""Bytes of a workbook (.xlsx) -> its sheets, each cell as the text that a person sees in it, as far as it matters.

Source: ECMA-376 part 1, SpreadsheetML (18.3 sheets, 18.4 shared strings, 18.8 styles) and part 2, packages. Formulas
count by the value that was saved with them, macros and links are never looked at. Dates are numbers there: a number
format without a day (`yyyy-mm`) makes a month of it, so that 2024-12 does not become the first of December.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from posixpath import join, normpath
from typing import Any
from zipfile import BadZipFile, ZipFile

from argmap.diagnostics import Words
from argmap.formats import Given, Note
from argmap.formats._sheets import Sheet, cell, sheet
from argmap.formats._text import MOST, too_big
from argmap.formats._xml import parse

_MOST_UNPACKED = 200_000_000  # bytes of all parts together
_MOST_PARTS = 10_000
_OLD = b"\xd0\xcf\x11\xe0"  # compound files: .xls, and .xlsx with a password
_BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
_BUILT_IN = {
    **dict.fromkeys((14, 15, 16, 22, *range(27, 32), 35, 36, 50, 51, 53, 54, 56, 57, 58), "d"),
    **dict.fromkeys((17, 34, 52, 55), "m"),
}  # number formats that no workbook writes out (18.8.30), as Japanese programs take them
_PARTS = {"d": 10, "m": 7, "y": 4}  # characters of 2024-12-05
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_UNSHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_REFERENCE = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_DIGITS = re.compile("[0-9]{1,9}")
_LATEST = 2_900_000  # a day of the year 9839: later ones are no dates
_LEAP = 60  # until then the calendar is a day behind: it has a 29 February 1900
_EXACT = 1e15  # from here on a number has more digits than are kept


class UnreadableWorkbookError(ValueError):
    """Bytes that are no workbook, or one that is not opened; `note` says why and where."""

    def __init__(self, note: Note) -> None:
        self.note = note
        super().__init__(note.message.en)


def sheets(given: Given) -> tuple[list[Sheet], list[Note]]:
    """The sheets of a workbook in their order, and the cells that are broken.

    Raises:
        UnreadableWorkbookError: nothing of the workbook can be read.
    """
    package = _Package(given)
    books = [path for kind, path in package.related("").values() if kind == "officeDocument"]
    book = package.xml(books[0] if books else "")
    if book is None or _local(book) != "workbook":
        raise UnreadableWorkbookError(Note(message=_NO_WORKBOOK))
    related = package.related(books[0])
    parts = {
        kind: package.xml(path) for kind, path in related.values() if kind in ("sharedStrings", "styles")
    }
    reader = _Cells(
        strings=[_text(one) for one in _found(parts.get("sharedStrings"), "si")],
        dates=_dates(parts.get("styles")),
        from_1904=any(one.get("date1904") in ("1", "true") for one in _found(book, "workbookPr")),
    )
    made: list[Sheet] = []
    for one in _found(book, "sheet"):
        named = {_bare(key): value for key, value in one.attrib.items()}
        kind, path = related.get(named.get("id", ""), ("", ""))
        root = package.xml(path) if kind == "worksheet" else None
        if root is not None:
            made.append(reader.sheet(_unescaped(named.get("name", "")), root))
    return made, reader.broken


class _Package:
    """The parts of an open package; none bigger than it may be, and not too many bytes of all together."""

    def __init__(self, given: Given) -> None:
        if notes := too_big(given):
            raise UnreadableWorkbookError(notes[0])
        if given.data.startswith(_OLD):
            raise UnreadableWorkbookError(Note(message=_LOCKED))
        self._given = given
        self._left = _MOST_UNPACKED
        try:
            self._archive = ZipFile(BytesIO(given.data))
            self._sizes = {one.filename: one.file_size for one in self._archive.infolist()}
        except _BROKEN as error:
            raise UnreadableWorkbookError(Note(message=_DAMAGED)) from error
        if sum(self._sizes.values()) > _MOST_UNPACKED or len(self._sizes) > _MOST_PARTS:
            raise UnreadableWorkbookError(Note(message=_TOO_MUCH))

    def xml(self, path: str) -> Any:  # noqa: ANN401 - lxml has no types
        """The root of a part; None where there is no such part.

        Raises:
            UnreadableWorkbookError: the part is damaged, locked, no XML or too big.
        """
        if path not in self._sizes:
            return None
        try:
            with self._archive.open(path) as stream:
                data = stream.read(min(self._left, MOST) + 1)
        except _BROKEN as error:
            raise UnreadableWorkbookError(Note(message=_DAMAGED, at=path)) from error
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableWorkbookError(Note(message=_TOO_MUCH))
        root, notes = parse(replace(self._given, data=data))
        if root is None:
            raise UnreadableWorkbookError(replace(notes[0], at=":".join(filter(None, (path, notes[0].at)))))
        return root

    def related(self, path: str) -> dict[str, tuple[str, str]]:
        """What a part relates to, by id: the kind, and the path of the other part."""
        folder, _, file = path.rpartition("/")
        root = self.xml(join(folder, "_rels", f"{file}.rels"))
        return {
            one.get("Id", ""): (
                one.get("Type", "").rpartition("/")[2],
                normpath(join("/", folder, one.get("Target", ""))).lstrip("/"),
            )
            for one in _found(root, "Relationship")
            if one.get("TargetMode") != "External"
        }


class _Cells:
    """Reads the cells of sheets."""

    def __init__(self, *, strings: list[str], dates: list[str], from_1904: bool) -> None:
        self.broken: list[Note] = []
        self._strings = strings
        self._dates = dates
        self._first = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)

    def sheet(self, name: str, root: Any) -> Sheet:  # noqa: ANN401 - lxml has no types
        """A sheet. Rows and cells that do not say where they are follow the one before."""
        lines: dict[int, dict[int, str]] = {}
        line = -1
        for row in _found(root, "row"):
            line = _number(row.get("r"), line + 2) - 1
            column = -1
            cells = lines.setdefault(line, {})
            for one in row:
                at = _REFERENCE.fullmatch(one.get("r") or "")
                column = _column(at[1]) if at else column + 1
                text, why = self._text(one)
                if why is not None:
                    self.broken.append(Note(message=why, at=cell(name, line, column)))
                elif text:
                    cells[column] = text
        return sheet(name, sorted(lines.items()))

    def _text(self, one: Any) -> tuple[str, Words | None]:  # noqa: ANN401 - lxml has no types
        """What a cell says, or why it says nothing."""
        kind = one.get("t", "n")
        value = one.find("{*}v")
        said = (value.text or "") if value is not None else ""
        if kind == "inlineStr":
            return _text(one), None
        if kind == "e":
            return "", Words(en=f"the cell holds the error {said}", ja=f"エラー値 {said} が入っている")
        if not said:
            unsaved = kind != "str" and one.find("{*}f") is not None
            return "", _UNSAVED if unsaved else None
        if kind == "s" and _number(said, len(self._strings)) >= len(self._strings):
            return "", _DAMAGED
        return self._said(kind, said, one), None

    def _said(self, kind: str, said: str, one: Any) -> str:  # noqa: ANN401 - lxml has no types
        """The value of a cell as text."""
        match kind:
            case "s":
                return self._strings[int(said)]
            case "b":
                return "true" if said.strip() in ("1", "true") else "false"
            case "n":
                return self._figure(said.strip(), _number(one.get("s"), 0))
            case _:
                return _unescaped(said)

    def _figure(self, said: str, style: int) -> str:
        """A number as a person reads it: a date where its format is one."""
        try:
            figure = float(said)
            whole = int(figure)
        except (ValueError, OverflowError):
            return said
        part = self._dates[style] if 0 <= style < len(self._dates) else ""
        if part and 1 <= whole <= _LATEST:
            first_days = 1 if whole < _LEAP and self._first.year < 1904 else 0  # noqa: PLR2004 - the two calendars
            day = self._first + timedelta(days=whole + first_days)
            return day.isoformat()[: _PARTS[part]]
        return str(whole) if whole == figure and abs(figure) < _EXACT else said


def _dates(styles: Any) -> list[str]:  # noqa: ANN401 - lxml has no types
    """For each style of cells what of a date it shows: `d` the day, `m` the month, `y` the year, nothing of a number."""
    custom = {_number(one.get("numFmtId"), 0): one.get("formatCode", "") for one in _found(styles, "numFmt")}
    shown = [
        _number(one.get("numFmtId"), 0) for group in _found(styles, "cellXfs") for one in _found(group, "xf")
    ]
    return [_shown(custom[one]) if one in custom else _BUILT_IN.get(one, "") for one in shown]


def _shown(code: str) -> str:
    bare = _UNSHOWN.sub("", code).lower()
    if bare == "general" or re.search("[0#?]", bare):
        return ""
    months = re.search("[yegd]", bare) or ("m" in bare and not re.search("[hs]", bare))
    return next((part for part in "dmy" if part in bare), "") if months else ""


def _found(root: Any, tag: str) -> Iterator[Any]:  # noqa: ANN401 - lxml has no types
    return iter(()) if root is None else root.iter(f"{{*}}{tag}")


def _local(element: Any) -> str:  # noqa: ANN401 - lxml has no types
    return _bare(element.tag)


def _bare(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]


def _text(element: Any) -> str:  # noqa: ANN401 - lxml has no types
    """The text of a string, without the readings that Japanese programs write beside it."""
    texts = (one for one in _found(element, "t") if _local(one.getparent()) != "rPh")
    return "".join(_unescaped(one.text or "") for one in texts)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_sign, text) if "_x" in text else text


def _sign(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)  # noqa: PLR2004 - halves of a character


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and _DIGITS.fullmatch(text) else otherwise


def _column(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


_NO_WORKBOOK = Words(
    en="this is no Excel workbook: save it as .xlsx", ja="Excel ブックではない。.xlsx で保存し直す"
)
_LOCKED = Words(
    en="an old workbook (.xls) or one with a password: save it as .xlsx, without a password",
    ja="古い形式（.xls）か、パスワード付き。パスワードなしの .xlsx で保存し直す",
)
_DAMAGED = Words(en="the workbook is damaged: save it anew", ja="ブックが壊れている。保存し直す")
_TOO_MUCH = Words(
    en=f"unpacked, the workbook has more than {_MOST_UNPACKED // 1_000_000} MB",
    ja=f"展開後に {_MOST_UNPACKED // 1_000_000} MB を超える",
)
_UNSAVED = Words(
    en="a formula without a saved value: open and save the workbook, or write the value",
    ja="計算結果のない数式。ブックを開いて保存するか、値を書く",
)
