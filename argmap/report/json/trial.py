"""Trials as JSON: what is supposed, how the counts were, and what would have to change (`argmap-flip/1`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.diagnostics import Lang
from argmap.model import Debate
from argmap.report import Manner, standing
from argmap.report.json import flip_types, types
from argmap.semantics import Analysis

if TYPE_CHECKING:
    from argmap.semantics.flip_words import ToldWay
    from argmap.semantics.flips import Flip, Turn
    from argmap.semantics.supposed import WhatIf


def flip(analysis: Analysis, flips: Sequence[Flip], manner: Manner) -> str:
    """What would have to change for statements to fall, or to stand, as `argmap-flip/1`."""
    found = tuple(_flipped(analysis, one, manner.lang) for one in flips)
    return flip_types.FlipReport(lang=manner.lang, flips=found).model_dump_json(indent=2) + "\n"


def supposed(what_if: WhatIf) -> tuple[types.SupposedOf, ...]:
    """What is supposed."""
    given = [*((key, "unsaid") for key in what_if.without), *what_if.supposed.items()]
    return tuple(
        types.SupposedOf(id=local, debate=debate, what=what)
        for key, what in given
        for debate, _, local in [key.rpartition("#")]
    )


def counts_before(what_if: WhatIf, debate: Debate, side: str) -> types.CountsOfSide | None:
    """The counts of a debate as it was held; None where they would be the same.

    Args:
        what_if: the trial.
        debate: the debate as it would be.
        side: the side that is looked at.
    """
    held = next(one for one in what_if.was.graph.debates if one.id == debate.id)
    was, now = standing(what_if.was, held, side), standing(what_if.now, debate, side)
    if (was.counts, was.question_counts) == (now.counts, now.question_counts):
        return None
    return types.CountsOfSide(counts=was.counts, question_counts=was.question_counts)


def _flipped(analysis: Analysis, flip: Flip, lang: Lang) -> flip_types.FlippedStatement:
    from argmap.semantics.flip_words import tell

    verdict = flip.verdict
    return flip_types.FlippedStatement(
        id=verdict.id,
        debate=verdict.debate.id,
        by=verdict.statement.by,
        side=verdict.side,
        text=verdict.statement.text,
        status=verdict.status,
        stands=flip.stands,
        ways=tuple(
            _way(analysis, flip, one, lang) for told in tell(flip, analysis.graph) for one in told.ways
        ),
        bounds=tuple(
            flip_types.BoundOfSearch(kind=bound.kind.value, size=bound.size) for bound in flip.bounds
        ),
    )


def _way(analysis: Analysis, flip: Flip, told: ToldWay, lang: Lang) -> flip_types.WayToFlip:
    turns = told.way.turns
    return flip_types.WayToFlip(
        kind=told.way.kind.value,
        size=len(turns),
        changes=tuple(_change(analysis, flip, turn) for turn in turns),
        then=told.way.then,
        text=told.words.say(lang),
    )


def _change(analysis: Analysis, flip: Flip, turn: Turn) -> flip_types.ChangeToMake:
    verdict = analysis.verdicts[turn.number]
    return flip_types.ChangeToMake(
        id=analysis.graph.name(turn.number, flip.verdict.debate.id),
        what=turn.what,
        by=verdict.statement.by,
        side=verdict.side,
        text=verdict.statement.text,
    )
