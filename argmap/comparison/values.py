"""What a comparison finds: debates, statements, questions and relations of either side, each once.

The keys (`debate#id`) are those of the union of both sides: as a thing is called now, or, where it was removed, as it
was called; with a number behind it where something else is called so now.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from argmap.model import Debate, Extent
from argmap.semantics import Analysis, QuestionStatus, QuestionVerdict, Status, Verdict

Change = Literal["added", "removed", "changed"]
Direction = Literal["fell", "rose", "turned"]
TieKind = Literal["rebuts", "undercuts", "supports", "backs", "answers", "about"]
Found = Verdict | QuestionVerdict

_LEVEL: Mapping[Status | QuestionStatus, int] = {
    Status.UNREBUTTED: 3,
    Status.DEFENDED: 3,
    Status.CHALLENGED: 2,
    Status.CONTESTED: 1,
    Status.UNDERCUT: 0,
    Status.UNDERMINED: 0,
    Status.REBUTTED: 0,
    Status.CONCEDED: 0,
    QuestionStatus.ANSWERED: 3,
    QuestionStatus.PARTIAL: 2,
    QuestionStatus.EVASIVE: 1,
    QuestionStatus.UNANSWERED: 0,
}
"""How well something stands, or is answered; a request is beside the scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Something that is written otherwise: which key of the format, what it said, and what it says; None for nothing."""

    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A relation of either side.

    Attributes:
        kind: what the source does to the target.
        source: the key of what bears on something; of a step, its first premise.
        target: the key of what it bears on; of an undercut, what the step that it attacks concludes.
        premises: of a step or an undercut the premises of the step, sorted.
        old: how far it answered (full, where it is no answer); None where it was added.
        new: how far it answers; None where it was removed.
        candidate: nobody has confirmed it yet.
    """

    kind: TieKind
    source: str
    target: str
    premises: tuple[str, ...] = ()
    old: Extent | None
    new: Extent | None
    candidate: bool = False

    @property
    def change(self) -> Change | None:
        """What became of it; None where it is as it was."""
        if self.old == self.new:
            return None
        return "added" if self.old is None else "removed" if self.new is None else "changed"

    @property
    def ends(self) -> tuple[str, ...]:
        """The keys of everything that it joins, each once."""
        return tuple(dict.fromkeys((self.source, *self.premises, self.target)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One of the changes that decide why a status is another one: at which statement or question, and a relation or an edit."""

    at: str
    tie: Tie | None = None
    edit: Edit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A statement or a question, as it was and as it is.

    Attributes:
        key: its key in the union.
        old: the verdict before; None where it was added.
        new: the verdict now; None where it was removed.
        edits: what of it is written otherwise; none where it was added or removed.
        causes: why its status is another one.
        since: the date of the first cause that has one, as it is written in the debate.
    """

    key: str
    old: Found | None
    new: Found | None
    edits: tuple[Edit, ...] = ()
    causes: tuple[Cause, ...] = ()
    since: str | None = None

    @property
    def shown(self) -> Found:
        """What is known of it last."""
        found = self.new or self.old
        assert found is not None  # noqa: S101 - an item is on one side at least
        return found

    @property
    def turned(self) -> bool:
        """Whether it is on both sides and its status is another one."""
        return self.old is not None and self.new is not None and self.old.status is not self.new.status

    @property
    def change(self) -> Change | None:
        """What became of it; None where it is written as it was and has the same status."""
        if self.old is None or self.new is None:
            return "added" if self.old is None else "removed"
        return "changed" if self.edits or self.turned else None

    @property
    def direction(self) -> Direction | None:
        """Whether it stands worse or better than before, or otherwise; None where its status is the same."""
        if self.old is None or self.new is None or not self.turned:
            return None
        before, after = _LEVEL.get(self.old.status), _LEVEL.get(self.new.status)
        if before is None or after is None or before == after:
            return "turned"
        return "fell" if after < before else "rose"


@dataclass(frozen=True, slots=True, kw_only=True)
class DebatePair:
    """A debate as it was and as it is; None where it was added or removed. `edits` are those of its head, parties, sources and groups."""

    old: Debate | None
    new: Debate | None
    edits: tuple[Edit, ...] = ()

    @property
    def shown(self) -> Debate:
        """What is known of it last."""
        found = self.new or self.old
        assert found is not None  # noqa: S101 - a pair has one side at least
        return found


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Everything that is on either side, and what became of it. Get one from `compare`.

    Attributes:
        old: the debates before, with their verdicts.
        new: the debates now, with their verdicts.
        debates: the debates of both sides, each once, in the order of the new ones.
        items: their statements and questions, each once.
        ties: their relations, each once.
    """

    old: Analysis
    new: Analysis
    debates: Sequence[DebatePair]
    items: Sequence[Item]
    ties: Sequence[Tie]

    @cached_property
    def item(self) -> Mapping[str, Item]:
        """An item by its key."""
        return {item.key: item for item in self.items}

    @cached_property
    def turned(self) -> tuple[Item, ...]:
        """What has another status: first what fell, then what rose, then the rest."""
        order: tuple[Direction, ...] = ("fell", "rose", "turned")
        return tuple(item for direction in order for item in self.items if item.direction == direction)

    def of_change(self, change: Change) -> tuple[Item, ...]:
        """What was added or removed; or what is on both sides and written otherwise."""
        if change == "changed":
            return tuple(item for item in self.items if item.edits)
        return tuple(item for item in self.items if item.change == change)

    @cached_property
    def changed_ties(self) -> tuple[Tie, ...]:
        """The relations that were added, removed or changed between things that are on both sides."""
        return tuple(
            tie
            for tie in self.ties
            if tie.change and all(self.item[end].change in (None, "changed") for end in tie.ends)
        )

    def is_in(self, item: Item, pair: DebatePair) -> bool:
        """Whether something stands in a debate; what was removed, in the debate as it was."""
        return item.shown.debate is (pair.old if item.new is None else pair.new)

    def touches(self, pair: DebatePair) -> bool:
        """Whether anything in a debate changed, or its relations did."""
        if pair.edits or pair.old is None or pair.new is None or pair.old.id != pair.new.id:
            return True
        own = {item.key for item in self.items if self.is_in(item, pair)}
        return any(self.item[key].change for key in own) or any(
            not own.isdisjoint(tie.ends) for tie in self.changed_ties
        )

    def ties_of(self, item: Item) -> tuple[Tie, ...]:
        """What something does: the relations that start at it."""
        return self._leaving.get(item.key, ())

    @cached_property
    def _leaving(self) -> Mapping[str, tuple[Tie, ...]]:
        found: dict[str, list[Tie]] = {}
        for tie in self.ties:
            found.setdefault(tie.source, []).append(tie)
        return {key: tuple(ties) for key, ties in found.items()}

    @property
    def edits(self) -> int:
        """How many things a person changed: what was added or removed counts with its relations as one."""
        written = sum(1 for item in self.items if item.edits or item.old is None or item.new is None)
        return written + len(self.changed_ties)
