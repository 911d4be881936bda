"""Breaking a text into lines: by phrase, never inside a number or a Latin word, and by the rules of Japanese print.

The rules (kinsoku) are those of JIS X 4051 and of the W3C's Requirements for Japanese Text Layout: some signs never
start a line, others never end one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from argmap.picture.measure import cut, width
from argmap.picture.phrases import phrase_ends

_NOT_FIRST = frozenset(
    "、。，．・：；？！ヽヾゝゞ々〻ー’”）〕］｝〉》」』】〙〗〟｠»"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ‐‒–〜゠～％‰℃°′″,.:;?!)]}%…‥"
)
_NOT_LAST = frozenset("‘“（〔［｛〈《「『【〘〖〝｟«([{￥＄＃№$¥#@")
_COUNTER = r"[兆億万千百]*(?:円|年|か月|月|日|時間|時|分|秒|件|人|名|票|％|%|歳|回|度|割|条|項|号|校|台|戸|世帯|か所|か国|つ)?"
_WIDE = r"\u1100-\u11ff\u2e80-\u303f\u3040-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\U00017000-\U0001fbff\U00020000-\U0003ffff"
_WORD = rf"[^\s{_WIDE}]"
_NUMBER = rf"[第約計]?(?:[0-9０-９]+(?:[.,:/．，：／-][0-9０-９]+)*[兆億万千百]*)+{_WORD}*{_COUNTER}"
_PIECE = re.compile(rf"{_NUMBER}|{_WORD}+(?:(?<=[0-9]){_COUNTER})?|[{_WIDE}]|\s+")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_BALANCED = 6  # lines: a longer text is not evened out
_STEPS = 4  # of halving the room, to even lines out


@lru_cache(maxsize=8192)
def wrap(text: str, room: float, size: float) -> tuple[str, ...]:
    """Break a text into lines no wider than `room`, as even as they get without taking more lines.

    Args:
        text: cleaned text; its own line ends stay.
        room: how wide a line may be.
        size: the text size, in the same unit.
    """
    return tuple(line for part in text.split("\n") for line in _paragraph(part, room, size))


def wrap_most(text: str, room: float, size: float, most: int) -> tuple[str, ...]:
    """Break a text into at most so many lines; … says that there is more."""
    lines = wrap(text, room, size)
    if len(lines) <= most:
        return lines
    return (*lines[: most - 1], cut(f"{lines[most - 1]}…", room, size))


def _paragraph(text: str, room: float, size: float) -> list[str]:
    if width(text, size) <= room:
        return [text]
    phrases = _phrases(text, room, size)
    best = _fill(phrases, room)
    if len(best) > _BALANCED:
        return best
    widest = max(sum(piece.width for piece in phrase.pieces) for phrase in phrases)
    low, high = min(room, max(room / 2, widest)), room
    for _ in range(_STEPS):
        middle = (low + high) / 2
        tried = _fill(phrases, middle)
        if len(tried) > len(best):
            low = middle
        else:
            best, high = tried, middle
    return best


class _Piece(NamedTuple):
    """A part of a text that stays on one line."""

    text: str
    width: float
    is_space: bool


class _Phrase(NamedTuple):
    """Pieces between which a line may end if it must, and the room that they take without space."""

    pieces: Sequence[_Piece]
    width: float


def _fill(phrases: Sequence[_Phrase], room: float) -> list[str]:
    """Put phrases into lines, as many as fit; a phrase that no line holds is broken between its pieces."""
    lines: list[str] = []
    line, used = "", 0.0
    for pieces, whole in phrases:
        if line and used + whole > room and (whole <= room or used > room / 2):
            lines.append(line.rstrip())
            line, used = "", 0.0
        for text, taken, is_space in pieces:
            if used + taken > room and line and not is_space:
                lines.append(line.rstrip())
                line, used = "", 0.0
            line += text
            used += taken
    return [*lines, line.rstrip()]


def _phrases(text: str, room: float, size: float) -> list[_Phrase]:
    """Phrases (bunsetsu) of Japanese, words of anything else, each with the space behind it."""
    ends = {*phrase_ends(text), len(text)} if _JAPANESE.search(text) else ()
    phrases: list[list[_Piece]] = [[]]
    at = 0
    for piece in _pieces(text):
        at += len(piece)
        phrases[-1] += _hard(piece, room, size)
        if at in ends or piece.isspace():
            phrases.append([])
    return [
        _Phrase(pieces, sum(taken for _, taken, is_space in pieces if not is_space)) for pieces in phrases
    ]


def _pieces(text: str) -> list[str]:
    """What is kept together: numbers, words, and signs that may not start or end a line."""
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        if pieces and (
            (piece[0] in _NOT_FIRST and not pieces[-1].isspace())
            or pieces[-1][-1] in _NOT_LAST
            or _combines(piece[0])
        ):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _combines(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me", "Cf")


@lru_cache(maxsize=8192)
def _hard(piece: str, room: float, size: float) -> Sequence[_Piece]:
    """Break a piece that is wider than a line between its characters, since nothing else is left."""
    whole = width(piece, size)
    if whole <= room:
        return [_Piece(piece, whole, piece.isspace())]
    parts = [""]
    for char in piece:
        if parts[-1] and width(parts[-1] + char, size) > room and not _combines(char):
            parts.append("")
        parts[-1] += char
    return [_Piece(part, width(part, size), part.isspace()) for part in parts]
