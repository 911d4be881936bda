"""The rules of what stands, written out one by one, so that one can ask what a label rests on and what it lacks.

`labelling` decides faster, and says no more than the labels. Here every rule of section 4 of the design is a definite
clause (a head follows from a body), its least model is the grounded labelling (Dowling and Gallier 1984), and a rule may
hang on a change that somebody could bring about: a statement falls (it is refuted, or withdrawn), or evidence for it is
shown. What is derived has a proof; what is not has a set of atoms that wait for each other and for changes only, as the
unfounded sets of Van Gelder, Ross and Schlipf (1991). Both name the changes that decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from argmap.graph import ArgumentGraph
from argmap.model import Evidence
from argmap.semantics.labelling import Label, Labelling
from argmap.semantics.network import has_source

_KINDS = _IN, _OUT, _FORCE, _IDLE, _BACKED, _BARE, _HELD = range(7)
"""What can be derived of a statement: it is in, out, has force, has none, is backed, is not, a step to it holds."""
_STEP_KINDS = _HOLDS, _FAILS, _LENDS, _WITHHOLDS = range(4)
"""What can be derived of a step: it is in, it is out, it backs its conclusion, it does not."""
_NONE = -1
_ALWAYS = 0

Derived = Sequence[int]
"""By atom, the rule that derived it; below zero where none did."""


def fall(place: int) -> int:
    """The change by which a statement falls, as a variable; places count from 0, variables from 1."""
    return 2 * place + 1


def proof(place: int) -> int:
    """The change by which evidence for a statement is shown (of evidence: its source), as a variable."""
    return 2 * place + 2


def place_of(change: int) -> tuple[int, bool]:
    """The place of the statement that a change is about, and whether evidence is shown (or else it falls)."""
    return (change - 1) // 2, change % 2 == 0


class Rules:
    """The rules for some statements of a graph, and on whatever bears on these.

    Args:
        graph: the graph.
        numbers: the statements; whatever bears on one of them is among them. Their places here are those in this list.
        evidence_counts: whether only attackers with evidence weigh (*backed*), or all do (*asserted*).
        supposed: by number, statements whose label is given.
    """

    def __init__(
        self,
        graph: ArgumentGraph,
        numbers: Sequence[int],
        *,
        evidence_counts: bool = True,
        supposed: Mapping[int, Label] | None = None,
    ) -> None:
        self.graph = graph
        self.place = {number: place for place, number in enumerate(numbers)}
        steps = [position for number in numbers for position in graph.steps_to[number]]
        first = len(_KINDS) * len(numbers)
        self._step = {position: first + len(_STEP_KINDS) * k for k, position in enumerate(steps)}
        self._count = first + len(_STEP_KINDS) * len(steps)
        self._heads: list[int] = []
        self._bodies: list[Sequence[int]] = []
        self._changes: list[
            int
        ] = []  # what a rule hangs on: a change, minus a change that is not to be, or 0
        for number in numbers:
            self._label(number, (supposed or {}).get(number))
            self._weight(number, evidence_counts=evidence_counts)
        for position in steps:
            self._inference(position)
        self._index()

    def derive(self, made: Collection[int] = ()) -> Derived:
        """What follows when these changes are made, and from which rules."""
        waits, because = self._waits.copy(), [_NONE] * self._count
        for change in made:
            for rule in self._hanging[change]:
                waits[rule] -= 1
            for rule in self._hanging[-change]:
                waits[rule] += 1
        ready = [rule for rule, count in enumerate(waits) if not count]
        for rule in ready:  # grows meanwhile
            head = self._heads[rule]
            if because[head] < 0:
                because[head] = rule
                for user in self._users[head]:
                    waits[user] -= 1
                    if not waits[user]:
                        ready.append(user)
        return because

    def stands(self, derived: Derived, number: int) -> bool:
        """Whether a statement stands: it is in, and something can still be concluded from it."""
        return derived[self._atom(number, _IN)] >= 0 and self._leads_on(derived, number) is not None

    def rests_on(self, derived: Derived, number: int) -> set[int]:
        """Changes to make (or, below zero, to undo) of which at least one is needed for what stands to fall."""
        free = self._leads_on(derived, number) or ()
        proofs = self._proof(derived, [self._atom(number, _IN)])
        return {-one for one in proofs} | self._lack(derived, [self._atom(u, _FORCE) for u in free])

    def lacks(self, derived: Derived, number: int) -> set[int]:
        """Changes to make (or, below zero, to undo) of which at least one is needed for what has fallen to stand."""
        if derived[self._atom(number, _IN)] < 0:
            return self._lack(derived, [self._atom(number, _IN)])
        force = [
            next(atom for u in undercutters if derived[atom := self._atom(u, _FORCE)] >= 0)
            for undercutters in self._undercutters(number)
        ]
        return {-one for one in self._proof(derived, force)}

    def labelling(self) -> Labelling:
        """The labels, by place."""
        derived = self.derive()
        places = range(len(self.place))
        return Labelling(
            statements=[_label(derived, len(_KINDS) * place, _IN, _OUT) for place in places],
            force=[_label(derived, len(_KINDS) * place, _FORCE, _IDLE) for place in places],
        )

    def _atom(self, number: int, kind: int) -> int:
        return len(_KINDS) * self.place[number] + kind

    def _undercutters(self, number: int) -> list[Sequence[int]]:
        return [self.graph.steps[position].undercutters for position in self.graph.steps_from[number]]

    def _leads_on(self, derived: Derived, number: int) -> Sequence[int] | None:
        """Who undercuts, without force, the first step from a statement that holds; None when none does.

        A statement from which no step starts leads nowhere, and cannot be stopped there.
        """
        found = self._undercutters(number) or [()]
        return next((us for us in found if all(derived[self._atom(u, _FORCE)] < 0 for u in us)), None)

    def _proof(self, derived: Derived, goals: Iterable[int]) -> set[int]:
        """The changes that the derivations of atoms hang on."""
        found, waiting = set[int](), list(dict.fromkeys(goals))
        seen = set(waiting)
        for atom in waiting:  # grows meanwhile
            rule = derived[atom]
            found.add(self._changes[rule])
            fresh = [other for other in self._bodies[rule] if other not in seen]
            seen.update(fresh)
            waiting += fresh
        return found - {_ALWAYS}

    def _lack(self, derived: Derived, goals: Iterable[int]) -> set[int]:
        """Changes of which at least one is needed to derive any of some atoms that are not derived."""
        found, waiting = set[int](), list(dict.fromkeys(goals))
        seen = set(waiting)
        for atom in waiting:  # grows meanwhile
            for rule in self._rules_for[atom]:
                missing = [other for other in self._bodies[rule] if derived[other] < 0]
                if not missing:
                    found.add(self._changes[rule])
                elif seen.isdisjoint(missing):
                    seen.add(missing[0])
                    waiting.append(missing[0])
        return found

    def _label(self, number: int, supposed: Label | None) -> None:
        """When a statement is in, and when it is out."""
        graph, said, place = self.graph, self.graph.said[number], self.place[number]
        is_in, is_out = self._atom(number, _IN), self._atom(number, _OUT)
        if supposed is not None:
            if supposed is not Label.UNDECIDED:
                self._rule(is_in if supposed is Label.IN else is_out)
            return
        if said.conceded is not None:
            self._rule(is_out)
            return
        steps = [self._step[position] for position in graph.steps_to[number]]
        body = [self._atom(other, _IDLE) for other in graph.rebutters[number]]
        if steps:
            held = self._atom(number, _HELD)
            body.append(held)
            for step in steps:
                self._rule(held, [step + _HOLDS])
            self._rule(is_out, [step + _FAILS for step in steps])
        self._rule(is_in, body, -fall(place))
        for other in graph.rebutters[number]:
            self._rule(is_out, [self._atom(other, _FORCE)])
        self._rule(is_out, (), fall(place))

    def _weight(self, number: int, *, evidence_counts: bool) -> None:
        """When a statement has force as an attacker, and when it has none."""
        graph, said, place = self.graph, self.graph.said[number], self.place[number]
        is_in, is_out, force, idle, backed, bare, _ = (self._atom(number, kind) for kind in _KINDS)
        self._rule(idle, [is_out])
        if not evidence_counts or (isinstance(said, Evidence) and has_source(said)):
            self._rule(force, [is_in])
            return
        self._rule(force, [is_in, backed])
        self._rule(idle, [bare])
        self._rule(backed, (), proof(place))
        if isinstance(said, Evidence):
            self._rule(bare, (), -proof(place))
            return
        steps = [self._step[position] for position in graph.steps_to[number]]
        for item in graph.backing[number]:
            self._rule(backed, [self._atom(item, _FORCE)])
        for step in steps:
            self._rule(backed, [step + _LENDS])
        none = [self._atom(item, _IDLE) for item in graph.backing[number]]
        self._rule(bare, [*none, *(step + _WITHHOLDS for step in steps)], -proof(place))

    def _inference(self, position: int) -> None:
        """When a step is in or out, and when it backs its conclusion."""
        step, here = self.graph.steps[position], self._step[position]
        in_ = [self._atom(premise, _IN) for premise in step.premises]
        self._rule(here + _HOLDS, [*in_, *(self._atom(other, _IDLE) for other in step.undercutters)])
        for other in step.undercutters:
            self._rule(here + _FAILS, [self._atom(other, _FORCE)])
        self._rule(
            here + _LENDS, [here + _HOLDS, *(self._atom(premise, _FORCE) for premise in step.premises)]
        )
        self._rule(here + _WITHHOLDS, [here + _FAILS])
        for premise in step.premises:
            self._rule(here + _FAILS, [self._atom(premise, _OUT)])
            self._rule(here + _WITHHOLDS, [self._atom(premise, _IDLE)])

    def _rule(self, head: int, body: Sequence[int] = (), change: int = _ALWAYS) -> None:
        self._heads.append(head)
        self._bodies.append(body)
        self._changes.append(change)

    def _index(self) -> None:
        """Where every atom and every change is used; what every rule waits for as long as no change is made."""
        self._users: list[list[int]] = [[] for _ in range(self._count)]
        self._rules_for: list[list[int]] = [[] for _ in range(self._count)]
        self._hanging: dict[int, list[int]] = defaultdict(list)
        self._waits = [
            len(body) + (change > 0) for body, change in zip(self._bodies, self._changes, strict=True)
        ]
        for rule, (head, body) in enumerate(zip(self._heads, self._bodies, strict=True)):
            self._rules_for[head].append(rule)
            for atom in body:
                self._users[atom].append(rule)
            if self._changes[rule]:
                self._hanging[self._changes[rule]].append(rule)


def _label(derived: Derived, first: int, yes: int, no: int) -> Label:
    if derived[first + yes] >= 0:
        return Label.IN
    return Label.OUT if derived[first + no] >= 0 else Label.UNDECIDED
