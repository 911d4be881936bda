"""What would have to change for a statement to fall, or to stand again: the smallest sets of changes.

A change is that a statement falls (it is refuted with evidence, or withdrawn), or that evidence for it is shown. Whether
a statement stands is not monotone in changes, for what a change brings down may have held down something else. So
candidates are the smallest sets that hit every reason found so far why a set would not do (implicit hitting sets:
Reiter 1987; Ignatiev, Morgado, Weber and Marques-Silva 2019), where a reason (`Rules.rests_on`, `Rules.lacks`) may also
ask for a change not to be made; the solver is RC2 (Ignatiev, Morgado and Marques-Silva 2019). Sets come by size and
none contains another, so every one is minimal. Each is checked by deciding anew the debate in which it came about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from argmap.model import Evidence
from argmap.semantics.analysis import Analysis, Verdict, analyse
from argmap.semantics.derivation import Derived, Rules, fall, place_of
from argmap.semantics.retold import altered, only
from argmap.semantics.status import Status

FEW = 10
"""So many sets of a kind are listed; more only if all are of the smallest size."""
MOST = 50
"""No more sets of a kind than this are listed, of whatever size."""
LARGEST = 20
"""Sets of more changes than this are not looked for."""
EFFORT = 100_000
"""So many labels of statements are decided in the search for each kind, whatever the size of the debate."""


class FlipKind(StrEnum):
    """What kind of change does it, in the order in which they are told: what was said comes before what would be new."""

    EVIDENCE = "evidence"
    FALL = "fall"
    BOTH = "both"
    REBUTTAL = "rebuttal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One change: the number of a statement, and what would become of it.

    It `falls`; it gains `evidence`; being evidence, it gains a `source`; or a new rebuttal of it, with evidence, is made.
    """

    number: int
    what: Literal["falls", "evidence", "source", "rebuttal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A set of changes that would do, while no part of it would; what bears most closely on the statement comes first.

    Attributes:
        kind: what kind of change it is.
        turns: the changes.
        then: the status that the statement would have.
    """

    kind: FlipKind
    turns: tuple[Turn, ...]
    then: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """Where the search stopped: of this kind, every way of fewer changes than `size` is known, and no more for sure."""

    kind: FlipKind
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """What would have to change for a statement to fall, if it stands, or else to stand.

    Attributes:
        verdict: the statement as it is.
        ways: by kind, then by size.
        bounds: the kinds of which there may be more.
    """

    verdict: Verdict
    ways: tuple[Way, ...]
    bounds: tuple[Bound, ...]

    @property
    def stands(self) -> bool:
        """Whether the statement stands now."""
        return self.verdict.status.stands

    def of(self, kind: FlipKind) -> tuple[Way, ...]:
        """The ways of one kind."""
        return tuple(way for way in self.ways if way.kind is kind)


def flip(analysis: Analysis, key: str, *, effort: int = EFFORT) -> Flip:
    """What would have to change for a statement to fall, or to stand.

    Args:
        analysis: the debates as they are.
        key: `debate#id` of the statement.
        effort: how many labels may be decided in the search for each kind.

    Raises:
        KeyError: no statement has this key.
    """
    number = analysis.graph.number[key]
    search = _Search(analysis, number, effort)
    found = [way for kind in (FlipKind.EVIDENCE, FlipKind.FALL, FlipKind.BOTH) for way in search.ways(kind)]
    if search.stood:
        found.append(search.way(FlipKind.REBUTTAL, [Turn(number=number, what="rebuttal")]))
    return Flip(verdict=analysis.verdicts[number], ways=tuple(found), bounds=tuple(search.bounds))


class _Search:
    """Everything that bears on a statement, with the reasons found so far why a set of changes would not do."""

    def __init__(self, analysis: Analysis, number: int, effort: int) -> None:
        graph = self.graph = analysis.graph
        self.number, self.effort = number, effort
        self.numbers = graph.bearing_on([number])
        self.rules = Rules(graph, self.numbers)
        self.stood = analysis.verdicts[number].status.stands
        self.bounds: list[Bound] = []
        onward = [graph.steps[position] for position in graph.steps_from[number]]
        joined = (one for step in onward for one in (*step.premises, step.conclusion))
        self._debates = only(graph.debates, {graph.keys[one] for one in (*self.numbers, *joined)})
        self._reasons = [self._reason(self.rules.derive())]

    def ways(self, kind: FlipKind) -> Iterator[Way]:
        """The ways of one kind, by size; where the search stops before the end, that is noted."""
        smallest: int | None = None
        ways: list[Way] = []
        for made in self._sets(kind):
            smallest = smallest or len(made)
            if len(ways) >= (FEW if len(made) > smallest else MOST):
                self.bounds.append(Bound(kind=kind, size=len(made)))
                break
            ways.append(self.way(kind, self._turns(made)))
        yield from sorted(ways, key=self._place)

    def way(self, kind: FlipKind, turns: Sequence[Turn]) -> Way:
        """A set of changes, with what is decided of the debate in which it came about."""

        def those(*what: str) -> list[str]:
            return [self.graph.keys[turn.number] for turn in turns if turn.what in what]

        changed = altered(
            self._debates,
            fallen=those("falls"),
            shown=those("evidence", "source"),
            rebutted=those("rebuttal"),
        )
        then = analyse(changed)[self.graph.keys[self.number]].status
        if then.stands == self.stood:
            raise RuntimeError(f"{turns} would not change {self.graph.keys[self.number]}")
        return Way(kind=kind, turns=tuple(turns), then=then)

    def _sets(self, kind: FlipKind) -> Iterator[frozenset[int]]:
        """The minimal sets of changes of one kind, by size."""
        solver, spent = _Hitting(), 0
        clauses = [_within(kind, reason) for reason in self._reasons]
        while all(clauses):  # nothing can meet one that is empty
            made = solver.smallest(clauses)
            if made is None:
                return
            if len(made) > LARGEST or spent >= self.effort:
                self.bounds.append(Bound(kind=kind, size=len(made)))
                return
            spent += len(self.numbers)
            derived = self.rules.derive(made)
            if self.rules.stands(derived, self.number) == self.stood:
                reason = self._reason(derived)
            else:
                if _kind_of(made) is kind:
                    yield made
                reason = frozenset(-change for change in made)  # what holds all of it is not minimal
            self._reasons.append(reason)
            clauses = [_within(kind, reason)]

    def _reason(self, derived: Derived) -> frozenset[int]:
        """Why what was derived is not enough: changes of which one has to be made (or, below zero, undone)."""
        found = (self.rules.rests_on if self.stood else self.rules.lacks)(derived, self.number)
        return frozenset(found - {fall(0)})  # that it falls itself is no reason for it to fall

    def _turns(self, made: Collection[int]) -> list[Turn]:
        """Changes by what they are about, the nearest first."""
        found = []
        for change in sorted(made):
            place, shown = place_of(change)
            number = self.numbers[place]
            gains: Literal["source", "evidence"] = (
                "source" if isinstance(self.graph.said[number], Evidence) else "evidence"
            )
            found.append(Turn(number=number, what=gains if shown else "falls"))
        return found

    def _place(self, way: Way) -> tuple[int, int, list[int]]:
        """Where a way comes among those of its kind: fewer changes first, a source before new evidence, near before far."""
        new = sum(turn.what == "evidence" for turn in way.turns)
        return len(way.turns), new, [self.rules.place[turn.number] for turn in way.turns]


class _Hitting:
    """The smallest sets of changes that meet every reason."""

    def __init__(self) -> None:
        from pysat.examples.rc2 import RC2
        from pysat.formula import WCNF

        self._solver = RC2(WCNF())
        self._known: set[int] = set()

    def smallest(self, clauses: Iterable[frozenset[int]]) -> frozenset[int] | None:
        """A smallest set that meets these reasons too, each in one of its changes; None when there is none."""
        for clause in clauses:
            for change in sorted({abs(one) for one in clause} - self._known):
                self._known.add(change)
                self._solver.add_clause([-change], weight=1)
            self._solver.add_clause(sorted(clause))
        model = self._solver.compute()
        return None if model is None else frozenset(one for one in model if one > 0)


def _within(kind: FlipKind, reason: Collection[int]) -> frozenset[int]:
    """A reason, of whose changes only those of a kind can be made."""
    return frozenset(one for one in reason if one < 0 or kind in (FlipKind.BOTH, _kind_of([one])))


def _kind_of(made: Iterable[int]) -> FlipKind:
    shown = {place_of(change)[1] for change in made}
    if len(shown) > 1:
        return FlipKind.BOTH
    return FlipKind.EVIDENCE if True in shown else FlipKind.FALL
