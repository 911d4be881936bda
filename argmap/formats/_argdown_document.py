"""An Argdown document as it is meant: its statements, arguments, relations and sections.

Statements of one title are one; relations of an argument with a premise-conclusion structure are those of its main
conclusion. Source: the syntax guide on argdown.org, and what `@argdown/core` 1.7.5 exports as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, TypeAlias

from argmap.formats._argdown_lexer import Fault
from argmap.formats._argdown_text import Said

Kind: TypeAlias = Literal["support", "attack", "undercut", "entails", "contrary", "contradictory"]
SYMMETRIC: tuple[Kind, ...] = ("contrary", "contradictory")
"""The relations without a direction."""


class End(NamedTuple):
    """What a relation begins or ends at: a statement, an argument, or one inference of an argument.

    `conclusion` is the position, in the structure, of the conclusion to which the inference leads.
    """

    type: Literal["statement", "argument", "inference"]
    title: str
    conclusion: int = -1


class Relation(NamedTuple):
    """A relation between two ends, and where it is written."""

    kind: Kind
    source: End
    target: End
    at: int


@dataclass(slots=True)
class Node:
    """A statement (all that has one title) or an argument.

    Attributes:
        title: its title, or `Untitled` and a number.
        titled: whether the title is the author's.
        texts: every text that it is given.
        tags: the tags of all of them, and of references.
        data: their data; `keys` says where each key is written.
        section: the number of the section of the first text, or of the first reference.
        at: where it is met first.
    """

    title: str
    titled: bool
    at: int
    section: int | None
    texts: list[Said] = field(default_factory=list)
    tags: dict[str, None] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text as a person reads it: the last that was given, else the title."""
        return self.texts[-1].words if self.texts else self.title


@dataclass(slots=True)
class Line:
    """A line of a structure: its number and its statement; for a conclusion the rules and data of its inference."""

    number: int
    title: str
    at: int
    rules: tuple[str, ...] | None = None
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def concludes(self) -> bool:
        """Whether it is a conclusion."""
        return self.rules is not None


@dataclass(slots=True)
class Argument(Node):
    """An argument, and its premise-conclusion structure where it has one."""

    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, its level, and the number of the section around it."""

    said: Said
    level: int
    parent: int | None
    data: Mapping[str, Any]
    at: int


@dataclass(slots=True)
class Document:
    """A whole document."""

    front: Mapping[str, Any] = field(default_factory=dict)
    statements: dict[str, Node] = field(default_factory=dict)
    arguments: dict[str, Argument] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def settle(document: Document, relations: list[Relation]) -> None:
    """Give a document its relations: of structures, by mode, each once.

    Args:
        document: with all its arguments.
        relations: as they are written.
    """
    model = document.front.get("model")
    strict = isinstance(model, dict) and model.get("mode") == "strict"
    seen: set[tuple[Kind, End, End]] = set()
    for relation in relations:
        settled = _settled(relation, document.arguments, strict=strict)
        if settled.source == settled.target and settled.source != relation.source:
            continue  # an argument supports its own conclusion: its structure says so
        kind, source, target = settled[:3]
        if (kind, source, target) in seen or (kind in SYMMETRIC and (kind, target, source) in seen):
            continue
        seen.add((kind, source, target))
        document.relations.append(settled)
    document.relations[:] = [one for one in document.relations if not _told(one, document.arguments, seen)]


def _settled(relation: Relation, arguments: Mapping[str, Argument], *, strict: bool) -> Relation:
    kind, source, target, at = relation
    if source.type == "argument" and (lines := arguments[source.title].lines):
        source = End("statement", lines[-1].title)
    if kind == "undercut" and target.type == "argument" and (lines := arguments[target.title].lines):
        target = End("inference", target.title, len(lines) - 1)
    if strict and source.type == target.type == "statement":
        kind = {"attack": "contrary", "support": "entails"}.get(kind, kind)  # type: ignore[assignment]
    return Relation(kind, source, target, at)


def _told(relation: Relation, arguments: Mapping[str, Argument], seen: set[tuple[Kind, End, End]]) -> bool:
    """Whether an attack on an argument is told by an attack on one of its premises."""
    kind, source, target, _ = relation
    if kind != "attack" or source.type != "statement" or target.type != "argument":
        return False
    premises = [End("statement", line.title) for line in arguments[target.title].lines if not line.concludes]
    return any(
        (attack, source, premise) in seen or (attack in SYMMETRIC and (attack, premise, source) in seen)
        for premise in premises
        for attack in ("attack", *SYMMETRIC)
    )
