"""How alike two texts are: the share of character pairs that they have in common."""

from __future__ import annotations

from collections import Counter

from argmap.quotes.words import same_words

Pairs = Counter[str]
"""The pairs of characters in a text, and how often each stands there."""


def pairs(text: str) -> Pairs:
    """The pairs of a text, after normalisation; a text of one character is a pair by itself."""
    words = same_words(text)
    return Counter(words[at : at + 2] for at in range(max(1, len(words) - 1)))


def likeness(one: Pairs, other: Pairs) -> float:
    """Dice's coefficient (Dice 1945): 0 where no pair is shared, 1 where all are."""
    return 2 * (one & other).total() / (one.total() + other.total())
