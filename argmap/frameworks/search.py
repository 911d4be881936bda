"""The search for extensions of one part, by a SAT solver that is asked again and again.

A preferred labelling is found by asking for more and more arguments that are in (Cerutti, Dunne, Giacomin and Vallati
2014). An argument is in no preferred extension when it is in no complete one. Whether it is in all of them is decided
by refinement (Dvořák, Järvisalo, Wallner and Woltran 2014), with a refinement after Thimm, Cerutti and Vallati (2021):
where a labelling without the argument goes together with a set that defends the argument, a preferred labelling
without it must attack that set, and such labellings alone are looked for further.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from argmap.frameworks.components import Part
from argmap.frameworks.framework import IN, OUT, Semantics
from argmap.frameworks.solver import PartSolver


@dataclass(slots=True)
class Found:
    """What is known of the extensions of one part.

    Attributes:
        extensions: labellings, each one that the semantics allows.
        whole: whether there are no others.
        never: places that are in no extension, as far as it was asked.
        always: places that are in all of them, as far as it was asked.
        bases: by place of what is in all preferred extensions without being in the ideal one: sets that defend it.
        sure: the ideal extension, where it was needed.
    """

    extensions: list[bytes] = field(default_factory=list)
    whole: bool = False
    never: set[int] = field(default_factory=set)
    always: set[int] = field(default_factory=set)
    bases: dict[int, list[tuple[int, ...]]] = field(default_factory=dict)
    sure: tuple[int, ...] = ()


class Search:
    """The search under one semantics; `grow` makes of a labelling one that the semantics allows.

    Complete and stable labellings are allowed as they are found; a stable one under a condition.
    """

    def __init__(self, solver: PartSolver, semantics: Semantics) -> None:
        self.solver = solver
        self.part = solver.part
        self.semantics = semantics
        self.always_on = [solver.all_decided] if semantics is Semantics.STABLE else []

    def find(self, conditions: Sequence[int] = ()) -> bytes | None:
        """A labelling under conditions, not yet grown."""
        return self.solver.find([*self.always_on, *conditions])

    def grow(self, labelling: bytes) -> bytes:
        """A labelling that the semantics allows, in which everything is in that is in here."""
        return self._largest(labelling) if self.semantics is Semantics.PREFERRED else labelling

    def _largest(self, labelling: bytes) -> bytes:
        """A preferred labelling around one: a stable one if there is, or as much more as can be in."""
        around = self.solver.find([self.solver.all_decided, *_held(labelling)]) if 0 in labelling else None
        if around is not None:
            return around
        while more := [p + 1 for p, label in enumerate(labelling) if not label and not self.part.barred[p]]:
            around = self.solver.find([self.solver.when(more), *_held(labelling)])
            if around is None:
                break
            labelling = around
        return labelling

    def some(self, found: Found) -> bool:
        """See that an extension is known; False where there is none."""
        if not found.extensions:
            labelling = self.find()
            if labelling is None:
                found.whole = True
                return False
            found.extensions.append(self.grow(labelling))
        return True

    def every(self, most: int | None = None) -> Iterator[bytes]:
        """The extensions, each once; no more of them than asked for."""
        active = self.solver.fresh()
        count = 0
        while (most is None or count < most) and (labelling := self.find([active])) is not None:
            grown = self.grow(labelling)
            yield grown
            count += 1
            self.solver.require([-active, *self._others(grown)])

    def _others(self, labelling: bytes) -> list[int]:
        """What holds in every further extension: something else is in."""
        others = [place + 1 for place, label in enumerate(labelling) if label != IN]
        if self.semantics is Semantics.COMPLETE:  # a smaller one will do
            others += [-place - 1 for place, label in enumerate(labelling) if label == IN]
        return others

    def credulous(self, wanted: Iterable[int], found: Found) -> None:
        """Find extensions until each of the wanted places is in one, or known to be in none."""
        self.reach(wanted, found, lambda place: place + 1, IN)
        held = {
            place for labelling in found.extensions for place, label in enumerate(labelling) if label == IN
        }
        found.never.update(set(wanted) - held)

    def reach(self, wanted: Iterable[int], found: Found, literal: Callable[[int], int], label: int) -> None:
        """Find extensions that give the wanted places a label, as far as there are any."""
        open_ = set(wanted)
        for labelling in found.extensions:
            open_ -= {place for place in open_ if labelling[place] == label}
        while open_:
            fitting = self.find([self.solver.when([literal(place) for place in sorted(open_)])])
            if fitting is None:
                return
            found.extensions.append(grown := self.grow(fitting))
            open_ -= {place for place in open_ if grown[place] == label}

    def skeptical(self, wanted: Iterable[int], found: Found) -> None:
        """Find extensions until each of the wanted places is missing in one, or known to be in all."""
        open_ = _in_all(set(wanted), found)
        if self.semantics is Semantics.PREFERRED:
            self._doubt_all(open_, found)
            return
        while open_:
            lacking = self.find([self.solver.when([-place - 1 for place in sorted(open_)])])
            if lacking is None:
                found.always |= open_
                return
            found.extensions.append(lacking)
            open_ = _in_all(open_, found)

    def _doubt_all(self, open_: set[int], found: Found) -> None:
        """Which of the places are in every preferred extension: the ideal ones, and those that stand every doubt."""
        self.reach(open_, found, self.solver.out, OUT)
        open_ = _in_all(open_, found)
        if not open_:
            return
        sure = self.ideal(found)
        found.always |= open_ & set(sure)
        for place in sorted(open_ - set(sure)):
            if all(labelling[place] == IN for labelling in found.extensions):
                self._doubt(place, found)

    def _doubt(self, place: int, found: Found) -> None:
        """Find a preferred extension without an argument that is never out, or the sets that rule it out."""
        solver, bases = self.solver, list[tuple[int, ...]]()
        without = solver.when([-place - 1])
        while labelling := self.find([without]):
            joined = self.find([place + 1, *_held(labelling)])
            if joined is None:
                found.extensions.append(self.grow(labelling))
                return
            base = defence(self.part, joined, place)
            bases.append(base)
            solver.require([-without, *map(solver.out, base)])
        found.always.add(place)
        found.bases[place] = bases

    def ideal(self, found: Found) -> tuple[int, ...]:
        """The ideal extension: the largest admissible set of what is credulous and that nothing credulous attacks.

        (Dunne, Dvořák and Woltran 2013.) Extensions that put the others out are found meanwhile.
        """
        self.some(found)
        every_in = _in_all(set(range(self.solver.size)), found)
        self.reach(every_in, found, self.solver.out, OUT)
        found.sure = tuple(sorted(self_defending(self.part, _in_all(every_in, found))))
        return found.sure


def _in_all(places: set[int], found: Found) -> set[int]:
    """Those of the places that are in all extensions that are known."""
    return {place for place in places if all(labelling[place] == IN for labelling in found.extensions)}


def _held(labelling: bytes) -> list[int]:
    """The conditions that all is in that is in here."""
    return [place + 1 for place, label in enumerate(labelling) if label == IN]


def defence(part: Part, labelling: bytes, place: int) -> tuple[int, ...]:
    """A small set of what is in that has a member and defends all of itself."""
    base, waiting = {place}, [place]
    for member in waiting:  # grows meanwhile
        for attacker in part.attackers[member]:
            if base.isdisjoint(part.attackers[attacker]):
                defender = next(other for other in part.attackers[attacker] if labelling[other] == IN)
                base.add(defender)
                waiting.append(defender)
    return tuple(sorted(base))


def self_defending(part: Part, places: set[int]) -> set[int]:
    """The largest subset that attacks whatever attacks it, of places of which none attacks another."""
    kept = {place for place in places if not part.barred[place]}
    strikes = [sum(other in kept for other in attackers) for attackers in part.attackers]
    struck: dict[int, list[int]] = {}
    for target, attackers in enumerate(part.attackers):
        for attacker in attackers:
            struck.setdefault(attacker, []).append(target)
    fallen = [place for place in kept if any(not strikes[other] for other in part.attackers[place])]
    kept.difference_update(fallen)
    for place in fallen:  # grows meanwhile
        for attacker in struck.get(place, ()):
            strikes[attacker] -= 1
            if not strikes[attacker]:
                lost = [target for target in struck.get(attacker, ()) if target in kept]
                kept.difference_update(lost)
                fallen += lost
    return kept
