"""PNG: for a post or a slide; drawn with Noto Sans JP and no other font, so it looks the same everywhere.

A character that Noto Sans JP lacks is drawn as 〓, and named by its code below the picture.
"""

from __future__ import annotations

from math import sqrt

from argmap.layout import Drawing
from argmap.layout.svg import write

SUFFIX = ".png"
MEDIA = "image/png"

_MOST = 40_000_000  # pixels: 160 MB while it is drawn
_LONGEST = 30_000  # pixels on a side: what viewers and social networks still open


def render(drawing: Drawing) -> bytes:
    """The picture as PNG, at the scale asked for or the largest that stays within 40 million pixels."""
    from pylopdf_fonts_jp import sans_path
    from resvg_py import svg_to_bytes

    placed = drawing.placed
    zoom = min(
        drawing.options.scale,
        sqrt(_MOST / (placed.width * placed.height)),
        _LONGEST / max(placed.width, placed.height),
    )
    return bytes(
        svg_to_bytes(
            svg_string=write(placed, font_only=True),
            zoom=zoom,
            skip_system_fonts=True,
            font_files=[str(sans_path())],
            font_family="Noto Sans JP",
            sans_serif_family="Noto Sans JP",
        )
    )
