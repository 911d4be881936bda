"""Packing rectangles into a rectangle of a given width, and choosing the width that makes a good sheet."""

from __future__ import annotations

from collections.abc import Sequence

Size = tuple[float, float]
Corner = tuple[float, float]
_Stretch = tuple[float, float, float]
"""From one x to another, what is free: all from a y on."""


def pack(sizes: Sequence[Size], width: float, gap: Size) -> tuple[list[Corner], Size]:
    """Put rectangles side by side and below each other, each as high up, then as far left, as it fits.

    The skyline method (Burke, Kendall & Whitwell 2004), in the given order, so that what comes first stands first.

    Args:
        sizes: width and height of every rectangle.
        width: how wide the whole may become; a wider rectangle stands alone.
        gap: what stays free between neighbours, across and down.

    Returns:
        The upper left corner of every rectangle, and the size of the whole.
    """
    across, down = gap
    skyline: list[_Stretch] = [(0.0, width + across, 0.0)]
    corners: list[Corner] = []
    for wide, high in sizes:
        x, y = _lowest(skyline, min(wide, width) + across)
        corners.append((x, y))
        skyline = _risen(skyline, x, min(x + wide, width) + across, y + high + down)
    whole = (
        max((x + wide for (x, _), (wide, _) in zip(corners, sizes, strict=True)), default=0.0),
        max((y + high for (_, y), (_, high) in zip(corners, sizes, strict=True)), default=0.0),
    )
    return corners, whole


def _lowest(skyline: Sequence[_Stretch], wide: float) -> Corner:
    """The highest, then leftmost place on the skyline for a rectangle of a width."""
    end = skyline[-1][1]
    best = (float("inf"), 0.0)
    for position, (start, _, free) in enumerate(skyline):
        if start + wide > end:
            break
        y = free
        for left, _, more in skyline[position + 1 :]:
            if left >= start + wide:
                break
            y = max(y, more)
        best = min(best, (y, start))
    return best[1], best[0]


def _risen(skyline: Sequence[_Stretch], left: float, right: float, y: float) -> list[_Stretch]:
    """The skyline after a rectangle was put on it."""
    risen: list[_Stretch] = []
    for start, end, free in skyline:
        if end <= left or start >= right:
            risen.append((start, end, free))
            continue
        if start == left:  # a rectangle always starts where a stretch does
            risen.append((left, right, y))
        if end > right:
            risen.append((right, end, free))
    return risen
