"""Bytes to text: UTF-8 or UTF-16 by its mark, UTF-8, or CP932, which Japanese Windows programs still write."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from argmap.diagnostics import Words
from argmap.formats import Given, Note

MOST = 128_000_000
"""Bytes of a file that is read."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_JAPANESE = re.compile("[ぁ-ヺ一-鿿]")


def decode(given: Given) -> tuple[str | None, tuple[Note, ...]]:
    """The text of a file without byte-order mark, every line end a line feed; None and why when it is no text."""
    return text_of(given.data) if len(given.data) <= MOST else (None, too_big(given))


@lru_cache(maxsize=1)  # every reader of text is asked whether a file is its own
def text_of(data: bytes) -> tuple[str | None, tuple[Note, ...]]:
    """What `decode` gives, from the bytes of a file."""
    codec = next((codec for mark, codec in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        found = _cp932(data) if codec == "utf-8" else None
        if found is None:
            return None, (_undecodable(data, error, codec),)
        text = found
    if "\0" in text:
        return None, (Note(message=_NO_TEXT, at=place(text, text.index("\0"))),)
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()


def too_big(given: Given) -> tuple[Note, ...]:
    """What to say of a file that is too big to be read; nothing of one that is not."""
    return (Note(message=_TOO_BIG),) if len(given.data) > MOST else ()


def place(text: str, index: int) -> str:
    """Line and column of a position in a text, from 1."""
    return f"{text.count(chr(10), 0, index) + 1}:{index - text.rfind(chr(10), 0, index)}"


def _cp932(data: bytes) -> str | None:
    try:
        text = data.decode("cp932")
    except UnicodeDecodeError:
        return None
    return text if _JAPANESE.search(text) else None  # other bytes seldom make kana or kanji by chance


_TOO_BIG = Words(
    en=f"the file has more than {MOST // 1_000_000} MB: split it",
    ja=f"{MOST // 1_000_000} MB を超える。分けて読む",
)
_NO_TEXT = Words(en="this is no text: it has a null character", ja="文字のファイルではない（ヌル文字がある）")


def _undecodable(data: bytes, error: UnicodeDecodeError, codec: str) -> Note:
    before = data[: error.start].decode(codec, "replace")
    name = codec.removesuffix("-sig").upper()
    byte = f"0x{data[error.start : error.start + 1].hex().upper()}"
    message = Words(
        en=f"the byte {byte} is not {name}: save the file as UTF-8",
        ja=f"{byte} は {name} ではない。UTF-8 で保存し直す",
    )
    return Note(message=message, at=place(before, len(before)))
