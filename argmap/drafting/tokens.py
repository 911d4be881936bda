"""Terms: what two texts are compared by. Words of a dictionary where there is one, else pairs of characters.

With SudachiPy and its core dictionary (`pip install argmap[ja]`) the terms are the normalised forms of content words,
so that 行なう and 行う, サーバー and サーバ are one. Without it they are the pairs of characters inside runs of kanji
or katakana, and whole Latin words and numbers. Both after NFKC (Unicode Standard Annex 15).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from argmap.diagnostics import Words

_RUN = re.compile(r"[一-鿿々〆]+|[ァ-ヺー]+|[A-Za-z]+|[0-9]+(?:[.,][0-9]+)*")
_WORD = re.compile(r"[一-鿿々〆ァ-ヺー]+|[A-Za-z0-9]+(?:[.,][0-9]+)*[一-鿿々〆ァ-ヺー%]*")
_LATIN = re.compile(r"[A-Za-z0-9]")
_CONTENT = ("名詞", "動詞", "形容詞", "形状詞")
_EMPTY = frozenset(
    [
        "為る",
        "有る",
        "居る",
        "成る",
        "事",
        "物",
        "言う",
        "行く",
        "其の",
        "此の",
        "御座る",
        "致す",
        "頂く",
        "参る",
        "申し上げる",
        "為さる",
        "下さる",
    ]
)
_CHUNK = 10_000  # SudachiPy refuses more than 49,149 bytes at once

_SUDACHI = Words(
    en="texts are compared by words (SudachiPy)",
    ja="文の比較には、辞書の単語を用いた（SudachiPy）",
)
_PAIRS = Words(
    en="texts are compared by pairs of characters; `pip install argmap[ja]` compares words and finds somewhat more",
    ja="文の比較には、2文字ずつの並びを用いた（`pip install argmap[ja]` で単語による比較になり、少し精度が上がる）",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Splitter:
    """A way to take a text apart.

    Attributes:
        name: `sudachi` or `bigrams`.
        note: a sentence that says which it is.
        enough: the share of a question's terms, weighed, that an answer holds; measured on questions with their own
            answer and with those of others: nine in ten of the former have more.
        terms: takes a text apart.
    """

    name: str
    note: Words
    enough: float
    terms: Callable[[str], tuple[str, ...]]


def splitter() -> Splitter:
    """The best way that this machine has."""
    terms = _sudachi()
    if terms is None:
        return Splitter(name="bigrams", note=_PAIRS, enough=0.08, terms=pairs)
    return Splitter(name="sudachi", note=_SUDACHI, enough=0.12, terms=terms)


def pairs(text: str) -> tuple[str, ...]:
    """The pairs of characters inside runs of kanji or katakana, and whole Latin words and numbers."""
    return tuple(_pairs(unicodedata.normalize("NFKC", text)))


def telling_words(text: str) -> tuple[str, ...]:
    """The words of a text that a reader would look for: runs of kanji, katakana, Latin letters and digits, each once."""
    return tuple(
        dict.fromkeys(found for found in _WORD.findall(unicodedata.normalize("NFKC", text)) if len(found) > 1)
    )


def _pairs(text: str) -> Iterator[str]:
    for run in _RUN.findall("".join(text.split())):
        if len(run) == 1 or _LATIN.match(run):
            yield run.lower()
        else:
            yield from (first + second for first, second in pairwise(run))


@cache
def _sudachi() -> Callable[[str], tuple[str, ...]] | None:
    """Sudachi with its core dictionary, if both are installed."""
    try:
        import sudachidict_core  # noqa: F401 (Sudachi finds it by its name)
        from sudachipy import Dictionary, SplitMode
    except ImportError:
        return None
    dictionary = Dictionary(dict="core")
    tokenizer = dictionary.tokenizer(mode=SplitMode.A)
    content = dictionary.pos_matcher(lambda pos: pos[0] in _CONTENT)

    def terms(text: str) -> tuple[str, ...]:
        plain = unicodedata.normalize("NFKC", text)
        return tuple(
            word.normalized_form()
            for start in range(0, len(plain), _CHUNK)
            for word in tokenizer.tokenize(plain[start : start + _CHUNK])
            if content(word) and word.normalized_form() not in _EMPTY
        )

    return terms
