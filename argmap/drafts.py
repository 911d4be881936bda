"""Drafts on the disk: documents read into debate files, one or many at once, and what a person decides of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from argmap.diagnostics import Path as DataPath
from argmap.diagnostics import Words
from argmap.drafting.record import record_path
from argmap.drafting.review import Candidate, confirmed, refused
from argmap.ingest import UnreadableError, read_document
from argmap.intake import Ingested, Job, read_record, take_in
from argmap.loading import DebateFile, load_file
from argmap.loading.changes import Changes
from argmap.loading.edit import edit
from argmap.loading.write import Data
from argmap.model import Decision, Question, Statement
from argmap.parallel import spread
from argmap.pipeline import write
from argmap.quotes import Excerpt, SourceText

_AROUND = 60  # characters of a source shown on either side of a quote


def ingest(job: Job) -> Ingested:
    """Read a source document into its debate file, new or there already; what a person decided there stays.

    What cannot be read or written is told in the outcome's notes, never raised.
    """
    found = take_in(job)
    try:
        for path, data in found.files.items():
            write(path, data)
    except OSError as error:
        words = Words(en=f"cannot write: {error}", ja=f"書き込めない: {error}")
        return replace(found, outcome="failed", notes=(words,), files={})
    return replace(found, files={})


def ingest_all(jobs: Sequence[Job], workers: int | None = None) -> Iterator[Ingested]:
    """Read many documents, each in a process of its own turn, over the cores; in whatever order they are done.

    A document on which argmap itself fails, or whose process dies, is a failed one; the others go on.

    Args:
        jobs: the documents and their debate files, no file twice.
        workers: how many processes; as many as there are cores when not given.
    """
    return spread(ingest, jobs, _failed, workers)


def _failed(job: Job, words: Words) -> Ingested:
    return Ingested(job=job, outcome="failed", notes=(words,))


def decide(path: Path, one: Candidate, *, confirm: bool, text: str | None = None) -> None:
    """Write a person's decision on a candidate into its debate file, and a rejection into the record beside it.

    Args:
        path: the debate file.
        one: the candidate.
        confirm: confirm it, or reject it.
        text: the words as the person wants them, when it is confirmed with others.

    Raises:
        UneditableError: the file has faults, or is written in a way that cannot be edited safely.
        UnreadableRecordError: the record is damaged.
        OSError: a file cannot be read or written.
    """
    file = load_file(path)
    plain = file.root.plain() if file.root else {}
    changes: Changes
    if confirm:
        changes = confirmed(plain, one, text)
    else:
        changes, record = refused(plain, read_record(path), one)
    edited = edit(path.read_bytes(), changes)
    if not confirm:
        write(record_path(path), record.text())
    write(path, edited)


def decide_questions(path: Path, decisions: Mapping[str, Decision | None]) -> None:
    """Write what a person decided on drafted follow-up questions into their debate file.

    Args:
        path: the debate file.
        decisions: by the id of the question; None forgets what was decided.

    Raises:
        UneditableError: the file has faults, or is written in a way that cannot be edited safely.
        OSError: the file cannot be read or written.
    """
    changes: dict[DataPath, Data | None] = {
        ("follow-ups", name): None if decision is None else _short(decision)
        for name, decision in decisions.items()
    }
    kept = {**load_file(path).debate.follow_ups, **decisions}
    if not any(kept.values()):
        changes = {("follow-ups",): None}
    write(path, edit(path.read_bytes(), changes))


def _short(decision: Decision) -> Mapping[str, str]:
    """A decision as it stands in the file: own words say by themselves that the question is taken."""
    data: dict[str, str] = decision.model_dump(exclude_none=True)
    return {key: value for key, value in data.items() if key != "decision" or len(data) == 1}


def passage(file: DebateFile, said: Statement | Question) -> Excerpt | None:
    """The words of a source around a quote.

    None when there is no quote, or the source is not there, or does not say it.
    """
    source = file.debate.sources.get(said.source.in_) if said.source else None
    if said.source is None or said.source.quote is None or source is None or source.file is None:
        return None
    try:
        text = SourceText(read_document(Path(file.folder, source.file)).text)
    except UnreadableError:
        return None
    found = text.find(said.source.quote)
    return None if found.kind == "absent" else text.excerpt(found, _AROUND)
