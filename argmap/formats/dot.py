"""DOT, the language of Graphviz: written only, as `argmap render` does."""

from __future__ import annotations

from argmap.formats import Exported
from argmap.formats._drawn import KEEPS, drawn
from argmap.model import Debate

NAME = "DOT (Graphviz)"
SUFFIX = ".dot"
WRITES = KEEPS


def write(debate: Debate) -> Exported:
    """The map of a debate, without positions: any Graphviz lays it out."""
    from argmap.render import dot

    return drawn(debate, dot.render)
