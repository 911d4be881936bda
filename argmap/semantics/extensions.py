"""A debate as an abstract framework, so that its standing can be asked for under any semantics.

Each rule of the design's section 4 says that something is in when all of several things are in or out. So every item of
it becomes an argument, and what must be in is turned round by an argument between: a premise attacks "this premise
fails", and that attacks the step; steps attack "no step holds", and that attacks the conclusion; what backs a statement
attacks "nothing backs it", and that, like "it is not in", attacks its force. Force attacks what the statement rebuts or
undercuts. A conceded statement is attacked by an argument that nothing attacks. The complete labellings of the
framework are then exactly the fixpoints of the rules, and its grounded labelling is theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from argmap.frameworks import Framework
from argmap.graph import ArgumentGraph
from argmap.model import Evidence
from argmap.semantics.network import has_source


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """The framework of a debate.

    Attributes:
        framework: its arguments; the statements come first, under their own numbers.
        force: by number of a statement, the argument that is as its force; None where it never has any.
    """

    framework: Framework
    force: Sequence[int | None]


def translate(graph: ArgumentGraph, *, backed: bool) -> Translated:
    """The framework of a debate, when every attacker counts or only what is backed does."""
    return _Translation(graph, backed=backed).translated()


@dataclass(slots=True)
class _Translation:
    """The attacks so far, and which arguments are the negations of which."""

    graph: ArgumentGraph
    backed: bool = field(kw_only=True)
    count: int = 0
    attacks: list[tuple[int, int]] = field(default_factory=list)
    negations: dict[int, int] = field(default_factory=dict)

    def translated(self) -> Translated:
        graph = self.graph
        self.count = len(graph)
        steps = [self._new() for _ in graph.steps]
        force = self._forces(steps) if self.backed else list(range(len(graph)))
        for number, said in enumerate(graph.said):
            self.attacks += [(one, number) for n in graph.rebutters[number] if (one := force[n]) is not None]
            if said.conceded is not None:
                self.attacks.append((self._new(), number))
            if graph.steps_to[number]:
                self.attacks.append((self._none_of([steps[k] for k in graph.steps_to[number]]), number))
        for step, place in zip(graph.steps, steps, strict=True):
            self.attacks += [(self._not(premise), place) for premise in step.premises]
            self.attacks += [(one, place) for n in step.undercutters if (one := force[n]) is not None]
        return Translated(framework=Framework.of(self.count, self.attacks), force=force)

    def _forces(self, steps: Sequence[int]) -> list[int | None]:
        """The argument for the force of every statement: that it is in, and backed."""
        graph, can = self.graph, self._can_be_backed()
        said = [isinstance(one, Evidence) for one in graph.said]
        unbacked = {n: self._new() for n in range(len(graph)) if can[n] and not said[n]}
        held = {n: self._new() for n in unbacked}
        for number, none in unbacked.items():
            self.attacks += [(e, none) for e in graph.backing[number] if can[e]]
            for position in graph.steps_to[number]:
                premises = graph.steps[position].premises
                if all(can[premise] for premise in premises):
                    way = self._new()  # the step is in, and each of its premises is backed
                    self.attacks += [(self._not(steps[position]), way), (way, none)]
                    self.attacks += [(unbacked[premise], way) for premise in premises if premise in unbacked]
            self.attacks += [(self._not(number), held[number]), (none, held[number])]
        return [held.get(n, n) if can[n] else None for n in range(len(graph))]

    def _can_be_backed(self) -> list[bool]:
        """Whether anything at all could back a statement."""
        graph = self.graph
        return [
            has_source(said) if isinstance(said, Evidence) else bool(graph.backing[n] or graph.steps_to[n])
            for n, said in enumerate(graph.said)
        ]

    def _new(self) -> int:
        self.count += 1
        return self.count - 1

    def _not(self, argument: int) -> int:
        """The argument that is in exactly when another is out."""
        if argument not in self.negations:
            self.negations[argument] = self._none_of([argument])
        return self.negations[argument]

    def _none_of(self, arguments: Sequence[int]) -> int:
        """An argument that is in exactly when all others are out."""
        new = self._new()
        self.attacks += [(one, new) for one in arguments]
        return new
