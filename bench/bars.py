"""How many times as long as argmap the peers take: bars on a logarithmic scale that begin at 1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor, log10
from typing import Final

import svg
from chart import Scale
from table import Row

_LEFT, _RIGHT, _TOP, _STEP = 20, 190, 84, 44


def bars(title: str, rows: Sequence[Row]) -> str:
    """Draw a bar a row; to the left of 1 where the peer is faster.

    Args:
        title: what stands on the plot.
        rows: rows with a peer and `times`.
    """
    times = [row.times or 1 for row in rows]
    scale = Scale.over([*times, 0.1, 10], _LEFT, svg.WIDTH - _RIGHT)
    height = _TOP + _STEP * len(rows) + 16
    said = ". ".join(f"{row.work}: {row.peer} {_ratio(row)}" for row in rows)
    return svg.sheet(title, f"{said}.", height, [*_axis(scale, height), *_rows(scale, rows)])


def _axis(scale: Scale, height: float) -> Iterator[str]:
    for value in scale.decades():
        x = scale.at(value)
        yield svg.line([(x, _TOP - 16), (x, height - 12)], "lead" if value == 1 else "grid")
        words = "argmap" if value == 1 else f"{value:,.0f} ×" if value > 1 else f"1/{1 / value:,.0f}"
        yield svg.text(x, _TOP - 22, words, kind="pale", anchor="middle" if x > _TITLE_ROOM else "start")


_TITLE_ROOM: Final = 60  # pixels from the left edge within which a mark cannot be centred


def _rows(scale: Scale, rows: Sequence[Row]) -> Iterator[str]:
    one = scale.at(1)
    for number, row in enumerate(rows):
        top, end = _TOP + number * _STEP, scale.at(row.times or 1)
        faster = end < one
        left, width = min(one, end), max(abs(end - one), 1.5)
        yield svg.text(_LEFT, top + 8, f"{row.work} – {row.peer}", kind="over")
        yield f'<rect class="m{1 if faster else 0}" x="{left:.1f}" y="{top + 14:.1f}" width="{width:.1f}" height="13"/>'
        if row.ratio.startswith(">"):
            yield f'<polygon class="m0" points="{end:.1f},{top + 10:.1f} {end + 11:.1f},{top + 20.5:.1f} {end:.1f},{top + 31:.1f}"/>'
        yield svg.text(max(one, end) + 16, top + 25, _ratio(row), kind="end")


def _ratio(row: Row) -> str:
    times = row.times or 1
    if times < 1:
        return f"{_figures(1 / times)} × faster than argmap"
    return f"{'more than ' * row.ratio.startswith('>')}{_figures(times)} ×"


def _figures(value: float) -> str:
    """Two figures, for more would not be the same on the next machine."""
    digits = 1 - floor(log10(value))
    return f"{round(value, digits):,.{max(digits, 0)}f}"
