"""Statements, relations and speech of a file -> Debate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.diagnostics import Words
from argmap.formats._aif_graph import Graph, Kind
from argmap.formats._aif_relations import Relations, relations
from argmap.formats._aif_speech import Speech
from argmap.formats._names import UNNAMED, Names, clean
from argmap.model import Debate
from argmap.model.ids import unused


@dataclass(slots=True)
class About:
    """What a file says besides its graph; everything by the ids of the file.

    Attributes:
        title: of the debate.
        ids: by statement, the id that it had in a debate, where the file keeps that beside its own.
        parties: by speaker, their name; None where they have none.
        by: by statement, its speaker.
        sources: by source, its fields as in a debate file.
        source_ids: by source, the id that it had in a debate.
        refs: by statement, the source it is taken from and the words: `in`, `quote`, `at`.
        turns: by statement, its turn.
        schemes: by statement, its argumentation scheme.
    """

    title: str = ""
    ids: dict[str, str] = field(default_factory=dict)
    parties: dict[str, str | None] = field(default_factory=dict)
    by: dict[str, str] = field(default_factory=dict)
    sources: dict[str, dict[str, str]] = field(default_factory=dict)
    source_ids: dict[str, str] = field(default_factory=dict)
    refs: dict[str, dict[str, str]] = field(default_factory=dict)
    turns: dict[str, int] = field(default_factory=dict)
    schemes: dict[str, str] = field(default_factory=dict)


def debate(graph: Graph, about: About, speech: Speech) -> Debate:
    """The debate that a graph holds; whatever it cannot hold is named in the graph."""
    texts = {node.id: clean(node.text) for node in graph.of_kind(Kind.STATEMENT)}
    for node, text in texts.items():
        if text:
            graph.carry(node)
        else:
            graph.lose(node, _NO_WORDS)
    said = [node for node, text in texts.items() if text]
    found = relations(graph, {node for node in said if node not in speech.asked})
    return _Builder(texts, said, found, about, speech).debate()


class _Builder:
    def __init__(
        self, texts: Mapping[str, str], said: list[str], found: Relations, about: About, speech: Speech
    ) -> None:
        names, parties, sources = Names(), Names(), Names()
        self.ids = {node: names.give(about.ids.get(node, node), "statement") for node in said}
        self.parties = {key: parties.give(key, "speaker") for key in about.parties}
        self.sources = {key: sources.give(about.source_ids.get(key, key), "source") for key in about.sources}
        self.texts, self.found, self.about, self.speech = texts, found, about, speech
        self.supports: dict[str, list[dict[str, Any]]] = {}
        for step in found.steps:
            others = [self.ids[premise] for premise in step.premises[1:]]
            support: dict[str, Any] = {"to": self.ids[step.conclusion]}
            if others:
                support["with"] = others
            self.supports.setdefault(step.premises[0], []).append(support)
        self.unnamed: str | None = None

    def debate(self) -> Debate:
        data: dict[str, Any] = {"claims": {}, "rebuttals": {}, "questions": {}}
        for node, name in self.ids.items():
            if node in self.speech.asked:
                data["questions"][name] = self._question(node)
            else:
                attacks = self._attacks(node)
                data["rebuttals" if attacks else "claims"][name] = self._claim(node) | attacks
        data["parties"] = {self.parties[key]: _named(name) for key, name in self.about.parties.items()}
        if self.unnamed:
            data["parties"][self.unnamed] = {}
        data["sources"] = {self.sources[key]: source for key, source in self.about.sources.items()}
        if title := clean(self.about.title):
            data["debate"] = {"title": title}
        return Debate.model_validate(data)

    def _said(self, node: str) -> dict[str, Any]:
        made: dict[str, Any] = {"text": self.texts[node]}
        ref = self.about.refs.get(node)
        if ref is not None:
            made["source"] = ref | {"in": self.sources[ref["in"]]}
        if node in self.about.turns:
            made["turn"] = self.about.turns[node]
        return made

    def _question(self, node: str) -> dict[str, Any]:
        made = self._said(node)
        if speaker := self.about.by.get(node):
            made["by"] = self.parties[speaker]
        if about := [self.ids[n] for n in self.speech.about.get(node, ()) if n in self.ids]:
            made["about"] = about
        if node in self.speech.requests:
            made["kind"] = "request"
        return made

    def _claim(self, node: str) -> dict[str, Any]:
        speaker = self.about.by.get(node)
        made = self._said(node) | {"by": self.parties[speaker] if speaker else self._nobody()}
        if scheme := self.about.schemes.get(node) or self.found.schemes.get(node):
            made["scheme"] = scheme
        if node in self.supports:
            made["supports"] = self.supports[node]
        if answers := [self._answer(*a) for a in self.speech.answers.get(node, ()) if a[0] in self.ids]:
            made["answers"] = answers
        return made

    def _answer(self, question: str, extent: str, sure: bool) -> dict[str, str]:  # noqa: FBT001 - as it is kept
        made = {"question": self.ids[question], "extent": extent}
        return made if sure else made | {"review": "candidate"}

    def _attacks(self, node: str) -> dict[str, Any]:
        made: dict[str, Any] = {}
        if node in self.found.rebuts:
            made["rebuts"] = [{"to": self.ids[target]} for target in self.found.rebuts[node]]
        if self.found.undercuts.get(node):
            made["undercuts"] = [
                {"from": self.ids[start]} | ({"to": self.ids[end]} if end else {})
                for start, end in self.found.undercuts[node]
            ]
        return made

    def _nobody(self) -> str:
        """The party that says what nobody is named for."""
        if self.unnamed is None:
            taken = {self.parties[key]: name for key, name in self.about.parties.items()}
            self.unnamed = UNNAMED if not taken.get(UNNAMED) else unused(UNNAMED, taken)
        return self.unnamed


def _named(name: str | None) -> dict[str, str]:
    called = clean(name or "")
    return {"name": called} if called else {}


_NO_WORDS = Words(en="a statement without words", ja="文のない発言")
