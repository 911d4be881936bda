"""What changed between two states, as `argmap-diff/1`."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.comparison import Cause, Difference, Edit, Item, Tie
from argmap.comparison.edits import said_of
from argmap.comparison.sentences import turns
from argmap.comparison.values import Found
from argmap.model import Question
from argmap.report import Manner
from argmap.report._changes import headline
from argmap.report.json import diff_types as types
from argmap.semantics import Analysis, Label, QuestionVerdict, Verdict


def diff(difference: Difference, manner: Manner) -> str:
    """What changed, as `argmap-diff/1`."""
    changed = [item for item in difference.items if item.change]
    report = types.DiffReport(
        lang=manner.lang,
        headline=headline(difference).say(manner.lang),
        verdicts_changed=len(difference.turned),
        unchanged=len(difference.items) - len(changed),
        debates=tuple(
            types.ComparedDebate(
                old=pair.old.id if pair.old else None,
                new=pair.new.id if pair.new else None,
                title=pair.shown.title,
                fields=_fields(pair.edits),
            )
            for pair in difference.debates
        ),
        turns=tuple(
            types.ToldTurn(keys=tuple(item.key for item in turn.items), sentence=turn.words.say(manner.lang))
            for turn in turns(difference)
        ),
        items=tuple(_item(difference, item, manner) for item in changed),
        relations=tuple(_relation(tie) for tie in difference.ties if tie.change),
    )
    return report.model_dump_json(indent=2) + "\n"


def _item(difference: Difference, item: Item, manner: Manner) -> types.ChangedItem:
    said = said_of(item.shown)
    assert item.change is not None  # noqa: S101 - only what changed is listed
    return types.ChangedItem(
        key=item.key,
        role=said.kind if isinstance(said, Question) else said.role,
        change=item.change,
        direction=item.direction,
        old=_state(difference.old, item.old, manner) if item.old else None,
        new=_state(difference.new, item.new, manner) if item.new else None,
        fields=_fields(item.edits),
        causes=tuple(map(_cause, item.causes)),
        since=item.since,
    )


def _state(analysis: Analysis, found: Found, manner: Manner) -> types.StateOf:
    said = said_of(found)
    labels = {} if isinstance(found, QuestionVerdict) else _labels(found)
    return types.StateOf(
        debate=found.debate.id,
        id=found.id,
        text=said.text,
        by=said.by,
        status=found.status,
        why=analysis.why(found.key).text(manner.lang),
        **labels,
    )


def _labels(verdict: Verdict) -> dict[str, Label]:
    return {"asserted": verdict.asserted, "backed": verdict.backed, "force": verdict.force}


def _cause(cause: Cause) -> types.CauseOfTurn:
    return types.CauseOfTurn(
        at=cause.at,
        relation=_relation(cause.tie) if cause.tie else None,
        field=_fields([cause.edit])[0] if cause.edit else None,
    )


def _fields(edits: Iterable[Edit]) -> tuple[types.ChangedField, ...]:
    return tuple(types.ChangedField(field=edit.field, old=edit.old, new=edit.new) for edit in edits)


def _relation(tie: Tie) -> types.ChangedRelation:
    assert tie.change is not None  # noqa: S101 - only what changed is listed
    return types.ChangedRelation(
        kind=tie.kind,
        source=tie.source,
        target=tie.target,
        premises=tie.premises,
        change=tie.change,
        old=tie.old,
        new=tie.new,
    )
