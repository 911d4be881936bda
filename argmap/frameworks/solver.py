"""The complete labellings of a part as clauses, and a solver that keeps to a time limit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from time import monotonic
from typing import Self

from argmap.frameworks.components import Part
from argmap.frameworks.framework import IN, OUT, UNDECIDED

_CONFLICTS = 5_000  # between two looks at the clock


class OutOfTimeError(Exception):
    """The search was given up because its time was over: nothing was decided."""


class Clock:
    """How long may be searched.

    Args:
        seconds: from now on; None for as long as it takes.
    """

    def __init__(self, seconds: float | None = None) -> None:
        self._end = None if seconds is None else monotonic() + seconds

    def look(self) -> None:
        """Go on only if there is time.

        Raises:
            OutOfTimeError: there is none.
        """
        if self._end is not None and monotonic() >= self._end:
            raise OutOfTimeError


class PartSolver:
    """The complete labellings of a part, to be asked for again and again under more and more conditions.

    The variable `place + 1` says that a member is in, `out(place)` that it is out (the encoding of complete
    labellings in Cerutti, Dunne, Giacomin and Vallati 2014). Use it in a `with` block.
    """

    def __init__(self, part: Part, clock: Clock) -> None:
        from pysat.solvers import Solver

        self.part = part
        self.size = len(part.members)
        self.top = 2 * self.size
        self._clock = clock
        self._solver = Solver(name="glucose4", bootstrap_with=self._clauses())
        self._solver.set_phases(range(1, self.size + 1))  # try in first: extensions are found large

    def __enter__(self) -> Self:
        """The solver itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Free what the solver holds."""
        self._solver.delete()

    def out(self, place: int) -> int:
        """The variable that says that a member is out."""
        return self.size + place + 1

    def _clauses(self) -> Iterable[list[int]]:
        size = self.size
        for place, attackers in enumerate(self.part.attackers):
            is_in, is_out = place + 1, size + place + 1
            yield [-is_in, -is_out]
            yield [-is_out, *(other + 1 for other in attackers)]
            for other in attackers:
                yield [is_out, -other - 1]
            if self.part.barred[place]:
                yield [-is_in]
            else:
                yield [is_in, *(-size - other - 1 for other in attackers)]
                for other in attackers:
                    yield [-is_in, size + other + 1]

    def fresh(self) -> int:
        """A variable for a condition that can be turned on."""
        self.top += 1
        return self.top

    def require(self, clause: list[int]) -> None:
        """Ask from now on only for labellings in which one of these holds."""
        self._solver.add_clause(clause)

    def when(self, *alternatives: list[int]) -> int:
        """A condition that can be turned on: one of each list holds."""
        switch = self.fresh()
        for clause in alternatives:
            self.require([-switch, *clause])
        return switch

    @cached_property
    def all_decided(self) -> int:
        """The condition that nothing is undecided."""
        return self.when(*([place + 1, self.out(place)] for place in range(self.size)))

    def find(self, conditions: Sequence[int] = ()) -> bytes | None:
        """A complete labelling of the part under conditions, or None where there is none.

        Raises:
            OutOfTimeError: the time is over.
        """
        found = None
        while found is None:
            self._clock.look()
            self._solver.conf_budget(_CONFLICTS)
            found = self._solver.solve_limited(conditions)
        if not found:
            return None
        model, size = self._solver.get_model(), self.size
        return bytes(
            IN if model[place] > 0 else OUT if model[size + place] > 0 else UNDECIDED for place in range(size)
        )
