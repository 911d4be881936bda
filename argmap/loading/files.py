"""Which files are meant: single files, folders, and `-` for standard input."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from errno import EBADF
from functools import partial
from pathlib import Path

from argmap.diagnostics import Diagnostic, Words
from argmap.loading.debate import DebateFile, read
from argmap.loading.rules import BAD_ID

STDIN = "-"
ENDINGS = (".yaml", ".yml")
_TAKEN = ("index.html",)  # what a build writes beside the folders of the debates


def find_files(paths: Iterable[str | Path]) -> Iterator[str | Path]:
    """The debate files that paths mean, each once: files as they are, folders with all below, `-`.

    Raises:
        FileNotFoundError: a path that does not exist.
    """
    seen: set[Path] = set()
    for path in paths:
        if path == STDIN:
            yield STDIN
            continue
        here = Path(path)
        if not here.exists():
            raise FileNotFoundError(str(path))
        for file in _below(here) if here.is_dir() else (here,):
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def _below(folder: Path) -> list[Path]:
    """The debate files below a folder, without what is hidden; a link that leads nowhere is not passed over."""
    found: list[Path] = []
    for here, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files = (Path(here, name) for name in names if not name.startswith("."))
        found += (
            file for file in files if file.suffix.lower() in ENDINGS and (file.is_file() or file.is_symlink())
        )
    return sorted(found)


def _raise(error: OSError) -> None:
    raise error


def load_file(path: str | Path) -> DebateFile:
    """One debate file, or standard input for `-`.

    Raises:
        OSError: the file cannot be read.
    """
    if path == STDIN:
        if sys.stdin is None:
            raise OSError(EBADF, "standard input is closed", "<stdin>")
        return read(sys.stdin.buffer.read(), id="stdin", file="<stdin>", folder=".")
    file = Path(path)
    return named(file, partial(read, file.read_bytes()))


def named(file: Path, reading: Callable[..., DebateFile]) -> DebateFile:
    """A debate file by the names that its path gives it; a name that no debate can have is a fault.

    Args:
        file: the path.
        reading: reads it, given the `id` of the debate, how the `file` is called in messages, and its `folder`.
    """
    stem = unicodedata.normalize("NFC", file.stem)
    shown = "".join(char if char.isprintable() else "\ufffd" for char in file.as_posix())
    found = reading(id=stem, file=shown, folder=str(file.parent))
    if stem.isprintable() and not stem.startswith(".") and stem not in _TAKEN:
        return found
    message = Words(en="a debate cannot have this file's name", ja="このファイル名は討論の名前にできない")
    hint = Words(en="rename the file: letters, digits and `-`", ja="文字・数字・`-` だけの名前に変える")
    fault = Diagnostic(
        rule=BAD_ID, severity=BAD_ID.severity, message=message, span=found.locate(()), hint=hint
    )
    return replace(found, diagnostics=(fault, *found.diagnostics))
