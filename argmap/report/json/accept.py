"""What can be held together, as JSON: `argmap-accept/1`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.diagnostics import Lang
from argmap.frameworks import Task
from argmap.frameworks.told import Told
from argmap.report.json import accept_types as types
from argmap.report.json.types import TransferNote

if TYPE_CHECKING:
    from argmap.formats import Arguments, Note


def accepted(told: Told, found: Arguments, lang: Lang) -> str:
    """The answer, as `argmap-accept/1`."""
    answer, task = told.answer, told.answer.question.task
    lists = task in (Task.SOME, Task.EVERY)
    some, every, single = told.credulous, told.skeptical, answer.question.arguments is not None
    report = types.AcceptReport(
        lang=lang,
        file=told.file,
        input=told.format,
        semantics=answer.question.semantics,
        task=task,
        arguments=len(told.names),
        attacks=sum(map(len, told.framework.targets)),
        exists=answer.exists,
        in_some=None if some is None else tuple(told.names[n] for n in told.asked if some[n]),
        in_every=None if every is None else tuple(told.names[n] for n in told.asked if every[n]),
        asked=tuple(_asked(told, number, lang) for number in told.asked) if single else (),
        together=told.together,
        extensions=_extensions(told) if lists else None,
        count=answer.count if task is Task.COUNT else None,
        whole=answer.whole if task is Task.EVERY else True,
        proof=types.ProofOfAnswer(
            decided=len(answer.order),
            frozen=len(answer.rest.frozen),
            parts=len(answer.rest.parts),
            read=told.proof.read,
            refuted=told.proof.refuted,
        ),
        lost=_notes(found.lost, lang),
        faults=_notes(found.faults, lang),
    )
    return report.model_dump_json(indent=2) + "\n"


def _asked(told: Told, number: int, lang: Lang) -> types.AskedArgument:
    some, every = told.credulous, told.skeptical
    return types.AskedArgument(
        name=told.names[number],
        in_some=None if some is None else bool(some[number]),
        in_every=None if every is None else bool(every[number]),
        having=None if some is None else _names(told.witness(number, has=True)),
        lacking=None if every is None else _names(told.witness(number, has=False)),
        why=told.reason(number).say(lang),
    )


def _extensions(told: Told) -> tuple[tuple[str, ...], ...]:
    if told.answer.question.task is Task.EVERY:
        return tuple(tuple(told.held(labels)) for labels in told.answer.extensions())
    labels = told.answer.extension()
    return () if labels is None else (tuple(told.held(labels)),)


def _names(names: Sequence[str] | None) -> tuple[str, ...] | None:
    return None if names is None else tuple(names)


def _notes(notes: Sequence[Note], lang: Lang) -> tuple[TransferNote, ...]:
    return tuple(TransferNote(at=one.at, message=one.message.say(lang)) for one in notes)
