"""An Argdown file with the files that it includes, as one text; and where in which file a place of the text is."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from argmap.diagnostics import Words
from argmap.formats import Given, Note
from argmap.formats._text import MOST, decode

_INCLUDE = re.compile(r"(?<!\\)@include\(([^)\n]+)\)")
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class _File:
    """A file whose text is taken apart: its name, its text, and where its lines begin."""

    name: str
    text: str
    lines: tuple[int, ...]


class Source:
    """The whole text; `faults` are files that could not be included."""

    def __init__(self, given: Given, text: str) -> None:
        self._given = given
        self._pieces: list[str] = []
        self._starts: list[int] = []  # where a piece begins in the whole
        self._origins: list[tuple[_File, int]] = []  # and where in which file
        self._size = 0
        self.faults: list[Note] = []
        self._take("", text, ())
        self.text = "".join(self._pieces)

    def place(self, at: int) -> str:
        """Line and column, after the file's name where it is an included one."""
        index = max(0, bisect_right(self._starts, at) - 1)
        file, begin = self._origins[index]
        return _place(file, begin + at - self._starts[index])

    def _take(self, name: str, text: str, within: tuple[str, ...]) -> None:
        file = _File(name, text, (0, *(match.end() for match in re.finditer("\n", text))))
        begin = 0
        for match in _INCLUDE.finditer(text):
            self._piece(file, begin, match.start())
            begin = match.end()
            wanted = posixpath.normpath(posixpath.join(posixpath.dirname(name), match[1].strip()))
            why = self._include(wanted, (*within, name))
            if why:
                self.faults.append(Note(message=why, at=_place(file, match.start())))
        self._piece(file, begin, len(text))

    def _piece(self, file: _File, begin: int, end: int) -> None:
        self._starts.append(self._size)
        self._origins.append((file, begin))
        self._pieces.append(file.text[begin:end])
        self._size += end - begin

    def _include(self, wanted: str, within: tuple[str, ...]) -> Words | None:
        """Take an included file; why it cannot be taken."""
        if wanted in within or len(within) > _DEEPEST:
            return Words(
                en=f"`{wanted}` includes itself: left out", ja=f"`{wanted}` が自分自身を取り込んでいる"
            )
        data = self._given.beside(wanted)
        if data is None:
            return Words(
                en=f"there is no file `{wanted}` to include", ja=f"取り込むファイル `{wanted}` がない"
            )
        text, notes = decode(replace(self._given, name=wanted, data=data))
        if text is None:
            return Words(en=f"`{wanted}`: {notes[0].message.en}", ja=f"`{wanted}`: {notes[0].message.ja}")
        if self._size + len(text) > MOST:
            return Words(
                en=f"with `{wanted}` the text becomes too long: left out",
                ja=f"`{wanted}` を取り込むと長くなりすぎる",
            )
        self._take(wanted, text, within)
        return None


def _place(file: _File, at: int) -> str:
    line = bisect_right(file.lines, at)
    place = f"{line}:{at - file.lines[line - 1] + 1}"
    return f"{file.name}:{place}" if file.name else place
