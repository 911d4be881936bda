"""A debate as the nodes and edges of a plain graph, for the programs that draw and measure networks.

Statements and questions are nodes. A step from one premise that nobody undercuts is an edge; any other step is a node
between its premises and its conclusion, which an undercutter can point at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from argmap.formats import Feature
from argmap.graph import ArgumentGraph
from argmap.model import Claim, Debate, Evidence, Question, Statement
from argmap.semantics import analyse

KEEPS = frozenset(Feature) - {Feature.SOURCES, Feature.FOLLOW_UPS, Feature.ELSEWHERE}
"""What such a graph can hold of a debate; of a source its title only, beside each quote."""

Attributes = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A graph: what it is about, its nodes by id, and its edges. No value is None."""

    about: Attributes
    nodes: Mapping[str, Attributes]
    edges: tuple[tuple[str, str, Attributes], ...]


def network(debate: Debate) -> Network:
    """The graph of a debate. Every statement and question carries its status (see the manual on what stands)."""
    return _Weaver(debate).network()


class _Weaver:
    def __init__(self, debate: Debate) -> None:
        self.debate = debate
        self.analysis = analyse([debate])
        self.graph: ArgumentGraph = self.analysis.graph
        self.steps = {
            place: f"step:{place + 1}"
            for place, step in enumerate(self.graph.steps)
            if len(step.premises) > 1 or step.undercutters
        }

    def network(self) -> Network:
        info = self.debate.debate
        about = {"name": self.debate.title, "language": info.lang, "held": info.held}
        nodes = dict(self._statements()) | dict(self._questions())
        nodes |= {name: {"role": "step", "label": "∴"} for name in self.steps.values()}
        edges = (*self._steps(), *self._attacks(), *self._backing(), *self._answers(), *self._topics())
        return Network(about=_given(about), nodes=nodes, edges=edges)

    def _statements(self) -> Iterator[tuple[str, Attributes]]:
        for verdict in self.analysis.of(self.debate):
            one = verdict.statement
            yield verdict.id, self._said(one, one.role, verdict.status.value) | _given(_more(one))

    def _questions(self) -> Iterator[tuple[str, Attributes]]:
        for verdict in self.analysis.questions_of(self.debate):
            kind = {"kind": verdict.question.kind}
            yield verdict.id, self._said(verdict.question, "question", verdict.status.value) | kind

    def _said(self, one: Statement | Question, role: str, status: str) -> Attributes:
        debate, ref = self.debate, one.source
        source = debate.sources.get(ref.in_) if ref else None
        return _given(
            {
                "label": one.text,
                "role": role,
                "status": status,
                "by": one.by,
                "party": debate.party_name(one.by) or None,
                "side": debate.side_of(one.by),
                "group": debate.groups.get(one.group, one.group) if one.group else None,
                "turn": one.turn,
                "review": one.review,
                "source": (source.title if source and source.title else ref.in_) if ref else None,
                "quote": ref.quote if ref else None,
                "at": ref.at if ref else None,
            }
        )

    def _name(self, number: int) -> str:
        return self.graph.name(number, self.debate.id)

    def _steps(self) -> Iterator[tuple[str, str, Attributes]]:
        for place, step in enumerate(self.graph.steps):
            review = {"review": "candidate"} if step.candidate else {}
            end = self._name(step.conclusion)
            middle = self.steps.get(place)
            for premise in step.premises:
                yield self._name(premise), middle or end, {"relation": "supports"} | review
            if middle:
                yield middle, end, {"relation": "supports"} | review
            for attacker in step.undercutters:
                yield self._name(attacker), self.steps[place], self._attack("undercuts", attacker, place)

    def _attacks(self) -> Iterator[tuple[str, str, Attributes]]:
        for number, attacked in enumerate(self.graph.rebuts):
            for other in attacked:
                yield self._name(number), self._name(other), self._attack("rebuts", number, other)

    def _backing(self) -> Iterator[tuple[str, str, Attributes]]:
        for number, backed in enumerate(self.graph.backs):
            for other in backed:
                yield self._name(number), self._name(other), self._attack("backs", number, other)

    def _attack(self, relation: str, number: int, other: int) -> Attributes:
        waiting = (relation, number, other) in self.graph.candidates
        return {"relation": relation} | ({"review": "candidate"} if waiting else {})

    def _answers(self) -> Iterator[tuple[str, str, Attributes]]:
        for verdict in self.analysis.questions_of(self.debate):
            for given in verdict.given:
                review = {"review": "candidate"} if given.candidate else {}
                extent = {"relation": "answers", "extent": given.extent}
                yield self._name(given.statement), verdict.id, extent | review

    def _topics(self) -> Iterator[tuple[str, str, Attributes]]:
        known = {local for local, _ in self.debate.statements()} | set(self.debate.questions)
        for local, question in self.debate.questions.items():
            for other in question.about:
                if other in known:
                    yield local, other, {"relation": "about"}


def _more(one: Statement) -> Attributes:
    found: Attributes = {"conceded": True} if one.conceded is not None else {}
    if one.conceded is not None:
        found["conceded_on"] = one.conceded.on
    if isinstance(one, Claim):
        found |= {"kind": one.kind, "due": one.due, "scheme": one.scheme}
    if isinstance(one, Evidence):
        found |= {"type": one.type, "date": one.date, "place": one.place}
        found |= {"accepted": True} if one.accepted else {}
    return found


def _given(values: Attributes) -> Attributes:
    return {key: value for key, value in values.items() if value is not None}
