"""Participants and locutions of AIF -> who speaks which locution, in which words, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.formats._aif_graph import Graph, Kind, Node

_LONGEST_NAME = 80  # of a speaker, where only the locution names it
_TIME = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?")


@dataclass(slots=True)
class People:
    """Who speaks.

    Attributes:
        names: by speaker, their name; None where they have none.
        heard: by locution, the speaker (None where nobody is named) and the words.
        turns: by locution, the turn in which it is spoken: a new one begins where somebody else speaks.
    """

    names: dict[str, str | None] = field(default_factory=dict)
    heard: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    turns: dict[str, int] = field(default_factory=dict)


def people(
    graph: Graph, participants: Iterable[Mapping[str, object]], locutions: Iterable[Mapping[str, object]]
) -> People:
    """Who speaks, by the lists of a file and, where they are silent, by how the locutions begin."""
    found = People()
    for participant in participants:
        if key := id_text(participant.get("participantID", participant.get("id"))):
            names = (text_of(participant.get(part)) for part in ("firstname", "surname"))
            found.names[key] = " ".join(filter(None, names)) or None
    speakers: dict[str, str | None] = {}
    starts: dict[str, str] = {}
    for locution in locutions:
        key, start = id_text(locution.get("nodeID")), text_of(locution.get("start"))
        speakers[key] = speakers.get(key) or id_text(locution.get("personID")) or None
        if _TIME.fullmatch(start):
            starts.setdefault(key, start.replace("T", " "))
    by_name = {name or key: key for key, name in found.names.items()}
    for node in graph.of_kind(Kind.LOCUTION):
        if graph.after(node.id, Kind.ILLOCUTION):
            found.heard[node.id] = _hear(node, speakers, found.names, by_name)
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
