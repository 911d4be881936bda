"""SVG: for the screen, for a web page, and to be edited; text is text, every box and line has an id."""

from __future__ import annotations

from argmap.layout import Drawing
from argmap.layout.svg import write

SUFFIX = ".svg"
MEDIA = "image/svg+xml"


def render(drawing: Drawing) -> str:
    """The picture as SVG."""
    return write(drawing.placed)
