"""Grounded labelling with support, undercuts and evidence, in time linear in the graph.

The rules of what is in, out and backed are monotone in Kleene's strong three-valued logic; all starts undecided, and
what follows from the decided is decided, until nothing more does: the least fixpoint. Without support this is the
grounded labelling of Dung (1995) in the form of Caminada (2006); steps follow the necessary support of Nouioua and
Risch (2010), backing the evidential support of Oren and Norman (2008). Counting what an item still waits for (Dowling
and Gallier 1984) looks at each relation once under each policy, and nothing recurses.

A step whose premises are all backed and that is in has premises that all count, in force, and the other way round; so
backing is handed on by force.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from argmap.graph import ArgumentGraph
from argmap.semantics.network import network_of
from argmap.semantics.state import Front, State

WIDE = 50_000
"""Graphs of so many statements are labelled on arrays: below, importing numpy costs more than it saves."""


class Label(StrEnum):
    """What the grounded labelling says of a statement."""

    IN = "in"
    OUT = "out"
    UNDECIDED = "undecided"


_LABELS = (Label.OUT, Label.UNDECIDED, Label.IN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelling:
    """The labels under one policy, by number of the statement.

    `force` is what an attacker weighs with: under *asserted* its own label; under *backed* it is in when the attacker
    is in and backed, out when it is out or not backed.
    """

    statements: Sequence[Label]
    force: Sequence[Label]


def label(graph: ArgumentGraph) -> tuple[Labelling, Labelling]:
    """The labels when every attacker weighs, evidence or not (*asserted*), and when only backed ones do (*backed*)."""
    start = _state(graph)
    decided = start.begin()
    return _asserted(start.copy(), decided), _backed(start, decided)


def _state(graph: ArgumentGraph) -> State:
    if len(graph) < WIDE:
        return State(network_of(graph))
    from argmap.semantics.wide import WideState, wide_network_of

    return WideState(wide_network_of(graph))


def _asserted(state: State, decided: Front) -> Labelling:
    while len(decided):
        decided = state.support(state.attack(decided, state.label))
    labels = _spelled(state, state.label)
    return Labelling(statements=labels, force=labels)


def _backed(state: State, decided: Front) -> Labelling:
    weighed = state.idle(decided)
    while len(weighed):
        weighed = state.lend(weighed)
        weighed = state.weigh(state.support(state.attack(weighed, state.force)))
    return Labelling(statements=_spelled(state, state.label), force=_spelled(state, state.force))


def _spelled(state: State, known: bytearray) -> list[Label]:
    """The labels of the statements, in words."""
    words = list(_LABELS)
    return [words[code] for code in known[: state.network.count]]
