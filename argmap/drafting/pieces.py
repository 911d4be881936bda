"""Parts of a sentence: their words, their place in the document, and a few words of them verbatim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.drafting.values import Sentence, Span, Turn

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_OPENING = "「『（【〈《([〔"
_CLOSING = "」』）】〉》)]〕"
_BRACKETS = str.maketrans(dict.fromkeys(_OPENING, "(") | dict.fromkeys(_CLOSING, ")"))
_LEADING = re.compile(
    r"\s*(?:[・●○■□◆◇▪•*-]+\s*|[①-⑳]\s*|[(（][0-9０-９一二三四五六七八九十ア-ン]{1,2}[)）]\s*|[0-9０-９]{1,2}[.．、)）]\s*)*"
    r"(?:(?:そこで|また|次に|しかし|さらに|そして|なお|まず|初めに|最後に|続いて|一方|加えて|併せて|あわせて|とりわけ|ただ|ただし|しかも|それで"
    r"|では|さて|ところで|特に|もちろん|つまり|したがって|従って|よって)、)*"
)
_TRAILING = " \t\r\n\u3000。．.、，"
_STOPS = re.compile(r"(?<=[、，。])|\n|(?=[「『])|(?<=[」』])")
_QUOTE = 30
_LEAST_QUOTE = 4


def all_sentences(turn: Turn) -> tuple[Sentence, ...]:
    """The sentences of a turn and the lines of its lists, each once, in the order of the document."""
    return tuple(sorted({*turn.sentences, *_listed(turn)}, key=lambda sentence: sentence.spans))


def prose(turn: Turn) -> tuple[Sentence, ...]:
    """The sentences of a turn that stand in no list."""
    listed = set(_listed(turn))
    return tuple(sentence for sentence in turn.sentences if sentence not in listed)


def fold(text: str) -> str:
    """A text with full-width Latin letters, digits, signs and spaces made plain; as long as it was."""
    return text.translate(_WIDE)


def plain_end(text: str) -> str:
    """A text without the sign that ends it."""
    return text.rstrip(_TRAILING)


def shorten(text: str) -> str:
    """A sentence without its number, its first conjunction and its full stop; the words are left as they are."""
    return plain_end(text[_LEADING.match(text).end() :]) or plain_end(text)  # type: ignore[union-attr]  # it matches always


def depths(text: str) -> list[int]:
    """How deep in brackets each character stands. A bracket that nobody closes counts for nothing."""
    depth, levels, opened = 0, [], []
    signs = text.translate(_BRACKETS)
    unclosed = set()
    for position, char in enumerate(signs):
        if char == "(":
            opened.append(position)
        elif char == ")" and opened:
            opened.pop()
    unclosed.update(opened)
    for position, char in enumerate(signs):
        depth += char == "(" and position not in unclosed
        levels.append(depth)
        depth -= char == ")" and depth > 0
    return levels


def part(sentence: Sentence, raw: str, start: int, end: int) -> Sentence:
    """A stretch of a sentence's words, with its place; all of the place where the words cannot be found again."""
    if (start, end) == (0, len(sentence.text)):
        return sentence
    places: list[int] = []
    offsets = (offset for first, last in sentence.spans for offset in range(first, last))
    for char in sentence.text:
        place = next((offset for offset in offsets if raw[offset] == char), None)
        if place is None:
            return Sentence(spans=sentence.spans, text=sentence.text[start:end])
        places.append(place)
    return Sentence(
        spans=_within(sentence.spans, places[start], places[end - 1] + 1), text=sentence.text[start:end]
    )


def excerpt(piece: Sentence, raw: str) -> str:
    """A few words of a piece, verbatim and in one stretch of the document, best such as stand there only once."""
    start, end = max(piece.spans, key=lambda span: (span[1] - span[0], -span[0]))
    lines = [line for line in plain_end(raw[start:end]).split("\n") if line.strip()]
    line = max(lines, key=len, default=raw[start:end]).strip()
    if len(line) <= _QUOTE:
        return plain_end(line)
    cuts = [cut for cut in _ends(line) if _LEAST_QUOTE <= cut <= _QUOTE]
    words = plain_end(line[: cuts[-1]] if cuts else line[:_QUOTE])
    return words if raw.count(words) == 1 else plain_end(line[: 2 * _QUOTE])


def _ends(line: str) -> list[int]:
    return [found.start() for found in _STOPS.finditer(line)]


def _within(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    return tuple((max(first, start), min(last, end)) for first, last in spans if first < end and last > start)


def _listed(turn: Turn) -> Iterator[Sentence]:
    for caption, items in turn.lists:
        yield from items if caption is None else (caption, *items)
