"""The word that somebody probably wanted to write: "did you mean"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

from argmap.diagnostics import Words

_MOST = 100
_COMPARED = 50_000  # words compared in all: in a file of ten thousand ids every hint would cost
_SIMILAR = 0.7
_SHORT = 3  # an id of two or three signs may differ in one


class Nearest:
    """Finds the nearest of many words; gives up after a hundred questions, so that a broken file stays quick."""

    def __init__(self, words: Iterable[str]) -> None:
        self._asked = self._compared = 0
        self._by_end: dict[str, list[str]] = defaultdict(list)
        for word in words:
            for end in {word[:1], word[-1:]}:
                self._by_end[end].append(word)

    def hint(self, word: str) -> Words | None:
        """A sentence that names the nearest word, if one is near."""
        candidates = dict.fromkeys((*self._by_end.get(word[:1], ()), *self._by_end.get(word[-1:], ())))
        self._asked += 1
        self._compared += len(candidates)
        if self._asked > _MOST or self._compared > _COMPARED:
            return None
        near = get_close_matches(word, candidates, n=1, cutoff=_SIMILAR if len(word) > _SHORT else 0.5)
        return Words(en=f"did you mean `{near[0]}`?", ja=f"`{near[0]}` のことか") if near else None
