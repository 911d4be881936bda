"""What lies in an output folder and from what it was made, so that the next build redraws only what changed.

It is kept in the cache, not in the folder. Inputs are known by the digests of their bytes, which were taken before they were
used; outputs by their size and time.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

from argmap.cache import Cache, digest
from argmap.diagnostics import Lang
from argmap.loading import STDIN, DebateFile, find_files
from argmap.loading.sources import source_bytes
from argmap.model import Claim, Debate, latest

_KIND = "built"

Files = dict[str, tuple[int, int]]
"""Files by their path below the output folder: bytes, and nanoseconds of the last change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was made of one debate.

    Attributes:
        key: stands for everything that it was made from.
        file: the debate file, in full.
        files: what was made.
    """

    key: str
    file: str
    files: Files


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A whole build: what it was asked, what it read, what it said.

    Attributes:
        asked: stands for paths, options and settings.
        debates: digests of the debate files by path, in order.
        sources: the files that the debates name as sources, by folder and name, with their digests.
        first: the day of the build.
        last: the last day on which it would say the same.
        drawn: the ids of the debates that the page over all lists.
        index: that page.
        lang: the language of what is said of them all.
        summaries: what was said of each.
        heard: what went to standard error; `shown` is the same with the colours of a terminal.
        shown: see `heard`.
        code: the exit code.
    """

    asked: str
    debates: dict[str, str]
    sources: list[tuple[str, str, str]]
    first: str
    last: str
    drawn: list[str]
    index: Files
    lang: Lang
    summaries: list[str]
    heard: str
    shown: str
    code: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What a build reads, by digests: the debate files by path, the files of sources by folder and name."""

    debates: Mapping[str, str]
    sources: Mapping[tuple[str, str], str]

    def key(self, files: Iterable[DebateFile]) -> str | None:
        """What stands for debate files and the files of their sources; None when one of them was not looked at."""
        parts: list[str] = []
        for file in files:
            known = self.debates.get(str(Path(file.folder, Path(file.file).name)))
            if known is None:
                return None
            parts += (file.file, file.folder, known)
            parts += (self.sources[place] for place in sources_of(file))
        return digest(*parts).hex()


@dataclass
class Built:
    """The record of one output folder: what was made of each debate, and the last whole build."""

    made: dict[str, Made] = field(default_factory=dict)
    run: Run | None = None

    @classmethod
    def of(cls, cache: Cache | None, output: Path) -> Built:
        """The record of a folder; an empty one where none was kept."""
        kept = None if cache is None else cache.get(_KIND, _key(output))
        if kept is None:
            return cls()
        read: dict[str, Any] = json.loads(kept)
        run = read["run"]
        return cls(
            made={name: Made(**one) for name, one in read["made"].items()},
            run=run and Run(**run),
        )

    def keep(self, cache: Cache | None, output: Path) -> None:
        """Keep the record for the next build."""
        if cache is None:
            return
        said = {
            "made": {name: _plain(one) for name, one in self.made.items()},
            "run": self.run and _plain(self.run),
        }
        cache.put(_KIND, _key(output), json.dumps(said).encode())

    def current(
        self, asked: str | None, debates: Mapping[str, str] | None, output: Path, today: date
    ) -> Run | None:
        """The last build, if one that is asked the same today would make what lies there, and say the same.

        Args:
            asked: stands for paths, options and settings.
            debates: the debate files, as `survey` found them now.
            output: the folder.
            today: the present day.
        """
        run = self.run
        same = (
            run is not None
            and run.asked == asked
            and debates is not None
            and list(run.debates.items()) == list(debates.items())
            and run.first <= today.isoformat() <= run.last
            and all(source_digest(folder, file) == known for folder, file, known in run.sources)
            and are_there(run.index, output)
            and all(self.has(name, output) for name in run.drawn)
        )
        return run if same else None

    def has(self, debate: str, output: Path) -> bool:
        """Whether what was made of a debate lies there as it was."""
        return debate in self.made and are_there(self.made[debate].files, output)

    def left(self, ids: Iterable[str], output: Path) -> list[str]:
        """The folders that a build made of debates whose files are gone."""
        here = set(ids)
        others = (name for name in self.made if name not in here)
        return [
            name for name in others if (output / name).is_dir() and not Path(self.made[name].file).exists()
        ]


def survey(paths: Iterable[str | Path]) -> dict[str, str] | None:
    """The digest of every debate file by its path, in order; None when one is standard input, or cannot be read."""
    try:
        files = tuple(find_files(paths))
        return (
            None if STDIN in files else {str(file): digest(Path(file).read_bytes()).hex() for file in files}
        )
    except OSError:
        return None


def inputs(digests: Mapping[str, str], files: Iterable[DebateFile]) -> Inputs:
    """What a build reads.

    Args:
        digests: the debate files, as `survey` found them before they were read.
        files: the debates, whose sources are looked at now, before they are used.
    """
    places = dict.fromkeys(place for file in files for place in sources_of(file))
    return Inputs(debates=digests, sources={place: source_digest(*place) for place in places})


def sources_of(file: DebateFile) -> list[tuple[str, str]]:
    """The files that a debate names as sources: the folder that they are relative to, and what it says."""
    return [(file.folder, source.file) for source in file.debate.sources.values() if source.file is not None]


def source_digest(folder: str, file: str) -> str:
    """What stands for the file of a source as argmap sees it; empty when there is none that it would read."""
    data = source_bytes(folder, file)
    return "" if data is None else digest(data).hex()


def are_there(files: Mapping[str, Iterable[int]], output: Path) -> bool:
    """Whether files lie below the output folder as they were made."""
    try:
        return all(stat_of(f"{output}/{name}") == tuple(known) for name, known in files.items())
    except OSError:
        return False


def stat_of(path: str | Path) -> tuple[int, int]:
    """A file's bytes, and the nanoseconds of its last change."""
    found = os.stat(path)  # noqa: PTH116 - thousands of files, at every build
    return found.st_size, found.st_mtime_ns


def last_day(debates: Iterable[Debate], today: date) -> date:
    """The last day on which debates are as they are today: the next on which a commitment is due, or the last of all."""
    dues = (
        latest(claim.due)
        for debate in debates
        for _, claim in debate.statements()
        if isinstance(claim, Claim) and claim.kind == "commitment" and claim.due is not None
    )
    return min((due for due in dues if due >= today), default=date.max)


def _plain(one: Made | Run) -> dict[str, Any]:
    return {each.name: getattr(one, each.name) for each in fields(one)}


def _key(output: Path) -> bytes:
    return digest(str(output.resolve()))
