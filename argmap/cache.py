"""What an earlier run worked out, kept in the user's cache folder; deleting it is always safe.

It never changes a result: an entry is found by what it was made from, and by the argmap, the Python and the libraries
that made it. One that is damaged, cut off or another's is as good as none. An entry is written beside its place and moved
into it, so a process that is killed leaves none that is half written, and any number may work at once.

`ARGMAP_CACHE` names another folder; when it is empty, nothing is kept.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from time import time

MOST_BYTES = 500_000_000
"""How much may be kept; beyond it, what was used least recently goes."""

_SIZE = 16  # bytes of a digest
_HOUR = 3600
_DAY = 86_400
_LOOKED = "looked"  # its time says when the folder was last looked through


def digest(*parts: bytes | str) -> bytes:
    """What stands for contents: other parts, or parts cut elsewhere, have another digest (BLAKE2b, RFC 7693)."""
    found = blake2b(digest_size=_SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "little"))
        found.update(data)
    return found.digest()


@cache
def maker() -> bytes:
    """What stands for everything but the input that decides a result: argmap's own files, Python, the libraries.

    The libraries are known by the names of their folders of metadata, which hold the versions.
    """
    words = [sys.version, sys.byteorder, *_own_files(Path(__file__).parent)]
    for folder in sys.path:
        with suppress(OSError):
            names = os.listdir(folder or ".")  # noqa: PTH208 - names are all that is wanted
            words += sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))
    return digest(*words)


def _own_files(folder: Path) -> list[str]:
    """Every file of argmap with its size and time."""
    found = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            status = os.stat(os.path.join(here, name))  # noqa: PTH118, PTH116 - hundreds of files, at every start
            found.append(f"{here}/{name} {status.st_size} {status.st_mtime_ns}")
    return found


class Cache:
    """Entries by kind and key.

    Args:
        folder: where they lie; the user's cache folder when not given. One that belongs to somebody else, or that others
            may write to, is not used: entries of other people's making are never believed.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = _usable(folder or _chosen())

    @property
    def keeps(self) -> bool:
        """Whether anything put here is kept."""
        return self._folder is not None

    def get(self, kind: str, key: bytes) -> bytes | None:
        """The content that was kept for a key; None when there is none, or none that is sound."""
        file = self._file(kind, key)
        if file is None:
            return None
        try:
            data = file.read_bytes()
            if data[:_SIZE] != digest(key, data[_SIZE:]):
                return None
            if time() - file.stat().st_mtime > _DAY:
                os.utime(file)
        except OSError:
            return None
        return data[_SIZE:]

    def put(self, kind: str, key: bytes, content: bytes) -> None:
        """Keep a content; where that cannot be done, nothing is kept and nothing is said."""
        file = self._file(kind, key)
        if file is None:
            return
        beside = file.with_name(f"{file.name}.{os.getpid()}.part")
        with suppress(OSError):
            try:
                file.parent.mkdir(mode=0o700, exist_ok=True)
                beside.write_bytes(digest(key, content) + content)
                beside.replace(file)
            finally:
                beside.unlink(missing_ok=True)
        _age(file.parent.parent)

    def _file(self, kind: str, key: bytes) -> Path | None:
        return self._folder / kind / digest(maker(), key).hex() if self._folder else None


def _age(folder: Path) -> None:
    """Once an hour, take away what was used least recently, as far as there is too much."""
    looked = folder / _LOOKED
    with suppress(OSError):
        if looked.exists() and time() - looked.stat().st_mtime < _HOUR:
            return
        looked.touch()
        total = 0
        for used, size, path in sorted(_entries(folder), reverse=True):
            total += size
            if total > MOST_BYTES or (path.endswith(".part") and time() - used > _HOUR):
                os.unlink(path)  # noqa: PTH108 - as os.scandir gave it


def _entries(folder: Path) -> Iterator[tuple[float, int, str]]:
    """When each file of the cache was last used, its size and its path."""
    for kind in os.scandir(folder):
        for entry in os.scandir(kind) if kind.is_dir(follow_symlinks=False) else ():
            status = entry.stat(follow_symlinks=False)
            yield status.st_mtime, status.st_size, entry.path


def _chosen() -> Path | None:
    named = os.environ.get("ARGMAP_CACHE")
    if named is not None:
        return Path(named) if named else None
    from platformdirs import user_cache_path

    return user_cache_path("argmap", appauthor=False)


def _usable(folder: Path | None) -> Path | None:
    """A folder that is there or can be made, ours, and open to nobody else; otherwise None."""
    if folder is None:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
    except (OSError, ValueError):
        return None
    mine = not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o022)
    return folder.resolve() if mine else None
