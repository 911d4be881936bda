"""The Diet's minutes (国会会議録検索システム API): `meetingRecord[]` or `speechRecord[]`, as JSON or as XML.

The fields say who speaks. Record 0, 会議録情報, is the list of names. Line ends (CR LF) are kept, padding in names is not.
A role is said where a field says it: by `speakerPosition`, `speakerRole`, or membership in a `speakerGroup` without office.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from argmap.diagnostics import Words
from argmap.ingest import Document, Role, UnreadableError
from argmap.ingest._encodings import decode
from argmap.ingest._limits import Listener, from_json, read_xml
from argmap.ingest._speeches import Speeches, iso_date

SUFFIXES = (".json", ".xml")

_JSON = re.compile(rb'"(?:meeting|speech)Record"\s*:\s*\[')
_XML = re.compile(rb"<(?:meeting|speech)Record[\s>]")
_INFORMATION = "会議録情報"
_CHAIR = re.compile(
    r"(?:(?!.*委員会).*(?:委員長|議長)|会長|主査|座長)(?:代理)?"
)  # 国家公安委員会委員長 is a minister
_GOVERNMENT = re.compile("大臣|長官|政務官|政府|官房|局長|部長|審議官|総裁|内閣|委員会委員長")
_MEETING = ("nameOfHouse", "nameOfMeeting", "issue")


def fits(data: bytes, name: str) -> bool:  # noqa: ARG001 what every reader takes
    """Whether the bytes have records of the API."""
    return bool(_JSON.search(data)) or (
        data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" and bool(_XML.search(data))
    )


def read(data: bytes, name: str, encoding: str | None) -> Document:
    """Every speech in order, each with its meeting; several meetings may stand in one file."""
    if _JSON.search(data):
        source, found, note = decode(data, encoding)
        records = _from_json(from_json(source))
        notes: tuple[Words, ...] = (note,)
    else:
        records, found, notes = _from_xml(data), "", ()
    speeches = Speeches()
    meetings: dict[str, str] = {}
    for record in records:
        meeting = "".join(_string(record.get(key)).strip() for key in _MEETING)
        meetings.setdefault(meeting, _string(record.get("date")))
        speaker = "".join(_string(record.get("speaker")).split())
        information = speaker == _INFORMATION
        speeches.add(
            _string(record.get("speech")).strip("\r\n"),
            speaker="" if information else speaker,
            role="other" if information else _role(record),
            meeting=meeting,
        )
    if len(meetings) > 1:
        count = len(meetings)
        notes += (Words(en=f"{count} meetings in one file", ja=f"一つのファイルに {count} の会議がある"),)
    return Document(
        name=name,
        format="diet",
        text=speeches.text,
        sha256=sha256(data).hexdigest(),
        encoding=found,
        title="、".join(meetings),
        date=iso_date(next(iter(meetings.values()), "")),
        speeches=tuple(speeches.speeches),
        notes=notes,
    )


def _role(record: dict[str, Any]) -> Role | None:
    position = _string(record.get("speakerPosition")).strip()
    if _GOVERNMENT.search(position) or _string(record.get("speakerRole")).strip():  # 参考人 answer too
        return "answer"
    if _CHAIR.fullmatch(position):
        return "chair"
    return "question" if _string(record.get("speakerGroup")).strip() and not position else None


def _from_json(value: object) -> list[dict[str, Any]]:
    """The speeches, each with the fields of its meeting."""
    found = value if isinstance(value, dict) else {}
    records = [{"speechRecord": found.get("speechRecord")}, *_dicts(found.get("meetingRecord"))]
    speeches = [
        {**{key: record.get(key) for key in (*_MEETING, "date")}, **speech}
        for record in records
        for speech in _dicts(record.get("speechRecord"))
    ]
    if not speeches:
        raise UnreadableError(Words(en="there are no speeches in it", ja="発言がない"))
    return speeches


def _dicts(value: object) -> Iterable[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _from_xml(data: bytes) -> list[dict[str, str]]:
    listener = _Records()
    read_xml(data, listener)
    return listener.speeches


class _Records(Listener):
    """Takes the speeches and the fields of their meetings out of the XML."""

    def __init__(self) -> None:
        self.speeches: list[dict[str, str]] = []
        self._meeting: dict[str, str] = {}
        self._fields = self._meeting
        self._text: list[str] = []

    def opened(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 the fields are elements
        self._text.clear()
        if tag == "meetingRecord":
            self._meeting = self._fields = {}
        elif tag == "speechRecord":
            self._fields = {**self._meeting}

    def closed(self, tag: str) -> None:
        if tag == "speechRecord":
            self.speeches.append(self._fields)
            self._fields = self._meeting
        else:
            self._fields[tag] = "".join(self._text)
        self._text.clear()

    def said(self, text: str) -> None:
        self._text.append(text)


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
