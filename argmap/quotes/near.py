"""The nearest place for words that a text does not say exactly, and what differs there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise

from argmap.diagnostics import Words

_LIGHT = re.compile("[\x00-\x7fぁ-ゖ]")  # one such character says half as much as a kanji
_LATIN = re.compile("[0-9A-Za-z]")
_LATIN_CONTEXT = 3
_APART = 2
_ONE_IN = 5
_MOST_EDITS = 12
_LONGEST_NEAR = 400
_CACHED_BYTES = 32_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Where words nearly stand, as a stretch of the text, and what differs."""

    start: int
    end: int
    differs: Words


class Searcher:
    """Searches one text many times; remembers where each character stands, up to 32 MB of it."""

    def __init__(self, words: str) -> None:
        self._words = words
        bytes_each = len(words) // 8 + 1
        self._places = lru_cache(_CACHED_BYTES // bytes_each + 1)(partial(_places, words))

    def find(self, wanted: str) -> Near | None:
        """The first of the places with the fewest edits, if those are few enough for its length."""
        allowed = _allowed(wanted)
        if not allowed or not any(piece in self._words for piece in _pieces(wanted, allowed + 1)):
            return None
        counted = enumerate(c[-1] for c in _columns(len(self._words), self._places, wanted, allowed))
        edits, ends = next(((edits, ends) for edits, ends in counted if ends), (0, 0))
        if not ends:
            return None
        first = (ends & -ends).bit_length() - 1
        places = (first + more for more in range(edits + 1) if ends >> first + more & 1)
        found = [_align(self._words, wanted, end, edits) for end in places]
        start, end, pairs = min(found, key=lambda one: abs(one[1] - one[0] - len(wanted)))
        return Near(start=start, end=end, differs=_differences(pairs))


def _allowed(wanted: str) -> int:
    """How many edits a near quote may have: one in five characters, where kana and Latin letters count half."""
    if len(wanted) > _LONGEST_NEAR:
        return 0
    weight = len(wanted) - len(_LIGHT.findall(wanted)) / 2
    return min(int(weight) // _ONE_IN, _MOST_EDITS)


def _pieces(wanted: str, count: int) -> list[str]:
    """The quote cut into pieces; with fewer edits than pieces, at least one of them stands in the text as it is."""
    cuts = [len(wanted) * part // count for part in range(count + 1)]
    return [wanted[start:end] for start, end in pairwise(cuts)]


def _columns(
    positions: int, places_of: Callable[[str], int], wanted: str, allowed: int
) -> Iterator[list[int]]:
    """For 0, 1, … edits: by length of the quote's beginning, the positions where a match of it ends.

    The algorithm of Wu and Manber (1992), turned round: a bit is a position of the text, not of the pattern, so that
    one operation on a long integer advances every position at once.
    """
    everywhere = (1 << positions + 1) - 1
    places = {char: places_of(char) for char in set(wanted)}
    columns = [everywhere]
    for char in wanted:
        columns.append(columns[-1] << 1 & places[char])
    yield columns
    for _ in range(allowed):
        fewer, columns = columns, [everywhere]
        for length, char in enumerate(wanted):
            one_more = (columns[-1] << 1 & places[char]) | fewer[length]
            columns.append((one_more | (fewer[length] | fewer[length + 1]) << 1) & everywhere)
        yield columns


def _places(words: str, char: str) -> int:
    """The positions behind every occurrence of a character, as bits."""
    bits = bytearray(len(words) // 8 + 1)
    position = words.find(char) + 1
    while position:
        bits[position >> 3] |= 1 << (position & 7)
        position = words.find(char, position) + 1
    return int.from_bytes(bits, "little")


def _align(words: str, wanted: str, end: int, edits: int) -> tuple[int, int, list[tuple[str, str]]]:
    """How the best match that ends at a position goes: its start, its end, and the characters side by side.

    Each pair is a character of the quote and one of the source; an empty one stands where the other has no partner.
    """
    offset = max(0, end - len(wanted) - edits)
    window = words[offset:end]
    levels = list(_columns(len(window), partial(_places, window), wanted, edits))
    length, place, left = len(wanted), len(window), edits
    pairs: list[tuple[str, str]] = []
    while length:
        here, there = wanted[length - 1], window[place - 1 : place]
        if here == there and levels[left][length - 1] >> place - 1 & 1:
            step = (1, 1, 0)
        elif place and levels[left - 1][length - 1] >> place - 1 & 1:
            step = (1, 1, 1)
        elif levels[left - 1][length - 1] >> place & 1:
            step = (1, 0, 1)
        else:
            step = (0, 1, 1)
        pairs.append((here if step[0] else "", there if step[1] else ""))
        length, place, left = length - step[0], place - step[1], left - step[2]
    return offset + place, end, pairs[::-1]


def _differences(pairs: list[tuple[str, str]]) -> Words:
    """What differs, with a neighbour that does not, so that neither side is empty."""
    parts = []
    for start, end in _stretches([quoted != said for quoted, said in pairs]):
        before = start - (_LATIN_CONTEXT if _LATIN.match("".join(pairs[start])) else 1)
        uneven = any("" in pair for pair in pairs[start:end])
        shown = pairs[max(0, before) : end + (uneven or start == 0)]
        parts.append(("".join(quoted for quoted, _ in shown), "".join(said for _, said in shown)))
    return Words(
        en=", ".join(f"`{quoted}` is `{said}` there" for quoted, said in parts),
        ja="、".join(f"`{quoted}` は出典では `{said}`" for quoted, said in parts),
    )


def _stretches(unlike: list[bool]) -> Iterator[tuple[int, int]]:
    """Where something differs; what only one character parts is one stretch."""
    places = [position for position, differs in enumerate(unlike) if differs]
    starts = [places[0], *(b for a, b in pairwise(places) if b - a > _APART)]
    ends = [*(a for a, b in pairwise(places) if b - a > _APART), places[-1]]
    return ((start, end + 1) for start, end in zip(starts, ends, strict=True))
