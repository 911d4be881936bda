"""The boxes of a picture: a statement or question with its words broken into lines, its status and its size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TypedDict

from argmap.diagnostics import Lang
from argmap.model import ROLE_WORDS, Debate, Evidence, date_words
from argmap.picture import words
from argmap.picture.measure import clean, clean_line, width
from argmap.picture.values import (
    GROUP_TITLE,
    LINE,
    PAD,
    ROW,
    SMALL,
    TEXT,
    Badge,
    Box,
    Mark,
    Picture,
    Tone,
    head_height,
)
from argmap.picture.wrap import wrap
from argmap.semantics import Label, QuestionStatus, QuestionVerdict, Status, Verdict, has_source

NARROW = 232.0
"""How wide a box is whose text is not long."""
_SHORT = 24  # characters of a statement where only its beginning is given
_MORE = 72.0  # between the columns of boxes that a wide box takes the place of
_WIDER = ((9, 2), (30, 3))  # more lines than this take a wider box, in columns of boxes
_BADGE = 14.0  # what the outline of a badge adds to its text
_GAP = 10.0  # between the head's words and the badge
BETWEEN_BADGES = 6.0
"""Between badges that stand side by side."""


def badge(status: Status | QuestionStatus, lang: Lang, lead: str = "") -> Badge:
    """The badge that says a status, with a sign in front of its own where one is given."""
    return _badge(status.value, lead + status.sign, status.words.say(lang), words.TONES[status])


def change_badge(change: str, lang: Lang) -> Badge:
    """The badge that says what became of something: a sign and a word."""
    sign, _, word = words.CHANGES[change].say(lang).partition(" ")
    return _badge(change, sign, word, "missing")


def marked(box: Box, mark: Mark, note: str, lang: Lang) -> Box:
    """The box with a mark of what became of it, and a note at its foot if there is one."""
    caption, said, notes = box.unbroken
    notes = _joined(tuple(filter(None, (notes, clean_line(note)))), lang)
    became = _joined(tuple(f"{each.sign} {each.word}" for each in mark.badges), lang)
    colon = "：" if lang == "ja" else ": "
    description = f"{became}{colon}{box.description}"
    unbroken = (caption, said, notes)
    found = replace(box, unbroken=unbroken, description=description)
    return replace(found, **_broken(unbroken, box.badge, mark, box.width))


def statement_box(verdict: Verdict, here: Debate, lang: Lang, *, has_evidence: bool) -> Box:
    """The box of a statement, seen from one debate; `has_evidence` says whether anything was brought to back it."""
    said, debate = verdict.statement, verdict.debate
    word = words.role_word(said, lang)
    when = None
    where = None
    missing = None
    if _weightless(verdict):
        missing = (words.NO_WEIGHT if has_evidence else words.NO_EVIDENCE).say(lang)
    if isinstance(said, Evidence):
        when = said.date and date_words(said.date).say(lang)
        where = said.place if said.place and said.place not in said.text else None
        missing = None if has_source(said) else words.NO_SOURCE.say(lang)
    foot = [
        *(part for part in (when, where) if part),
        *(part for part in (words.due(said, lang), missing) if part),
        *([words.CANDIDATE.say(lang)] if said.review else []),
        *([words.ELSEWHERE.say(lang).format(debate.title)] if debate.id != here.id else []),
    ]
    quiet = said.role == "evidence" and verdict.status is Status.UNREBUTTED
    group = said.group if debate.id == here.id else None
    return _box(
        Box(
            key=verdict.key,
            id=verdict.id,
            role=said.role,
            side=verdict.side,
            word=word,
            head=(debate.party_name(said.by),),
            badge=badge(verdict.status, lang),
            lines=(said.text,),
            foot=tuple(foot),
            group=group,
            candidate=said.review is not None,
            width=NARROW,
            height=0.0,
            description="",
        ),
        lang,
        quiet=quiet,
    )


def question_box(verdict: QuestionVerdict, here: Debate, lang: Lang) -> Box:
    """The box of a question, seen from one debate."""
    asked, debate = verdict.question, verdict.debate
    foot = [
        *([words.CANDIDATE.say(lang)] if asked.review else []),
        *([words.ELSEWHERE.say(lang).format(debate.title)] if debate.id != here.id else []),
    ]
    return _box(
        Box(
            key=verdict.key,
            id=verdict.id,
            role="question",
            side=debate.side_of(asked.by),
            word=ROLE_WORDS[asked.kind].say(lang),
            head=(debate.party_name(asked.by),),
            badge=badge(verdict.status, lang),
            lines=(asked.text,),
            foot=tuple(foot),
            group=asked.group if debate.id == here.id else None,
            candidate=asked.review is not None,
            width=NARROW,
            height=0.0,
            description="",
        ),
        lang,
        quiet=verdict.status is QuestionStatus.REQUEST,
    )


def narrowed(picture: Picture, wide: float) -> Picture:
    """The picture with narrower boxes, in which the same words take more lines.

    Args:
        picture: the picture as it was built.
        wide: how wide a box is whose text is not long.
    """
    return (
        picture
        if wide >= NARROW
        else replace(picture, boxes=tuple(_narrowed(box, wide) for box in picture.boxes))
    )


def without_head(box: Box) -> Box:
    """The box in a stack whose head speaks for all."""
    return replace(box, head=(), height=_height(box.lines, (), box.foot, box.mark))


def reference_box(meant: Box, key: str, where: str, group: str | None, lang: Lang) -> Box:
    """The box that stands for another one which is drawn elsewhere."""
    box = references_box(key, short(meant, lang), (meant.key,), where, group, lang, meant.word)
    return replace(
        box, id=meant.id, description=f"{box.word}{'：' if lang == 'ja' else ': '}{meant.description}"
    )


def references_box(
    key: str, says: str, of: tuple[str, ...], where: str, group: str | None, lang: Lang, word: str = ""
) -> Box:
    """The box that stands for one or several others which are drawn elsewhere.

    Args:
        key: its key in the picture.
        says: the beginning of what the other says, or how many of what they are.
        of: the keys of the others.
        where: where they are drawn.
        group: the group that it is drawn in.
        lang: the language of the picture.
        word: the role of the other.
    """
    lead = f"→ {where}"
    caption = f"{lead}\u3000{word}" if word else lead
    lines = wrap(says, NARROW - 2 * PAD, TEXT)
    head = wrap(caption, NARROW - 2 * PAD, SMALL)
    return Box(
        key=key,
        id=key,
        role="reference",
        side=None,
        word=lead,
        head=head,
        badge=None,
        lines=lines,
        foot=(),
        unbroken=(caption, says, ""),
        group=group,
        candidate=False,
        width=NARROW,
        height=_height(lines, head, (), None),
        description=f"{lead}{'：' if lang == 'ja' else ': '}{says}",
        of=of,
    )


def group_title(title: str) -> tuple[str, ...]:
    """The title of a group, no wider than a box."""
    return wrap(title, NARROW, GROUP_TITLE)


def short(box: Box, lang: Lang) -> str:
    """The beginning of what a box says."""
    text = ("" if lang == "ja" else " ").join(box.lines)
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


def counts(boxes: Iterable[Box], lang: Lang) -> str:
    """How many boxes there are of each role: `質問 2　主張 7`."""
    present = Counter(box.role for box in boxes)
    counted = (words.counted(role, present[role], lang) for role in words.COUNTED if present[role])
    return ("\u3000" if lang == "ja" else ", ").join(counted)


def _box(raw: Box, lang: Lang, *, quiet: bool) -> Box:
    """Break the words of a box whose fields hold them unbroken, and give it its size.

    A quiet box keeps its status for the description only.
    """
    (party,), (said,) = raw.head, raw.lines
    said, party, notes = clean(said), clean_line(party), clean_line(_joined(raw.foot, lang))
    wide = NARROW
    for most, columns in _WIDER:
        if len(wrap(said, wide - 2 * PAD, TEXT)) > most:
            wide = _columns(columns, NARROW)
    status = "" if raw.badge is None else raw.badge.word
    shown = None if quiet else raw.badge
    unbroken = (f"{raw.word}\u3000{party}" if party else raw.word, said, notes)
    return replace(
        raw,
        badge=shown,
        unbroken=unbroken,
        description=_description(raw.word, party, said, (status, *map(clean_line, raw.foot)), lang),
        **_broken(unbroken, shown, None, wide),
    )


def _weightless(verdict: Verdict) -> bool:
    """Whether a statement is a rebuttal that stands, but does not count for want of evidence that counts."""
    return verdict.statement.role == "rebuttal" and verdict.backed is Label.IN and verdict.force is Label.OUT


class _Broken(TypedDict):
    head: tuple[str, ...]
    mark: Mark | None
    lines: tuple[str, ...]
    foot: tuple[str, ...]
    width: float
    height: float


def _broken(unbroken: tuple[str, str, str], badge: Badge | None, mark: Mark | None, wide: float) -> _Broken:
    """The words of a box broken into lines for a width, and as high as they make it."""
    caption, said, notes = unbroken
    room = wide - 2 * PAD
    head = wrap(caption, room, SMALL)
    mark = None if mark is None else replace(mark, rows=_rows(mark.badges, room))
    if mark is None and badge is not None and width(head[-1], SMALL) + _GAP + badge.width > room:
        head = (*head, "")
    lines, foot = wrap(said, room, TEXT), wrap(notes, room, SMALL) if notes else ()
    height = _height(lines, head, foot, mark)
    return _Broken(head=head, mark=mark, lines=lines, foot=foot, width=wide, height=height)


def _rows(badges: tuple[Badge, ...], room: float) -> tuple[int, ...]:
    """How many badges stand in each row."""
    rows: list[int] = []
    used = room
    for badge in badges:
        if used + BETWEEN_BADGES + badge.width > room:
            rows.append(0)
            used = -BETWEEN_BADGES
        rows[-1] += 1
        used += BETWEEN_BADGES + badge.width
    return tuple(rows)


def _narrowed(box: Box, wide: float) -> Box:
    columns = round((box.width + _MORE) / (NARROW + _MORE))
    badges = (*(box.mark.badges if box.mark else ()), *([box.badge] if box.badge else []))
    badge_fits = max((badge.width + 2 * PAD for badge in badges), default=0.0)
    found = replace(
        box, **_broken(box.unbroken, box.badge, box.mark, max(_columns(columns, wide), badge_fits))
    )
    return found if box.head else without_head(found)


def _columns(number: int, wide: float) -> float:
    """How wide a box is that takes the place of so many columns of boxes."""
    return number * (wide + _MORE) - _MORE


def _height(lines: tuple[str, ...], head: tuple[str, ...], foot: tuple[str, ...], mark: Mark | None) -> float:
    return head_height(head, mark) + LINE * len(lines) + ROW * len(foot) + 2 * (PAD - 3)


def _badge(name: str, sign: str, word: str, tone: Tone) -> Badge:
    return Badge(name=name, sign=sign, word=word, tone=tone, width=width(f"{sign} {word}", SMALL) + _BADGE)


def _joined(parts: tuple[str, ...], lang: Lang) -> str:
    return ("・" if lang == "ja" else " · ").join(parts)


def _description(word: str, party: str, said: str, rest: tuple[str, ...], lang: Lang) -> str:
    notes = "、".join(filter(None, rest)) if lang == "ja" else ", ".join(filter(None, rest))
    who = f"{word}、{party}" if lang == "ja" else f"{word}, {party}"
    who = who if party else word
    if lang == "ja":
        return f"{who}：{said}（{notes}）" if notes else f"{who}：{said}"
    return f"{who}: {said} ({notes})" if notes else f"{who}: {said}"
