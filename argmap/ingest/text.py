"""Plain text and Markdown in UTF-8, UTF-16, CP932 (Shift_JIS), EUC-JP or ISO-2022-JP.

The text is taken as it stands, line ends included; a byte-order mark is no part of it. The plain text of
kensakusystem and what people copy out of minutes are read here; who speaks is found from the words.
"""

from __future__ import annotations

from hashlib import sha256

from argmap.diagnostics import Words
from argmap.ingest import Document
from argmap.ingest._encodings import decode, looks_like_text

SUFFIXES = (".txt", ".md", ".markdown", ".text")

_LOST = "\ufffd"


def fits(data: bytes, name: str) -> bool:  # noqa: ARG001 what every reader takes
    """Whether the bytes look like text."""
    return looks_like_text(data)


def read(data: bytes, name: str, encoding: str | None) -> Document:
    """The text, and in a note how it is encoded."""
    text, found, note = decode(data, encoding)
    lost = text.count(_LOST)
    notes = [note]
    if lost:
        notes.append(
            Words(
                en=f"{lost} characters were already lost in the file (U+FFFD)",
                ja=f"ファイルの中ですでに失われている文字が {lost} 個ある（U+FFFD）",
            )
        )
    return Document(
        name=name,
        format="text",
        text=text,
        sha256=sha256(data).hexdigest(),
        encoding=found,
        notes=tuple(notes),
    )
