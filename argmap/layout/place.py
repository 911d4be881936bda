"""From a picture to a placed picture: parts laid out apart, packed into group frames, and those into a sheet."""

from __future__ import annotations

from argmap.layout.arrange import arrange
from argmap.layout.engine import Engine
from argmap.layout.sheet import legend_blocks, sheet, surroundings
from argmap.layout.values import Placed, flat
from argmap.picture import Picture


def place(picture: Picture, *, engine: Engine = "pip", timeout: float = 20.0, gaps: float = 1.0) -> Placed:
    """Give everything in a picture its place.

    Args:
        picture: what is drawn.
        engine: `pip` for the engine that pip installed, `dot` for the system's Graphviz.
        timeout: seconds that the engine may take, twice: the second time it is asked for less.
        gaps: how much of the usual room is left between columns.

    Raises:
        LayoutError: there is no engine, it failed, or it took too long.
    """
    legends = legend_blocks(picture) if picture.boxes else ()
    content = arrange(
        picture, engine=engine, timeout=timeout, gaps=gaps, extra=surroundings(picture), legends=legends
    )
    return Placed(picture=picture, block=flat(sheet(picture, content)))
