"""DiscussNet SSP (kaigiroku.net): the JSON of a sitting, `tenant_minutes[]`, which says the kind of every part.

The kinds, by `minute_type_code` and by the mark in `minute_type`: 1 contents, 2 list of names (名簿), 3 △ item, 4 ○ chair,
5 ◆ question, 6 ◎ answer, 9 papers. The words stand in `body`, in `<pre>`.
"""

from __future__ import annotations

import re
from hashlib import sha256

from argmap.diagnostics import Words
from argmap.ingest import Document, Role, UnreadableError
from argmap.ingest._encodings import decode
from argmap.ingest._limits import from_json
from argmap.ingest._page import read_page
from argmap.ingest._speeches import Speeches, first_date, named

SUFFIXES = (".json",)

_MINUTES = re.compile(rb'"tenant_minutes"\s*:\s*\[')
_JSONP = re.compile(r"\s*[\w.$]*\((.*)\)\s*;?\s*", re.DOTALL)
_BY_CODE: dict[object, Role] = {
    1: "other",
    2: "other",
    3: "other",
    4: "chair",
    5: "question",
    6: "answer",
    9: "other",
}
_BY_MARK: dict[str, Role] = {"△": "other", "○": "chair", "◆": "question", "◎": "answer", "名": "other"}
_ITEM = 3


def fits(data: bytes, name: str) -> bool:  # noqa: ARG001 what every reader takes
    """Whether the bytes have the list of a sitting's parts."""
    return bool(_MINUTES.search(data))


def read(data: bytes, name: str, encoding: str | None) -> Document:
    """Every part in order, each with its speaker and role; an item's title stays with what follows it."""
    source, found, note = decode(data, encoding)
    wrapped = _JSONP.fullmatch(source)
    record = from_json(wrapped[1] if wrapped else source)
    minutes = record.get("tenant_minutes") if isinstance(record, dict) else None
    if not isinstance(minutes, list):
        raise UnreadableError(
            Words(en="there is no list `tenant_minutes` in it", ja="一覧 tenant_minutes がない")
        )
    speeches = Speeches()
    item = ""
    for part in minutes:
        if not isinstance(part, dict):
            continue
        title, kind = _string(part.get("title")), _string(part.get("minute_type"))
        role = _BY_CODE.get(part.get("minute_type_code")) or _BY_MARK.get(kind[:1])
        if part.get("minute_type_code") == _ITEM or kind.startswith("△"):
            item = title.lstrip("△ \u3000")
        speaker = "" if role == "other" else named(title)
        body = read_page(_string(part.get("body")), lambda *_: None).text.strip("\n")
        speeches.add(body, speaker=speaker, role=role, meeting=item)
    return Document(
        name=name,
        format="discussnet",
        text=speeches.text,
        sha256=sha256(data).hexdigest(),
        encoding=found,
        date=first_date(speeches.text),
        speeches=tuple(speeches.speeches),
        notes=(note,),
    )


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
