"""Prose as sentences. Brackets that close within reach hold a sentence together; one that never closes does not."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterator, Sequence

from argmap.drafting.values import Sentence, Span
from argmap.drafting.wording import CLOSERS, NOTE, begins_within, trimmed

_PAIRS = {"「": "」", "『": "』", "（": "）", "(": ")", "【": "】", "〔": "〕"}
_OPENERS = {closer: opener for opener, closer in _PAIRS.items()}
_ENDS = "。！？｡"
_SIGNS = re.compile(r"[「」『』（）()【】〔〕。！？!?｡．.]")
_MARKUP = re.compile(
    r"</?[A-Za-z!][^<>]{0,400}>|\*\*|__|~~|!\[[^\[\]]{0,200}\]\([^()\s]{0,400}\)"
    r"|\[(?P<words>[^\[\]]{1,200})\]\((?:https?:|[#./])[^()\s]{0,400}\)"
)
_GOES_ON = ("と", "、", "，", "」", "』", "が", "を", "に", "の", "は", "で", "も", "や", "へ")
_REACH = 500
_DEPTH = 32


def sentences_of(text: str, spans: Sequence[Span]) -> list[Sentence]:
    """The sentences of a run of prose.

    Args:
        text: the document's text.
        spans: its lines, in order; a sentence may reach over several.
    """
    pieces = [piece for span in spans for piece in pieces_of(text, span)]
    if not pieces:
        return []
    ends = [*_stops(text, pieces), (len(pieces) - 1, pieces[-1][1])]
    begins = [(0, pieces[0][0]), *ends]
    found = [_cut(text, pieces, begin, end) for begin, end in zip(begins, ends, strict=False)]
    return [sentence for sentence in found if sentence.spans]


def pieces_of(text: str, span: Span) -> Iterator[Span]:
    """A line without tags, Markdown's signs, addresses of links and notes of what happened."""
    at, end = span
    cuts = sorted(
        [(match.span(), match) for match in _MARKUP.finditer(text, at, end)]
        + [(match.span(), match) for match in NOTE.finditer(text, at, end)],
        key=lambda cut: cut[0],
    )
    for (start, stop), match in cuts:
        if start < at:
            continue
        if at < start:
            yield at, start
        if "words" in match.re.groupindex and match["words"] is not None:
            yield match.span("words")
        at = stop
    if at < end:
        yield at, end


def _stops(text: str, pieces: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Where sentences end: the number of the piece, and the offset behind the end."""
    signs = [
        (number, match.start())
        for number, (start, end) in enumerate(pieces)
        for match in _SIGNS.finditer(text, start, end)
    ]
    partners = _partners(text, signs)
    until = -1
    behind = -1
    for index, (number, at) in enumerate(signs):
        if at < behind:
            continue
        if index <= until:
            if index == until and _closes(text, pieces, number, at):
                yield number, at + 1
            continue
        if index in partners:
            until = partners[index]
        elif text[at] not in _PAIRS and text[at] not in _OPENERS and _ends(text, at, pieces, number):
            behind = at + 1
            while behind < pieces[number][1] and text[behind] in _ENDS + CLOSERS + "!?":
                behind += 1
            yield number, behind


def _partners(text: str, signs: Sequence[tuple[int, int]]) -> dict[int, int]:
    """By its place, each opening bracket that closes within reach, with the place of its partner."""
    waiting: deque[int] = deque(maxlen=_DEPTH)
    partners = {}
    for index, (_, at) in enumerate(signs):
        if text[at] in _PAIRS:
            waiting.append(index)
        elif text[at] in _OPENERS:
            for opened in reversed(waiting):
                if text[signs[opened][1]] == _OPENERS[text[at]]:
                    while waiting.pop() != opened:
                        pass
                    if at - signs[opened][1] <= _REACH:
                        partners[opened] = index
                    break
    return partners


def _closes(text: str, pieces: Sequence[Span], number: int, at: int) -> bool:
    """Whether a bracket that closes behind the end of a sentence ends its line too."""
    if text[at - 1] not in _ENDS or at + 1 < pieces[number][1]:
        return False
    return number + 1 == len(pieces) or not begins_within(
        text[pieces[number + 1][0] : pieces[number + 1][0] + 3]
    )


def _ends(text: str, at: int, pieces: Sequence[Span], number: int) -> bool:
    """Whether a sign outside brackets ends a sentence."""
    sign = text[at]
    start, end = pieces[number]
    before = text[at - 1] if at > start else ""
    after = text[at + 1 : at + 3] if at + 1 < end else ""
    if sign in "。｡":
        return True
    if sign in "．.":
        return _period(sign, before, after)
    if sign in "!?" and before.isascii() and after[:1].isascii() and before.isalnum() and after[:1].isalnum():
        return False
    return not after.startswith(_GOES_ON)


def _period(sign: str, before: str, after: str) -> bool:
    """Whether a full stop ends a sentence: not in 3.5, in 1. or in a name."""
    if sign == "．":
        return bool(before) and not unicodedata.normalize("NFKC", before).isascii()
    return (
        before.isascii()
        and (before.isalpha() or before in ")\"'")
        and (not after or (after[0].isspace() and (after[1:].isupper() or not after[1:])))
    )


def _cut(text: str, pieces: Sequence[Span], begin: tuple[int, int], end: tuple[int, int]) -> Sentence:
    """The sentence between two places, without white space at the ends of its spans."""
    spans: list[Span] = []
    for number in range(begin[0], end[0] + 1):
        start = max(pieces[number][0], begin[1]) if number == begin[0] else pieces[number][0]
        stop = min(pieces[number][1], end[1]) if number == end[0] else pieces[number][1]
        start, stop = trimmed(text, start, stop)
        if start < stop:
            spans.append((start, stop))
    words = ""
    parts = []
    for start, stop in spans:
        part = text[start:stop]
        if words and words[-1].isascii() and words[-1].isalnum() and part[0].isascii() and part[0].isalnum():
            parts.append(" ")
        parts.append(part)
        words = part
    return Sentence(spans=tuple(spans), text="".join(parts))
