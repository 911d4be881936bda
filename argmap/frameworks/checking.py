"""The proof of an answer, read anew: nothing here is shared with the search.

What shows that an answer holds is read in time linear in the framework: that the grounded labels follow from one another
and leave nothing out, that the parts are what is open, that an extension is one. That something does not exist (a larger
extension, one with an argument, one without it, a further one) is one question each to another solver, with the
definition of complete extensions spelled out in another way (Besnard and Doutre 2004):

- in no preferred or complete extension: no complete extension of the part has it;
- in the ideal extension: it defends itself, and no complete extension attacks it;
- in every preferred extension: sets defend it, and every complete extension without it leaves one of them unattacked;
- of semi-stable extensions: the ranges that were met, and nothing that reaches beyond them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Self

from argmap.frameworks.answer import Answer
from argmap.frameworks.components import Part
from argmap.frameworks.framework import IN, OUT, UNDECIDED, Framework, Semantics, Task
from argmap.frameworks.search import Found
from argmap.frameworks.solver import Clock

_CONFLICTS = 5_000


@dataclass(slots=True)
class Proof:
    """What became of the check.

    Attributes:
        faults: what does not hold, in English, for whoever mends it; empty where the answer is proved.
        read: how many labellings were read.
        refuted: how many questions whether something exists were answered with no by the other solver.
    """

    faults: list[str] = field(default_factory=list)
    read: int = 0
    refuted: int = 0

    @property
    def holds(self) -> bool:
        """Whether the answer is proved."""
        return not self.faults


def check(framework: Framework, answer: Answer, seconds: float | None = None) -> Proof:
    """Prove an answer.

    Args:
        framework: the framework it speaks of.
        answer: the answer.
        seconds: how long the other solver may search; None for as long as it takes.

    Raises:
        OutOfTimeError: the time was not enough.
    """
    proof = Proof()
    proof.faults += _grounded(framework, answer)
    if answer.question.semantics is Semantics.GROUNDED or proof.faults:
        return proof
    proof.faults += _cut(framework, answer)
    clock = Clock(seconds)
    if not proof.faults:
        _frozen(framework, answer, proof, clock)
        _parts(answer, proof, clock)
    if not proof.faults:
        proof.faults += _claims(answer)
    return proof


def _grounded(framework: Framework, answer: Answer) -> Iterator[str]:
    """Every decided label follows from those before it, and nothing else follows."""
    labels, so_far = answer.grounded, bytearray(len(framework))
    for number in answer.order:
        attackers = framework.attackers[number]
        forced = (
            IN
            if all(so_far[n] == OUT for n in attackers)
            else OUT
            if any(so_far[n] == IN for n in attackers)
            else UNDECIDED
        )
        if forced != labels[number] or forced == UNDECIDED:
            yield f"the label of argument {number} does not follow"
        so_far[number] = forced
    if so_far != labels:
        yield "an argument is decided without a reason"
    for number, label in enumerate(labels):
        if label == UNDECIDED:
            around = [labels[n] for n in framework.attackers[number]]
            if IN in around or UNDECIDED not in around:
                yield f"argument {number} could have been decided"


def _cut(framework: Framework, answer: Answer) -> Iterator[str]:
    """The frozen and the parts are all that is open, and nothing bears on them from outside."""
    home: dict[int, tuple[int, int]] = dict.fromkeys(answer.rest.frozen, (-1, 0))
    for position, part in enumerate(answer.rest.parts):
        for place, number in enumerate(part.members):
            home[number] = (position, place)
    open_ = [number for number, label in enumerate(answer.grounded) if label == UNDECIDED]
    held = len(answer.rest.frozen) + sum(len(part.members) for part in answer.rest.parts)
    if sorted(home) != open_ or held != len(open_):
        yield "the parts are not what is open"
        return
    for number in open_:
        position, place = home[number]
        around = [home[n] for n in framework.attackers[number] if n in home]
        if position < 0:
            if any(other >= 0 for other, _ in around):
                yield f"argument {number} is frozen, but something else bears on it"
            continue
        part = answer.rest.parts[position]
        inside = tuple(place for other, place in around if other == position)
        cold = any(other < 0 for other, _ in around)
        if any(other not in (-1, position) for other, _ in around):
            yield f"argument {number} is attacked from another part"
        if sorted(part.attackers[place]) != sorted(inside) or part.barred[place] != cold:
            yield f"the attackers of argument {number} are not those of its part"


def _frozen(framework: Framework, answer: Answer, proof: Proof, clock: Clock) -> None:
    """No complete labelling of the frozen arguments, on which nothing else bears, has one that is in."""
    if answer.rest.frozen:
        place = {number: n for n, number in enumerate(answer.rest.frozen)}
        attackers = [[place[n] for n in framework.attackers[m] if n in place] for m in answer.rest.frozen]
        with _Other(attackers, [False] * len(attackers), clock) as other:
            if other.exists([[other.has(n) for n in range(len(attackers))]]):
                proof.faults.append("something frozen can be in")
        proof.refuted += 1


def _parts(answer: Answer, proof: Proof, clock: Clock) -> None:
    seen: set[object] = set()
    for part, found in zip(answer.rest.parts, answer.found, strict=True):
        shape = (part.attackers, part.barred, id(found))
        if shape not in seen:
            seen.add(shape)
            with _Other(part.attackers, part.barred, clock) as other:
                checker = _PartCheck(answer.question.semantics, part, found, other)
                proof.faults += checker.faults()
            proof.read += len(found.extensions)
            proof.refuted += other.refuted


class _PartCheck:
    """One part: what was found of it, and the other solver."""

    def __init__(self, semantics: Semantics, part: Part, found: Found, other: _Other) -> None:
        self.ideal = semantics is Semantics.IDEAL
        self.semantics = Semantics.PREFERRED if self.ideal else semantics
        self.part, self.found, self.other = part, found, other
        self.places = range(len(part.members))
        if semantics is Semantics.STABLE:
            other.decide_all()

    def faults(self) -> Iterator[str]:
        name = f"part of argument {self.part.members[0]}"
        for labelling in self.found.extensions:
            if not self._is_complete(labelling):
                yield f"{name}: a labelling is not complete"
            elif not self._is_best(labelling):
                yield f"{name}: a labelling is not {self.semantics.value}"
        if len(set(self.found.extensions)) != len(self.found.extensions) and self.found.whole:
            yield f"{name}: an extension is listed twice"
        has, places = self.other.has, self.places
        if self.found.never and self._exists([has(place) for place in sorted(self.found.never)]):
            yield f"{name}: something is in an extension after all"
        if self.found.always and not self._holds_always():
            yield f"{name}: something is not in every extension"
        if self.found.whole and self._exists(None):
            yield f"{name}: there is a further extension"
        if self.ideal:
            in_all = {p for p in places if all(one[p] == IN for one in self.found.extensions)}
            if set(self.found.sure) != self._self_defending(in_all) or not self._is_ideal():
                yield f"{name}: this is not the ideal extension"

    def _is_complete(self, labelling: bytes) -> bool:
        """Read a labelling: in is what only the out attack, out what the in attack, and nothing else."""
        if len(labelling) != len(self.places):
            return False
        for place in self.places:
            around = [labelling[n] for n in self.part.attackers[place]]
            forced = OUT if IN in around else UNDECIDED
            if not self.part.barred[place] and all(label == OUT for label in around):
                forced = IN
            if labelling[place] != forced:
                return False
        return True

    def _is_best(self, labelling: bytes) -> bool:
        """Whether no complete extension is better, where the semantics compares them."""
        has, hit = self.other.has, self.other.hit
        if UNDECIDED not in labelling or self.semantics is Semantics.COMPLETE:
            return True  # nothing can be added to what decides all
        if self.semantics is Semantics.PREFERRED:
            kept = [[has(p)] for p in self.places if labelling[p] == IN]
            return not self.other.exists([*kept, [has(p) for p in self.places if labelling[p] != IN]])
        if self.semantics is Semantics.SEMI_STABLE:
            kept = [[has(p), hit(p)] for p in self.places if labelling[p] != UNDECIDED]
            return not self.other.exists([*kept, self._beyond(labelling)])
        return False

    def _beyond(self, labelling: bytes) -> list[int]:
        open_ = [p for p in self.places if labelling[p] == UNDECIDED]
        return [*map(self.other.has, open_), *map(self.other.hit, open_)]

    def _exists(self, wanted: list[int] | None) -> bool:
        """Whether there is an extension in which one of these holds; None: one that is not listed."""
        listed = [self._another(labelling) for labelling in self.found.extensions] if wanted is None else []
        clauses = listed if wanted is None else [wanted]
        if self.semantics is not Semantics.SEMI_STABLE:
            return self.other.exists(clauses)
        ranges = {tuple(map(bool, one)): one for one in self.found.extensions}.values()
        if self.other.exists([*clauses, *map(self._beyond, ranges)]):
            return True
        return any(
            self.other.exists(
                [*clauses, *([self.other.has(p), self.other.hit(p)] for p in self.places if labelling[p])]
            )
            for labelling in ranges
        )

    def _another(self, labelling: bytes) -> list[int]:
        has = self.other.has
        others = [has(p) for p in self.places if labelling[p] != IN]
        if self.semantics in (Semantics.COMPLETE, Semantics.SEMI_STABLE):
            others += [-has(p) for p in self.places if labelling[p] == IN]
        return others

    def _holds_always(self) -> bool:
        has, always = self.other.has, self.found.always
        if self.semantics is not Semantics.PREFERRED:
            return not self._exists([-has(place) for place in sorted(always)])
        by_sets = set(self.found.bases)
        if always - by_sets and not (always - by_sets <= set(self.found.sure) and self._is_ideal()):
            return False
        return all(self._survives(place, bases) for place, bases in self.found.bases.items())

    def _survives(self, place: int, bases: Sequence[Sequence[int]]) -> bool:
        """Sets defend an argument, and no complete extension without it attacks all of them."""
        hit = self.other.hit
        if not all(place in base and self._is_admissible(base) for base in bases):
            return False
        return not self.other.exists([[-self.other.has(place)], *(list(map(hit, base)) for base in bases)])

    def _is_ideal(self) -> bool:
        """Whether a set defends itself and no complete extension attacks it: it is in every preferred one."""
        sure = self.found.sure
        return self._is_admissible(sure) and not (
            sure and self.other.exists([list(map(self.other.hit, sure))])
        )

    def _is_admissible(self, held: Sequence[int]) -> bool:
        """Read a set: none of it attacks another, and it attacks whatever attacks it."""
        chosen = set(held)
        around = {attacker for place in chosen for attacker in self.part.attackers[place]}
        return (
            chosen.isdisjoint(around)
            and not any(self.part.barred[place] for place in chosen)
            and all(not chosen.isdisjoint(self.part.attackers[attacker]) for attacker in around)
        )

    def _self_defending(self, kept: set[int]) -> set[int]:
        """What remains when whatever is not defended is taken away, again and again."""
        while True:
            left = {
                place
                for place in kept
                if all(not kept.isdisjoint(self.part.attackers[n]) for n in self.part.attackers[place])
            }
            if left == kept:
                return left
            kept = left


class _Other:
    """Complete extensions as sets: an argument is held exactly when every attacker of it is hit by what is held."""

    def __init__(self, attackers: Sequence[Sequence[int]], barred: Sequence[bool], clock: Clock) -> None:
        from pysat.solvers import Solver

        self.refuted = 0
        self._size, self._clock = len(attackers), clock
        self._top = 2 * self._size
        self._solver = Solver(name="minisat22")
        for place, around in enumerate(attackers):
            held, hit = self.has(place), self.hit(place)
            for other in around:
                self._solver.add_clause([-self.has(other), hit])
                self._solver.add_clause([-held, self.hit(other)])
            self._solver.add_clause([-hit, *map(self.has, around)])
            self._solver.add_clause([-held, -hit])
            self._solver.add_clause([-held] if barred[place] else [held, *(-self.hit(n) for n in around)])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._solver.delete()

    def has(self, place: int) -> int:
        """The variable that says that an argument is held."""
        return 2 * place + 1

    def hit(self, place: int) -> int:
        """The variable that says that an argument is attacked by what is held."""
        return 2 * place + 2

    def decide_all(self) -> None:
        """Only stable extensions from now on: what is not held is hit."""
        for place in range(self._size):
            self._solver.add_clause([self.has(place), self.hit(place)])

    def exists(self, clauses: Sequence[Sequence[int]]) -> bool:
        """Whether there is an extension in which each of the clauses holds."""
        self._top += 1
        switch = self._top
        for clause in clauses:
            self._solver.add_clause([-switch, *clause])
        found = None
        while found is None:
            self._clock.look()
            self._solver.conf_budget(_CONFLICTS)
            found = self._solver.solve_limited([switch])
        self._solver.add_clause([-switch])
        self.refuted += not found
        return bool(found)


def _claims(answer: Answer) -> Iterator[str]:
    """What was asked was answered: everything that is accepted stands in an extension, everything else is ruled out."""
    task, semantics = answer.question.task, answer.question.semantics
    if semantics is Semantics.STABLE and not answer.exists:
        if not answer.rest.frozen and not any(one.whole and not one.extensions for one in answer.found):
            yield "that there is no stable extension was not shown"
        return
    if semantics is Semantics.IDEAL or task in (Task.SOME, Task.EVERY, Task.COUNT):
        if task is Task.COUNT and not answer.whole:
            yield "that there are no more extensions was not shown"
        return
    asked = None if answer.question.arguments is None else set(answer.question.arguments)
    for part, found in zip(answer.rest.parts, answer.found, strict=True):
        for place, number in enumerate(part.members):
            if asked is None or number in asked:
                held = [labelling[place] == IN for labelling in found.extensions]
                if task is not Task.SKEPTICAL and any(held) == (place in found.never):
                    yield f"whether argument {number} is in some extension was not shown"
                if task is not Task.CREDULOUS and all(held) != (place in found.always):
                    yield f"whether argument {number} is in every extension was not shown"
