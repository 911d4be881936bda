"""What became of other people's files, and of debates in their formats, as JSON: `argmap-import/1`, `argmap-export/1`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.diagnostics import Lang
from argmap.report.json import types

if TYPE_CHECKING:
    from argmap.formats import Note
    from argmap.transfer import Sent, Transferred


def imported(done: Sequence[Transferred], lang: Lang) -> str:
    """What became of files, as `argmap-import/1`."""
    files = tuple(_file(one, lang) for one in done)
    return types.ImportReport(lang=lang, files=files).model_dump_json(indent=2) + "\n"


def exported(to: str, sent: Sequence[Sent], lang: Lang) -> str:
    """What became of debates, as `argmap-export/1`."""
    debates = tuple(
        types.ExportedDebate(
            debate=one.debate,
            outcome=one.outcome,
            files=tuple(path.as_posix() for path in one.files),
            lost=_notes(one.lost, lang),
        )
        for one in sent
    )
    return types.ExportReport(lang=lang, to=to, debates=debates).model_dump_json(indent=2) + "\n"


def _file(one: Transferred, lang: Lang) -> types.ImportedFile:
    return types.ImportedFile(
        file=one.job.file.as_posix(),
        format=one.format,
        outcome=one.outcome,
        target=one.job.target.as_posix() if one.job.target else None,
        statements=one.counts.statements,
        relations=one.counts.relations,
        questions=one.counts.questions,
        lost=_notes(one.lost, lang),
        faults=_notes(one.faults, lang),
    )


def _notes(notes: Sequence[Note], lang: Lang) -> tuple[types.TransferNote, ...]:
    return tuple(types.TransferNote(at=one.at, message=one.message.say(lang)) for one in notes)
