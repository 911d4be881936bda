"""Ids that can be read: the two most telling words of a statement, more where others have the same.

They depend on the statement's own words only, so that they stay when something else in the document is corrected.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from argmap.model.debate import is_id

_RUN = re.compile(r"[一-鿿々〆ァ-ヺー]+|[A-Za-z]+|[0-9]+(?:[.,][0-9]+)*[一-鿿%]{0,3}")
_PLAIN = re.compile(
    "今後|必要|実施|状況|検討|取組|対応|推進|本市|当市|本区|当区|質問|答弁|見解|認識|所見|現在|様々|内容|以上|以下|場合|可能|可能性|重要|課題|問題|年度|令和|平成"
)
_LONGEST = 12
_WORDS, _MOST_WORDS = 2, 4


class Names:
    """Gives every statement and question of a document an id that no other has."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: Counter[str] = Counter()

    def name(self, text: str, prefix: str = "") -> str:
        """An id from a text; `prefix` stands before it."""
        words = _telling(text)
        counts = range(min(_WORDS, len(words)), min(_MOST_WORDS, len(words)) + 1)
        names = [prefix + ("-".join(_in_order(words, count)) or _beginning(text)) for count in counts]
        name = next((name for name in names if name not in self._taken), None)
        while name is None:
            self._numbers[names[0]] += 1
            numbered = f"{names[0]}-{self._numbers[names[0]] + 1}"
            name = None if numbered in self._taken else numbered
        self._taken.add(name)
        return name


def _telling(text: str) -> list[tuple[int, str]]:
    """The words of a text with their places, the longest first, numbers last; kanji and katakana that touch are one word."""
    found: dict[str, int] = {}
    for match in _RUN.finditer(unicodedata.normalize("NFKC", text)):
        word = re.sub(r"[.,%]|等々?$", "", match.group())[:_LONGEST].lstrip("ー")
        if len(word) > 1 and is_id(word) and not _PLAIN.fullmatch(word):
            found.setdefault(word, match.start())
    return sorted(
        ((place, word) for word, place in found.items()),
        key=lambda item: (_dull(item[1]), -len(item[1]), item[0]),
    )


def _beginning(text: str) -> str:
    """The first letters of a text in which no word tells more than others."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if is_id(char))[:_LONGEST] or "x"


def _dull(word: str) -> bool:
    """Whether a word is a number: it tells little, and is what a correction changes."""
    return word[0].isdecimal()


def _in_order(words: list[tuple[int, str]], count: int) -> list[str]:
    return [word for _, word in sorted(words[:count])]
