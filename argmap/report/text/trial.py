"""Trials on a terminal: what would change, and what would have to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from argmap.report import Manner
from argmap.report.text.columns import wrap
from argmap.report.text.style import paint, printable
from argmap.semantics import Analysis

if TYPE_CHECKING:
    from argmap.report._trial import Block
    from argmap.semantics.flips import Flip


def flip(analysis: Analysis, flips: Sequence[Flip], manner: Manner) -> str:
    """What would have to change for each statement to fall, or to stand."""
    from argmap.report._trial import flipped

    return "\n".join(spell(flipped(one, analysis, manner.lang), manner) for one in flips)


def spell(blocks: Iterable[Block], manner: Manner) -> str:
    """Blocks as lines that fit the terminal; headings stand apart."""
    return "".join(f"{line}\n" for line in _lines(blocks, manner))


def _lines(blocks: Iterable[Block], manner: Manner) -> Iterator[str]:
    in_list = False
    for block in blocks:
        first, rest = _MARKS.get(block.kind, ("", ""))
        if block.kind == "heading" or (in_list and not first):
            yield ""
        in_list = bool(first)
        for place, line in enumerate(wrap(printable(block.text), manner.width - len(first))):
            shown = f"{rest if place else first}{line}"
            loud = block.kind in ("title", "heading")
            yield paint(shown, "bold", colour=manner.colour) if loud else shown


_MARKS = {"item": ("- ", "  "), "below": ("  - ", "    ")}
"""What stands before the first line of an item, and before the others."""
