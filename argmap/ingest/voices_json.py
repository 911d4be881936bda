"""Minutes as JSON with `voices`: a list of `{i, speaker, text}`, as civic projects publish them."""

from __future__ import annotations

import re
from hashlib import sha256

from argmap.diagnostics import Words
from argmap.ingest import Document, UnreadableError
from argmap.ingest._encodings import decode
from argmap.ingest._limits import from_json
from argmap.ingest._speeches import Speeches, iso_date

SUFFIXES = (".json",)

_VOICES = re.compile(rb'"voices"\s*:\s*\[')


def fits(data: bytes, name: str) -> bool:  # noqa: ARG001 what every reader takes
    """Whether the bytes are JSON with `voices`."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" and bool(_VOICES.search(data))


def read(data: bytes, name: str, encoding: str | None) -> Document:
    """The texts one below the other; who speaks is in the speeches, for the texts do not say it."""
    source, found, note = decode(data, encoding)
    record = from_json(source)
    voices = record.get("voices") if isinstance(record, dict) else None
    if not isinstance(voices, list):
        raise UnreadableError(Words(en="there is no list `voices` in it", ja="一覧 voices がない"))
    speeches = Speeches()
    for voice in voices:
        if isinstance(voice, dict) and isinstance(voice.get("text"), str):
            speeches.add(voice["text"].strip(), speaker=_string(voice.get("speaker")))
    return Document(
        name=name,
        format="voices_json",
        text=speeches.text,
        sha256=sha256(data).hexdigest(),
        encoding=found,
        title=_string(record.get("title")),
        date=iso_date(_string(record.get("dateIso"))),
        speeches=tuple(speeches.speeches),
        notes=(note,),
    )


def _string(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
