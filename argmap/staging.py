"""Files that are made aside and moved into their places whole: whoever is killed meanwhile leaves no half of one there.

They are made in a folder beside the one that they are for, on its file system, which its maker holds a lock on. What a
killed process left of that kind is removed by the next that comes by.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EXDEV
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from time import time
from typing import Any

_PREFIX = ".argmap-build-"
_LOCK = "lock"
_FRESH = "lock.new"
_HOUR = 3600
_fcntl: Any = import_module("fcntl") if os.name == "posix" else None


@contextmanager
def staging(output: Path) -> Iterator[Path]:
    """A folder to make files in that are to be moved below `output`; gone at the end, with what is in it.

    It lies beside `output`, so that nothing but finished files is ever in there; within it only where it cannot lie beside
    it or would be on another file system.

    Raises:
        OSError: nothing can be made in either place.
    """
    clear(output)
    folder = Path(mkdtemp(prefix=_PREFIX, dir=_home(output)))
    try:
        with _locked(folder):
            yield folder
    finally:
        _remove(folder)


def clear(output: Path) -> None:
    """Remove what killed processes left that made files for a folder."""
    with suppress(OSError):
        for left in _home(output).glob(f"{_PREFIX}*"):
            _remove_left(left)


def place(made: Path, target: Path) -> None:
    """Move a file into its place.

    A link is followed, a file keeps its mode, and what is no file (a pipe, a device) is written into.

    Args:
        made: the file, which is gone afterwards.
        target: its place.

    Raises:
        OSError: the folder cannot be made or written.
    """
    target = target.resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(made.read_bytes())
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        shutil.copymode(target, made)
    try:
        made.replace(target)
    except OSError as error:
        if error.errno != EXDEV:
            raise
        beside = target.with_name(
            f".argmap-{os.getpid()}.part"
        )  # a folder below that is on another file system
        try:
            shutil.copyfile(made, beside)
            shutil.copymode(made, beside)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)


def _home(output: Path) -> Path:
    """Where files for a folder are made."""
    there = output.resolve()
    while not there.exists():
        there = there.parent
    if there != output.resolve():
        return there
    beside = there.parent
    return beside if os.access(beside, os.W_OK) and beside.stat().st_dev == there.stat().st_dev else there


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold a lock in a folder, which ends with this process however it ends."""
    fresh = folder / _FRESH
    with fresh.open("wb") as file:
        if _fcntl:
            _fcntl.flock(file, _fcntl.LOCK_EX)
        fresh.replace(folder / _LOCK)  # only now can others find it
        yield


def _remove_left(folder: Path) -> None:
    """Remove a folder of ours whose maker is gone; one without a lock only when it is old and empty."""
    with suppress(OSError):
        lock = folder / _LOCK
        if folder.is_symlink() or not _fcntl or folder.stat().st_uid != os.getuid():
            return
        if not lock.is_file():
            if time() - folder.stat().st_mtime > _HOUR:
                (folder / _FRESH).unlink(missing_ok=True)
                folder.rmdir()
            return
        with lock.open("rb") as file:
            _fcntl.flock(file, _fcntl.LOCK_EX | _fcntl.LOCK_NB)
            _remove(folder)


def _remove(folder: Path) -> None:
    """Remove a folder, its lock last: without it nobody would know whose it is, should this process be killed."""
    with suppress(OSError):
        for path in folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            elif path.name != _LOCK:
                path.unlink()
        (folder / _LOCK).unlink(missing_ok=True)
        folder.rmdir()
