"""Many debate files: what an earlier run has read is taken from the cache, much that is new is read over the cores."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from argmap.cache import Cache, digest
from argmap.diagnostics import Words
from argmap.loading.debate import DebateFile, read
from argmap.loading.files import find_files, load_file, named
from argmap.loading.packing import NotPackedError, pack, unpack

KIND = "debates"
"""The kind of entry of the cache: by the digest of a file's bytes, what `pack` makes of them."""

MANY = 8_000_000
"""Bytes of files that nobody has read yet, from which on the start of more processes is paid back."""

CORES = 4
"""Cores, from which on reading over them is quicker: what another process has read must still be packed and unpacked."""

_TOGETHER = 500_000  # bytes that a process is given at a time


def load_files(
    paths: Iterable[str | Path], *, cache: Cache | None = None, parallel: bool = False
) -> tuple[DebateFile, ...]:
    """Every debate that paths mean, in order.

    Args:
        paths: single files, folders with all below, `-` for standard input.
        cache: where read files are kept, and found again; nowhere when not given.
        parallel: read over the cores where there is much to read.

    Raises:
        OSError: a path does not exist, or cannot be read.
    """
    files, keeps = tuple(find_files(paths)), cache is not None and cache.keeps
    if not keeps and not parallel:
        return tuple(map(load_file, files))
    contents = {file: file.read_bytes() for file in files if isinstance(file, Path)}
    keys = {file: digest(data) for file, data in contents.items()}
    packed = {key: found for key in keys.values() if cache and (found := cache.get(KIND, key)) is not None}
    fresh = {keys[file]: data for file, data in contents.items() if keys[file] not in packed}
    made: dict[bytes, bytes] = {}
    if parallel and (os.cpu_count() or 1) >= CORES and sum(map(len, fresh.values())) >= MANY:
        from argmap.parallel import spread

        for part in spread(_pack_all, _parts(fresh.values()), _nothing):
            made |= part
    loaded = []
    for file in files:
        if not isinstance(file, Path):
            loaded.append(load_file(file))
            continue
        key = keys[file]
        known = _unpacked(file, packed.get(key) or made.get(key))
        loaded.append(known or named(file, partial(read, contents[file])))
        if keeps and known is None and (anew := pack(loaded[-1])) is not None:
            made[key] = anew
    if cache is not None:
        for key, anew in made.items():
            cache.put(KIND, key, anew)
    return tuple(loaded)


def _unpacked(file: Path, packed: bytes | None) -> DebateFile | None:
    try:
        return None if packed is None else named(file, partial(unpack, packed))
    except NotPackedError:
        return None


def _parts(contents: Iterable[bytes]) -> list[tuple[bytes, ...]]:
    """Contents in portions that are worth the way to another process and back."""
    parts: list[list[bytes]] = [[]]
    size = 0
    for data in contents:
        if size >= _TOGETHER:
            parts.append([])
            size = 0
        parts[-1].append(data)
        size += len(data)
    return list(map(tuple, parts))


def _pack_all(contents: tuple[bytes, ...]) -> dict[bytes, bytes]:
    """What can be packed of the contents of files, by their digests."""
    made = {digest(data): pack(read(data, id="", file="", folder="")) for data in contents}
    return {key: packed for key, packed in made.items() if packed is not None}


def _nothing(contents: tuple[bytes, ...], why: Words) -> dict[bytes, bytes]:
    """What was made of contents at which another process failed: they are read here, where a bug shows itself."""
    del contents, why
    return {}
