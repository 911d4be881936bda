"""What keeps a hostile file from taking all memory or time: sizes, archives, nesting, XML without entities."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from argmap.diagnostics import Words
from argmap.ingest import UnreadableError

_MOST_BYTES = 64_000_000
_MOST_UNPACKED = 32_000_000  # bytes of one part of an archive
_MOST_PARTS = 10_000  # files in an archive
_MOST_VALUES = 2_000_000  # of JSON; each takes up to about 200 bytes

_MOST_TAGS = 2_000_000  # of XML; a book of 300 pages in Word has half a million
_PIECE = 1_000_000  # bytes of XML that are parsed at a time


def check_size(size: int) -> None:
    """Refuse a file that is empty or too big; sizes are in bytes."""
    if size == 0:
        raise UnreadableError(Words(en="the file is empty", ja="空のファイル"))
    if size > _MOST_BYTES:
        raise UnreadableError(
            Words(
                en=f"the file is too big ({size:,} bytes, at most {_MOST_BYTES:,}): split it",
                ja=f"ファイルが大きすぎる（{size:,} バイト、上限 {_MOST_BYTES:,}）。分けて読む",
            )
        )


def file_bytes(path: Path) -> bytes:
    """The bytes of a file, after a look at what it is and how big."""
    try:
        if path.is_dir():
            raise UnreadableError(Words(en="this is a folder, not a document", ja="文書ではなくフォルダ"))
        if not path.exists():
            raise UnreadableError(Words(en="there is no such file", ja="ファイルがない"))
        if not path.is_file():
            raise UnreadableError(Words(en="this is no ordinary file", ja="普通のファイルではない"))
        check_size(path.stat().st_size)
        with path.open("rb") as file:
            return file.read(_MOST_BYTES + 1)
    except OSError as error:  # no permission, a name that is too long
        raise UnreadableError(
            Words(en=f"the file cannot be read: {error.strerror}", ja=f"ファイルを読めない: {error.strerror}")
        ) from error


def archive(data: bytes) -> ZipFile:
    """A ZIP archive."""
    try:
        opened = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise UnreadableError(
            Words(en="the archive is damaged: save the document anew", ja="ファイルが壊れている。保存し直す")
        ) from error
    if len(opened.namelist()) > _MOST_PARTS:
        raise UnreadableError(
            Words(
                en=f"the archive has more than {_MOST_PARTS:,} parts",
                ja=f"中の部品が {_MOST_PARTS:,} 個を超える",
            )
        )
    return opened


def unpacked(opened: ZipFile, part: str) -> bytes:
    """One part of an archive; never more than the limit is unpacked, whatever the archive says of its size."""
    import zlib

    try:
        with opened.open(part) as stream:
            found = stream.read(_MOST_UNPACKED + 1)
    except (
        BadZipFile,
        zlib.error,
        ValueError,
        NotImplementedError,
        OSError,
        EOFError,
        RuntimeError,
    ) as error:
        raise UnreadableError(
            Words(
                en=f"the part {part} is damaged or locked: save the document anew, without a password",
                ja=f"{part} が壊れているか、パスワードが掛かっている。パスワードなしで保存し直す",
            )
        ) from error
    if len(found) > _MOST_UNPACKED:
        most = _MOST_UNPACKED // 1_000_000
        raise UnreadableError(
            Words(
                en=f"unpacked, {part} has more than {most} MB: split the document",
                ja=f"{part} が展開後に {most} MB を超える。文書を分ける",
            )
        )
    return found


def from_json(text: str) -> Any:  # noqa: ANN401 whatever the JSON is
    """The value of a JSON text."""
    if text.count(",") + text.count("[") + text.count("{") > _MOST_VALUES:
        raise UnreadableError(
            Words(
                en=f"the JSON has more than {_MOST_VALUES:,} values: split it",
                ja=f"JSON の値が {_MOST_VALUES:,} 個を超える。分けて読む",
            )
        )
    try:
        return json.loads(text)
    except RecursionError as error:
        raise UnreadableError(
            Words(en="the JSON is nested too deep", ja="JSON の入れ子が深すぎる")
        ) from error
    except json.JSONDecodeError as error:
        raise UnreadableError(
            Words(
                en=f"the JSON is broken at line {error.lineno}, column {error.colno}: {error.msg}",
                ja=f"JSON が壊れている（{error.lineno} 行 {error.colno} 字目）: {error.msg}",
            )
        ) from error
    except ValueError as error:  # more digits than Python turns into a number
        raise UnreadableError(
            Words(en="a number in the JSON is too long", ja="JSON の中に長すぎる数がある")
        ) from error


class Listener:
    """What is told of an XML document while it is read; no tree is ever built. Names come without their namespace."""

    def opened(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def closed(self, tag: str) -> None:
        """An element ends."""

    def said(self, text: str) -> None:
        """Some text, not always all of it at once."""


def read_xml(data: bytes, listener: Listener) -> None:
    """Tell a listener of an XML document. Entities are not resolved, nothing is fetched, a DOCTYPE is refused."""
    from lxml import etree

    if data.count(b"<") > _MOST_TAGS:
        raise UnreadableError(
            Words(
                en=f"the XML has more than {_MOST_TAGS:,} tags: split the document",
                ja=f"XML のタグが {_MOST_TAGS:,} 個を超える。文書を分ける",
            )
        )
    parser = etree.XMLParser(
        target=_Target(listener), resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        for start in range(0, len(data), _PIECE):
            parser.feed(data[start : start + _PIECE])
        parser.close()
    except etree.XMLSyntaxError as error:
        line, column = error.position
        what = str(error.msg).partition("\n")[0]
        raise UnreadableError(
            Words(
                en=f"the XML is broken at line {line}, column {column}: {what}",
                ja=f"XML が壊れている（{line} 行 {column} 字目）: {what}",
            )
        ) from error


class _Target:
    """What lxml calls."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self.data = listener.said

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._listener.opened(_local(tag), {_local(name): value for name, value in attributes.items()})

    def end(self, tag: str) -> None:
        self._listener.closed(_local(tag))

    def doctype(self, *_: str | None) -> None:
        raise UnreadableError(
            Words(
                en="the XML declares a DOCTYPE, which is not read for safety: remove it",
                ja="XML に DOCTYPE がある。安全のため読まない。取り除く",
            )
        )

    def close(self) -> None:
        """Nothing is left to do."""


def _local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]
