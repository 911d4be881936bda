"""Which find of today is which entry of yesterday: by id, then by its quote, then by its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from argmap.quotes import Pairs, likeness, pairs, same_words

_SAME_ID = 0.4  # so much of the words must agree where the ids do
_OTHER_ID = 0.7  # and so much where they do not


@dataclass(frozen=True)
class Mark:
    """What an entry is known by: the words of its text, and its quote."""

    text: str
    quote: str = ""

    @cached_property
    def pairs(self) -> Pairs:
        """The text's character pairs, after normalisation."""
        return pairs(self.text)

    @cached_property
    def place(self) -> str:
        """The quote, after normalisation."""
        return same_words(self.quote)

    def likeness(self, other: Mark) -> float:
        """How alike the texts are; 1 where both have the same quote."""
        if self.place and self.place == other.place:
            return 1.0
        return likeness(self.pairs, other.pairs)


def match(found: Mapping[str, Mark], known: Mapping[str, Mark]) -> dict[str, str]:
    """By the id of a find, the id of the entry that it is; each entry once.

    Args:
        found: what was found, by the ids that it was given today.
        known: what was found, written or refused before.
    """
    same = {
        name: name for name, mark in found.items() if name in known and mark.likeness(known[name]) >= _SAME_ID
    }
    left = {name: mark for name, mark in found.items() if name not in same}
    free = {name: mark for name, mark in known.items() if name not in same}
    by_quote: dict[str, list[str]] = {}
    for name, mark in free.items():
        if mark.place:
            by_quote.setdefault(mark.place, []).append(name)
    for name, mark in left.items():
        if waiting := by_quote.get(mark.place):
            same[name] = waiting.pop(0)
    taken = set(same.values())
    alike = [
        (how_much, name, other)
        for name, mark in left.items()
        if name not in same
        for other, known_mark in free.items()
        if other not in taken and (how_much := mark.likeness(known_mark)) >= _OTHER_ID
    ]
    for _, name, other in sorted(alike, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if name not in same and other not in taken:
            same[name] = other
            taken.add(other)
    return same
