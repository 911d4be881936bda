"""What would have to change, as JSON: `argmap-flip/1`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from argmap.diagnostics import Lang
from argmap.report.json.types import Frozen
from argmap.semantics import Status


class ChangeToMake(Frozen):
    """A change: a statement falls, gains evidence or a source, or a new rebuttal of it with evidence is made."""

    id: str
    what: Literal["falls", "evidence", "source", "rebuttal"]
    by: str | None = Field(description="the party that says the statement")
    side: str | None
    text: str


Way = Literal["evidence", "fall", "both", "rebuttal"]
"""What kind of change does it."""


class WayToFlip(Frozen):
    """Changes that would do together, while no part of them would."""

    kind: Way
    size: int
    changes: tuple[ChangeToMake, ...]
    then: Status = Field(description="the status that the statement would have")
    text: str


class BoundOfSearch(Frozen):
    """Where the search stopped: of this kind, all ways of fewer changes than `size` are known, and maybe not all others."""

    kind: Way
    size: int


class FlippedStatement(Frozen):
    """What would have to change for a statement to fall, if it stands, or else to stand."""

    id: str
    debate: str
    by: str | None
    side: str | None
    text: str
    status: Status
    stands: bool
    ways: tuple[WayToFlip, ...] = Field(description="by kind, then by size")
    bounds: tuple[BoundOfSearch, ...] = Field(description="empty where every way is known")


class FlipReport(Frozen):
    """`argmap flip ID --format json`."""

    format: Literal["argmap-flip/1"] = "argmap-flip/1"
    lang: Lang = Field(description="the language of the `text` of a way")
    flips: tuple[FlippedStatement, ...]
