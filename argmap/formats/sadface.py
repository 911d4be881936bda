"""SADFace JSON, the Simple Argument Description Format of Open Argumentation (Wells 2018).

Atoms become statements; a scheme between them is a step, or an attack where it is called so. Who speaks has no place
in SADFace. Ids that are no UUID, a title, and where a quote stands are kept in a metadata block of argmap's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from argmap.diagnostics import Words
from argmap.formats import Exported, Feature, Given, Imported, Note
from argmap.formats._aif_debate import About, debate
from argmap.formats._aif_graph import Edge, Graph, Kind, Node, title, undercut
from argmap.formats._aif_own import (
    BLOCK,
    mapping,
    others,
    own,
    own_id,
    own_scheme,
    own_undercut,
    plain,
    source_of,
    undercut_block,
    whole,
)
from argmap.formats._aif_people import id_text, text_of
from argmap.formats._aif_speech import Speech
from argmap.formats._aif_write import Plan, spread
from argmap.formats._features import lost_in
from argmap.formats._json import parse
from argmap.formats._names import clean
from argmap.model import Debate, SourceRef, Statement

NAME = "SADFace"
SUFFIX = ".json"
WRITES = frozenset(
    {
        Feature.TITLE,
        Feature.TEXTS,
        Feature.IDS,
        Feature.SOURCES,
        Feature.QUOTES,
        Feature.SCHEMES,
        Feature.SUPPORTS,
        Feature.LINKED,
        Feature.REBUTS,
        Feature.UNDERCUTS,
        Feature.BACKS,
    }
)
READS = WRITES

_VERSION = "0.5.4"
_ATTACKS = ("attack", "conflict", "disagree", "defeat")
_NAMED = {"rephrase": Kind.REPHRASE, "preference": Kind.PREFERENCE, **dict.fromkeys(_ATTACKS, Kind.ATTACK)}
_TYPES = {"atom": Kind.STATEMENT, "inference": Kind.SUPPORT, "conflict": Kind.ATTACK}
_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_OURS = re.compile(rb'"source_id"|"type"\s*:\s*"(atom|scheme)"|"analyst_email"')


def recognises(given: Given) -> bool:
    """Whether a file is a SADFace document."""
    return b'"nodes"' in given.data and bool(_OURS.search(given.data))


def read(given: Given) -> Imported:
    """The debate of a SADFace document."""
    value, faults = parse(given)
    if not isinstance(value, dict) or not isinstance(value.get("nodes"), list):
        return Imported(debate=None, faults=faults or (Note(message=_NO_NODES),))
    broken = [*faults]
    raws = {key: list(_objects(value.get(key), key, broken)) for key in ("nodes", "edges", "resources")}
    graph = Graph.of(_nodes(raws["nodes"], broken), _edges(raws["edges"], broken))
    about = About(title=_title(value))
    graph.notes.extend(_head(value))
    for raw in raws["resources"]:
        graph.notes.extend(_resource(raw, about))
    for raw in raws["nodes"]:
        graph.notes.extend(_atom(raw, about))
    made = debate(graph, about, Speech())
    return Imported(debate=made, lost=graph.close(), faults=tuple(broken))


def write(debate: Debate) -> Exported:
    """The SADFace document of a debate."""
    plan = Plan(debate)
    core = dict.fromkeys(("analyst_email", "analyst_name", "created", "edited"), "")
    core |= {"id": _uuid(f"debate {debate.id}"), "version": _VERSION}
    said = dict(debate.statements())
    value = {
        "metadata": {"core": core, BLOCK: {"title": debate.debate.title} if debate.debate.title else {}},
        "resources": [
            {
                "id": _uuid(f"source {name}"),
                "type": "text",
                "content": "",
                "metadata": {"core": {}, BLOCK: {"id": name, **plain(source)}},
            }
            for name, source in debate.sources.items()
        ],
        "nodes": [_spell(node, said.get(node.id)) for node in plan.nodes],
        "edges": [
            {"id": _uuid(f"edge {edge.id}"), "source_id": _uuid(edge.start), "target_id": _uuid(edge.end)}
            for edge in plan.edges
        ],
    }
    text = spread(value, 2)
    return Exported(data=f"{text}\n".encode(), lost=lost_in(debate, WRITES))


def _objects(found: object, key: str, broken: list[Note]) -> Iterator[Mapping[str, Any]]:
    for position, item in enumerate(found if isinstance(found, list) else ()):
        if isinstance(item, dict):
            yield item
        else:
            broken.append(Note(message=_NO_OBJECT, at=f"{key}[{position}]"))
    if found is not None and not isinstance(found, list):
        broken.append(Note(message=_NO_LIST, at=key))


def _nodes(raws: Iterable[Mapping[str, Any]], broken: list[Note]) -> Iterator[Node]:
    for position, raw in enumerate(raws):
        node = id_text(raw.get("id"))
        if not node:
            broken.append(Note(message=_NO_ID, at=f"nodes[{position}]"))
            continue
        name = text_of(raw.get("name"))
        type_ = text_of(raw.get("type"))
        kind = _NAMED.get(name.lower(), Kind.SUPPORT) if type_ == "scheme" else _TYPES.get(type_, Kind.OTHER)
        form = "" if name.lower() in ("support", "inference", *_NAMED) else name
        if kind == Kind.ATTACK and (steps := own_undercut(raw.get("metadata"))):
            form = undercut(_uuid(steps[0]), steps[1] and _uuid(steps[1]))
        yield Node(id=node, kind=kind, text=text_of(raw.get("text")), form=form)


def _edges(raws: Iterable[Mapping[str, Any]], broken: list[Note]) -> Iterator[Edge]:
    for position, raw in enumerate(raws):
        name = id_text(raw.get("id")) or f"edges[{position}]"
        start, end = id_text(raw.get("source_id")), id_text(raw.get("target_id"))
        if start and end:
            yield Edge(id=name, start=start, end=end)
        else:
            broken.append(Note(message=_NO_ENDS, at=name))


def _title(value: Mapping[str, Any]) -> str:
    metadata = mapping(value.get("metadata"))
    return own(metadata).get("title") or text_of(mapping(metadata.get("core")).get("title"))


def _head(value: Mapping[str, Any]) -> Iterator[Note]:
    """What the head of a document says besides its title; older documents have it at the top."""
    metadata = mapping(value.get("metadata"))
    core = {**value, **mapping(metadata.get("core"))}
    for key in ("analyst_name", "analyst_email", "created", "edited", "description", "notes"):
        if core.get(key):
            yield Note(message=_head_words(key), at="metadata")
    yield from others({key: block for key, block in metadata.items() if key != "core"}, "metadata")


def _resource(raw: Mapping[str, Any], about: About) -> Iterator[Note]:
    node = id_text(raw.get("id"))
    blocks = mapping(raw.get("metadata"))
    name = own_id(blocks) or node
    about.sources[node] = source_of({**raw, **mapping(blocks.get("core")), **own(blocks)})
    about.source_ids[node] = name
    yield from whole(raw.get("content"), node)


def _atom(raw: Mapping[str, Any], about: About) -> Iterator[Note]:
    node = id_text(raw.get("id"))
    blocks = mapping(raw.get("metadata"))
    if name := own_id(blocks):
        about.ids.setdefault(node, name)
    if scheme := own_scheme(blocks):
        about.schemes.setdefault(node, scheme)
    taken = (
        [source for source in raw.get("sources") or () if isinstance(source, dict)] if _listed(raw) else []
    )
    for position, source in enumerate(taken):
        resource = id_text(source.get("resource_id"))
        if position or resource not in about.sources or node in about.refs:
            yield Note(message=_SECOND_SOURCE, at=node)
            continue
        ref = {"in": resource, "quote": clean(text_of(source.get("text"))), "at": own(blocks).get("at", "")}
        about.refs[node] = {key: value for key, value in ref.items() if clean(value)}
    yield from others({key: block for key, block in blocks.items() if key != "core"}, node)


def _listed(raw: Mapping[str, Any]) -> bool:
    return isinstance(raw.get("sources"), list)


def _spell(node: Node, said: Statement | None) -> dict[str, Any]:
    made: dict[str, Any] = {"id": _uuid(node.id), "metadata": {"core": {}}}
    if said is None:
        if node.kind == Kind.SUPPORT:
            return made | {"type": "scheme", "name": title(node.form) if node.form else "support"}
        if node.form:
            made["metadata"][BLOCK] = undercut_block(node.form)
        return made | {"type": "scheme", "name": "attack"}
    block = {} if made["id"] == node.id else {"id": node.id}
    if node.form:
        block["scheme"] = node.form
    if said.source is not None and said.source.at is not None:
        block["at"] = said.source.at
    if block:
        made["metadata"][BLOCK] = block
    return made | {
        "type": "atom",
        "text": node.text,
        "sources": [_quoted(said.source)] if said.source else [],
    }


def _quoted(source: SourceRef) -> dict[str, Any]:
    quote = source.quote or ""
    return {"resource_id": _uuid(f"source {source.in_}"), "text": quote, "offset": 0, "length": len(quote)}


def _uuid(name: str) -> str:
    """The name where it is a UUID already, else one made of it: SADFace wants UUIDs."""
    return name if _UUID.fullmatch(name) else str(uuid5(NAMESPACE_URL, f"argmap:{name}"))


_NO_NODES = Words(
    en="this is no SADFace document: it has no list of `nodes`", ja="SADFace ではない。`nodes` のリストがない"
)
_NO_LIST = Words(en="this must be a list", ja="リストでなければならない")
_NO_OBJECT = Words(en="this must be an object", ja="オブジェクトでなければならない")
_NO_ID = Words(en="a node without an id", ja="ID のないノード")
_NO_ENDS = Words(en="an edge without a start or an end", ja="始点か終点のない辺")
_SECOND_SOURCE = Words(
    en="a source besides the first, or one that is not in the file",
    ja="二つ目の出典、またはファイルにない出典",
)


def _head_words(key: str) -> Words:
    return Words(en=f"`{key}` of the document", ja=f"文書の `{key}`")
