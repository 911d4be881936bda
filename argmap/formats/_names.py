"""Ids and texts for what other people's files hold."""

from __future__ import annotations

import unicodedata

from argmap.model import is_id
from argmap.model.ids import clean, id_of

__all__ = ["UNNAMED", "Names", "clean", "id_of"]

UNNAMED = "author"
"""The id of the only party where a file does not say who speaks."""

_LONGEST = 200  # characters of an id that is kept; YAML's keys end at 1,024


class Names:
    """Gives ids, no two alike."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def give(self, wanted: str, fallback: str) -> str:
        """An id that nothing has yet.

        Args:
            wanted: an id, which stays as it is where it is valid and free, or a text of which one is made.
            fallback: the id where nothing can be made of it.
        """
        name = unicodedata.normalize("NFC", wanted)
        if not is_id(name) or len(name) > _LONGEST:
            name = id_of(name) or fallback
        given = name
        number = self._last.get(name, 1)
        while given in self._taken:
            number += 1
            given = f"{name}-{number}"
        self._last[name] = number
        self._taken.add(given)
        return given
