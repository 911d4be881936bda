"""Debates out of other people's files, and into them: which format a file has, and what becomes of it on the disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

from argmap.diagnostics import Words
from argmap.formats import FORMATS, Arguments, Exported, Given, Imported, Note
from argmap.formats._text import MOST, too_big
from argmap.loading.write import plain, to_yaml
from argmap.model import Debate
from argmap.parallel import spread
from argmap.pipeline import write

_FRAMEWORKS = ("apx", "iccma23", "tgf")
"""Formats of abstract frameworks, looked at by name: to load all others would take longer than to answer."""

Outcome = Literal["read", "new", "same", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A file of another format, or a folder that is one, and the debate file that it becomes.

    Attributes:
        file: the file or folder.
        target: the debate file to write; None where nothing is written.
        format: the slug of its format, where it is given.
    """

    file: Path
    target: Path | None = None
    format: str | None = None


class Counts(NamedTuple):
    """What a debate holds."""

    statements: int = 0
    relations: int = 0
    questions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Transferred:
    """What became of a file.

    Attributes:
        job: the file and its debate file.
        outcome: `read` where nothing was to be written, a new debate file, one that holds the same already, or failed.
        format: the slug of its format, where it was found.
        debate: what was read; left out where many files are read at once.
        counts: what it holds.
        lost: what could not be carried over.
        faults: what is broken in it, or why nothing was read or written.
    """

    job: Job
    outcome: Outcome
    format: str | None = None
    debate: Debate | None = None
    counts: Counts = field(default_factory=Counts)
    lost: tuple[Note, ...] = ()
    faults: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What became of a debate in another format.

    Attributes:
        debate: its id.
        outcome: `read` where nothing was to be written, new files, the same as were there, or failed.
        files: the files that hold it.
        lost: what could not be carried over.
        fault: why nothing was written.
    """

    debate: str
    outcome: Outcome
    files: tuple[Path, ...] = ()
    lost: tuple[Note, ...] = ()
    fault: Words | None = None


def given(path: Path) -> Given:
    """A file, or a folder that may be one, to be read.

    Raises:
        OSError: it cannot be read.
    """
    if path.is_dir():
        return Given(name=path.as_posix(), data=b"", beside=partial(_beside, path))
    with path.open("rb") as file:
        data = file.read(MOST + 1)  # one more, to be told that it is too big
    return Given(name=path.as_posix(), data=data, beside=partial(_beside, path.parent))


def recognise(given: Given) -> tuple[str, ...]:
    """The slugs of the formats that a file may have."""
    return tuple(
        slug for slug, format_ in FORMATS.items() if format_.recognises and format_.recognises(given)
    )


def import_file(path: Path, slug: str | None = None) -> tuple[str | None, Imported]:
    """The debate in a file; what is wrong with the file is in its faults, never raised.

    Args:
        path: the file, or a folder that is one.
        slug: its format; found out by what is in it when not given.

    Returns:
        The format's slug, None when it is not known; and what was read. The debate is called after the file.

    Raises:
        OSError: the file cannot be read.
        KeyError: there is no such format.
    """
    file = given(path)
    big = too_big(file)
    if big:
        return slug, Imported(debate=None, faults=big)
    fits = (slug,) if slug else recognise(file)
    if len(fits) != 1:
        return None, _fault(_which(fits))
    format_ = FORMATS[fits[0]]
    if format_.read is None:
        words = Words(
            en=f"{format_.name} is only written, not read",
            ja=f"{format_.name} は書き出しだけで、読み込めない",
        )
        return fits[0], _fault(words)
    return fits[0], format_.read(file)


def framework_file(file: Given) -> tuple[str | None, Arguments]:
    """The abstract framework in a file: arguments and attacks, without making a debate of them.

    Returns:
        The format's slug, None when it is none of an abstract framework; and what was read, faults included.
    """
    big = too_big(file)
    if big:
        return None, Arguments(names=None, faults=big)
    for slug in _FRAMEWORKS:
        format_ = FORMATS[slug]
        if format_.arguments and format_.recognises and format_.recognises(file):
            return slug, format_.arguments(file)
    return None, Arguments(names=None, faults=(Note(message=_no_framework(file)),))


def _no_framework(file: Given) -> Words:
    """What to say of a file that holds no abstract framework: what else it may be, and what to do with it."""
    if Path(file.name).suffix in (".yaml", ".yml") or not file.data:
        return Words(
            en=f"no abstract framework; of a debate file ask: argmap status --semantics preferred {file.name}",
            ja=f"抽象議論フレームワークではない。討論ファイルには argmap status --semantics preferred {file.name} を使う",
        )
    others = ", ".join(recognise(file))
    known = ", ".join(_FRAMEWORKS)
    if others:
        return Words(
            en=f"this looks like {others}: make a debate of it with `argmap import`, then ask `argmap status --semantics preferred`",
            ja=f"{others} の形式である。`argmap import` で討論にしてから `argmap status --semantics preferred` を使う",
        )
    return Words(en=f"no abstract framework ({known})", ja=f"抽象議論フレームワーク（{known}）ではない")


def export(debate: Debate, slug: str) -> Exported:
    """A debate in a format, and what is lost of it there.

    Raises:
        KeyError: there is no such format, or it is only read.
    """
    writer = FORMATS[slug].write
    if writer is None:
        raise KeyError(slug)
    return writer(debate)


def transfer(job: Job) -> Transferred:
    """Read a file and write its debate file; one that is there already, and holds anything else, is left alone."""
    try:
        slug, found = import_file(job.file, job.format)
    except OSError as error:
        return _failed(job, Words(en=f"cannot read: {error.strerror}", ja=f"読めない: {error.strerror}"))
    if found.debate is None:
        return Transferred(job=job, outcome="failed", format=slug, lost=found.lost, faults=found.faults)
    name = job.target.stem if job.target else job.file.stem
    debate = found.debate.model_copy(update={"id": name})
    done = Transferred(
        job=job,
        outcome="read",
        format=slug,
        debate=debate,
        counts=_counts(debate),
        lost=found.lost,
        faults=found.faults,
    )
    return _written(done, job.target, debate) if job.target else done


def transfer_all(jobs: Sequence[Job], workers: int | None = None) -> Iterator[Transferred]:
    """Read many files over the cores, in whatever order they are done; one that fails never stops the rest."""
    return spread(_briefly, jobs, _failed, workers)


def as_yaml(debate: Debate) -> str:
    """The text of a debate's file."""
    return to_yaml(plain(debate))


def send(debate: Debate, slug: str, target: Path | None) -> Sent:
    """Write a debate in a format; files that are there already, and hold anything else, are left alone.

    Args:
        debate: the debate.
        slug: the format.
        target: the file, or for a format of several files the folder; None where nothing is written.
    """
    found = export(debate, slug)
    if target is None:
        return Sent(debate=debate.id, outcome="read", lost=found.lost)
    data = found.data
    files = {target: data} if isinstance(data, bytes) else {target / name: data[name] for name in data}
    outcome, fault = _put(files)
    return Sent(debate=debate.id, outcome=outcome, files=tuple(files), lost=found.lost, fault=fault)


def _written(done: Transferred, target: Path, debate: Debate) -> Transferred:
    outcome, fault = _put({target: as_yaml(debate).encode()})
    faults = (*done.faults, Note(message=fault)) if fault else done.faults
    return replace(done, outcome=outcome, faults=faults)


def _put(files: Mapping[Path, bytes]) -> tuple[Outcome, Words | None]:
    """Write files; none of them when one is there already and holds anything else."""
    try:
        there = {path: path.read_bytes() for path in files if path.exists()}
        for path, data in there.items():
            if data != files[path]:
                return "failed", Words(
                    en=f"{path.as_posix()} is there already and holds something else: nothing was written",
                    ja=f"{path.as_posix()} はすでにあり、内容が違う。何も書き込まなかった",
                )
        for path, data in files.items():
            if path not in there:
                write(path, data)
    except OSError as error:
        return "failed", Words(en=f"cannot write: {error}", ja=f"書き込めない: {error}")
    return "same" if len(there) == len(files) else "new", None


def _briefly(job: Job) -> Transferred:
    return replace(transfer(job), debate=None)


def _failed(job: Job, words: Words) -> Transferred:
    return Transferred(job=job, outcome="failed", faults=(Note(message=words),))


def _fault(words: Words) -> Imported:
    return Imported(debate=None, faults=(Note(message=words),))


def _which(fits: Sequence[str]) -> Words:
    if not fits:
        known = ", ".join(slug for slug, format_ in FORMATS.items() if format_.read)
        return Words(
            en=f"no format is recognised: say which with --from ({known})",
            ja=f"形式が分からない。--from で指定する（{known}）",
        )
    may_be = ", ".join(fits)
    return Words(
        en=f"this may be {may_be}: say which with --from",
        ja=f"{may_be} のどれか分からない。--from で指定する",
    )


def _counts(debate: Debate) -> Counts:
    said = [one for _, one in debate.statements()]
    keys = ("rebuts", "undercuts", "supports", "backs", "answers")
    relations = sum(len(getattr(one, key, ())) for one in said for key in keys)
    return Counts(len(said), relations, len(debate.questions))


def _beside(folder: Path, name: str) -> bytes | None:
    """A file below a folder; None when there is none, it is too big, or it lies outside by way of a link."""
    try:
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()) or not path.is_file() or path.stat().st_size > MOST:
            return None
        return path.read_bytes()
    except (OSError, ValueError):  # a name that no file can have
        return None
