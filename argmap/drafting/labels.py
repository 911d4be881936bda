"""The labels with which newsletters part question and answer: 【質問】, ■答弁, 問, Q1, a line with 回答 alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.drafting.positions import is_person, plain, role_of
from argmap.drafting.wording import is_spaced
from argmap.ingest import Role

_OPEN = re.escape("<＜【［[〔《〈")
_CLOSE = re.escape(">＞】］]〕》〉")
_BRACKETS = re.compile(
    rf"[ 　\t>#]*[*_]{{0,3}}[●■◆◇□○◎▼▽▲△★☆▶►]?[{_OPEN}][ 　\t]*(?P<label>[^{_OPEN}{_CLOSE}。\r\n]{{1,30}}?)[ 　\t]*[{_CLOSE}][*_]{{0,3}}[：:]?"
)
_INSIDE = re.compile(
    rf"(?<=[。！？」）)*])[ 　\t]*(?=[*_]{{0,3}}[<＜【［][^{_OPEN}{_CLOSE}。\r\n]{{1,12}}[>＞】］])"
)
_SIGNED = re.compile(
    r"(?P<sign>[ 　\t>]*(?:#{1,6}[ \t]+)?[*_]{0,3}(?:[-・][ 　]?)?[●■◆◇□○◎▼▽▲△★☆▶►]{0,2}[ 　\t]?)"
    r"(?P<label>[^\s。、「」【】<>＜＞：:*_（()）]{1,16})[*_]{0,3}(?P<after>[：:]|(?=[（(])|[ 　\t]|$)"
)
_LETTER = re.compile(
    r"[ 　\t>#]*[*_]{0,3}[●■◆◇□○◎▼▽▲△★☆▶►]?[（(【［\[]?(?P<letter>[問答QAＱＡ🅠🅐Ⓠ])(?P<number>[0-9０-９]{1,2}|[①-⑳])?[）)】］\]]?[*_]{0,3}"
    r"(?P<after>[：:．.、)）]|[ 　\t]+|$)"
)
_WHO = re.compile(r"[ 　\t]*[（(](?P<who>[^（()）。\r\n]{1,30})[）)][：:]?")
_LINE_WHO = re.compile(
    r"[ 　\t：:]*(?P<who>[^\s。、：:（()）](?:[^。、：:（()）\r\n]{0,22}[^\s。、：:（()）])?)(?=[ 　\t]*$)",
    re.MULTILINE,
)
_NEXT_WHO = re.compile(r"[ 　\t]*(?P<who>[^\s。、：:（()）]{2,14})[　：:]")
_NUMBER = r"[ 　]?(?:[0-9０-９]{1,2}|[①-⑳]|その[0-9０-９一二三四五])?"
_TAIL = rf"(?:要旨|内容|概要|など|等|事項|項目|の要約)?{_NUMBER}"
_ROUND = r"(?:再々|再再|再|第[0-9０-９一二三]回?|[0-9０-９一二三]回目の?|主な|初回)?"
_ASKS = re.compile(
    rf"(?P<who>.{{0,14}}?)(?:の|から|より|[・/／|])?{_ROUND}(?:質問|質疑|問い|問)(?:と提案|・提案)?{_TAIL}"
)
_ANSWERS = re.compile(
    rf"(?P<who>.{{0,14}}?)(?:の|から|より|側|[・/／|])?{_ROUND}(?:答弁|回答|お答え|答え|答|見解|考え方|考え){_TAIL}"
)
_OBJECTS = re.compile(
    r"(?P<who>.{0,8}?)(?:の)?(?:指摘|意見|要望|提言|反論|批判|所感|感想|コメント|反対討論|主張|問題提起)"
    r"(?:[とや・、／/]?(?:指摘|意見|要望|提言|反論|批判|所感|感想|提案|評価|主張))*(?:など|等|事項)?"
)
_NO_LABEL = re.compile(
    r"一般質問|代表質問|緊急質問|質問時間|質問者|質問順|質問件名|質問事項|質問項目|質問要旨|通告|質問日|に対する|請願|陳情|意見書|アンケート|問題|学問|訪問|諮問|顧問|疑問|設問|返答|応答|問答|質疑応答|質問を"
)
_ROLES: dict[str, Role] = {"問": "question", "Q": "question", "答": "answer", "A": "answer"}
_FOLD = str.maketrans("ＱＡⓆ", "QAQ")
_LOOK = 100
_SHORT = 12
_SHORT_LINE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label: where it stands, what it means, and who is named with it."""

    start: int
    end: int
    role: Role | None
    speaker: str = ""


def letters_of(text: str, lines: Sequence[tuple[int, int]], *, titles: bool) -> bool:
    """Whether the text labels by single letters: both of a pair begin lines, or 問 does where `titles` answer."""
    seen = {
        match["letter"].translate(_FOLD)
        for start, end in lines
        if (match := _LETTER.match(text, start, min(end, start + _LOOK)))
    }
    return {"問", "答"} <= seen or {"Q", "A"} <= seen or ("問" in seen and titles)


def label_at(text: str, line: tuple[int, int], letters: bool) -> Iterator[Label]:  # noqa: FBT001 -- a fact of the text
    """The labels of a line: at its beginning, and behind a sentence in it when it stands in brackets."""
    start, end = line
    found = _at_start(text, start, end, letters=letters)
    if found:
        yield found
    for match in _INSIDE.finditer(text, found.end if found else start, end):
        if match.end() > start and (more := _bracketed(text, match.end(), end, inside=True)):
            yield more


def _at_start(text: str, start: int, end: int, *, letters: bool) -> Label | None:
    if found := _bracketed(text, start, end, inside=False):
        return found
    if letters and (match := _LETTER.match(text, start, min(end, start + _LOOK))):
        return _named(text, start, match.end(), end, _ROLES[match["letter"].translate(_FOLD)])
    if end - start <= _SHORT and is_spaced(text[start:end].strip()):
        role, who = _meaning(text[start:end])
        return None if role is None else Label(start=start, end=end, role=role, speaker=who)
    return _in_words(text, start, end)


def _in_words(text: str, start: int, end: int) -> Label | None:
    """A label without brackets: behind a sign, before a colon or a wide space, or alone on its line."""
    match = _SIGNED.match(text, start, min(end, start + _LOOK))
    if not match:
        return None
    role, who = _meaning(match["label"])
    if role is None or len(plain(match["label"])) == 1:
        return None
    if match["after"].isspace() and not (match["sign"].strip() or match["after"] == "　"):
        return None
    return _named(text, start, match.end(), end, role, who)


def _bracketed(text: str, start: int, end: int, *, inside: bool) -> Label | None:
    match = _BRACKETS.match(text, start, min(end, start + _LOOK))
    if not match:
        return None
    role, who = _meaning(match["label"])
    if role is not None:
        return _named(text, start, match.end(), end, role, who)
    who = match["label"]
    if (
        inside
        or match[0].lstrip(" 　\t>#*_")[:1] == "〔"
        or role_of(who) in {None, "other"}
        or _NO_LABEL.search(who)
    ):
        return None
    return Label(start=start, end=match.end(), role=None, speaker=who)


def _named(text: str, start: int, at: int, end: int, role: Role, who: str = "") -> Label:
    """The label with the person who is named behind it, in brackets or alone on the rest of the line."""
    named = _WHO.match(text, at, min(end, at + _LOOK))
    if named and (is_person(named["who"]) or (not who and named.end() == end)):
        return Label(start=start, end=named.end(), role=role, speaker=named["who"])
    spoken = _NEXT_WHO.match(text, at, min(end, at + _LOOK))
    if spoken and role_of(spoken["who"]) not in {None, "other"}:
        return Label(start=start, end=spoken.end(), role=role, speaker=spoken["who"])
    if end - at <= _SHORT_LINE:
        alone = _LINE_WHO.match(text, at, end)
        if alone and is_person(alone["who"]):
            return Label(start=start, end=alone.end(), role=role, speaker=alone["who"])
    return Label(start=start, end=at, role=role, speaker=who)


def _meaning(label: str) -> tuple[Role | None, str]:
    """What the words of a label mean, and who is named in them."""
    words = plain(label)
    before, bracket, inside = words.partition("(")
    named = inside.rstrip(")") if bracket else ""
    if _NO_LABEL.search(before):
        return None, ""
    kinds: tuple[tuple[Role, re.Pattern[str]], ...] = (
        ("criticism", _OBJECTS),
        ("question", _ASKS),
        ("answer", _ANSWERS),
    )
    for role, pattern in kinds:
        if match := pattern.fullmatch(before):
            who = match["who"]
            if not who or is_person(who):
                return role, named or who
    if before in _ROLES:
        return _ROLES[before], named
    return None, ""
