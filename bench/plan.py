"""How much is to be measured, and where its files go."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

Chosen = TypeVar("Chosen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What every part is told.

    Attributes:
        folder: an empty folder of the part's own.
        quick: one run each of smaller sizes: to see that everything works.
        debates: how many debates the folder that is built holds.
    """

    folder: Path
    quick: bool
    debates: int

    def of(self, whole: Chosen, quick: Chosen) -> Chosen:
        """Choose what fits: the whole measurement, or the quick one."""
        return quick if self.quick else whole

    def sizes(self, *whole: int, fewer: int) -> Sequence[int]:
        """Give the sizes; without the largest ones where it must be quick."""
        return whole[: len(whole) - fewer] if self.quick else whole
