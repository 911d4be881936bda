"""Source documents: from a file of any kind to its text and what it says of who speaks. One format a file.

A reader is a module with a docstring, `SUFFIXES` (endings that suggest it), a function `fits(data, name)` that says
whether bytes look like this format, and a function `read(data, name, encoding)` that returns a `Document`. It raises
`UnreadableError`, with words that say what to do, when it cannot. `read_document` takes the reader that fits: the
content decides, the file's ending only between readers that fit equally.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from inspect import getdoc
from pathlib import Path
from types import ModuleType
from typing import Literal

from argmap.diagnostics import Words
from argmap.registry import Registry

Role = Literal["question", "answer", "criticism", "chair", "other"]

_GENERAL = (
    "html",
    "text",
)  # a page of a system is also a page, and every page is text: the particular goes first


class UnreadableError(ValueError):
    """A document that cannot be read; `words` say why and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A stretch of a document that its format itself ascribes to a speaker.

    Attributes:
        start: where it begins in the document's text, with the heading that names the speaker (`○議長（…）　`) where
            the text has one.
        end: where it ends, exclusive.
        speaker: the name as the format gives it.
        role: when the format says it (such as DiscussNet's minute types); None leaves it to the words.
        meeting: the title of the meeting or agenda item, where a document holds several.
    """

    start: int
    end: int
    speaker: str = ""
    role: Role | None = None
    meeting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source document.

    Attributes:
        name: the file's name.
        format: the name of its reader.
        text: all its text as it was decoded or extracted, before any normalisation: offsets count its characters.
        encoding: of a text file, as it was detected or given; empty for other files.
        sha256: of the file's bytes.
        title: as the format gives it.
        date: ISO 8601, as the format gives it.
        speeches: where the format itself says who speaks.
        notes: what should be told of the reading, such as the encoding that was taken.
    """

    name: str
    format: str
    text: str
    sha256: str
    encoding: str = ""
    title: str = ""
    date: str | None = None
    speeches: tuple[Speech, ...] = ()
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A format of source documents."""

    name: str
    about: str
    suffixes: tuple[str, ...]
    fits: Callable[[bytes, str], bool]
    read: Callable[[bytes, str, str | None], Document]


def _describe(name: str, module: ModuleType) -> Reader:
    about = (getdoc(module) or "").partition("\n\n")[0]
    return Reader(name=name, about=about, suffixes=module.SUFFIXES, fits=module.fits, read=module.read)


READERS: Registry[Reader] = Registry("argmap.ingest", str, _describe)
"""Every reader by name."""


def read_document(path: Path, *, encoding: str | None = None, format: str | None = None) -> Document:  # noqa: A002 the option's name
    """The document in a file.

    Args:
        path: the file.
        encoding: how its text is encoded; found out when it is not given.
        format: the name of its reader; found out from the content when it is not given.

    Raises:
        UnreadableError: there is no such file, or it is too big, or empty, or nothing that can be read.
    """
    from argmap.ingest._limits import file_bytes

    return read_bytes(file_bytes(path), path.name, encoding=encoding, format=format)


def read_bytes(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    format: str | None = None,  # noqa: A002 the option's name
) -> Document:
    """The document that bytes are; `name` is what the file is called.

    Raises:
        UnreadableError: the bytes are too many, or none, or nothing that can be read.
    """
    from argmap.ingest._limits import check_size
    from argmap.ingest._signatures import check_signature

    check_size(len(data))
    if format is None:
        check_signature(data)
        reader = _fitting(data, name)
    elif format in READERS:
        reader = READERS[format]
    else:
        known = ", ".join(READERS)
        raise UnreadableError(
            Words(
                en=f"there is no format {format}; the formats are {known}",
                ja=f"形式 {format} はない。使える形式は {known}",
            )
        )
    document = reader.read(data, name, encoding)
    if not document.text.strip():
        raise UnreadableError(
            Words(
                en=f"there is no text in it (read as {reader.name})",
                ja=f"本文がない（{reader.name} として読んだ）",
            )
        )
    taken = Words(en=f"read as {reader.name}", ja=f"{reader.name} として読んだ")
    return replace(document, notes=(taken, *document.notes))


def _fitting(data: bytes, name: str) -> Reader:
    """The reader that fits: a particular one before a general one, then by the file's ending, then by name."""

    def rank(reader: Reader) -> tuple[int, bool]:
        general = _GENERAL.index(reader.name) + 1 if reader.name in _GENERAL else 0
        return general, not name.lower().endswith(reader.suffixes)

    fitting = [reader for reader in READERS.values() if reader.fits(data, name)]
    if not fitting:
        raise UnreadableError(
            Words(
                en="this is no text, and no format that argmap reads",
                ja="文字のファイルでも、argmap が読める形式でもない",
            )
        )
    return min(fitting, key=rank)
