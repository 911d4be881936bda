"""arguebuf JSON, the argument graphs of ReCAP and arg-services (`arg_services.graph.v1`; Lenz et al. 2022).

Atoms become statements, their participants say who speaks, their references where it stands. Supports are steps,
attacks rebut, or undercut where they lead to a support. A scheme that arguebuf does not list, a title, and where a
quote stands are kept in argmap's own block of `userdata`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from argmap.diagnostics import Words
from argmap.formats import Exported, Feature, Given, Imported, Note
from argmap.formats._aif import WORDS, WORDS_TITLE
from argmap.formats._aif_debate import About, debate
from argmap.formats._aif_graph import Edge, Graph, Kind, Node, undercut
from argmap.formats._aif_own import (
    BLOCK,
    mapping,
    others,
    own,
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
from argmap.formats._arguebuf import SCHEMES
from argmap.formats._features import lost_in
from argmap.formats._json import parse
from argmap.formats._names import UNNAMED, clean
from argmap.model import Debate, Party, SourceRef, Statement

NAME = "arguebuf"
SUFFIX = ".json"
WRITES = frozenset(
    {
        Feature.TITLE,
        Feature.TEXTS,
        Feature.IDS,
        Feature.PARTIES,
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

_KINDS = {
    "support": Kind.SUPPORT,
    "attack": Kind.ATTACK,
    "rephrase": Kind.REPHRASE,
    "preference": Kind.PREFERENCE,
}
_OURS = re.compile(rb'"(atom|schemaVersion|schema_version)"\s*:')
_DATED = ("nodes", "edges", "resources", "participants")
_PERSON = ("username", "email", "url", "location", "description")


def recognises(given: Given) -> bool:
    """Whether a file is an arguebuf graph."""
    return b'"nodes"' in given.data and bool(_OURS.search(given.data))


def read(given: Given) -> Imported:
    """The debate of an arguebuf graph."""
    value, faults = parse(given)
    if not isinstance(value, dict) or not isinstance(value.get("nodes"), dict):
        return Imported(debate=None, faults=faults or (Note(message=_NO_NODES),))
    broken = [*faults]
    raws = {key: dict(_objects(value.get(key), key, broken)) for key in (*_DATED, "analysts")}
    nodes = (_node(name, raw) for name, raw in raws["nodes"].items())
    graph = Graph.of(nodes, _edges(raws["edges"], broken))
    about = About(title=_title(value.get("userdata")))
    graph.notes.extend(_head(value, raws))
    for name, raw in raws["resources"].items():
        about.sources[name] = source_of({"url": raw.get("source"), **raw, **own(raw.get("userdata"))})
        graph.notes.extend((*whole(raw.get("text"), name), *others(raw.get("userdata"), name)))
    for name, raw in raws["participants"].items():
        about.parties[name] = text_of(raw.get("name")) or None
        more = {key: raw.get(key) for key in _PERSON}
        graph.notes.extend((*others(more, name), *others(raw.get("userdata"), name)))
    for name, raw in raws["nodes"].items():
        graph.notes.extend(_about(name, raw, about))
    made = debate(graph, about, Speech())
    return Imported(debate=made, lost=graph.close(), faults=tuple(broken))


def write(debate: Debate) -> Exported:
    """The arguebuf graph of a debate."""
    plan = Plan(debate)
    said = dict(debate.statements())
    silent = UNNAMED if debate.parties.get(UNNAMED) == Party() else None
    implied = any(statement.by in (None, silent) for statement in said.values())
    value = {
        "nodes": {node.id: _spell(node, said.get(node.id), silent) for node in plan.nodes},
        "edges": {edge.id: {"source": edge.start, "target": edge.end} for edge in plan.edges},
        "resources": {
            name: {"text": "", "title": source.title or "", "source": source.url or ""}
            | ({"userdata": {BLOCK: block}} if (block := plain(source)) else {})
            for name, source in debate.sources.items()
        },
        "participants": {
            name: {"name": party.name or ""}
            for name, party in debate.parties.items()
            if name != silent or not implied
        },
        "schemaVersion": 1,
        "userdata": {BLOCK: {"title": debate.debate.title}} if debate.debate.title else {},
    }
    text = spread(value, 2)
    return Exported(data=f"{text}\n".encode(), lost=lost_in(debate, WRITES))


def _objects(found: object, key: str, broken: list[Note]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, item in mapping(found).items():
        if isinstance(item, dict) and name:
            yield name, item
        else:
            broken.append(Note(message=_NO_OBJECT, at=f"{key}.{name}"))
    if found is not None and not isinstance(found, dict):
        broken.append(Note(message=_NO_OBJECT, at=key))


def _node(name: str, raw: Mapping[str, Any]) -> Node:
    if isinstance(raw.get("atom"), dict):
        return Node(id=name, kind=Kind.STATEMENT, text=text_of(raw["atom"].get("text")))
    scheme = mapping(raw.get("scheme"))
    found = next((key for key in _KINDS if key in scheme), "")
    if not found:  # before version 1: `{"type": "TYPE_SUPPORT", "argumentationScheme": "SCHEME_…"}`
        found = text_of(scheme.get("type")).removeprefix("TYPE_").lower()
    form = text_of(scheme.get(found, scheme.get("argumentationScheme"))).partition("_")[2]
    form = "" if form in ("", "DEFAULT", "UNSPECIFIED") else form.replace("_", "-").lower()
    kind = _KINDS.get(found, Kind.OTHER)
    if kind == Kind.ATTACK and (steps := own_undercut(raw.get("userdata"))):
        form = undercut(*steps)
    return Node(id=name, kind=kind, form=form)


def _edges(raws: Mapping[str, Mapping[str, Any]], broken: list[Note]) -> Iterator[Edge]:
    for name, raw in raws.items():
        start, end = id_text(raw.get("source")), id_text(raw.get("target"))
        if start and end:
            yield Edge(id=name, start=start, end=end)
        else:
            broken.append(Note(message=_NO_ENDS, at=name))


def _head(value: Mapping[str, Any], raws: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> Iterator[Note]:
    """What the graph says besides nodes and edges, and which of it has no place in a debate."""
    dated = sum(bool(raw.get("metadata")) for key in _DATED for raw in raws[key].values())
    if dated or value.get("metadata"):
        yield Note(message=_times(dated), at="metadata")
    for key in ("majorClaim", "major_claim"):
        if value.get(key):
            yield Note(message=_MAJOR, at=id_text(value[key]))
    for name in raws["analysts"]:
        yield Note(message=_ANALYST, at=name)
    userdata = mapping(value.get("userdata"))
    taken = _title(userdata)
    yield from others({k: v for k, v in userdata.items() if k != "title" or v != taken}, "userdata")


def _title(userdata: object) -> str:
    """The title in argmap's block, or the one that arguebuf keeps of a SADFace document."""
    return own(userdata).get("title") or text_of(mapping(userdata).get("title"))


def _about(name: str, raw: Mapping[str, Any], about: About) -> Iterator[Note]:
    """Who says an atom, and where it is taken from."""
    yield from others(raw.get("userdata"), name)
    if roles := mapping(raw.get("scheme")).get("premiseDescriptors"):
        yield Note(message=_roles(roles), at=name)
    atom = mapping(raw.get("atom"))
    if scheme := own_scheme(raw.get("userdata")):
        about.schemes[name] = scheme
    speaker = id_text(atom.get("participant"))
    if speaker in about.parties:
        about.by[name] = speaker
    elif speaker:
        yield Note(message=_nobody(speaker), at=name)
    reference = mapping(atom.get("reference"))
    resource, quote = id_text(reference.get("resource")), clean(text_of(reference.get("text")))
    if resource not in about.sources and quote:
        resource = WORDS
        about.sources.setdefault(WORDS, {"title": WORDS_TITLE})
    if resource in about.sources:
        ref = {"in": resource, "quote": quote, "at": clean(own(raw.get("userdata")).get("at", ""))}
        about.refs[name] = {key: text for key, text in ref.items() if text}


def _spell(node: Node, said: Statement | None, silent: str | None) -> dict[str, Any]:
    if said is None:
        if node.kind == Kind.ATTACK:
            meant = {"userdata": {BLOCK: undercut_block(node.form)}} if node.form else {}
            return {"scheme": {"attack": "ATTACK_DEFAULT"}, **meant}
        scheme = node.form if node.form in SCHEMES else "default"
        return {"scheme": {"support": f"SUPPORT_{scheme.replace('-', '_').upper()}"}}
    atom: dict[str, Any] = {"text": node.text}
    if said.by not in (None, silent):
        atom["participant"] = said.by
    block: dict[str, str] = {}
    if said.source is not None:
        atom["reference"] = _quoted(said.source)
        block |= {"at": said.source.at} if said.source.at is not None else {}
    if node.form:
        block["scheme"] = node.form
    return {"atom": atom} | ({"userdata": {BLOCK: block}} if block else {})


def _quoted(source: SourceRef) -> dict[str, Any]:
    return {"resource": source.in_, "text": source.quote or ""}


_NO_NODES = Words(
    en="this is no arguebuf graph: it has no object of `nodes`",
    ja="arguebuf ではない。`nodes` のオブジェクトがない",
)
_NO_OBJECT = Words(en="this must be an object", ja="オブジェクトでなければならない")
_NO_ENDS = Words(en="an edge without a start or an end", ja="始点か終点のない辺")
_MAJOR = Words(en="that this is the major claim", ja="中心となる主張であること")
_ANALYST = Words(en="an analyst", ja="分析者")


def _times(count: int) -> Words:
    return Words(
        en=f"the times at which parts were written down ({count:,})", ja=f"{count:,} 個の部分が記録された時刻"
    )


def _roles(roles: object) -> Words:
    size = len(roles) if isinstance(roles, list) else 1
    return Words(en=f"the roles of {size} premises", ja=f"前提 {size} 個の役割")


def _nobody(speaker: str) -> Words:
    return Words(
        en=f"a speaker who is not in the file: {speaker[:60]}", ja=f"ファイルにない発言者: {speaker[:60]}"
    )
