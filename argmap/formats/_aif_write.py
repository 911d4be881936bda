"""Debate -> statements and relations as nodes, joined by edges; each format spells them in its own way."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from argmap.formats._aif_graph import Edge, Kind, Node, undercut
from argmap.formats._names import Names
from argmap.model import Claim, Debate, Evidence, Statement


def spread(value: object, depth: int) -> str:
    """A value as JSON, an item a line down to a depth: quicker than with indents, and it can be read and compared."""
    if depth == 0 or not value or not isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[\n" + ",\n".join(spread(item, depth - 1) for item in value) + "\n]"
    rows = (
        f"{json.dumps(key, ensure_ascii=False)}: {spread(item, depth - 1)}" for key, item in value.items()
    )
    return "{\n" + ",\n".join(rows) + "\n}"


class Plan:
    """The nodes and edges of a debate.

    Attributes:
        nodes: statements with their ids, then inferences, then conflicts; more may be added.
        edges: from premise to inference to conclusion, and from attacker to conflict to what it attacks.
    """

    def __init__(self, debate: Debate) -> None:
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self._names = Names()
        self._held: dict[str, set[str]] = defaultdict(set)  # nodes of the steps by their first premise
        self._steps_from: dict[str, list[tuple[str, str]]] = defaultdict(
            list
        )  # node and conclusion by premise
        self._said = dict(debate.statements())
        for name in (*self._said, *debate.questions):
            self._names.give(name, name)
        for name, statement in self._said.items():
            self.nodes.append(
                Node(id=name, kind=Kind.STATEMENT, text=statement.text, form=_scheme(statement))
            )
        for name, statement in self._said.items():
            self._step(name, statement)
        for name, statement in self._said.items():
            self._attack(name, statement)

    def _step(self, name: str, statement: Statement) -> None:
        for premises, conclusion in _steps(name, statement):
            if {*premises, conclusion} <= self._said.keys():
                node = self.add(Kind.SUPPORT, _scheme(statement), premises, [conclusion])
                self._held[name].add(node)
                for premise in dict.fromkeys(premises):
                    self._steps_from[premise].append((node, conclusion))

    def _attack(self, name: str, statement: Statement) -> None:
        for rebut in statement.rebuts:
            if rebut.to in self._said:
                self.add(Kind.ATTACK, "", [name], [rebut.to])
        for link in statement.undercuts:
            steps = self._steps_from.get(link.from_, ())
            hit = [node for node, conclusion in steps if link.to in (None, conclusion)]
            if hit:
                plain = link.to is not None and len(hit) == 1 and hit[0] in self._held[link.from_]
                form = "" if plain else undercut(link.from_, link.to)
                self.add(Kind.ATTACK, form, [name], hit)

    def add(self, kind: Kind, form: str, starts: list[str], ends: list[str], text: str = "") -> str:
        """Adds a node with edges from and to others; its id."""
        node = self._names.give(f"{kind}{len(self.nodes) + 1}", kind)
        self.nodes.append(Node(id=node, kind=kind, form=form, text=text))
        for start in dict.fromkeys(starts):
            self.join(start, node)
        for end in ends:
            self.join(node, end)
        return node

    def join(self, start: str, end: str) -> None:
        """Adds an edge."""
        self.edges.append(Edge(id=str(len(self.edges) + 1), start=start, end=end))


def _scheme(statement: Statement) -> str:
    return (statement.scheme or "") if isinstance(statement, Claim) else ""


def _steps(name: str, statement: Statement) -> Iterator[tuple[list[str], str]]:
    if isinstance(statement, Claim):
        for support in statement.supports:
            yield [name, *support.with_], support.to
    if isinstance(statement, Evidence):
        for link in statement.backs:
            yield [name], link.to
