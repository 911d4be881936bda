"""Participants and locutions of AIF -> who speaks which locution, in which words, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.diagnostics import Words
from argmap.formats import Note
from argmap.formats._aif_graph import Graph, Kind, Node

_LONGEST_NAME = 80  # of a speaker, where only the locution names it
_NO_NAME = ("", "None")  # programs in Python write a name that is not there so
_TIME = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?")


@dataclass(slots=True)
class People:
    """Who speaks.

    Attributes:
        names: by speaker, their name; None where they have none.
        heard: by locution, the speaker (None where nobody is named) and the words.
        owners: by statement, its speaker where the list of locutions names it itself: files of Araucaria do so.
        turns: by locution, the turn in which it is spoken: a new one begins where somebody else speaks.
    """

    names: dict[str, str | None] = field(default_factory=dict)
    heard: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    turns: dict[str, int] = field(default_factory=dict)


def people(
    graph: Graph, participants: Iterable[Mapping[str, object]], locutions: Iterable[Mapping[str, object]]
) -> People:
    """Who speaks, by the lists of a file and, where they are silent, by how the locutions begin."""
    found = People()
    for participant in participants:
        if key := id_text(participant.get("participantID", participant.get("id"))):
            names = (text_of(participant.get(part)).strip() for part in ("firstname", "surname"))
            found.names[key] = " ".join(name for name in names if name not in _NO_NAME) or None
    speakers: dict[str, str | None] = {}
    starts: dict[str, str] = {}
    for locution in locutions:
        key, start = id_text(locution.get("nodeID")), text_of(locution.get("start"))
        speakers[key] = speakers.get(key) or id_text(locution.get("personID")) or None
        if _TIME.fullmatch(start):
            starts.setdefault(key, start.replace("T", " "))
    spoken = [node for node in graph.of_kind(Kind.LOCUTION) if graph.after(node.id, Kind.ILLOCUTION)]
    _call(spoken, speakers, found.names)
    by_name = {name or key: key for key, name in found.names.items()}
    heard = {
        node.id: _hear(node, speakers, found.names, by_name)
        for node in sorted(spoken, key=lambda node: node.id not in speakers)
    }
    found.heard = {node.id: heard[node.id] for node in spoken}
    _own(graph, speakers, found)
    found.turns = _turns(starts, found.heard)
    return found


def id_text(value: object) -> str:
    """An id as text, which may be a number in the file; empty when it is neither."""
    if isinstance(value, int | str) and not isinstance(value, bool):
        return str(value)
    return str(int(value)) if isinstance(value, float) and value.is_integer() else ""


def text_of(value: object) -> str:
    """A text; empty when it is something else."""
    return value if isinstance(value, str) else ""


def _call(spoken: Iterable[Node], speakers: Mapping[str, str | None], names: dict[str, str | None]) -> None:
    """Names whoever has no name by how everything that they say begins: `Ms Sato: `. What begins so once may be text."""
    said: dict[str, list[str]] = {}
    for node in spoken:
        key = speakers.get(node.id)
        if key is not None and not names.get(key):
            said.setdefault(key, []).append(node.text)
    for key, texts in said.items():
        called = {text.partition(": ")[0].strip() if ": " in text else "" for text in texts}
        name = called.pop()
        if len(texts) > 1 and not called and name not in ("", key) and len(name) <= _LONGEST_NAME:
            names[key] = name


def _own(graph: Graph, speakers: Mapping[str, str | None], found: People) -> None:
    """Takes up who says a statement without a locution; what else the list speaks of is named."""
    for name, key in speakers.items():
        node = graph.nodes.get(name)
        if node is None:
            graph.notes.append(Note(message=_NOT_THERE, at=name))
        elif node.kind != Kind.LOCUTION and key is not None:
            if node.kind == Kind.STATEMENT:
                found.owners[name] = key
                found.names.setdefault(key, None)
            else:
                graph.notes.append(Note(message=_made_by(key), at=name))


def _hear(
    node: Node, speakers: Mapping[str, str | None], names: dict[str, str | None], by_name: dict[str, str]
) -> tuple[str | None, str]:
    key = speakers.get(node.id)
    if key is None and node.id in speakers:
        return None, node.text.strip()
    if key is not None and key in names:
        for sign in (" : ", ": "):
            before = f"{names[key] or key}{sign}"
            if node.text.startswith(before):
                return key, node.text[len(before) :].strip()
    name, _, words = (part.strip() for part in node.text.partition(" : "))
    if not words or not name or len(name) > _LONGEST_NAME or "\n" in name:
        name, words = "", node.text.strip()
    if key is None and name:
        key = by_name.setdefault(name, name)
    if key is not None:
        names[key] = names.get(key) or name or None
        by_name.setdefault(names[key] or key, key)
    return key, words


def _turns(starts: Mapping[str, str], heard: Mapping[str, tuple[str | None, str]]) -> dict[str, int]:
    spoken: Sequence[str] = sorted((node for node in heard if node in starts), key=lambda node: starts[node])
    turns: dict[str, int] = {}
    turn = 0
    for position, node in enumerate(spoken):
        if position == 0 or heard[node][0] != heard[spoken[position - 1]][0]:
            turn += 1
        turns[node] = turn
    return turns


_NOT_THERE = Words(en="who speaks a locution that is not in the file", ja="ファイルにない発話の発言者")


def _made_by(key: str) -> Words:
    return Words(en=f"who makes a relation: {key[:60]}", ja=f"関係を付けた人: {key[:60]}")
