"""Notices of questions (一般質問通告書): one matter a notice, with its title, its points and who hands it in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from argmap.drafting.headers import Mark
from argmap.drafting.positions import name_of

_NOTICE = re.compile(r"通\s*告\s*書|一\s*般\s*質\s*問\s*通\s*告|質\s*問\s*通\s*告")
_TITLE = re.compile(
    r"[ 　\t【［\[■●◆○]*(?:質[ 　]*問[ 　]*(?:の[ 　]*)?)?(?:件[ 　]*名|事[ 　]*項|項[ 　]*目)[ 　\t】］\]]*[0-9０-９①-⑳]{0,2}(?:[】］\]：:][ 　\t]*|[ 　\t]+|$)(?P<words>.{0,120})"
)
_POINTS = re.compile(
    r"[ 　\t【［\[■●◆○]*(?:質[ 　]*問[ 　]*(?:の[ 　]*)?)?(?:要[ 　]*旨|内[ 　]*容|趣[ 　]*旨)(?:[（(][^（()）]{0,20}[）)])?[ 　\t】］\]：:]*(?=\s|$|[^\s。]{1,200})"
)
_CLOSING = re.compile(
    r"[ 　\t]*(?:上記|以上)の(?:とおり|通り)|[ 　\t]*以[ 　]*上[ 　]*$|.{0,60}により、?通告します|[ 　\t]*(?:答弁|答弁者|回答)を?求める者"
)
_NAME = re.compile(
    r"(?:氏[ 　\t]*名|質[ 　]*問[ 　]*者|議[ 　]*員[ 　]*名|通告者)[ 　\t】］\]：:]*(?P<name>[^\s（()）印㊞。][^\r\n（()）印㊞。]{1,24})"
)


def notices_of(text: str, lines: Sequence[tuple[int, int]]) -> list[Mark]:
    """The notices of a text, each a question; none when it is no notice."""
    if not _NOTICE.search(text[:4000]) and not _NOTICE.search(text[-1000:]):
        return []
    places: list[tuple[int, int, int, str]] = []
    titled: tuple[int, str] | None = None
    for position, (start, end) in enumerate(lines):
        stop = min(end, start + 200)
        if title := _TITLE.match(text, start, stop):
            words = title["words"].strip()
            if not words and position + 1 < len(lines):
                words = text[slice(*lines[position + 1])][:120].strip()
            titled = (start, words)
        elif titled and (points := _POINTS.match(text, start, stop)):
            places.append((titled[0], points.end(), position, titled[1]))
            titled = None
    names = [(match.start(), match["name"]) for match in _NAME.finditer(text)]
    found = []
    for number, (start, body, position, title_words) in enumerate(places):
        limit = places[number + 1][0] if number + 1 < len(places) else len(text)
        found.append(
            Mark(
                start=start,
                body=body,
                end=_closing(text, lines, position, limit),
                role="question",
                speaker=_speaker(names, start, limit),
                exact=True,
                article=" ".join(title_words.split()),
            )
        )
    return found


def _closing(text: str, lines: Sequence[tuple[int, int]], position: int, limit: int) -> int:
    """Where the form's own words begin again."""
    for number in range(position + 1, len(lines)):
        start, end = lines[number]
        if start >= limit:
            break
        if _CLOSING.match(text, start, min(end, start + 200)):
            return start
    return limit


def _speaker(names: Sequence[tuple[int, str]], start: int, limit: int) -> str:
    """The name that stands in the notice, or the last before it."""
    place = bisect_left(names, (start, ""))
    if place < len(names) and names[place][0] < limit:
        return name_of(names[place][1])
    return name_of(names[place - 1][1]) if place else ""
