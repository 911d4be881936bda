"""An abstract argumentation framework (Dung 1995): arguments 0..n-1, and which of them attack which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

UNDECIDED, IN, OUT = range(3)
"""The labels of an argument (Caminada 2006); a labelling is one byte an argument."""


class Semantics(StrEnum):
    """Which sets of arguments can be held at the same time: the extensions."""

    GROUNDED = "grounded"
    COMPLETE = "complete"
    PREFERRED = "preferred"
    STABLE = "stable"
    SEMI_STABLE = "semi-stable"
    IDEAL = "ideal"


class Task(StrEnum):
    """What is asked, with the letters of the ICCMA competitions."""

    SOME = "SE"
    EVERY = "EE"
    COUNT = "CE"
    CREDULOUS = "DC"
    SKEPTICAL = "DS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """Who attacks whom, by number, in both directions; nobody twice. Build one with `Framework.of`."""

    attackers: Sequence[Sequence[int]]
    targets: Sequence[Sequence[int]]

    @classmethod
    def of(cls, size: int, attacks: Iterable[tuple[int, int]]) -> Framework:
        """A framework of so many arguments; an attack that is named twice counts once.

        Raises:
            IndexError: an attack names an argument that there is not.
        """
        attackers: list[list[int]] = [[] for _ in range(size)]
        targets: list[list[int]] = [[] for _ in range(size)]
        for attacker, target in dict.fromkeys(attacks):
            if attacker < 0 or target < 0:
                raise IndexError(min(attacker, target))
            targets[attacker].append(target)
            attackers[target].append(attacker)
        return cls(attackers=attackers, targets=targets)

    def __len__(self) -> int:
        """The number of arguments."""
        return len(self.attackers)
