"""What changed between two states of debates: what was added, removed and reworded, what rose or fell, and why."""

from argmap.comparison.compare import compare
from argmap.comparison.matching import resemblance
from argmap.comparison.values import (
    Cause,
    Change,
    DebatePair,
    Difference,
    Direction,
    Edit,
    Item,
    Tie,
)

__all__ = [
    "Cause",
    "Change",
    "DebatePair",
    "Difference",
    "Direction",
    "Edit",
    "Item",
    "Tie",
    "compare",
    "resemblance",
]
