"""The two sides of a comparison, as a person names them: files, folders, or revisions of a git repository.

What exists on the disk is a file or folder, whatever a revision may be called; a revision of that name can be written
in another way, such as `refs/tags/claims`. So these are told apart:

    OLD NEW                 two files or folders, both of which exist
    REVISION [PATH…]        that revision against what is on the disk
    REVISION REVISION [PATH…]
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Protocol

from argmap.comparison import resemblance
from argmap.diagnostics import Words
from argmap.loading import ENDINGS, STDIN, DebateFile, find_files, load_files, read
from argmap.revisions import TOP, Entry, Repository, RevisionError, debate_files, repository_of

_HALF = 0.5  # so much of what two debates say must agree for one to be the other under a new name


class ArgumentsError(Exception):
    """What was named cannot be meant; `words` say why."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a comparison: how it is called, its files, and what was left out of it."""

    label: Words
    files: tuple[DebateFile, ...]
    notes: tuple[Words, ...] = ()


def sides(named: Sequence[str], otherwise: str) -> tuple[Side, Side]:
    """The old and the new side.

    Args:
        named: what a person named, in order.
        otherwise: the path that is meant where only revisions are named.

    Raises:
        ArgumentsError: this cannot be meant.
        RevisionError: git, the repository, the revision or the path is not there.
        OSError: a file or folder is not there, or cannot be read.
    """
    if named and _there(named[0]):
        return _of_paths(named)
    if not named:
        raise ArgumentsError(_TWO)
    for name in named:
        if name.startswith("-") and name != STDIN:
            raise ArgumentsError(_OPTION.filled(name))
    if STDIN in named:
        raise ArgumentsError(_NO_STDIN)
    return _of_revisions(named, otherwise)


def _of_paths(named: Sequence[str]) -> tuple[Side, Side]:
    if len(named) != 2:  # noqa: PLR2004 - an old one and a new one
        raise ArgumentsError(_TWO)
    if named[0] == named[1] == STDIN:
        raise ArgumentsError(_NO_STDIN)
    old, new = (Side(label=Words(en=name, ja=name), files=load_files([name])) for name in named)
    return old, new


def _of_revisions(named: Sequence[str], otherwise: str) -> tuple[Side, Side]:
    first, rest = named[0], named[1:]
    paths = [name for name in rest if _there(name)] or [otherwise]
    try:
        repository = repository_of(Path(paths[0]))
    except RevisionError as error:
        raise RevisionError(_NEITHER.filled(first, error.words)) from None
    old = _at(repository, first)
    new: _Place = _OnDisk(repository)
    if rest and not _there(rest[0]) and repository.commit(rest[0]) is not None:
        new, rest = _at(repository, rest[0]), rest[1:]
    return _read(old, new, [Path(name) for name in rest or [otherwise]])


def _at(repository: Repository, revision: str) -> _AtRevision:
    commit = repository.commit(revision)
    if commit is None:
        root = repository.root.as_posix()
        why = Words(en=f"git knows no such revision in {root}", ja=f"{root} の git にそのリビジョンはない")
        raise RevisionError(_NEITHER.filled(revision, why))
    return _AtRevision(repository, revision, commit)


def _read(old: _Place, new: _Place, paths: Sequence[Path]) -> tuple[Side, Side]:
    """Every path on both sides; a file that is on one side only under the name that it has on the other."""
    before: list[DebateFile] = []
    now: list[DebateFile] = []
    for path in paths:
        was, is_ = old.read(path), new.read(path)
        if was is None and is_ is not None:
            was = _renamed(old, new, path, is_)
        elif is_ is None and was is not None:
            is_ = _renamed(new, old, path, was)
        if was is None or is_ is None:
            place = old if was is None else new
            raise RevisionError(_NOT_THERE.filled(path.as_posix(), place.label))
        before += was
        now += is_
    return (
        Side(label=old.label, files=tuple(before), notes=tuple(old.notes)),
        Side(label=new.label, files=tuple(now), notes=tuple(new.notes)),
    )


def _renamed(
    missing: _Place, other: _Place, path: Path, found: Sequence[DebateFile]
) -> tuple[DebateFile, ...] | None:
    """The one file that is gone from the other side and says much the same, where a file was looked for."""
    if len(found) != 1:
        return None
    gone = [each for each in missing.near(path) if not other.has(each)]
    alike = [file for file in missing.load(gone) if resemblance(file.debate, found[0].debate) >= _HALF]
    return tuple(alike) if len(alike) == 1 else None


class _Place(Protocol):
    """Where files are: on the disk, or at a revision."""

    notes: list[Words]

    @property
    def label(self) -> Words:
        """How people call it."""
        ...

    def read(self, path: Path) -> tuple[DebateFile, ...] | None:
        """The debates that a path means; None where nothing is there."""
        ...

    def has(self, path: PurePosixPath) -> bool:
        """Whether a file is there, by its path from the top of the repository."""
        ...

    def near(self, path: Path) -> list[PurePosixPath]:
        """Where a file that is not at its path may be, as paths from the top of the repository."""
        ...

    def load(self, paths: Sequence[PurePosixPath]) -> Iterable[DebateFile]:
        """Debates by their paths from the top of the repository."""
        ...


@dataclass
class _OnDisk:
    """The working tree."""

    repository: Repository
    notes: list[Words] = field(default_factory=list)
    label: Words = field(default_factory=lambda: Words(en="the working tree", ja="作業ツリー"))

    def read(self, path: Path) -> tuple[DebateFile, ...] | None:
        return load_files([path]) if _there(str(path)) else None

    def has(self, path: PurePosixPath) -> bool:
        return _there(str(self.repository.root / path))

    def near(self, path: Path) -> list[PurePosixPath]:
        folder = path.parent
        return (
            [self.repository.path_in(Path(file)) for file in find_files([folder])] if folder.is_dir() else []
        )

    def load(self, paths: Sequence[PurePosixPath]) -> Iterable[DebateFile]:
        return load_files(self.repository.root / path for path in paths)


class _AtRevision:
    """The files of a commit."""

    def __init__(self, repository: Repository, revision: str, commit: str) -> None:
        self.repository = repository
        self.revision = revision
        self.commit = commit
        self.notes: list[Words] = []
        self.label = Words(en=revision, ja=revision)

    def read(self, path: Path) -> tuple[DebateFile, ...] | None:
        below = self.repository.path_in(path)
        entries = self.repository.entries(self.commit, below)
        if not entries:
            return None
        if [entry.path for entry in entries] != [below]:
            entries = tuple(debate_files(entries, below, ENDINGS))
        links = [entry for entry in entries if entry.is_link]
        self.notes += [_A_LINK.filled(str(entry.path), self.label) for entry in links]
        return self._files([entry for entry in entries if not entry.is_link])

    def has(self, path: PurePosixPath) -> bool:
        return bool(self.repository.entries(self.commit, path))

    def near(self, path: Path) -> list[PurePosixPath]:
        del path  # a file may have been anywhere
        return [entry.path for entry in self._all()]

    def load(self, paths: Sequence[PurePosixPath]) -> Iterable[DebateFile]:
        wanted = set(paths)
        return self._files([entry for entry in self._all() if entry.path in wanted])

    def _all(self) -> list[Entry]:
        entries = debate_files(self.repository.entries(self.commit), TOP, ENDINGS)
        return [entry for entry in entries if not entry.is_link]

    def _files(self, entries: Sequence[Entry]) -> tuple[DebateFile, ...]:
        data = self.repository.read(entries)
        return tuple(self._file(path, content) for path, content in data.items())

    def _file(self, path: PurePosixPath, data: bytes) -> DebateFile:
        shown = "".join(char if char.isprintable() else "\ufffd" for char in f"{self.revision}:{path}")
        stem = unicodedata.normalize("NFC", path.stem)
        return read(data, id=stem, file=shown, folder=str(self.repository.root / path.parent))


def _there(name: str) -> bool:
    """Whether something on the disk has this name; a name that no path can have is not there."""
    try:
        return name == STDIN or Path(name).exists()
    except (OSError, ValueError):
        return False


_TWO = Words(
    en="name two files or folders, or one or two git revisions and then paths",
    ja="比べるファイルかフォルダを二つ書く。または git のリビジョンを一つか二つ書き、続けてパスを書く",
)
_OPTION = Words(
    en="{0} cannot be a revision: it begins with a dash",
    ja="{0} はダッシュで始まるため、リビジョンとして扱わない",
)
_NO_STDIN = Words(
    en="standard input can be one of two files only; a revision has none",
    ja="標準入力（-）は、二つのファイルの一方にだけ使える。リビジョンとは比べられない",
)
_NEITHER = Words(
    en="there is no file or folder {0}, and as a revision it cannot be read: {1}",
    ja="{0} というファイルやフォルダはなく、リビジョンとしても読めない。{1}",
)
_NOT_THERE = Words(en="{0} does not exist at {1}", ja="{0} は {1} に存在しない")
_A_LINK = Words(en="{0} is a link at {1}; it was left out", ja="{0} は {1} ではリンクのため、読み飛ばした")
