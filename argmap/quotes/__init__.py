"""Quotes: whether a source says these words, exactly, nearly, or not at all.

Two texts are the same words when they are equal after NFKC (Unicode Standard Annex 15), without white space and line
ends and without quotation marks of any kind. A quote is near when a few characters differ, at most one in five.
"""

from argmap.quotes.likeness import Pairs, likeness, pairs
from argmap.quotes.text import Excerpt, Kind, Match, SourceText, match
from argmap.quotes.words import figures, same_words

__all__ = [
    "Excerpt",
    "Kind",
    "Match",
    "Pairs",
    "SourceText",
    "figures",
    "likeness",
    "match",
    "pairs",
    "same_words",
]
