"""The search under the semi-stable semantics (Caminada 2006): complete labellings that leave as little open as can be.

What a labelling decides is its range. Of a labelling in question the range is made as large as can be; then either
a labelling of this range is what was looked for, or the range and everything in it is passed over from then on
(after Dvořák, Järvisalo, Wallner and Woltran 2014).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from argmap.frameworks.framework import Semantics
from argmap.frameworks.search import Found, Search
from argmap.frameworks.solver import PartSolver


class RangeSearch(Search):
    """The search for labellings whose range is as large as can be."""

    def __init__(self, solver: PartSolver) -> None:
        super().__init__(solver, Semantics.SEMI_STABLE)

    @cached_property
    def _decided(self) -> list[int]:
        """The variables that say that a place is decided."""
        return [self.solver.when([place + 1, self.solver.out(place)]) for place in range(self.solver.size)]

    def _within(self, labelling: bytes) -> list[int]:
        """The conditions that all is decided that is decided here."""
        return [decided for decided, label in zip(self._decided, labelling, strict=True) if label]

    def _beyond(self, labelling: bytes) -> list[int]:
        """The alternatives of which one holds where something is decided that is open here."""
        open_ = [place for place, label in enumerate(labelling) if not label]
        return [*(place + 1 for place in open_), *map(self.solver.out, open_)]

    def grow(self, labelling: bytes) -> bytes:
        """A labelling that decides all that is decided here, and as much more as can be."""
        around: bytes | None = labelling
        while around is not None:
            labelling = around
            around = self.find([self.solver.when(self._beyond(labelling)), *self._within(labelling)])
        return labelling

    def every(self, most: int | None = None) -> Iterator[bytes]:
        """The extensions, each once, range by range."""
        active, count = self.solver.fresh(), 0
        while (most is None or count < most) and (first := self.find([active])):
            first = self.grow(first)
            same = [self.solver.fresh(), *self._within(first)]
            while (most is None or count < most) and (labelling := self.find(same)):
                yield labelling
                count += 1
                differs = [(-1 if label == 1 else 1) * (p + 1) for p, label in enumerate(labelling)]
                self.solver.require([-same[0], *differs])
            self.solver.require([-active, *self._beyond(first)])

    def reach_any(self, clause: Sequence[int], found: Found) -> bytes | None:
        """An extension in which one of the alternatives holds, or None; those that were met on the way are kept."""
        wanted = self.solver.when(list(clause))
        for known in found.extensions:
            self.solver.require([-wanted, *self._beyond(known)])
            if (labelling := self.find([self.solver.when(list(clause)), *self._within(known)])) is not None:
                return labelling
        while (labelling := self.find([wanted])) is not None:
            best = self.grow(labelling)
            found.extensions.append(best)
            labelling = self.find([self.solver.when(list(clause)), *self._within(best)])
            if labelling is not None:
                return labelling
            self.solver.require([-wanted, *self._beyond(best)])
        return None

    def credulous(self, wanted: Iterable[int], found: Found) -> None:
        """Find extensions until each of the wanted places is in one, or known to be in none."""
        self.some(found)
        open_ = {place for place in wanted if all(known[place] != 1 for known in found.extensions)}
        while open_:
            labelling = self.reach_any([place + 1 for place in sorted(open_)], found)
            if labelling is None:
                found.never |= open_
                return
            found.extensions.append(labelling)
            open_ = {place for place in open_ if all(known[place] != 1 for known in found.extensions)}

    def skeptical(self, wanted: Iterable[int], found: Found) -> None:
        """Find extensions until each of the wanted places is missing in one, or known to be in all."""
        self.some(found)
        open_ = {place for place in wanted if all(known[place] == 1 for known in found.extensions)}
        while open_:
            labelling = self.reach_any([-place - 1 for place in sorted(open_)], found)
            if labelling is None:
                found.always |= open_
                return
            found.extensions.append(labelling)
            open_ = {place for place in open_ if all(known[place] == 1 for known in found.extensions)}
