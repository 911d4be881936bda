"""Files as they were at a revision of a git repository, read through the system's `git`.

Only commands that look things up are used (`rev-parse`, `ls-tree`, `cat-file`), and nothing that a repository brings
along is run, for it may be other people's: no hook, filter, text conversion or monitor, and no fetch of what a partial
clone lacks. The environment cannot redirect git either, except to the user's own settings.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from shutil import which

from argmap.diagnostics import Words

TOP = PurePosixPath()
"""The top of a repository."""
_FILES = ("100644", "100755", "100664")
_LINK = "120000"
_KEPT = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES")
_SET = {
    "GIT_ALLOW_PROTOCOL": "none",  # a partial clone is not completed, for that may run what its settings name
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C.UTF-8",
}
_OFF = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "safe.bareRepository=explicit")


class RevisionError(Exception):
    """What was asked of git is not there, or git itself is not; `words` say what."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file of a commit: its path from the top of the repository, and its content's name; a link points elsewhere."""

    path: PurePosixPath
    blob: str
    is_link: bool


@dataclass(frozen=True)
class Repository:
    """A git repository; `root` is the top of its working tree. Get one from `repository_of`."""

    root: Path

    def path_in(self, path: Path) -> PurePosixPath:
        """A path from the top of the repository, whether or not anything is there.

        Raises:
            RevisionError: the path is outside.
        """
        whole = Path(os.path.abspath(path))  # noqa: PTH100 - a link at the end of the path is not followed
        try:
            return PurePosixPath((whole.parent.resolve() / whole.name).relative_to(self.root).as_posix())
        except ValueError:
            raise RevisionError(
                Words(
                    en=f"{path.as_posix()} is outside the git repository {self.root.as_posix()}",
                    ja=f"{path.as_posix()} は git のリポジトリ {self.root.as_posix()} の外にある",
                )
            ) from None

    def commit(self, revision: str) -> str | None:
        """The name of the commit that a revision means; None where it means none."""
        if not revision or revision.startswith("-") or "\0" in revision:
            return None
        done = _git(self.root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        return done.stdout.decode().strip() if done.returncode == 0 else None

    def entries(self, commit: str, below: PurePosixPath = TOP) -> tuple[Entry, ...]:
        """The files of a commit that are a path or below it, in order; none where there is no such path."""
        wanted = [] if below == TOP else [str(below)]
        listed = _git(self.root, "ls-tree", "-r", "-z", "--full-tree", "--", commit, *wanted)
        _must_have_worked(listed)
        found = []
        for line in filter(None, listed.stdout.split(b"\0")):
            head, _, path = line.partition(b"\t")
            mode, _, blob = head.decode().split(" ")
            if mode in (*_FILES, _LINK):
                found.append(Entry(path=PurePosixPath(os.fsdecode(path)), blob=blob, is_link=mode == _LINK))
        return tuple(found)

    def read(self, entries: Sequence[Entry]) -> Mapping[PurePosixPath, bytes]:
        """The bytes of files.

        Raises:
            RevisionError: the repository lacks one of them.
        """
        asked = "".join(f"{entry.blob}\n" for entry in entries).encode()
        done = _git(self.root, "cat-file", "--batch", given=asked)
        data, at, found = done.stdout, 0, {}
        for entry in entries:
            head, _, _ = data[at:].partition(b"\n") if at < len(data) else (b"", b"", b"")
            parts = head.decode(errors="replace").split(" ")
            if len(parts) != 3:  # noqa: PLR2004 - name, kind and size
                raise RevisionError(
                    Words(
                        en=f"git cannot read {entry.path}: this clone lacks its content",
                        ja=f"git で {entry.path} を読めない。この複製に中身がない",
                    )
                )
            start = at + len(head) + 1
            found[entry.path] = data[start : start + int(parts[2])]
            at = start + int(parts[2]) + 1
        return found


def repository_of(path: Path) -> Repository:
    """The repository that holds a path; nothing has to be at the path itself.

    Raises:
        RevisionError: there is no git, or no repository.
    """
    here = Path(os.path.abspath(path))  # noqa: PTH100 - what is not there cannot be resolved
    folder = next((each for each in (here, *here.parents) if each.is_dir()), Path.cwd())
    done = _git(folder, "rev-parse", "--show-toplevel")
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        why = said[0].removeprefix("fatal: ") if said else "?"
        raise RevisionError(
            Words(
                en=f"{folder.as_posix()} is in no git repository that can be read ({why})",
                ja=f"{folder.as_posix()} は、読める git のリポジトリの中にない（{why}）",
            )
        )
    return Repository(Path(os.fsdecode(done.stdout.removesuffix(b"\n"))).resolve())


def _git(folder: Path, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    program = _program()
    settings = (part for setting in _OFF for part in ("-c", setting))
    return subprocess.run(  # noqa: S603 - the system's git, found outside the working directory
        [program, "--no-pager", *settings, *arguments],
        input=given if given is not None else b"",
        capture_output=True,
        check=False,
        cwd=folder,
        env=_environment(os.environ),
    )


def _program() -> str:
    """The system's git; one that lies in the working directory is somebody else's program."""
    found = which("git")
    if found is None or not Path(found).is_absolute() or Path(found).resolve().parent == Path.cwd().resolve():
        raise RevisionError(
            Words(
                en="git is needed to read revisions, and was not found: install it, or compare files or folders",
                ja="リビジョンを読むには git が要るが、見当たらない。git を入れるか、ファイルやフォルダどうしを比べる",
            )
        )
    return found


def _environment(present: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in present.items() if not name.startswith("GIT_") or name in _KEPT}
    return {**kept, **_SET}


def _must_have_worked(done: subprocess.CompletedProcess[bytes]) -> None:
    if done.returncode != 0:
        why = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise RevisionError(Words(en=f"git: {why}", ja=f"git: {why}"))


def debate_files(entries: Iterable[Entry], below: PurePosixPath, endings: Sequence[str]) -> list[Entry]:
    """Of the files below a folder those that a run on the folder itself would read: with one of the endings, not hidden."""
    return [
        entry
        for entry in entries
        if entry.path.suffix.lower() in endings
        and not any(part.startswith(".") for part in entry.path.relative_to(below).parts)
    ]
