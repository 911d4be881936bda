"""The nodes, edges, participants and locutions of AIF in JSON, as AIFdb, OVA and xAIF have them <-> Debate.

Chesñevar et al., Towards an argument interchange format (2006); Lawrence et al., AIFdb: infrastructure for the
argument web (2012).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from argmap.diagnostics import Words
from argmap.formats import Feature, Imported, Note
from argmap.formats._aif_debate import About, debate
from argmap.formats._aif_graph import Edge, Graph, Kind, Node
from argmap.formats._aif_people import id_text, people, text_of
from argmap.formats._aif_speech import same_form, speech
from argmap.formats._names import clean
from argmap.model import is_id

WRITES = frozenset(
    {
        Feature.TEXTS,
        Feature.IDS,
        Feature.PARTIES,
        Feature.SCHEMES,
        Feature.SUPPORTS,
        Feature.LINKED,
        Feature.REBUTS,
        Feature.UNDERCUTS,
        Feature.BACKS,
        Feature.QUESTIONS,
        Feature.ANSWERS,
    }
)
READS = WRITES | {Feature.QUOTES, Feature.TURNS}

WORDS = "locutions"
"""The id of the source that stands for the locutions: its quotes are the words as they were spoken."""
WORDS_TITLE = "Locutions"

_PICTURE = {"x", "y", "w", "h", "color", "visible", "annotator", "text_begin", "text_end", "text_length"}
_KNOWN = _PICTURE | {
    "nodeID",
    "id",
    "text",
    "type",
    "scheme",
    "schemeID",
    "participantID",
    "timestamp",
    "date",
}
_SAYS_NOTHING: tuple[object, ...] = (None, False, "", "no", "0", [], {})
_LISTS = ("nodes", "edges", "participants", "locutions")
_KINDS = {kind.value: kind for kind in Kind}


def read(value: Mapping[str, Any], also: tuple[Note, ...] = (), faults: tuple[Note, ...] = ()) -> Imported:
    """The debate of an AIF object.

    Args:
        value: the object with `nodes` and `edges`.
        also: what else is lost, around it.
        faults: what is wrong with the file, found before.
    """
    broken = [*faults]
    lists = {key: list(_items(value, key, broken)) for key in _LISTS}
    graph = Graph.of(_nodes(lists["nodes"], broken), _edges(lists["edges"], broken))
    folk = people(graph, lists["participants"], lists["locutions"])
    told = speech(graph, folk.heard)
    about = About(parties=folk.names)
    for raw, node in ((raw, id_text(raw.get("nodeID", raw.get("id")))) for raw in lists["nodes"]):
        speaker = id_text(raw.get("participantID"))
        if speaker in folk.names:
            about.by.setdefault(node, speaker)
        if is_id(scheme := _scheme(raw)) and raw.get("type") == Kind.STATEMENT:
            about.schemes.setdefault(node, scheme)
    about.by |= folk.owners
    for node, said in told.said.items():
        if said.speaker is not None:
            about.by[node] = said.speaker
        words = clean(said.words)
        if words and words != clean(graph.nodes[node].text):
            about.sources = {WORDS: {"title": WORDS_TITLE}}
            about.refs[node] = {"in": WORDS, "quote": words}
        if said.locution in folk.turns:
            about.turns[node] = folk.turns[said.locution]
    made = debate(graph, about, told)
    lost = (*also, *_beside(value, lists["nodes"]), *graph.close())
    return Imported(debate=made, lost=lost, faults=tuple(broken))


def _items(value: Mapping[str, Any], key: str, broken: list[Note]) -> Iterator[Mapping[str, Any]]:
    found = value.get(key)
    if found is None:
        found = []
    if not isinstance(found, list):
        broken.append(Note(message=_not_a(key, "list", "リスト"), at=key))
        return
    for position, item in enumerate(found):
        if isinstance(item, dict):
            yield item
        else:
            broken.append(
                Note(message=_not_a(key, "list of objects", "オブジェクトのリスト"), at=f"{key}[{position}]")
            )


def _nodes(raws: Iterable[Mapping[str, Any]], broken: list[Note]) -> Iterator[Node]:
    for position, raw in enumerate(raws):
        name = id_text(raw.get("nodeID", raw.get("id")))
        if not name:
            broken.append(Note(message=_NO_ID, at=f"nodes[{position}]"))
            continue
        kind = _KINDS.get(text_of(raw.get("type")).strip(), Kind.OTHER)
        text = text_of(raw.get("text"))
        yield Node(id=name, kind=kind, text=text, form=_form(kind, text, _scheme(raw)))


def _scheme(raw: Mapping[str, Any]) -> str:
    """The scheme that a node names; OVA wrote its number in AIFdb there, beside the name as text."""
    name = text_of(raw.get("scheme")).strip()
    return "" if name.isdecimal() else name


def _form(kind: Kind, text: str, scheme: str) -> str:
    """The name of a relation within its kind; AIFdb names it twice, once without spaces."""
    if kind in (Kind.STATEMENT, Kind.LOCUTION, Kind.OTHER):
        return ""
    name = (text if same_form(text) == same_form(scheme) else scheme or text).strip()
    usual = not name or name == kind.value or same_form(name).startswith("default")
    return "" if usual else name


def _edges(raws: Iterable[Mapping[str, Any]], broken: list[Note]) -> Iterator[Edge]:
    for position, raw in enumerate(raws):
        start, end = (_end(raw, *keys) for keys in (("fromID", "from"), ("toID", "to")))
        name = id_text(raw.get("edgeID", raw.get("id"))) or f"edges[{position}]"
        if start and end:
            yield Edge(id=name, start=start, end=end)
        else:
            broken.append(Note(message=_NO_ENDS, at=name))


def _end(raw: Mapping[str, Any], key: str, older: str) -> str:
    """One end of an edge: an id, or the node itself, as OVA saved it."""
    end = raw.get(key, raw.get(older))
    return id_text(end.get("id", end.get("nodeID")) if isinstance(end, dict) else end)


def _beside(value: Mapping[str, Any], nodes: list[Mapping[str, Any]]) -> Iterator[Note]:
    """What stands beside nodes and edges."""
    times = sum(bool(node.get("timestamp", node.get("date"))) for node in nodes)
    if times:
        yield Note(message=_times(times), at="timestamp")
    placed = sum(bool(_PICTURE & node.keys()) for node in nodes)
    if placed:
        yield Note(message=_placed(placed), at="nodes")
    for node in nodes:
        for key in (
            key for key, content in node.items() if key not in _KNOWN and content not in _SAYS_NOTHING
        ):
            yield Note(message=beside(key, node[key]), at=id_text(node.get("nodeID", node.get("id"))))
    for key, content in value.items():
        if key not in _LISTS and content:
            yield Note(message=beside(key, content), at=key[:60])


def beside(key: str, content: object) -> Words:
    """That a file's own part is not carried over, and how much it is."""
    size = len(content) if isinstance(content, list | dict | str) else 1
    return Words(
        en=f"`{key[:60]}`, which has no place in a debate ({size:,})",
        ja=f"討論に書く場所のない `{key[:60]}`（{size:,}）",
    )


_NO_ID = Words(en="a node without an id", ja="ID のないノード")
_NO_ENDS = Words(en="an edge without a start or an end", ja="始点か終点のない辺")


def _not_a(key: str, wanted: str, ja: str) -> Words:
    return Words(en=f"`{key}` must be a {wanted}", ja=f"`{key}` は{ja}でなければならない")


def _times(count: int) -> Words:
    return Words(
        en=f"the times at which nodes were written down ({count:,})",
        ja=f"ノード {count:,} 個が記録された時刻",
    )


def _placed(count: int) -> Words:
    return Words(
        en=f"where nodes stand in the picture, and who drew them ({count:,})",
        ja=f"ノード {count:,} 個の図での位置と、それを置いた人",
    )
