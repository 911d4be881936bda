"""Abstract argumentation frameworks (Dung 1995), arguments and attacks only, to and from debates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from argmap.diagnostics import Words
from argmap.formats import Feature, Imported, Note
from argmap.formats._aif_debate import About, debate
from argmap.formats._aif_graph import Edge, Graph, Kind, Node
from argmap.formats._aif_speech import Speech
from argmap.formats._features import reduced
from argmap.model import Debate

KEEPS = frozenset({Feature.IDS, Feature.REBUTS})
"""What a framework can hold of a debate."""

UNKNOWN = Words(
    en="an attack on or by an argument that is not declared: {0}", ja="宣言されていない引数 {0} をめぐる攻撃"
)
NOT_THIS = Words(en="this line was not understood", ja="この行は読み取れない")


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """Arguments with their words, in their order, and who attacks whom."""

    arguments: Mapping[str, str]
    attacks: Sequence[tuple[str, str]]


def imported(
    found: Framework, faults: Iterable[Note] = (), places: Mapping[tuple[str, str], str] | None = None
) -> Imported:
    """The debate of a framework: an argument that attacks is a rebuttal, any other a claim.

    Args:
        found: the framework.
        faults: of its file.
        places: by attack, its line and column; no others than self-attacks are lost.
    """
    nodes = [Node(id=name, kind=Kind.STATEMENT, text=text) for name, text in found.arguments.items()]
    edges = []
    for attacker, attacked in dict.fromkeys(found.attacks):
        attack = f"{attacker} → {attacked}"
        nodes.append(Node(id=attack, kind=Kind.ATTACK))
        edges += [
            Edge(id=attack, start=attacker, end=attack),
            Edge(id=attack, start=attack, end=attacked),
        ]
    graph = Graph.of(nodes, edges)
    made = debate(graph, About(), Speech())
    own = {f"{one} → {other}": at for (one, other), at in (places or {}).items() if one == other}
    lost = tuple(replace(note, at=own.get(note.at, note.at)) for note in graph.close())  # self-attacks
    return Imported(debate=made, lost=lost, faults=tuple(faults))


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
