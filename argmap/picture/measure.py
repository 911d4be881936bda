"""How wide a text is in Noto Sans JP, and which characters that font lacks, without opening the font."""

from __future__ import annotations

import re
import unicodedata
from base64 import b85decode
from functools import cache
from itertools import accumulate
from struct import iter_unpack
from zlib import decompress

GETA = "〓"
"""Stands for a character that the font lacks, as it does in Japanese print."""

_FULL, _EMOJI = 1000, 1300  # what is kept free for a character of the reader's own font, in thousandths
_EMOJI_FROM = 0x1F000
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = re.compile(r"\s+")


@cache
def _table() -> dict[str, int]:
    from argmap.picture._widths import RUNS

    widths: dict[str, int] = {}
    code = 0
    for gap, count, width in iter_unpack(">3I", decompress(b85decode(RUNS))):
        code += gap
        widths.update(dict.fromkeys(map(chr, range(code, code + count)), width))
        code += count
    return widths


@cache
def _advance(char: str) -> int:
    if not _drawn(char):
        return 0
    width = _table().get(char)
    if width is None:
        return _EMOJI if ord(char) >= _EMOJI_FROM else _FULL
    return width


def _drawn(char: str) -> bool:
    """Whether a character takes room: marks that combine and controls do not."""
    return unicodedata.category(char) not in ("Mn", "Me", "Cf", "Cc")


def width(text: str, size: float) -> float:
    """How wide one line of text is, for a text size in the same unit.

    For a character that the font lacks, as much is kept free as another font is likely to need.
    """
    return sum(map(_advance, text)) * size / 1000


def cut(text: str, room: float, size: float) -> str:
    """One line of text, or as much of it as `room` holds and …."""
    if width(text, size) <= room:
        return text
    used = accumulate(width(char, size) for char in text)
    kept = sum(each <= room - width("…", size) for each in used)
    return f"{text[:kept].rstrip()}…"


def clean(text: str) -> str:
    """A text as it is drawn: composed (NFC), one space for many, and U+FFFD for what no XML file can hold."""
    composed = unicodedata.normalize("NFC", _NOT_XML.sub("\ufffd", text))
    lines = composed.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in lines).strip()


def clean_line(text: str) -> str:
    """A cleaned text on one line."""
    return clean(text).replace("\n", " ")


def lacking(text: str) -> str:
    """The characters of a text that the font lacks, sorted, each once."""
    table = _table()
    return "".join(sorted({char for char in text if char not in table and _drawn(char) and char != "\n"}))


def in_font(text: str) -> str:
    """The text with 〓 for every character that the font lacks, and without invisible ones that it lacks."""
    table = _table()
    if all(char in table for char in text):
        return text
    return "".join(char if char in table else GETA if _drawn(char) else "" for char in text)
