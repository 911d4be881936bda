"""Where everything in a picture goes."""

from argmap.layout.drawing import Drawing, Options, Paper
from argmap.layout.engine import Engine
from argmap.layout.place import place
from argmap.layout.values import Block, LayoutError, Placed

__all__ = ["Block", "Drawing", "Engine", "LayoutError", "Options", "Paper", "Placed", "place"]
