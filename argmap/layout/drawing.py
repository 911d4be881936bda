"""A picture with the wishes for drawing it; laid out once, when a renderer first needs it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from argmap.layout.engine import Engine
from argmap.layout.place import place
from argmap.layout.values import Placed
from argmap.picture import Picture

if TYPE_CHECKING:
    from argmap.layout.pages import Page

Paper = Literal["a4", "a3"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a picture is to be drawn.

    Attributes:
        paper: the sheet of a PDF, on its side.
        scale: pixels of a PNG for one unit of the picture; less when the picture is very big.
        engine: `pip` for the layout engine that pip installed, `dot` for the system's Graphviz.
        timeout: seconds that the engine may take at a time.
    """

    paper: Paper = "a4"
    scale: float = 2.0
    engine: Engine = "pip"
    timeout: float = 20.0


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """What every renderer gets."""

    picture: Picture
    options: Options = Options()

    @cached_property
    def placed(self) -> Placed:
        """The picture with a place for everything in it.

        Raises:
            LayoutError: there is no engine, it failed, or it took too long.
        """
        return place(self.picture, engine=self.options.engine, timeout=self.options.timeout)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The picture on sheets of paper.

        Raises:
            LayoutError: there is no engine, it failed, or it took too long.
        """
        from argmap.layout.pages import pages

        return pages(self)
