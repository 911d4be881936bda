"""Mermaid, the text of a diagram that GitHub and many wikis draw: written only, as `argmap render` does."""

from __future__ import annotations

from argmap.formats import Exported
from argmap.formats._drawn import KEEPS, drawn
from argmap.model import Debate

NAME = "Mermaid"
SUFFIX = ".mmd"
WRITES = KEEPS


def write(debate: Debate) -> Exported:
    """The map of a debate as a flowchart."""
    from argmap.render import mermaid

    return drawn(debate, mermaid.render)
