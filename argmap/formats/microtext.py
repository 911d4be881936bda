"""The argument graphs of the microtext corpora (arggraph XML: Peldszus and Stede 2013, 2016).

An argumentative unit (`adu`) becomes a statement of the proponent or the opponent, with the words of its text units
(`edu`, joined where a `joint` says so). `sup` and `exa` are steps, `add` links a further premise to a step, `reb`
rebuts, `und` undercuts a step. An attack on an attack has no place of its own in a debate: it is kept as a rebuttal
of the attacker, and named; so is that a step is an example (`exa`), and that nobody wrote a text (`implicit`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from argmap.diagnostics import Words
from argmap.formats import Feature, Given, Imported, Note
from argmap.formats._aif_debate import About, debate
from argmap.formats._aif_graph import Edge, Graph, Kind, Node
from argmap.formats._aif_speech import Speech
from argmap.formats._xml import parse

NAME = "arg-microtexts (arggraph XML)"
SUFFIX = ".xml"
READS = frozenset(
    {
        Feature.TITLE,
        Feature.TEXTS,
        Feature.IDS,
        Feature.PARTIES,
        Feature.SUPPORTS,
        Feature.LINKED,
        Feature.REBUTS,
        Feature.UNDERCUTS,
    }
)

_PARTIES: dict[str, str | None] = {"proponent": "Proponent", "opponent": "Opponent"}
_SIDES = {"pro": "proponent", "opp": "opponent"}
_RELATIONS = {"sup": Kind.SUPPORT, "exa": Kind.SUPPORT, "reb": Kind.ATTACK, "und": Kind.ATTACK}
_NOT_OURS = Words(
    en="this is no argument graph: its root is not `arggraph`", ja="根要素が `arggraph` ではない"
)
_REBUTTAL = Words(
    en="an attack on an attack: kept as a rebuttal of the attacker",
    ja="攻撃への攻撃。攻撃した側への反論として残した",
)
_EXAMPLE = Words(en="that the support is an example", ja="支持が例示であること")
_IMPLICIT = Words(
    en="that nobody wrote these words: “{0}”", ja="本文には書かれていない、補われた文であること「{0}」"
)
_FURTHER = Words(
    en="that it bears on one premise of a step alone: kept with the whole step",
    ja="論拠の前提の一つだけに関わること。論拠全体に関わるものとして残した",
)
_UNKNOWN = Words(en="an edge of an unknown type: {0}", ja="種類の分からない辺: {0}")
_NO_UNIT = Words(en="text that belongs to no argumentative unit: “{0}”", ja="どの発言にも属さない文「{0}」")
_STANCE = Words(en="the {0} `{1}`", ja="{0} `{1}`")
_MOST = 60  # characters of a text that are shown


def recognises(given: Given) -> bool:
    """Whether a file holds an argument graph."""
    return b"<arggraph" in given.data[:4096]


def read(given: Given) -> Imported:
    """The debate of an argument graph."""
    root, faults = parse(given)
    if root is None or root.tag != "arggraph":
        return Imported(debate=None, faults=faults or (Note(message=_NOT_OURS),))
    return _Reader(root).imported(faults)


class _Reader:
    def __init__(self, root: Any) -> None:  # noqa: ANN401 - lxml has no types
        self.root = root
        self.edges = [dict(edge.attrib) for edge in root.iter("edge")]
        self.by_id = {edge.get("id", ""): edge for edge in self.edges}
        self.ends: dict[str, str] = {}  # by edge that adds a premise, the step
        self.notes: list[Note] = []

    def imported(self, faults: tuple[Note, ...]) -> Imported:
        texts = self._texts()
        units = [(unit.get("id", ""), unit.get("type", "")) for unit in self.root.iter("adu")]
        nodes = [Node(id=name, kind=Kind.STATEMENT, text=texts.get(name, "")) for name, _ in units]
        relations = list(self._relations())
        nodes += [Node(id=one["id"], kind=_RELATIONS[one["type"]]) for one in relations]
        graph = Graph.of(nodes, self._joined(relations))
        by = {name: _SIDES[side] for name, side in units if side in _SIDES}
        parties = {party: name for party, name in _PARTIES.items() if party in by.values()}
        about = About(title=self.root.get("id", ""), parties=parties, by=by)
        made = debate(graph, about, Speech())
        self.notes += [
            Note(message=_STANCE.filled(name, self.root.get(name)))
            for name in ("topic_id", "stance")
            if self.root.get(name)
        ]
        return Imported(debate=made, lost=(*self.notes, *graph.close()), faults=faults)

    def _texts(self) -> dict[str, str]:
        """By unit and joint, the words of their text units in the order of the text."""
        words = {unit.get("id", ""): "".join(unit.itertext()).strip() for unit in self.root.iter("edu")}
        order = {name: place for place, name in enumerate(words)}
        parts: dict[str, list[str]] = defaultdict(list)
        for edge in self._of("seg"):
            parts[edge.get("trg", "")].append(edge.get("src", ""))
        found: dict[str, str] = {}
        for target, members in parts.items():
            names = [name for part in members for name in parts.get(part, [part])]
            known = sorted((name for name in names if name in words), key=order.__getitem__)
            found[target] = " ".join(words[name] for name in known)
        self.notes += [
            Note(message=_IMPLICIT.filled(words[name][:_MOST]), at=name)
            for name in (
                unit.get("id", "") for unit in self.root.iter("edu") if unit.get("implicit") == "true"
            )
        ]
        units = {unit.get("id", "") for unit in self.root.iter("adu")}
        used = {name for unit in units for part in parts.get(unit, ()) for name in parts.get(part, [part])}
        self.notes += [
            Note(message=_NO_UNIT.filled(text[:_MOST]), at=name)
            for name, text in words.items()
            if name not in used
        ]
        return found

    def _of(self, *types: str) -> Iterator[dict[str, str]]:
        return (edge for edge in self.edges if edge.get("type") in types)

    def _relations(self) -> Iterator[dict[str, str]]:
        """The edges that become nodes of their own; whatever is of no known type is named."""
        for edge in self.edges:
            type_ = edge.get("type", "")
            if type_ in _RELATIONS and edge.get("id"):
                yield edge
            elif type_ not in ("seg", "add"):
                self.notes.append(Note(message=_UNKNOWN.filled(type_), at=edge.get("id", "")))

    def _joined(self, relations: list[dict[str, str]]) -> Iterator[Edge]:
        for one in relations:
            name, target = one["id"], self._step(one)
            yield Edge(id=name, start=one.get("src", ""), end=name)
            if one["type"] == "exa":
                self.notes.append(Note(message=_EXAMPLE, at=name))
            attacked = self.by_id.get(target)
            if one["type"] == "und" and attacked and _RELATIONS.get(attacked.get("type", "")) == Kind.ATTACK:
                self.notes.append(Note(message=_REBUTTAL, at=name))
                target = attacked.get("src", "")
            yield Edge(id=name, start=name, end=target)
        for edge in self._of("add"):
            yield Edge(id=edge.get("id", ""), start=edge.get("src", ""), end=self._step(edge))

    def _step(self, edge: dict[str, str]) -> str:
        """Where an edge leads: of a further premise of a step, the step."""
        first = target = edge.get("trg", "")
        way: set[str] = set()
        while target not in self.ends and target not in way and self._adds(target):
            way.add(target)
            target = self.by_id[target].get("trg", "")
        target = self.ends.get(target, target)
        self.ends.update(dict.fromkeys(way, target))
        if target != first:
            self.notes.append(Note(message=_FURTHER, at=edge.get("id", "")))
        return target

    def _adds(self, name: str) -> bool:
        return name in self.by_id and self.by_id[name].get("type") == "add"
