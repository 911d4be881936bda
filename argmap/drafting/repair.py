"""Layout seen through: which lines of a turn are one run of prose, though columns, headings and captions cut it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Literal

from argmap.diagnostics import Words
from argmap.drafting.paragraphs import Block
from argmap.drafting.values import Repair, Span
from argmap.drafting.wording import ENDS, begins_within, ends, goes_on, has_clause, is_spaced, title_words

_FINISHED = re.compile(
    r"(?:です|ます|した|せん|である|する|れる|いる|ない|ある|った|こと|もの|予定|課題|必要|実施|検討|など|等|か|は)$"
)
_OBJECT = re.compile(r"を|について|に関し|の件")
_LOOK = 60
_LONG = 40
_CONTEXT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A run of prose, or one line of a list; its spans are lines."""

    kind: Literal["prose", "lead", "item"]
    spans: tuple[Span, ...]


@dataclass(slots=True, kw_only=True)
class Reading:
    """What a turn says, without its layout.

    Attributes:
        passages: in order.
        spans: all lines that are read, those next to each other as one.
        repairs: what was seen through.
        lifted: headings that stood inside a sentence.
    """

    passages: list[Passage] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    lifted: list[Block] = field(default_factory=list)


def read_blocks(text: str, blocks: Sequence[Block]) -> Reading:
    """Read the lines of one turn."""
    reader = _Reader(text)
    for block, following in zip_longest(blocks, blocks[1:]):
        reader.take(block, following)
    reader.finish()
    return reader.reading


def spaced_headings(text: str, blocks: Sequence[Block]) -> list[Repair]:
    """Headings whose letters are spaced, and how they were read."""
    return [
        Repair(
            kind="spaced-heading",
            words=Words(
                en=f"the letter-spaced heading was read as “{title_words(text[block.start : block.end])}”",
                ja=f"字間を空けた見出しを「{title_words(text[block.start : block.end])}」と読みました",
            ),
            spans=((block.start, block.end),),
        )
        for block in blocks
        if block.kind == "heading" and is_spaced(text[block.start : block.end])
    ]


def captions(text: str, blocks: Sequence[Block]) -> list[Repair]:
    """Captions, which nobody says: those next to each other as one."""
    found: list[list[Block]] = []
    last = None
    for block in blocks:
        if block.kind == "caption":
            if last is not None and last.kind == "caption" and not block.gap:
                found[-1].append(block)
            else:
                found.append([block])
        last = block
    return [_lifted("caption", text, group) for group in found]


class _Reader:
    """Keeps the run of prose that is open, and what stood behind it since."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.reading = Reading()
        self._run: list[Block] = []
        self._waiting: list[Block] = []

    def take(self, block: Block, following: Block | None) -> None:
        if block.kind in {"rule", "note"}:
            return
        if block.kind != "body" and not self._is_cut(block, following):
            self._waiting.append(block)
        elif self._run and self._joins(block):
            self._join(block)
        else:
            begun = self._begun(block)
            self._close()
            self._run = [*begun, block]

    def finish(self) -> None:
        self._close()

    def _is_cut(self, block: Block, following: Block | None) -> bool:
        """Whether a line that stands alone is a sentence that a column cut, and no title."""
        if block.kind != "title" or following is None or (self._run and not ends(self._words(self._run[-1]))):
            return False
        if following.kind == "body":
            return begins_within(self.text[following.start : following.start + _CONTEXT])
        words = self._words(block)
        return has_clause(words) or (following.kind == "item" and goes_on(words))

    def _words(self, block: Block) -> str:
        return self.text[max(block.start, block.end - _LOOK) : block.end]

    def _joins(self, block: Block) -> bool:
        """Whether a line goes on with the sentence that is open."""
        last = self._run[-1]
        before = self._words(last)
        after = self.text[block.start : block.start + _CONTEXT]
        if ends(before):
            return False
        if begins_within(after) or (goes_on(before) and not block.bullet):
            return True
        if block.bullet or any(waiting.kind in {"item", "lead"} for waiting in self._waiting):
            return False
        if last.full and not block.gap and not self._waiting:
            return True
        if block.gap and _FINISHED.search(before):
            return False
        return (
            len(self._run) > 1 or last.end - last.start > _LONG or any(sign in before for sign in f"{ENDS}、")
        )

    def _headings(self) -> list[Block]:
        """The headings just before."""
        return [waiting for waiting in self._waiting if waiting.kind in {"heading", "title"}]

    def _begun(self, block: Block) -> list[Block]:
        """Headings that a line takes up as its object, as in 日程第１ … を議題とします: they belong to the sentence."""
        if not _OBJECT.match(self.text, block.start):
            return []
        taken = self._headings()
        self._waiting = [waiting for waiting in self._waiting if waiting not in taken]
        return taken

    def _join(self, block: Block) -> None:
        last = self._run[-1]
        if _OBJECT.match(self.text, block.start) and self._words(last).endswith(("、", "，")):
            self._run += self._begun(block)
        elif self._waiting or block.gap:
            self.reading.repairs.append(self._column(last, block))
        if headings := self._headings():
            self.reading.repairs.append(_lifted("heading", self.text, headings))
            self.reading.lifted += headings
        self._run.append(block)

    def _column(self, last: Block, block: Block) -> Repair:
        left = self.text[max(last.start, last.end - _CONTEXT) : last.end]
        right = self.text[block.start : min(block.end, block.start + _CONTEXT)]
        return Repair(
            kind="column",
            words=Words(
                en=f"a break inside a sentence was closed: “{left}|{right}”",
                ja=f"文の途中の切れ目をつなぎました：「{left}｜{right}」",
            ),
            spans=((last.end - len(left), last.end), (block.start, block.start + len(right))),
        )

    def _close(self) -> None:
        """End the run that is open, then read what stood behind it."""
        if self._run:
            self._put("prose", self._run)
        for block in self._waiting:
            if block.kind in {"item", "lead"}:
                self._put("lead" if block.kind == "lead" else "item", [block])
            elif block.kind == "title" and block not in self.reading.lifted:
                self._put("prose", [block])
        self._run, self._waiting = [], []

    def _put(self, kind: Literal["prose", "lead", "item"], blocks: Sequence[Block]) -> None:
        spans = tuple((block.start, block.end) for block in blocks)
        self.reading.passages.append(Passage(kind=kind, spans=spans))
        self.reading.spans += spans


def _lifted(kind: Literal["heading", "caption"], text: str, blocks: Sequence[Block]) -> Repair:
    words = " / ".join(text[block.start : block.end][:_LONG] for block in blocks)
    if kind == "heading":
        said = Words(
            en=f"a heading inside a sentence was lifted out: “{words}”",
            ja=f"文の途中にある見出しを外しました：「{words}」",
        )
    else:
        said = Words(
            en=f"a caption was left out: “{words}”", ja=f"キャプションを本文から外しました：「{words}」"
        )
    return Repair(kind=kind, words=said, spans=tuple((block.start, block.end) for block in blocks))
