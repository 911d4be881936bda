"""argmap: claims, rebuttals and evidence of a public debate as a map, with what still stands and why.

    >>> import argmap
    >>> debate = argmap.load("claims/mynumber-insurance-card.yaml")
    >>> argmap.analyse(debate)["encryption"].status
    <Status.CHALLENGED: 'challenged'>

Names are imported when they are first used, so `import argmap` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model import Debate
    from argmap.pipeline import BrokenDebateError, Map, analyse, draw, load
    from argmap.semantics import Analysis, Label, QuestionStatus, Status

__version__ = "0.1.0"

_HOMES = {
    "Analysis": "argmap.semantics",
    "BrokenDebateError": "argmap.pipeline",
    "Debate": "argmap.model",
    "Label": "argmap.semantics",
    "Map": "argmap.pipeline",
    "QuestionStatus": "argmap.semantics",
    "Status": "argmap.semantics",
    "analyse": "argmap.pipeline",
    "draw": "argmap.pipeline",
    "load": "argmap.pipeline",
}

__all__ = [
    "Analysis",
    "BrokenDebateError",
    "Debate",
    "Label",
    "Map",
    "QuestionStatus",
    "Status",
    "__version__",
    "analyse",
    "draw",
    "load",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
