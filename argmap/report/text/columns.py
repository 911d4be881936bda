"""Text in the columns of a terminal: how wide it is, where it breaks, how it is filled up.

Widths are those of Unicode Standard Annex #11: wide and full-width characters take two columns; combining marks,
joiners and variation selectors none; ambiguous ones (such as ○) one, as in most terminals today.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence

_NOT_FIRST = frozenset(
    "、。，．・：；？！)）]］}｝」』】〉》〕’”…ー～ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々,.;:!?%％"
)
_NOT_LAST = frozenset("(（[［{｛「『【〈《〔‘“")
_PIECES = re.compile(r"[0-9A-Za-zÀ-ɏ]+(?:[-'’.,:/#_][0-9A-Za-zÀ-ɏ]+)*|\s+|.", re.DOTALL)
_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"
_SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_EVENED = 4  # up to so many lines, a last line with a syllable or two is avoided


def width(text: str) -> int:
    """The columns that a text takes."""
    if text.isascii():
        return len(text)
    total, last, joined = 0, 0, False
    for char in text:
        if char == _EMOJI_STYLE:
            total, last = total + 2 - last, 2
        elif char == _JOINER:
            joined = True
        elif not joined and not _hangs_on(char):
            last = 2 if unicodedata.east_asian_width(char) in "WF" else 1
            total += last
        else:
            joined = False
    return total


def cut(text: str, columns: int) -> str:
    """A text on one line, ending in … where it does not fit."""
    line = " ".join(text.split())
    if width(line) <= columns:
        return line
    return f"{next(_chopped(line, columns - 1))}…"


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """A text filled up with spaces to a number of columns, on its left where it is to stand on the right."""
    space = " " * (columns - width(text))
    return space + text if right else text + space


def wrap(text: str, columns: int, most: int | None = None) -> list[str]:
    """A text in lines: never broken inside a Latin word or a number, nor before a sign that closes.

    Args:
        text: the text; white space of any kind counts as one space.
        columns: the width of a line.
        most: the number of lines after which the rest is cut off with ….
    """
    line = " ".join(text.split())
    lines = _filled(line, columns)
    if most is not None and len(lines) > most:
        lines[most - 1 :] = [cut("".join(lines[most - 1 :]), columns)]
    elif 1 < len(lines) <= _EVENED and width(lines[-1]) * 4 < columns:
        narrower = (_filled(line, room) for room in range(columns * 3 // 4, columns, 2))
        lines = next((evened for evened in narrower if len(evened) == len(lines)), lines)
    return lines


def _filled(text: str, columns: int) -> list[str]:
    lines, line, used = [], "", 0
    for piece in _pieces(text, columns):
        if line and used + width(piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line, used = "", 0
        added = piece if line else piece.lstrip()
        line, used = line + added, used + width(added)
    lines.append(line.rstrip())
    return lines


def _pieces(text: str, columns: int) -> Iterator[str]:
    """What may stand on a line of its own: words, and single full-width characters with the signs that hang on."""
    held = ""
    for piece in _PIECES.findall(text):
        if held and not (
            piece[0] in _NOT_FIRST or _hangs_on(piece[0]) or held[-1] in _NOT_LAST or held[-1] == _JOINER
        ):
            yield from _chopped(held, columns)
            held = ""
        held += piece
    if held:
        yield from _chopped(held, columns)


def _chopped(piece: str, columns: int) -> Iterator[str]:
    """A piece, in parts where it is wider than a line."""
    part, used = "", 0
    for char in piece:
        if part and used + width(char) > columns:
            yield part
            part, used = "", 0
        part, used = part + char, used + width(char)
    yield part


def _hangs_on(char: str) -> bool:
    """Whether a character is part of the one before it and takes no column of its own."""
    return char in _SKIN_TONES or unicodedata.category(char) in ("Mn", "Me", "Cf")


def table(rows: Sequence[Sequence[str]], numbers: Container[int]) -> str:
    """Rows as lines, each column as wide as its widest cell.

    Args:
        rows: the cells, the heads first.
        numbers: the columns that are set to the right.
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(pad(cell, widths[at], right=at in numbers) for at, cell in enumerate(row)).rstrip()
        for row in rows
    )
    return "".join(f"{line}\n" for line in lines)
