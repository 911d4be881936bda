"""The characters of a PDF and their places, read in a process of its own: `python _pdfium.py < a.pdf`.

PDFium is C++ and a PDF may be made to exhaust it; a process can be limited in memory, ended in time, and crash alone. It
imports nothing of argmap, so that it starts fast. What it writes: a line of JSON (`pages`, `title`, or else `fault`), then
each page as its height (float64), its number of characters (uint32), these in UTF-32, and their boxes, four float32 each:
left, top, right, bottom, in points, of the page as it is seen.
"""

from __future__ import annotations

import ctypes
import json
import struct
import sys
from array import array
from importlib import import_module
from importlib.util import find_spec
from typing import Any, BinaryIO

MOST_PAGES = 3000
MOST_CHARACTERS = 1_000_000
HEAD = struct.Struct("<dI")
_MOST_MEMORY = 700_000_000  # bytes of addresses, of which programs take about 250 MB before they begin
_HYPHENS = frozenset((0x02, 0xFFFE))  # what PDFium gives for a hyphen at the end of a line
_SPACE, _JAPANESE = 0x20, 0x2E80  # the code of a space, and from where Japanese characters are
_UNKNOWN, _FULL_WIDTH = "\ufffd", "\u3000"

Box = tuple[float, float, float, float]


def main(source: BinaryIO, target: BinaryIO) -> None:
    """Read a PDF and write its characters."""
    if find_spec("resource"):  # not on Windows
        limits: Any = import_module("resource")
        _, hard = limits.getrlimit(limits.RLIMIT_AS)
        limits.setrlimit(limits.RLIMIT_AS, (_MOST_MEMORY, hard))
    write(source.read(), target)


def write(data: bytes, target: BinaryIO) -> None:
    """Write the characters of a PDF; or what is wrong with it: `locked`, `damaged`, `pages` or `characters`."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        _head(target, fault="locked" if "password" in str(error).lower() else "damaged")
        return
    with document:
        count = len(document)
        if count > MOST_PAGES:
            _head(target, fault="pages", pages=count)
            return
        _head(target, pages=count, title=document.get_metadata_value("Title"))
        left = MOST_CHARACTERS
        for number in range(count):
            try:
                left -= _write_page(document, number, left, target)
            except pypdfium2.PdfiumError:  # a damaged page is one without text
                target.write(HEAD.pack(1.0, 0))


def _head(target: BinaryIO, **values: object) -> None:
    target.write(json.dumps(values).encode() + b"\n")


def _write_page(document: Any, number: int, most: int, target: BinaryIO) -> int:  # noqa: ANN401 pypdfium2 has no types
    """Write a page; return how many characters it has, or end where it has too many."""
    from pypdfium2 import raw

    page = document[number]
    words = page.get_textpage()
    count = words.count_chars()
    if count > most:
        target.write(HEAD.pack(-1.0, 0))
        raise SystemExit(0)
    turn, seen = page.get_rotation(), page.get_bbox()
    text: list[str] = []
    boxes, box = array("f"), raw.FS_RECTF()
    at = ctypes.byref(box)
    for index in range(count):
        code = raw.FPDFText_GetUnicode(words, index)
        if (
            raw.FPDFText_IsGenerated(words, index) == 1
        ):  # a line end, or a space: good between Latin words only
            after = raw.FPDFText_GetUnicode(words, index + 1)
            if text and code == _SPACE and max(ord(text[-1]), after) < _JAPANESE:
                text.append(" ")
                boxes.extend((boxes[-2], boxes[-3], boxes[-2], boxes[-1]))
        else:
            raw.FPDFText_GetLooseCharBox(words, index, at)
            text.append(_shown(code))
            boxes.extend(_seen((box.left, box.bottom, box.right, box.top), turn, seen))
    left, bottom, right, top = seen
    target.write(HEAD.pack(right - left if turn in (90, 270) else top - bottom, len(text)))
    target.write("".join(text).encode("utf-32-le") + boxes.tobytes())
    words.close()
    page.close()
    return int(count)


def _shown(code: int) -> str:
    """The character of a code: a space for any white space but the full-width one, U+FFFD where it is unknown."""
    if code in _HYPHENS:
        return "-"
    char = chr(code) if code <= sys.maxunicode else _UNKNOWN
    if char.isprintable() or char == _FULL_WIDTH:
        return char
    return " " if char.isspace() else _UNKNOWN


def _seen(box: Box, turn: int, page: Box) -> Box:
    """From left, bottom, right and top as PDF counts, to left, top, right and bottom of the page, turned clockwise."""
    left, bottom, right, top = (place - edge for place, edge in zip(box, (*page[:2], *page[:2]), strict=True))
    width, height = page[2] - page[0], page[3] - page[1]
    for _ in range(turn // 90):
        left, bottom, right, top = bottom, width - right, top, width - left
        width, height = height, width
    return left, height - top, right, height - bottom


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
