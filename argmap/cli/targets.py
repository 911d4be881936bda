"""What the files that many others become are called: after those, no two alike."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path


def names_of(files: Sequence[Path], spell: Callable[[str], str] = str) -> list[str]:
    """A name for each file: its own without the ending, and with its folder's too where two are called alike.

    Args:
        files: the files.
        spell: makes of a name one that may stand.
    """
    stems = [spell(unicodedata.normalize("NFC", file.stem)) for file in files]
    often = Counter(stem.casefold() for stem in stems)
    taken: set[str] = set()
    names = []
    for file, stem in zip(files, stems, strict=True):
        folder = file.resolve().parent.name
        whole = spell(unicodedata.normalize("NFC", f"{folder}-{file.name.replace('.', '-')}"))
        name = wanted = stem if often[stem.casefold()] == 1 else whole
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{wanted}-{number}"
        taken.add(name.casefold())
        names.append(name)
    return names
