"""Statements and relations as nodes, joined by edges: what AIF, SADFace and arguebuf have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from argmap.diagnostics import Words
from argmap.formats import Note
from argmap.model import is_id


class Kind(StrEnum):
    """What a node is, by its name in AIF."""

    STATEMENT = "I"
    SUPPORT = "RA"
    ATTACK = "CA"
    REPHRASE = "MA"
    PREFERENCE = "PA"
    LOCUTION = "L"
    ILLOCUTION = "YA"
    TRANSITION = "TA"
    OTHER = ""


_CALLED = {
    Kind.STATEMENT: Words(en="a statement", ja="発言"),
    Kind.SUPPORT: Words(en="an inference", ja="推論"),
    Kind.ATTACK: Words(en="a conflict", ja="対立"),
    Kind.REPHRASE: Words(en="a rephrasing", ja="言い換え"),
    Kind.PREFERENCE: Words(en="a preference", ja="優先関係"),
    Kind.LOCUTION: Words(en="a locution", ja="発話"),
    Kind.ILLOCUTION: Words(en="an illocutionary relation", ja="発話行為の関係"),
    Kind.TRANSITION: Words(en="a transition between locutions", ja="発話のつながり"),
    Kind.OTHER: Words(en="a node of an unknown type", ja="種類の分からないノード"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node: `form` is its name within its kind, such as an argumentation scheme; empty for the usual one."""

    id: str
    kind: Kind
    text: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """An edge from one node to another."""

    id: str
    start: str
    end: str


@dataclass(slots=True)
class Graph:
    """Nodes by id, edges by their ends, and the account of what of them a debate holds.

    Every node and edge is carried (it stands in the debate) or lost (a note says so). A lost node takes its edges
    with it.
    """

    nodes: dict[str, Node] = field(default_factory=dict)
    into: dict[str, list[Edge]] = field(default_factory=dict)
    out_of: dict[str, list[Edge]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    _edges: list[Edge] = field(default_factory=list)
    _done: set[str | int] = field(default_factory=set)  # ids of nodes, identities of edges
    _lost: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, nodes: Iterable[Node], edges: Iterable[Edge]) -> Graph:
        """The graph of nodes and edges; what stands twice and what leads to nothing is left out and named."""
        graph = cls()
        for node in nodes:
            if node.id in graph.nodes:
                graph.notes.append(Note(message=_TWICE, at=node.id))
            else:
                graph.nodes[node.id] = node
        graph.into = {node: [] for node in graph.nodes}
        graph.out_of = {node: [] for node in graph.nodes}
        seen: set[tuple[str, str]] = set()
        for edge in edges:
            graph._join(edge, seen)
        return graph

    def _join(self, edge: Edge, seen: set[tuple[str, str]]) -> None:
        missing = [end for end in (edge.start, edge.end) if end not in self.nodes]
        if missing:
            self.notes.append(Note(message=_dangling(missing[0]), at=edge.id))
        elif (edge.start, edge.end) in seen:
            self.notes.append(Note(message=_EDGE_TWICE, at=edge.id))
        else:
            seen.add((edge.start, edge.end))
            self._edges.append(edge)
            self.into[edge.end].append(edge)
            self.out_of[edge.start].append(edge)

    def of_kind(self, kind: Kind) -> list[Node]:
        """The nodes of one kind, in the order of the file."""
        return [node for node in self.nodes.values() if node.kind == kind]

    def before(self, node: str, kind: Kind) -> list[str]:
        """The nodes of one kind from which an edge leads to a node."""
        return [edge.start for edge in self.into[node] if self.nodes[edge.start].kind == kind]

    def after(self, node: str, kind: Kind) -> list[str]:
        """The nodes of one kind to which an edge leads from a node."""
        return [edge.end for edge in self.out_of[node] if self.nodes[edge.end].kind == kind]

    def carry(self, node: str, *others: str) -> None:
        """Says that a node stands in the debate, with its edges from and to other nodes."""
        self._done.add(node)
        kept = set(others)
        self._done.update(id(edge) for edge in self.into[node] if edge.start in kept)
        self._done.update(id(edge) for edge in self.out_of[node] if edge.end in kept)

    def lose(self, node: str, why: Words) -> None:
        """Says why a node, or something about it, does not stand in the debate."""
        self._lost.add(node)
        self.notes.append(Note(message=why, at=node))

    def close(self) -> tuple[Note, ...]:
        """Everything that is lost: what was named, and whatever nobody has spoken of."""
        for node in self.nodes.values():
            if node.id not in self._done and node.id not in self._lost:
                self.notes.append(Note(message=_no_place(node), at=node.id))
        for edge in self._edges:
            ends = (edge.start, edge.end)
            if id(edge) not in self._done and all(end in self._done for end in ends):
                called = [_CALLED[self.nodes[end].kind] for end in ends]
                self.notes.append(Note(message=_no_relation(*called), at=edge.id))
        return tuple(self.notes)


def slug(name: str) -> str:
    """The id of an argumentation scheme by the name that a file gives it: `ExpertOpinion` is `expert-opinion`."""
    parts = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name)
    joined = re.sub(r"[\W_]+", "-", parts).strip("-").lower()
    return joined if is_id(joined) else ""


def undercut(start: str, end: str | None) -> str:
    """The form of a conflict with steps, where it says by which premise, and by which conclusion, they are meant."""
    return f"Undercut from {start}" + (f" to {end}" if end else "")


def undercut_of(form: str) -> tuple[str, str | None] | None:
    """The premise and the conclusion that the form of a conflict names; None where it names none."""
    found = re.fullmatch(r"Undercut from (\S+)(?: to (\S+))?", form)
    return (found[1], found[2]) if found else None


def title(scheme: str) -> str:
    """The name of an argumentation scheme as other programs write it: `expert-opinion` is `Expert Opinion`."""
    return scheme.replace("-", " ").title()


_TWICE = Words(
    en="a node with this id stands above: this one is left out",
    ja="同じ ID のノードが前にある。後のものは読まない",
)
_EDGE_TWICE = Words(en="an edge that stands above already", ja="前にもある辺")


def _dangling(end: str) -> Words:
    return Words(
        en=f"an edge to a node that is not in the file: {end[:60]}",
        ja=f"ファイルにないノード {end[:60]} への辺",
    )


def _no_place(node: Node) -> Words:
    called = _CALLED[node.kind]
    form = f" ({node.form[:60]})" if node.form else ""
    return Words(
        en=f"{called.en}{form} that has no place in a debate, with its edges",
        ja=f"討論に書く場所のない{called.ja}{form}とその辺",
    )


def _no_relation(start: Words, end: Words) -> Words:
    return Words(
        en=f"an edge from {start.en} to {end.en}, which says nothing in a debate",
        ja=f"{start.ja}から{end.ja}への辺。討論では意味を持たない",
    )
