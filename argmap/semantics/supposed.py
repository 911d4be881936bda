"""What would stand if some statements had not been said, or were taken to stand, to have fallen, or to be open."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from argmap.graph import ArgumentGraph
from argmap.model import Debate
from argmap.semantics.analysis import Analysis, QuestionVerdict, Verdict
from argmap.semantics.labelling import Label
from argmap.semantics.retold import without as told_without
from argmap.semantics.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A statement whose status is another one: as it was, and as it would be."""

    was: Verdict
    now: Verdict

    @property
    def rises(self) -> bool:
        """Whether it would be better off."""
        return FROM_HIGH.index(self.now.status) < FROM_HIGH.index(self.was.status)


FROM_HIGH = (
    Status.UNREBUTTED,
    Status.DEFENDED,
    Status.CHALLENGED,
    Status.CONTESTED,
    Status.UNDERCUT,
    Status.UNDERMINED,
    Status.REBUTTED,
    Status.CONCEDED,
)
"""What stands first, in the order of the map's legend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Affected:
    """A question on which something changes: its own status, or whether statements that answer it stand.

    Attributes:
        was: as it is.
        now: as it would be.
        answers: the statements that answer it and would stand, or would not stand any more.
    """

    was: QuestionVerdict
    now: QuestionVerdict
    answers: tuple[Change, ...]


@dataclass(frozen=True)
class WhatIf:
    """Debates as they are, and as they would be. Get one from `suppose`.

    Attributes:
        was: what stands.
        now: what would stand.
        without: the `debate#id` of the statements that were not said.
        supposed: the `debate#id` of those with a given label.
    """

    was: Analysis
    now: Analysis
    without: tuple[str, ...]
    supposed: Mapping[str, Label]

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The statements whose status would be another one, in the order of the files."""
        number = self.was.graph.number
        pairs = ((self.was.verdicts[number[one.key]], one) for one in self.now.verdicts)
        return tuple(
            Change(was=was, now=now)
            for was, now in pairs
            if was.status is not now.status and now.key not in self.supposed
        )

    @cached_property
    def affected(self) -> tuple[Affected, ...]:
        """The questions on which something would change, in the order of the files."""
        return tuple(self._affected())

    def _affected(self) -> Iterator[Affected]:
        numbers = self.was.graph.number
        changed = {
            numbers[one.was.key]: one
            for one in self.changes
            if one.was.status.stands != one.now.status.stands
        }
        for was, now in zip(self.was.question_verdicts, self.now.question_verdicts, strict=True):
            answers = tuple(changed[given.statement] for given in was.given if given.statement in changed)
            if answers or was.status is not now.status:
                yield Affected(was=was, now=now, answers=answers)

    def touches(self, debate: Debate) -> bool:
        """Whether anything is supposed of a debate, or would change in it."""
        return debate.id in self._touched

    @cached_property
    def _touched(self) -> frozenset[str]:
        keys = (*self.without, *self.supposed)
        changed = (one.was.debate.id for one in self.changes)
        asked = (one.was.debate.id for one in self.affected)
        return frozenset((*(key.rpartition("#")[0] for key in keys), *changed, *asked))


def suppose(
    analysis: Analysis, *, without: Collection[str] = (), supposed: Mapping[str, Label] | None = None
) -> WhatIf:
    """What would stand.

    Args:
        analysis: debates as they are.
        without: the `debate#id` of statements that had not been said. What they answered, backed, attacked and
            supported is as if they did not exist, and so is every step that one of them is a premise of.
        supposed: the `debate#id` of statements whose label is taken as given, whatever speaks for or against them.
            Whether one weighs as an attacker still depends on its evidence.

    Raises:
        KeyError: no statement has one of these keys.
    """
    given = dict(supposed or {})
    for key in (*without, *given):
        if key not in analysis.graph.number:
            raise KeyError(key)
    graph = ArgumentGraph.of(told_without(analysis.graph.debates, without)) if without else analysis.graph
    now = Analysis(graph, {graph.number[key]: label for key, label in given.items()})
    return WhatIf(was=analysis, now=now, without=tuple(without), supposed=given)
