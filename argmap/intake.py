"""From a source document to a debate file: reads, drafts and merges; what is to be written is given back as bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from argmap.diagnostics import Severity, Words
from argmap.drafting.debate import debate_data
from argmap.drafting.merge import merge
from argmap.drafting.record import Record, UnreadableRecordError, record_of, record_path
from argmap.drafting.values import Draft
from argmap.ingest import UnreadableError
from argmap.loading import DebateFile, load_file
from argmap.loading.edit import UneditableError, edit
from argmap.loading.write import to_yaml

Outcome = Literal["new", "changed", "same", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One document, and the debate file that it goes into.

    Attributes:
        document: the source document.
        target: the debate file.
        joining: the target may already hold the debate of another document.
        encoding: of the document's text, where it is given.
        format: the name of its reader, where it is given.
    """

    document: Path
    target: Path
    joining: bool = False
    encoding: str | None = None
    format: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """What became of a document.

    Attributes:
        job: the document and its debate file.
        outcome: a new debate file, a changed one, nothing to change, or why not, in the notes.
        counts: `turns`, `statements`, `links`, `questions`, `unanswered`; `added`, `updated` and `removed`.
        notes: what should be told.
        files: what is to be written where, in this order.
    """

    job: Job
    outcome: Outcome
    counts: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[Words, ...] = ()
    files: Mapping[Path, bytes] = field(default_factory=dict)


class _RefusedError(Exception):
    """The debate file stays as it is; `words` say why."""

    def __init__(self, en: str, ja: str) -> None:
        super().__init__(en)
        self.words = Words(en=en, ja=ja)


def draft_of(document: Path, *, encoding: str | None = None, format: str | None = None) -> Draft:  # noqa: A002 - the option's name
    """What is found in a document.

    Raises:
        UnreadableError: the document cannot be read; it says what to do.
    """
    from argmap.drafting.build import draft
    from argmap.drafting.turns import outline
    from argmap.ingest import read_document

    return draft(outline(read_document(document, encoding=encoding, format=format)))


def take_in(job: Job) -> Ingested:
    """Read a document into its debate file. A document that has not changed is passed over; no fault is raised."""
    try:
        return _taken_in(job)
    except (UnreadableError, _RefusedError) as error:
        return Ingested(job=job, outcome="failed", notes=(error.words,))
    except UneditableError as error:
        words = Words(
            en=f"{job.target.as_posix()} cannot be edited: {error}",
            ja=f"{job.target.as_posix()} は編集できない: {error}",
        )
        return Ingested(job=job, outcome="failed", notes=(words,))
    except UnreadableRecordError:
        record = record_path(job.target).as_posix()
        words = Words(
            en=f"{record} is damaged: restore it, or move it away to forget what was rejected",
            ja=f"{record} が壊れている。元に戻すか、却下の記録を捨ててよければ別の所へ移す",
        )
        return Ingested(job=job, outcome="failed", notes=(words,))


def read_record(debate_file: Path) -> Record:
    """What is remembered of a debate file; empty where nothing is.

    Raises:
        UnreadableRecordError: the record is damaged.
        OSError: it cannot be read.
    """
    path = record_path(debate_file)
    return record_of(path.read_bytes()) if path.exists() else Record()


def _taken_in(job: Job) -> Ingested:
    exists = job.target.exists()
    record = read_record(job.target) if exists else Record()
    file = _from(job.document, job.target)
    if record.knows(file, _fingerprint(job.document)):
        return Ingested(job=job, outcome="same")
    found = draft_of(job.document, encoding=job.encoding, format=job.format)
    proposed = debate_data(found, file=file)
    present = _present(job.target) if exists else None
    data: dict[str, Any] = present.root.plain() if present and present.root else {}
    merged = merge(data, record, proposed, sha256=found.outline.document.sha256)
    if present and not job.joining and merged.source not in data.get("sources", {}):
        raise _RefusedError(
            f"{job.target.as_posix()} holds another debate: name a file with -o to put both into one",
            f"{job.target.as_posix()} には別の討論がある。一つにまとめるなら -o でファイルを指定する",
        )
    before = job.target.read_bytes() if exists else b""
    after = edit(before, merged.changes) if exists and merged.changes else before
    if not exists:
        after = to_yaml(proposed).encode()
    files = {job.target: after} if after != before else {}
    changes = {"added": merged.added, "updated": merged.updated, "removed": merged.removed}
    return Ingested(
        job=job,
        outcome=("changed" if files else "same") if exists else "new",
        counts=_counts(found) | changes,
        notes=(*found.outline.document.notes, *found.notes),
        files={**files, record_path(job.target): merged.record.text().encode()},
    )


def _from(document: Path, target: Path) -> str:
    """The path of a document as the debate file names it."""
    try:
        path = os.path.relpath(document.resolve(), target.resolve().parent)
    except ValueError:  # on another drive
        return document.resolve().as_posix()
    return Path(path).as_posix()


def _fingerprint(document: Path) -> str:
    """The SHA-256 of a file; empty when it cannot be read, which its reader then says."""
    try:
        with document.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _present(target: Path) -> DebateFile:
    """The debate file that is there already."""
    present = load_file(target)
    error = next((one for one in present.diagnostics if one.severity is Severity.ERROR), None)
    if error:
        place, words = error.span, error.message
        raise _RefusedError(f"mend it first: {place}: {words.en}", f"先に直す: {place}: {words.ja}")
    return present


def _counts(found: Draft) -> dict[str, int]:
    return {
        "turns": len(found.outline.turns),
        "statements": len(found.statements),
        "links": len(found.links),
        "questions": len(found.questions),
        "unanswered": sum(one.status == "none-found" and one.kind == "question" for one in found.questions),
    }
