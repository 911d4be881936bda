"""The headers of minutes, in their four orders: 役職（氏名君）, 氏名役職, 番号（氏名議員）, （氏名役職）."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.drafting.positions import is_person, name_of, plain, role_of
from argmap.drafting.wording import CIRCLES, NOTE
from argmap.ingest import Role

_LOOK = 120
_FEW = 2
SIGNS = f"{CIRCLES}●◎◆◇△▲▽□■"
_HEADER = re.compile(rf"[ 　\t]*(?P<sign>[{SIGNS}])[ 　\t]*")
_NAMED = re.compile(
    r"(?P<title>[^。、，：:（()）「」『』〔〕【】\r\n]{0,40}?)[（(](?P<name>[^（()）。「」\r\n]{1,40})[）)]"
    r"(?:[（(](?:初|再|再々|続)[）)])?"
)
_WITHIN = re.compile(
    rf"(?<=[。〕）)」】 　])(?=[{SIGNS}][ 　]?[^。、：:（()）「」〔〕\r\n]{{0,30}}[（(][^（()）。\r\n]{{1,30}}[）)])"
)
_NO_SPEAKER = re.compile(
    r"出席|欠席|遅参|早退|議事|日程|議案|開会|閉会|休憩|散会|開議|署名|会議録|会期|選挙について|について$|提出|請願|陳情|名簿|傍聴|の部$|事件|説明のため|職務のため|宣告|報告第"
)
_NO_NAME = re.compile(r"[0-9]|[号日案名人件回部項目会様式等類]$|関係|以下|略$|続き|抜粋|別紙|資料")
_TOKEN = re.compile(r"[^\s。、，：:（()）「」『』〔〕【】\[\]→?？!！]{1,20}")
_CALLED = re.compile(r"[ 　\t]+((?:[^\s。、（(]{1,6}[ 　]?){1,3}(?:君|議員|氏))(?=[ 　\t])")
_BARE = re.compile(
    r"(?:[^\s。、，：:（()）「」『』〔〕【】0-9]{1,16}|[0-9０-９]{1,2}番[^\s。、：:（()）]{0,10})(?=[ 　]?[：:）)　]|[（(][^（()）。\r\n]{2,20}[）)][ 　\t])"
)
_LONGEST_NAME = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place where somebody begins to speak.

    Attributes:
        start: where the header or label begins.
        body: where the words begin that are spoken.
        end: where they end at the latest, when the format says it.
        role: as the header or label says it; None leaves it to the title.
        speaker: as the header says it; may be empty.
        title: words that tell the speaker's position, where `speaker` holds more or others.
        sign: the sign before a header of minutes.
        exact: the format or the form says where it ends; it is a turn even when nothing is said in it.
        article: what it belongs to, when that is said with it.
    """

    start: int
    body: int
    end: int | None = None
    role: Role | None = None
    speaker: str = ""
    title: str = ""
    sign: str = ""
    exact: bool = False
    article: str = ""


def headers_of(text: str, lines: Sequence[tuple[int, int]]) -> list[Mark]:
    """The headers of minutes in a text."""
    found = []
    for start, end in lines:
        note = NOTE.match(text, start, min(end, start + _LOOK))
        for at in (start, note.end() if note else start):
            if mark := _header(text, at, end):
                found.append(mark)
                break
    seen = {mark.start for mark in found}
    within = [match.start() for match in _WITHIN.finditer(text) if match.start() not in seen]
    found += [mark for at in within if (mark := _header(text, at, len(text)))]
    found.sort(key=lambda mark: mark.start)
    return _by_sign(text, lines, found)


def after_name(text: str, start: int, end: int, speaker: str) -> int:
    """Where a speech begins behind a sign and the name of its speaker; its start when they do not stand there."""
    sign = _HEADER.match(text, start, min(end, start + _LOOK))
    if not sign:
        return start
    at = sign.end()
    for character in "".join(speaker.split()):
        while at < end and text[at].isspace():
            at += 1
        if at == end or text[at] != character:
            return start
        at += 1
    return at if at == end or text[at].isspace() else start


def _header(text: str, start: int, end: int) -> Mark | None:
    sign = _HEADER.match(text, start, min(end, start + _LOOK))
    if not sign:
        return None
    at = sign.end()
    found = _with_brackets(text, at, end) or _without_brackets(text, at, end)
    if found is None:
        return None
    body, speaker, title = found
    return Mark(start=start, body=body, speaker=name_of(speaker), title=title, sign=sign["sign"])


def _with_brackets(text: str, at: int, end: int) -> tuple[int, str, str] | None:
    found = _NAMED.match(text, at, min(end, at + _LOOK))
    if not found or _NO_SPEAKER.search(title := plain(found["title"])):
        return None
    name = plain(found["name"])
    known = role_of(title) is not None or is_person(name)
    apart = found.end() == end or text[found.end()].isspace()
    behind = None if apart else _TOKEN.match(text, found.end(), min(end, at + _LOOK))
    if behind and role_of(behind[0]) and text[behind.end() : behind.end() + 1].isspace():
        return behind.end(), text[at : behind.end()], behind[0]  # 水野（春）委員
    if not known and (not apart or len(name) < _FEW or _NO_NAME.search(name)):
        return None
    if not apart and text.startswith(("について", "の", "を", "に"), found.end()):
        return None
    return found.end(), found[0], ""


def _without_brackets(text: str, at: int, end: int) -> tuple[int, str, str] | None:
    """A header such as `山田委員長　`, `議　長　`, `５番　山田太郎君　`: what ends in a title before a space."""
    stop = min(end, at + _LOOK)
    here = at
    words = ""
    for _ in range(6):
        token = _TOKEN.match(text, here, stop)
        if not token:
            return None
        words += token[0]
        here = token.end()
        apart = here == end or text[here].isspace()
        if not apart or len(words) > _LONGEST_NAME or _NO_SPEAKER.search(plain(words)):
            return None
        if len(words) > 1 and is_person(words):
            called = _CALLED.match(text, here, stop)
            stands = called.end() if called else here
            return stands, text[at:stands], text[at:here]
        while here < stop and text[here] in " 　\t":
            here += 1
    return None


def _by_sign(text: str, lines: Sequence[tuple[int, int]], found: list[Mark]) -> list[Mark]:
    """Without the headings that a document writes with the sign that others give to speakers."""
    speakers = Counter(mark.sign for mark in found)
    signs = Counter(text[start] for start, _ in lines if text[start] in SIGNS)
    headings = {sign for sign in speakers if sign not in CIRCLES and signs[sign] > 2 * speakers[sign]}
    return [
        mark for mark in found if mark.sign not in headings or "君" in mark.speaker or "議員" in mark.speaker
    ]


def titles_of(text: str, lines: Sequence[tuple[int, int]]) -> list[Mark]:
    """Names and titles before a colon, a wide space, a name in brackets or a lone bracket."""
    found = []
    for start, end in lines:
        match = _BARE.match(text, start, min(end, start + _LOOK))
        if not match or role_of(match[0]) is None or _NO_SPEAKER.search(plain(match[0])):
            continue
        named = _NAMED.match(text, start, min(end, start + _LOOK))
        stop = named.end() if named else match.end()
        body = stop
        while body < end and text[body] in " 　：:）)":
            body += 1
        found.append(Mark(start=start, body=body, speaker=name_of(text[start:stop])))
    return found
