"""Abstract argumentation frameworks (Dung 1995), arguments and attacks only, to and from debates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from argmap.diagnostics import Words
from argmap.formats import Arguments, Feature, Imported
from argmap.formats._aif_debate import About, debate
from argmap.formats._aif_graph import Edge, Graph, Kind, Node
from argmap.formats._aif_speech import Speech
from argmap.formats._features import reduced
from argmap.model import Debate

KEEPS = frozenset({Feature.IDS, Feature.REBUTS})
"""What a framework can hold of a debate."""

NOT_THIS = Words(en="this line was not understood", ja="この行は読み取れない")


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """Arguments with their words, in their order, and who attacks whom."""

    arguments: Mapping[str, str]
    attacks: Sequence[tuple[str, str]]


def unknown(name: str) -> Words:
    """An attack names an argument that is not declared."""
    return Words(
        en=f"an attack on or by an argument that is not declared: {name}",
        ja=f"宣言されていない論証 {name} をめぐる攻撃",
    )


def numbered(names: Iterable[str], attacks: Iterable[tuple[str, str]]) -> list[tuple[int, int]] | None:
    """Attacks by number; None where one names an argument that there is not."""
    place = {name: number for number, name in enumerate(names)}
    try:
        return [(place[one], place[other]) for one, other in attacks]
    except KeyError:
        return None


def imported(found: Arguments) -> Imported:
    """The debate of a framework: an argument that attacks is a rebuttal, any other a claim.

    No others than self-attacks are lost.
    """
    if found.names is None:
        return Imported(debate=None, faults=found.faults)
    names, edges = found.names, []
    nodes = [Node(id=name, kind=Kind.STATEMENT, text=found.texts.get(name, name)) for name in names]
    for one, other in dict.fromkeys(found.attacks):
        attack = f"{names[one]} → {names[other]}"
        nodes.append(Node(id=attack, kind=Kind.ATTACK))
        edges += [
            Edge(id=attack, start=names[one], end=attack),
            Edge(id=attack, start=attack, end=names[other]),
        ]
    graph = Graph.of(nodes, edges)
    made = debate(graph, About(), Speech())
    own = {f"{names[number]} → {names[number]}": at for number, at in found.own.items()}
    lost = tuple(replace(note, at=own.get(note.at, note.at)) for note in graph.close())  # self-attacks
    return Imported(debate=made, lost=(*found.lost, *lost), faults=found.faults)


def framework_of(debate: Debate) -> Framework:
    """Every statement as an argument, every rebuttal of one as an attack."""
    kept = reduced(debate, KEEPS)
    arguments = {local: statement.text for local, statement in kept.statements()}
    attacks = [
        (local, link.to)
        for local, statement in kept.statements()
        for link in statement.rebuts
        if link.to in arguments
    ]
    return Framework(arguments=arguments, attacks=attacks)
