"""Words as they are compared: NFKC, without white space and quotation marks, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_MARKS = "\"'`´‘’‚‛“”„‟‹›«»「」『』〝〞〟"
_DROPPED = rf"\s{_MARKS}＂＇｀｢｣\u00ad\u200b-\u200d\u2060\ufeff"
_PLAIN = r"!#-&(-_a-~ぁ-ゖァ-ヺー・々〆〇、。㐀-䶿一-鿿"  # not dropped, and NFKC leaves it alone
_OTHER = f"[^{_PLAIN}{_DROPPED}]"
_PIECE = re.compile(f"(?P<plain>[{_PLAIN}]+(?!{_OTHER}))|[{_PLAIN}]?{_OTHER}+")
_DROP = re.compile(f"[{_DROPPED}]+")
_FIGURE = re.compile("[0-9〇一二三四五六七八九十百千万億兆割半%]")
_JOINING = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff\uff9e-\uffdc]")  # joins the character before: jamo, ﾞ and ﾟ


def same_words(text: str) -> str:
    """A text as it is compared: two texts say the same words when these are equal."""
    return "".join(words for _, _, words in runs(text))


def figures(text: str) -> str:
    """The digits and kanji numerals of a text, with 割, 半 and %, in order: what must never be quoted wrongly."""
    return "".join(_FIGURE.findall(same_words(text)))


def runs(raw: str) -> Iterator[tuple[int, int, str]]:
    """Stretches of a text that are normalised each by itself: start, end, and their words."""
    for piece in _PIECE.finditer(raw):
        start, end = piece.span()
        if piece.lastgroup == "plain":
            yield start, end, piece.group()
            continue
        while start < end:
            after = start + 1
            while after < end and _joins(raw[after]):
                after += 1
            if words := _DROP.sub("", unicodedata.normalize("NFKC", raw[start:after])):
                yield start, after, words
            start = after


def _joins(char: str) -> bool:
    """Whether normalisation may melt a character into the one before."""
    return unicodedata.category(char)[0] == "M" or bool(_JOINING.match(char))
