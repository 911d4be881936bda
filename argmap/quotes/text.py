"""The text of a source, and where it says a quote."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from argmap.diagnostics import Words
from argmap.quotes.near import Searcher
from argmap.quotes.words import runs, same_words

_BLANK = re.compile(r"\n\s*\n")
_BETWEEN_WORDS = re.compile(r"(?:\A|(?<=[A-Za-z,;:.]))\s*\n\s*(?=[A-Za-z]|\Z)")
_SENTENCE_END = "。．.！!？?…"
_BLOCKS_BETWEEN = 4

Kind = Literal["exact", "near", "absent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Where a source says a quote.

    Attributes:
        kind: exact, near (a few characters differ), or absent.
        start: where it begins in the source as it was given.
        end: where it ends there, exclusive; a column break may lie between.
        found: what the source says there, without line breaks; empty when absent.
        differs: for a near quote, what differs.
    """

    kind: Kind
    start: int = 0
    end: int = 0
    found: str = ""
    differs: Words | None = None


def match(quote: str, text: str | SourceText) -> Match:
    """Look for a quote in a text. For many quotes of one text, make its `SourceText` once."""
    return (SourceText(text) if isinstance(text, str) else text).find(quote)


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Words of a source with what stands around them there, without line breaks."""

    before: str
    found: str
    after: str


class SourceText:
    """The text of a source, made ready for many quotes.

    Normalisation changes lengths (`㈱` becomes `(株)`, `ｶﾞ` becomes `ガ`), so it is kept in runs, each of which knows
    where it stands in the raw text.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._at: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        parts = []
        length = 0
        for start, end, words in runs(raw):
            self._at.append(length)
            self._starts.append(start)
            self._ends.append(end)
            parts.append(words)
            length += len(words)
        self.words = "".join(parts)

    def find(self, quote: str, after: int = 0) -> Match:
        """Where the text says a quote: the first place that is exact, else the first of the nearest.

        Args:
            quote: the words to look for.
            after: where to begin to look for an exact place, as an offset of the raw text, before looking from the
                top: quotes mostly follow the order of their source, and then each is found at once.
        """
        wanted = same_words(quote)
        if not wanted:
            return Match(kind="absent")
        start = self.words.find(wanted, self._behind(after)) if after else -1
        if start < 0:
            start = self.words.find(wanted)
        if start >= 0:
            return self._match("exact", (start, start + len(wanted)))
        return self._across_columns(wanted) or self._near(wanted) or Match(kind="absent")

    def line(self, offset: int) -> int:
        """The line, from 1, in which an offset of the raw text lies."""
        return self.raw.count("\n", 0, offset) + 1

    def excerpt(self, match: Match, most: int = 120) -> Excerpt:
        """The words of a match in their paragraph.

        Args:
            match: a place in this text; not absent.
            most: how many characters before and after are shown; `…` stands for more.
        """
        edges = [0, *(blank.end() for blank in _BLANK.finditer(self.raw)), len(self.raw)]
        first = edges[bisect_right(edges, match.start, hi=len(edges) - 1) - 1]
        last = edges[bisect_left(edges, match.end, lo=1)]
        before = _in_one_line(self.raw[first : match.start]).lstrip()
        after = _in_one_line(self.raw[match.end : last]).rstrip()
        return Excerpt(
            before=before if len(before) <= most else f"…{before[-most:]}",
            found=match.found,
            after=after if len(after) <= most else f"{after[:most]}…",
        )

    def _match(self, kind: Kind, *parts: tuple[int, int], differs: Words | None = None) -> Match:
        spans = [self._raw_span(start, end) for start, end in parts]
        found = "".join(self.raw[start:end] for start, end in spans)
        return Match(
            kind=kind,
            start=spans[0][0],
            end=spans[-1][1],
            found=_in_one_line(found),
            differs=differs,
        )

    def _raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw stretch that a stretch of the words came from; both are not empty."""
        return self._raw(start)[0], self._raw(end - 1)[1]

    def _raw(self, index: int) -> tuple[int, int]:
        run = bisect_right(self._at, index) - 1
        start, end = self._starts[run], self._ends[run]
        after = self._at[run + 1] if run + 1 < len(self._at) else len(self.words)
        if after - self._at[run] != end - start:
            return start, end  # the run changed its length: all of it is meant
        return start + index - self._at[run], start + index - self._at[run] + 1

    def _behind(self, offset: int) -> int:
        """The place in the words of the first run that begins at a raw offset or after it."""
        run = bisect_left(self._starts, offset)
        return self._at[run] if run < len(self._at) else len(self.words)

    @cached_property
    def _blocks(self) -> list[tuple[int, int]]:
        """The paragraphs, as stretches of the words."""
        edges = [0, *(blank.end() for blank in _BLANK.finditer(self.raw))]
        cuts = map(self._behind, edges)
        return [(start, end) for start, end in pairwise((*cuts, len(self.words))) if start < end]

    @cached_property
    def _unfinished(self) -> dict[str, list[int]]:
        """By their last character, the paragraphs that end without ending a sentence."""
        found = defaultdict(list)
        for position, (_, end) in enumerate(self._blocks):
            if self.words[end - 1] not in _SENTENCE_END:
                found[self.words[end - 1]].append(position)
        return found

    def _across_columns(self, wanted: str) -> Match | None:
        """A quote that a heading or a caption between two columns cuts in two."""
        for cut in range(1, len(wanted)):
            for position in self._unfinished.get(wanted[cut - 1], ()):
                end = self._blocks[position][1]
                if not self.words.startswith(wanted[:cut], end - cut):
                    continue
                for start, _ in self._blocks[position + 2 : position + 2 + _BLOCKS_BETWEEN]:
                    if self.words.startswith(wanted[cut:], start):
                        rest = (start, start + len(wanted) - cut)
                        return self._match("exact", (end - cut, end), rest)
        return None

    @cached_property
    def _searcher(self) -> Searcher:
        return Searcher(self.words)

    def _near(self, wanted: str) -> Match | None:
        near = self._searcher.find(wanted)
        return None if near is None else self._match("near", (near.start, near.end), differs=near.differs)


def _in_one_line(text: str) -> str:
    """Without line breaks; where one stands between Latin words, a space stays."""
    return "".join(_BETWEEN_WORDS.sub(" ", text).splitlines())
