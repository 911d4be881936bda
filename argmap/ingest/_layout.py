"""Where words stand on a page, and in which order they are read.

Recursive cutting at white space (the X-Y cut of Nagy and Seth 1984), with lines instead of pixels: a gutter parts two
columns when lines stand side by side on both sides of it and few cross it; those that cross part what is above from
what is below. Text written downwards is turned first, so that its tiers become columns.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_GAP = 1.1  # ems between two characters of a line, at most
_PAIR = 2  # characters that do not yet show where a line goes
_DRIFT = 0.5  # ems that a character may stand off its line
_GUTTER = 0.7  # ems between two columns, at least
_LEAST_LINES = 3  # of a column
_LEAST_BESIDE = 2  # lines of a column with the other column beside them
_LEAST_LENGTH = 5  # ems that half of a column's lines have at least: cells of a table are shorter
_CROSSING = 0.4  # lines across a gutter, to lines of the shorter column, at most
_BLANK = 1.55  # of the usual distance between two lines
_WORD = 0.45  # ems that part words beside a Japanese character; from a digit it stands a quarter off
_WIDE_WORD = (
    1.0  # the same beside a sign that fills half its place, and between Latin letters, which have spaces
)
_SIGNS = frozenset("、。，．・：；「」『』（）【】〔〕《》［］〈〉")
_READING = 0.65  # of the usual size of characters: a reading's is half
_HEADLINE = 1.3  # of the usual size of characters, at least
_DEEPEST = 8  # cuts within cuts
_TRIED = 10  # gaps, the widest first
_LATIN = "\u2e80"  # Japanese characters come after it
_KANA = re.compile("[ぁ-ヿ・]+")


@dataclass(frozen=True, slots=True)
class Character:
    """A character and its box on the page: from the left and from the top, in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """Characters that follow each other, and their box; `down` when they are written downwards."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    down: bool = False

    @property
    def turned(self) -> Line:
        """The line of a page written downwards, as if it were written across: its tiers become columns."""
        return Line(self.text, self.top, -self.right, self.bottom, -self.left)

    @property
    def height(self) -> float:
        """From top to bottom: of a line across, the size of its characters."""
        return self.bottom - self.top

    @property
    def size(self) -> float:
        """The size of its characters."""
        return self.right - self.left if self.down else self.height


def lines_of(characters: Iterable[Character]) -> list[Line]:
    """Characters in the order of the file, as lines: a line ends where the next character stands elsewhere."""
    lines: list[Line] = []
    run: list[Character] = []
    down: bool | None = None  # whether the line goes downwards; None while it has one character
    for character in characters:
        way = _way(run[-1], character) if run else None
        if (
            way is not None and down not in (None, way) and len(run) == _PAIR
        ):  # a line of one, and the next below it
            lines.append(_line(run[:1], down=False))
            run, down = run[1:], way
        elif run and (way is None or down not in (None, way)):
            lines.append(_line(run, down=bool(down)))
            run, down = [], None
        elif run:
            down = way
        run.append(character)
    if run:
        lines.append(_line(run, down=bool(down)))
    return [line for line in lines if line.text.strip()]


def without_readings(lines: Sequence[Line]) -> list[Line]:
    """Lines without the readings (ruby) beside them: kana of half the size."""
    usual = median(line.size for line in lines) if lines else 0.0
    return [line for line in lines if line.size > _READING * usual or not _KANA.fullmatch(line.text)]


def in_reading_order(lines: Sequence[Line]) -> str:
    """The text of a page, line by line, with a blank line where a block ends."""
    down = sum(len(line.text) for line in lines if line.down) * 2 > sum(len(line.text) for line in lines)
    if not lines:
        return ""
    blocks = _blocks([line.turned if down else line for line in lines])
    return "\n\n".join(map(_block_text, blocks))


def _way(before: Character, after: Character) -> bool | None:
    """How one character follows another: True downwards, False across, None not at all."""
    size = max(before.bottom - before.top, after.bottom - after.top, 1.0)
    across = (after.left + after.right - before.left - before.right) / 2
    down = (after.top + after.bottom - before.top - before.bottom) / 2
    if abs(down) < _DRIFT * size and abs(after.left - before.right) < _GAP * size and across >= 0:
        return False  # a ligature gives two letters one box
    size = max(before.right - before.left, after.right - after.left, 1.0)
    if abs(across) < _DRIFT * size and abs(after.top - before.bottom) < _GAP * size and down > 0:
        return True
    return None


def _line(run: Sequence[Character], *, down: bool) -> Line:
    words = [run[0].text]
    for before, after in pairwise(run):
        gap = after.top - before.bottom if down else after.left - before.right
        if gap > _room(before.text, after.text) * (
            before.right - before.left if down else before.bottom - before.top
        ):
            words.append(" ")
        words.append(after.text)
    return Line(
        "".join(words),
        min(character.left for character in run),
        min(character.top for character in run),
        max(character.right for character in run),
        max(character.bottom for character in run),
        down,
    )


def _room(before: str, after: str) -> float:
    """How many ems there must be between two characters to make a space."""
    if before.isspace() or after.isspace():
        return float("inf")
    if before in _SIGNS or after in _SIGNS:
        return _WIDE_WORD
    return _WORD if max(before, after) > _LATIN else _WIDE_WORD


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines by columns and by what stands across them, in reading order; each block's lines from the top."""
    todo, done = [(0, sorted(lines, key=lambda line: (line.top, line.left)))], []
    while todo:
        depth, block = todo.pop()
        gutter = _gutter(block) if depth < _DEEPEST else None
        if gutter is None:
            done.append(block)
        else:
            todo += ((depth + 1, part) for part in reversed(_cut(block, gutter)))
    return done


def _cut(lines: Sequence[Line], gutter: float) -> list[list[Line]]:
    """Lines in the order of reading: between lines across the gutter, what is left of it, then what is right.

    A headline that stands alone on its level is across, however short it is.
    """
    usual = median(line.height for line in lines)
    parts: list[list[Line]] = []
    sides: tuple[list[Line], list[Line]] = ([], [])
    crossing = False
    below = 0.0  # the lowest that lines have come
    for line, after in zip(lines, (*lines[1:], None), strict=True):
        alone = below <= line.top + _DRIFT * usual and (
            after is None or after.top >= line.bottom - _DRIFT * usual
        )
        if line.left < gutter < line.right or (alone and line.height > _HEADLINE * usual):
            if not crossing:
                parts += *sides, []
                sides = [], []
            parts[-1].append(line)
            crossing = True
        else:
            sides[line.left >= gutter].append(line)
            crossing = False
        below = max(below, line.bottom)
    return [part for part in (*parts, *sides) if part]


def _gutter(lines: Sequence[Line]) -> float | None:
    """The middle of the widest gap that parts columns."""
    if len(lines) < 2 * _LEAST_LINES:
        return None
    em = median(line.height for line in lines)
    edges = sorted({edge for line in lines for edge in (line.left, line.right)})
    starts, ends = sorted(line.left for line in lines), sorted(line.right for line in lines)
    gaps = []
    for before, after in pairwise(edges):
        begun, ended = bisect_right(starts, before), bisect_right(ends, before)
        fewer, across = min(ended, len(lines) - begun), begun - ended
        if after - before >= _GUTTER * em and fewer >= _LEAST_LINES and across <= _CROSSING * fewer:
            gaps.append((before - after, (before + after) / 2))
    widest = sorted(gaps)[:_TRIED]
    return next((middle for _, middle in widest if _are_columns(lines, middle, em)), None)


def _are_columns(lines: Sequence[Line], middle: float, em: float) -> bool:
    """Whether enough lines of some length stand side by side."""
    left = [line for line in lines if line.right <= middle]
    right = [line for line in lines if line.left >= middle]
    for side, other in ((left, right), (right, left)):
        top, bottom = other[0].top, max(line.bottom for line in other)
        if sum(top <= (line.top + line.bottom) / 2 <= bottom for line in side) < _LEAST_BESIDE:
            return False
        if median(line.right - line.left for line in side) < _LEAST_LENGTH * em:
            return False
    return True


def _block_text(lines: Sequence[Line]) -> str:
    """The lines of a block: pieces on one level are a line; a blank line where there is more room than usual."""
    rows: list[list[Line]] = []
    for line in lines:
        middle = (line.top + line.bottom) / 2
        if (
            rows
            and rows[-1][0].top <= middle <= rows[-1][0].bottom
            and line.top < (rows[-1][0].top + rows[-1][0].bottom) / 2
        ):
            rows[-1].append(line)
        else:
            rows.append([line])
    tops = [row[0].top for row in rows]
    steps = [0.0, *(after - before for before, after in pairwise(tops))]
    usual = median(steps[1:] or steps)
    words = []
    for step, row in zip(steps, rows, strict=True):
        if step > _BLANK * usual:
            words.append("")
        words.append(_row_text(sorted(row, key=lambda line: line.left)))
    return "\n".join(words)


def _row_text(row: Sequence[Line]) -> str:
    """Pieces on one level, with a space where there is room for one."""
    words = [row[0].text]
    for before, after in pairwise(row):
        room = _room(before.text[-1], after.text[0]) * before.height
        words += " " if after.left - before.right > room else "", after.text
    return "".join(words).strip(" ")
