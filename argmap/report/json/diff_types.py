"""What a difference looks like as JSON: `argmap-diff/1`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from argmap.diagnostics import Lang
from argmap.report.json.types import Frozen
from argmap.semantics import Label, QuestionStatus, Status

_Change = Literal["added", "removed", "changed"]


class ChangedField(Frozen):
    """A key of the format whose value is another one; null where it has none. Of a party, group or source with its name."""

    field: str
    old: str | None
    new: str | None


class StateOf(Frozen):
    """A statement or question as it stands on one side. Labels and `force` are null for a question."""

    debate: str
    id: str
    text: str
    by: str | None
    status: Status | QuestionStatus
    asserted: Label | None = None
    backed: Label | None = None
    force: Label | None = Field(
        default=None, description="whether it counts as an attacker when only evidence counts"
    )
    why: str


class ChangedRelation(Frozen):
    """A relation that was added, removed or changed; `premises` are those of the step that it is or attacks."""

    kind: Literal["rebuts", "undercuts", "supports", "backs", "answers", "about"]
    source: str
    target: str
    premises: tuple[str, ...]
    change: _Change
    old: Literal["full", "partial", "evasive"] | None
    new: Literal["full", "partial", "evasive"] | None


class CauseOfTurn(Frozen):
    """A change that decides: the key of where it is, and a relation or a field."""

    at: str
    relation: ChangedRelation | None
    field: ChangedField | None


class ChangedItem(Frozen):
    """A statement or question that was added, removed, rewritten, or has another status.

    `key` is `debate#id` as it is now, or as it was where it was removed (then with a number behind it if something
    else has that id now). `direction` is null where the status is the same.
    """

    key: str
    role: Literal["claim", "rebuttal", "evidence", "question", "request"]
    change: _Change
    direction: Literal["fell", "rose", "turned"] | None
    old: StateOf | None
    new: StateOf | None
    fields: tuple[ChangedField, ...]
    causes: tuple[CauseOfTurn, ...]
    since: str | None = Field(description="the date of the first cause, where its source has one")


class ToldTurn(Frozen):
    """A sentence, and the keys of what it tells of."""

    keys: tuple[str, ...]
    sentence: str


class ComparedDebate(Frozen):
    """A debate on either side; null where it was added or removed."""

    old: str | None
    new: str | None
    title: str
    fields: tuple[ChangedField, ...]


class DiffReport(Frozen):
    """`argmap diff --format json`."""

    format: Literal["argmap-diff/1"] = "argmap-diff/1"
    lang: Lang = Field(description="the language of `headline`, `sentence` and `why`")
    headline: str
    verdicts_changed: int = Field(
        description="statements and questions on both sides whose status is another one"
    )
    unchanged: int = Field(description="statements and questions that are as they were")
    debates: tuple[ComparedDebate, ...]
    turns: tuple[ToldTurn, ...]
    items: tuple[ChangedItem, ...]
    relations: tuple[ChangedRelation, ...] = Field(
        description="every relation that changed, also those of what was added or removed"
    )
