"""A text as lines of a kind: headings, captions, lists of short lines, rules, notes of what happened, and prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from argmap.drafting.wording import CIRCLES, ENDS, NOTE, SIGNS, hangs, is_spaced, trimmed

Kind = Literal["body", "title", "heading", "caption", "item", "lead", "rule", "note"]

_LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")
_BLANK = re.compile(r"\n\s*\n|\r\r")
_TAG = r"</?[A-Za-z!][^<>]{0,400}>"
_MARKUP = re.compile(rf"(?:{_TAG}|\{{\{{[^{{}}]{{0,200}}\}}\}}|[\s>])+")
_RULE = re.compile(r"[\s─━―—‐‑–\-_=＝~～〜…‥*＊・.．◇◆○◯〇●☆★□■|+]{3,}")
_PAGE = re.compile(r"[-―—─‐–−（(\s]*(?:[PpＰ][.．]?)?\s*[0-9０-９]{1,4}\s*(?:ページ|頁)?[-―—─‐–−）)\s]*")
_MARKDOWN = re.compile(r"[>\s]*(#{1,6})\s+")
_AGENDA = re.compile(rf"[{SIGNS}]\s*\S|(?:日程)?第\s*[0-9０-９一二三四五六七八九十]+(?:[ 　]|号?$|、?議案)")
_BRACKETED = re.compile(r"(?:【[^【】]{1,40}】|《[^《》]{1,40}》|［[^［］]{1,40}］)\**")
_TIME = re.compile(
    r"[○〇◯（(〔\s]*(?:午前|午後|正午|休憩|再開)[^。]{0,24}(?:開会|開議|休憩|再開|散会|閉会|延会|開始|終了|分)[）)〕\s]*"
)
_CALLS = re.compile(r"(?:[「『][^「」『』]{1,20}[」』][、，と]{0,2}){1,4}(?:呼び、その他)?.{0,12}者あり。?")
_BULLET = re.compile(r"[>\s]*(?:[-*+]\s+|[・･•‣▪●○◯■□◆◇▶►※]\s*)(?=\S)")
_NUMBER = re.compile(
    r"[>\s]*(?:[0-9０-９]{1,2}[.．)）、](?![0-9０-９])|[（(][0-9０-９一二三四五六七八九十ア-ンa-z]{1,2}[）)]|[①-⑳㈠-㈩⑴-⑽])\s*(?=\S)"
)
_CAPTION = re.compile(
    r"[▲△↑↓←▼※]|(?:写真|図|表|画像|資料|出典|動画|録画|撮影|イラスト|グラフ)[0-9０-９①-⑨]*(?:[はの：:／/（(]|$|\s)|QRコード"
)
_LEAD = re.compile(
    r"主な|一覧|事例|次の|以下|下記|とおり|内訳|概要|トラブル|被害|問題点|ポイント|経過|年表|これまで|実績|項目|[：:】〉＞]$"
)
_LOOK = 200
_NARROW = 8
_CAPTION_LINES = 3
_TITLE_LINES = 3
_QUIET = 60
_AGENDA_LENGTH = 80
_WIDE = 100
_Part = tuple[int, int, bool, int]
"""Where words begin and end, whether they stand apart from what is before, and where their line begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A line, or the part of it that a header leaves.

    Attributes:
        start: where its words begin in the text, behind bullets and signs of Markdown.
        end: where they end, exclusive.
        kind: what it is; a title is a short line by itself, which may be a heading or a sentence.
        gap: a blank line stands before it, or the edge of the document or of a turn.
        level: of a Markdown heading, 1 to 6; 0 for others.
        bullet: it begins with a bullet or a number.
        full: it reaches the right edge of a text whose lines are broken at a width.
    """

    start: int
    end: int
    kind: Kind
    gap: bool = False
    level: int = 0
    bullet: bool = False
    full: bool = False


def lines_of(text: str) -> list[tuple[int, int]]:
    """Where each line stands that is not blank, without its line end."""
    return [match.span() for match in _LINE.finditer(text) if not match[0].isspace()]


def blocks_of(text: str, lines: Sequence[tuple[int, int]], headers: Sequence[tuple[int, int]]) -> list[Block]:
    """The lines by their kind.

    Args:
        text: the document's text.
        lines: from `lines_of`.
        headers: in order, the stretches that only say who speaks: no block has them, none reaches across one.
    """
    parts = list(_parts(text, lines, headers))
    width = _width(text, parts)
    found = [_first_look(text, part, width) for part in parts]
    _between_rules(text, found)
    _same_signs(text, found)
    for first, last in _paragraphs(found):
        _second_look(text, found, first, last, width)
    return found


def _parts(
    text: str, lines: Sequence[tuple[int, int]], headers: Sequence[tuple[int, int]]
) -> Iterator[_Part]:
    """Lines without headers and margins."""
    coming = behind = last = 0
    edge = True
    for begin, finish in lines:
        cuts = [min(finish, max(begin, behind))]
        while coming < len(headers) and headers[coming][0] < finish:
            cuts += headers[coming]
            behind = headers[coming][1]
            coming += 1
        cuts.append(max(finish, cuts[-1]))
        apart = edge or begin < cuts[0] or bool(_BLANK.search(text, last, begin))
        for left, right in zip(cuts[::2], cuts[1::2], strict=True):
            start, end = trimmed(text, left, right)
            edge = start == end
            if start < end:
                yield start, end, apart or left > cuts[0], begin
        last = finish


def _width(text: str, parts: Sequence[_Part]) -> float:
    """How wide the lines are, in full-width characters: nine of ten are no wider."""
    widths = sorted(_breadth(text[begin : min(right, begin + _LOOK)]) for _, right, _, begin in parts)
    return widths[len(widths) * 9 // 10] if widths else 0.0


def _breadth(words: str) -> float:
    """The breadth of words: a half-width letter counts one half, for UTF-8 needs one byte for it and three else."""
    return (len(words) + len(words.encode("utf-8", "replace"))) / 4


def _first_look(text: str, part: _Part, width: float) -> Block:
    """What a line is by itself."""
    start, end, gap, line = part
    head = text[start : min(end, start + _LOOK)]
    short = end - start <= _LOOK
    if short and (_RULE.fullmatch(head) or _PAGE.fullmatch(head) or _MARKUP.fullmatch(head)):
        return Block(start=start, end=end, kind="rule", gap=gap)
    if short and (_TIME.fullmatch(head) or NOTE.fullmatch(head) or _CALLS.fullmatch(head)):
        return Block(start=start, end=end, kind="note", gap=gap)
    if mark := _MARKDOWN.match(head):
        return Block(start=start + mark.end(), end=end, kind="heading", gap=gap, level=len(mark[1]))
    quiet = short and not any(sign in head for sign in ENDS)
    if quiet and len(head) <= _AGENDA_LENGTH and _AGENDA.match(head):
        return Block(start=start, end=end, kind="heading", gap=gap)
    if quiet and (is_spaced(head) or _BRACKETED.fullmatch(head)):
        return Block(start=start, end=end, kind="heading", gap=gap)
    bullet = _BULLET.match(head) or _NUMBER.match(head)
    begin = start
    if bullet and (_BULLET.match(head) or head[bullet.end() - 1].isspace()):
        begin = start + bullet.end()
    full = _NARROW <= width < _WIDE and _breadth(text[line : min(end, line + _LOOK)]) >= width - 2.5
    return Block(start=begin, end=end, kind="body", gap=gap, bullet=bool(bullet), full=full)


def _between_rules(text: str, found: list[Block]) -> None:
    """Up to three short lines between two rules are a heading."""
    last = -9
    for position, block in enumerate(found):
        if block.kind != "rule":
            continue
        inside = range(last + 1, position)
        if 0 < len(inside) <= _TITLE_LINES and all(_is_quiet(text, found[at]) for at in inside):
            for at in inside:
                if found[at].kind == "body":
                    found[at] = replace(found[at], kind="heading")
        last = position if _RULE.fullmatch(text[block.start : min(block.end, block.start + _LOOK)]) else -9


def _same_signs(text: str, found: list[Block]) -> None:
    """Headings with one sign, one after the other, are a list."""
    run = 0
    for position in range(1, len(found) + 1):
        if (
            position < len(found)
            and found[position].kind == "heading"
            and _sign(text, found[position]) == (_sign(text, found[run]) or "-")
        ):
            continue
        sign = _sign(text, found[run])
        if found[run].kind == "heading" and sign and position - run >= (3 if sign in CIRCLES else 2):
            for at in range(run, position):
                start = found[at].start + len(sign)
                while text[start].isspace():
                    start += 1
                found[at] = replace(found[at], kind="body", bullet=True, start=start)
        run = position


def _sign(text: str, block: Block) -> str:
    """The sign that a line begins with, or nothing."""
    return text[block.start] if block.level == 0 and text[block.start] in SIGNS else ""


def _is_quiet(text: str, block: Block) -> bool:
    return block.end - block.start <= _QUIET and not any(
        sign in text[block.start : block.end] for sign in ENDS
    )


def _paragraphs(found: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Runs of body lines without a gap."""
    first = -1
    for position, block in enumerate(found):
        if first >= 0 and (block.kind != "body" or block.gap):
            yield first, position
            first = -1
        if first < 0 and block.kind == "body":
            first = position
    if first >= 0:
        yield first, len(found)


def _second_look(text: str, found: list[Block], first: int, last: int, width: float) -> None:
    """What lines are by their company: lists, captions, and short lines that stand alone."""
    run = first
    for position in range(first, last + 1):
        short = position < last and _is_short(text, found[position], width)
        if short and (
            position == run or found[position].bullet == found[run].bullet or not found[run].bullet
        ):
            continue
        _list(text, found, run, position)
        run = position if short else position + 1
    block = found[first]
    apart = last == len(found) or found[last].gap or found[last].kind != "body"
    if not apart or any(found[at].kind != "body" or found[at].bullet for at in range(first, last)):
        return
    opening = text[block.start : min(block.end, block.start + _LOOK)]
    if last - first <= _CAPTION_LINES and all(_is_quiet(text, found[at]) for at in range(first, last)):
        if _CAPTION.match(opening):
            for at in range(first, last):
                found[at] = replace(found[at], kind="caption")
        elif last - first == 1 and block.gap and _is_short(text, block, width) and not hangs(opening):
            found[first] = replace(block, kind="title")


def _is_short(text: str, block: Block, width: float) -> bool:
    limit = min(40.0, width * 0.8) if width >= _NARROW else 40.0
    return _is_quiet(text, block) and (
        block.bullet or _breadth(text[block.start : block.end]) <= max(limit, 24)
    )


def _list(text: str, found: list[Block], first: int, last: int) -> None:
    """Mark a run of short lines as a list when it is one: lines of broken prose are as wide as the column."""
    count = last - first
    bulleted = sum(found[at].bullet for at in range(first, last))
    led = bulleted > 1 and bulleted == count - 1 and not found[first].bullet
    if count < (2 if bulleted == count else 3 if led else 4):
        return
    lengths = [found[at].end - found[at].start for at in range(first, last)]
    widest = max(lengths)
    filled = sum(length >= widest - 2 for length in lengths)
    if not bulleted and filled > count * 0.6:
        return
    begin = first
    if not found[first].bullet and (bulleted or _LEAD.search(text[found[first].start : found[first].end])):
        found[first] = replace(found[first], kind="lead")
        begin += 1
    for at in range(begin, last):
        found[at] = replace(found[at], kind="item")
