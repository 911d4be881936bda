"""An Argdown document -> the debate that it maps, and what of it a debate cannot hold.

A file that argmap wrote says in its data what Argdown has no words for; of the data of other files only `by`, who
speaks, is carried over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from argmap.diagnostics import Words
from argmap.formats import Note
from argmap.formats._argdown_document import Argument, Document, End, Node
from argmap.formats._argdown_links import Links, collect
from argmap.formats._consistent import consistent
from argmap.formats._names import UNNAMED, Names, clean
from argmap.model import SECTIONS, Debate, Decision, Info, Party, Source, is_id

MARK = "argmap"
"""The key of the front matter under which argmap writes what Argdown has no words for."""

_SECTION = {
    "claim": "claims",
    "rebuttal": "rebuttals",
    "evidence": "evidence",
    "question": "questions",
}
_FRONT: Mapping[str, type[BaseModel]] = {"parties": Party, "sources": Source, "follow-ups": Decision}
_CARRIED = ("title", "model", MARK)


def debate_of(document: Document, place: Callable[[int], str]) -> tuple[Debate, tuple[Note, ...]]:
    """The debate of a document, and what is lost.

    Args:
        document: as it was read.
        place: from a place in the text to its line and column.
    """
    maker = _Maker(document, place)
    return maker.debate(), tuple(maker.notes)


class _Maker:
    """Makes statements of nodes, and names what is left."""

    def __init__(self, document: Document, place: Callable[[int], str]) -> None:
        self.document = document
        self.place = place
        self.notes: list[Note] = []
        front = document.front.get(MARK)
        self.front: Mapping[str, Any] = front if isinstance(front, dict) else {}
        self.own = isinstance(front, dict)
        self.parts: dict[str, dict[str, Any]] = {name: {} for name in ("groups", *_FRONT, *SECTIONS)}
        self._speakers: dict[str, str] = {}
        self._groups: dict[int, str] = {}
        self._group_names, self._party_names = Names(), Names()

    def debate(self) -> Debate:
        nodes = sorted(
            [*self.document.statements.values(), *self.document.arguments.values()], key=lambda node: node.at
        )
        ids = self._ids(nodes)
        links = collect(self.document, ids, self._lose)
        self._front()
        for section in range(len(self.document.sections)):
            self._section(section)
        for node in nodes:
            given = ids.get(_end(node))
            self._left(node, carried=self.own)
            if given is not None:
                self._statement(node, given, links[given])
        title = self._text(str(self.document.front.get("title") or "")) or None
        info = self._valid(Info, {**_mapping(self.front.get("debate")), "title": title}, 0)
        parts: dict[str, Any] = {key.replace("-", "_"): part for key, part in self.parts.items()}
        debate = Debate.model_construct(None, debate=info, **parts)
        if not self.own:
            return debate
        kept, notes = consistent(debate)
        self.notes += notes
        return kept or Debate(id=debate.id)

    def _ids(self, nodes: list[Node]) -> dict[End, str]:
        """The id of every statement; an argument with a structure is none."""
        names = Names()
        found = [node for node in nodes if not (isinstance(node, Argument) and node.lines)]
        titled = [node for node in found if node.titled and is_id(node.title)]
        others = [node for node in found if not (node.titled and is_id(node.title))]
        return {
            _end(node): names.give(node.title if node.titled else node.text, "statement")
            for node in (*titled, *others)
        }

    def _front(self) -> None:
        """What the front matter says."""
        for key in self.document.front:
            if key not in _CARRIED:
                self._lose(0, _data(key))
        for name, model in _FRONT.items():
            for key, value in _mapping(self.front.get(name)).items():
                if is_id(key):
                    self.parts[name][key] = self._valid(model, _mapping(value), 0)

    def _section(self, number: int) -> None:
        """A heading: a group, unless it says that it is none."""
        section = self.document.sections[number]
        for key in section.data:
            if key not in ("isGroup", "id"):
                self._lose(section.at, _data(key))
        self._lose_tags(section.said.tags, section.at)
        text = self._text(section.said.words)
        if not text or section.data.get("isGroup") == "false":
            return
        wanted = section.data.get("id")
        given = self._group_names.give(wanted if self.own and isinstance(wanted, str) else text, "group")
        exact = section.data.get("text") if self.own else None
        self._groups[number] = given
        self.parts["groups"][given] = exact if isinstance(exact, str) else text
        if section.parent is not None:
            name = self.document.sections[section.parent].said.words
            self._lose(
                section.at,
                Words(
                    en=f"that the heading “{text}” stands under “{name}”",
                    ja=f"見出し「{text}」が「{name}」の下にあること",
                ),
            )

    def _statement(self, node: Node, given: str, links: Links) -> None:
        """A statement or an argument that has only a description."""
        entry: dict[str, Any] = {"text": self._text(node.text) or given}
        if node.section in self._groups:
            entry["group"] = self._groups[node.section]
        entry |= _linked(links)
        role = "rebuttal" if links.rebuts or links.undercuts else "claim"
        if self.own:
            exact = node.data.get("text")
            entry |= node.data | {"text": (clean(exact) if isinstance(exact, str) else "") or entry["text"]}
            role = str(entry.pop("role", role))
        section = _SECTION.get(role, "claims")
        model = SECTIONS[section]
        if section == "evidence":
            supported = entry.pop("supports", ())
            entry.setdefault("backs", [support["to"] for support in supported])
        if section == "questions":
            for key in ("supports", "rebuts", "undercuts"):
                entry.pop(key, None)
        speaker = self._speaker(node.data.get("by"))
        if speaker or section in ("claims", "rebuttals"):
            entry["by"] = speaker or self._speaker(UNNAMED)
        self.parts[section][given] = self._valid(model, entry, node.at)

    def _speaker(self, name: object) -> str | None:
        """The id of a party; made when it is met for the first time."""
        if not isinstance(name, str) or not clean(name):
            return None
        if name not in self._speakers:
            known = name in self.parts["parties"]
            given = name if known else self._party_names.give(name, "party")
            self._speakers[name] = given
            if not known:
                named = {} if given == name else {"name": clean(name)}
                self.parts["parties"][given] = Party.model_validate(named)
        return self._speakers[name]

    def _valid(self, model: type[BaseModel], entry: dict[str, Any], at: int) -> Any:  # noqa: ANN401 - an item of any section
        """An item without the keys that have faults; those that it cannot do without have none."""
        while True:
            try:
                return model.__pydantic_validator__.validate_python(entry)
            except ValidationError as error:
                keys = {str(found["loc"][0]) for found in error.errors(include_url=False) if found["loc"]}
                entry = {key: value for key, value in entry.items() if key not in keys}
                for key in sorted(keys):
                    self._lose(at, _data(key))

    def _left(self, node: Node, *, carried: bool) -> None:
        """Name what of a node has no place in a debate."""
        for key in node.data:
            if key != "by" and not carried:
                self._lose(node.keys[key], _data(key))
        self._lose_tags(tuple(node.tags), node.at)
        wordings = dict.fromkeys(said.words for said in node.texts)
        structured = isinstance(node, Argument) and bool(node.lines)
        for words in list(wordings)[: None if structured else -1]:
            self._lose(
                node.at,
                Words(en=f"what {node.title} says too: {words}", ja=f"{node.title} の別の文: {words}"),
            )
        for address in dict.fromkeys(address for said in node.texts for address in said.links):
            self._lose(node.at, Words(en=f"the link to {address}", ja=f"{address} へのリンク"))
        for line in node.lines if isinstance(node, Argument) else ():
            for rule in line.rules or ():
                self._lose(line.at, Words(en=f"the inference rule “{rule}”", ja=f"推論規則「{rule}」"))
            for key in line.data:
                if key != "uses":
                    self._lose(line.at, _data(key))

    def _lose_tags(self, tags: tuple[str, ...], at: int) -> None:
        for tag in tags:
            self._lose(at, Words(en=f"the tag #{tag}", ja=f"タグ #{tag}"))

    def _lose(self, at: int, message: Words) -> None:
        self.notes.append(Note(message=message, at=self.place(at)))

    def _text(self, text: str) -> str:
        return clean(text)


def _end(node: Node) -> End:
    return End("argument" if isinstance(node, Argument) else "statement", node.title)


def _linked(links: Links) -> dict[str, Any]:
    """Links as the keys of a statement that hold some."""
    supports = [{"to": to, "with": list(others)} for to, steps in links.supports.items() for others in steps]
    undercuts = [{"from": start, "to": end} for start, end in links.undercuts]
    found = {"supports": supports, "rebuts": list(links.rebuts), "undercuts": undercuts}
    return {key: value for key, value in found.items() if value}


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _data(key: str) -> Words:
    return Words(en=f"the data `{key}`", ja=f"データ `{key}`")
