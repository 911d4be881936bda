"""Changes of a debate file as values, and what a file says after them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias
from unicodedata import normalize

from argmap.diagnostics import Path
from argmap.loading.write import Data, scalar

Changes: TypeAlias = Mapping[Path, "Data | None"]
"""What is to stand at a path of keys and list positions; None takes it away. A new key is put last among its siblings."""

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
"""Data as the loader reads it: all texts."""


def changed(plain: Plain, changes: Changes) -> Plain:
    """What a file says after changes: the values at paths, in the order in which they can be made."""
    for path, value in sorted(changes.items(), key=lambda one: _order(one[0], gone=one[1] is None)):
        here = plain
        for step in path[:-1]:
            here = here.setdefault(str(step), {}) if isinstance(here, dict) else here[int(step)]
        last = path[-1]
        if isinstance(here, list) and isinstance(last, int):
            here[last : last + 1] = [] if value is None else [as_read(value)]
        elif isinstance(here, dict):
            here.pop(str(last), None) if value is None else here.update({str(last): as_read(value)})
    return plain


def _order(path: Path, *, gone: bool) -> tuple[bool, int]:
    """What is put comes first, from the front of lists; what is taken away last, from their ends."""
    last = path[-1]
    position = last if isinstance(last, int) else 0
    return gone, -position if gone else position


def as_read(value: Data) -> Plain:
    """Data as the loader reads it back: all texts."""
    if isinstance(value, Mapping):
        return {key: as_read(item) for key, item in value.items()}
    if isinstance(value, str):
        return normalize("NFC", value)
    return [as_read(item) for item in value] if isinstance(value, Sequence) else scalar(value)


def bare(plain: object) -> object:
    """Data without what is empty: a key without a value is a key that was not given."""
    if isinstance(plain, dict):
        found = {key: bare(value) for key, value in plain.items()}
        return {key: value for key, value in found.items() if value not in (None, {}, [])}
    return [bare(value) for value in plain] if isinstance(plain, list) else plain or {}
