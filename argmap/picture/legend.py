"""The legend of a picture: only what occurs in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.diagnostics import Lang
from argmap.model import ROLE_WORDS, Debate, Extent
from argmap.picture import words
from argmap.picture.boxes import badge
from argmap.picture.measure import clean_line, cut, width
from argmap.picture.values import SMALL, Box, Kind, LegendEntry, LegendSection, Line
from argmap.semantics import QuestionStatus, Status

_ROLES = ("question", "claim", "rebuttal", "evidence")
_EXTENTS: tuple[Extent, ...] = ("full", "partial", "evasive")
_KINDS: tuple[Kind, ...] = ("answers", "supports", "rebuts", "undercuts", "backs", "about")

_NAMES, _SIDE = 44, 16  # wide characters: so that the legend fits on a page


def legend(
    boxes: Sequence[Box], lines: Sequence[Line], debates: Iterable[Debate], lang: Lang
) -> tuple[LegendSection, ...]:
    """The sections of the legend that have entries."""
    shown = _statuses_in(boxes)
    sections = (
        ("change", _changes(boxes, lines, lang)),
        ("role", _roles(boxes, lang)),
        ("side", _sides(boxes, debates, lang)),
        ("status", _statuses([each for each in words.READING if each in shown], lang)),
        ("question", _statuses([each for each in QuestionStatus if each in shown], lang)),
        ("line", _lines(lines, lang)),
    )
    filled = ((name, tuple(entries)) for name, entries in sections)
    return tuple(
        LegendSection(title=words.LEGEND[name].say(lang), entries=entries)
        for name, entries in filled
        if entries
    )


def only(
    sections: Iterable[LegendSection], boxes: Sequence[Box], lines: Sequence[Line]
) -> tuple[LegendSection, ...]:
    """The legend without what does not occur among these boxes and lines."""
    present = {
        *(("role", box.role) for box in boxes),
        *(("side", box.side) for box in boxes),
        *(("status", name) for name in _statuses_in(boxes)),
        *(("mark", "candidate") for box in boxes if box.candidate),
        *(("mark", name) for name in _marks(boxes, lines)),
        *(("line", line_name(line.kind, line.extent)) for line in lines if line.head),
    }
    kept = (
        LegendSection(
            title=section.title,
            entries=tuple(each for each in section.entries if (each.kind, each.name) in present),
        )
        for section in sections
    )
    return tuple(section for section in kept if section.entries)


def line_name(kind: Kind, extent: Extent) -> str:
    """The name of a kind of line: `backs`, `answers partial`."""
    return kind if extent == "full" else f"{kind} {extent}"


def named(names: Iterable[str], size: float, lang: Lang) -> str:
    """Names in a row, each once; where they are too many for one line, the first of them and how many more there are."""
    each = tuple(dict.fromkeys(names))
    comma = "、" if lang == "ja" else ", "
    room = _NAMES * size
    said = comma.join(each)
    for taken in range(min(len(each) - 1, _NAMES), 0, -1):
        if width(said, size) <= room:
            break
        said = words.MORE_NAMES.say(lang).format(
            comma.join(cut(name, room / 2, size) for name in each[:taken]), len(each) - taken
        )
    return cut(said, room, size)


def _statuses_in(boxes: Sequence[Box]) -> set[str]:
    """The names of all badges that occur, also of statuses before."""
    badges = [badge for box in boxes if box.mark is not None for badge in box.mark.badges]
    return {badge.name for badge in (*badges, *(box.badge for box in boxes if box.badge is not None))}


def _marks(boxes: Sequence[Box], lines: Sequence[Line]) -> set[str]:
    """What of a change occurs: what became of something, and signs in front of a status."""
    badges = [badge for box in boxes if box.mark is not None for badge in box.mark.badges]
    moved = {
        name
        for name, (sign, _) in words.MOVES.items()
        if any(badge.sign.startswith(sign) for badge in badges)
    }
    changed = moved | {badge.name for badge in badges} | {line.change for line in lines if line.change}
    return changed | {"still"} if changed and any(box.mark is None for box in boxes) else changed


def _changes(boxes: Sequence[Box], lines: Sequence[Line], lang: Lang) -> Iterator[LegendEntry]:
    present = _marks(boxes, lines)
    for name, meaning in words.CHANGE_MEANINGS.items():
        if name in present:
            word = words.CHANGES[name].say(lang)
            yield LegendEntry(kind="mark", name=name, word=word, meaning=meaning.say(lang))
    for name, (sign, meaning) in words.MOVES.items():
        if name in present:
            yield LegendEntry(kind="mark", name=name, word=sign, meaning=meaning.say(lang))


def _roles(boxes: Sequence[Box], lang: Lang) -> Iterator[LegendEntry]:
    present = {box.role for box in boxes}
    for role in _ROLES:
        if role in present:
            yield LegendEntry(kind="role", name=role, word=ROLE_WORDS[role].say(lang), meaning="")
    if any(box.candidate for box in boxes):
        yield LegendEntry(kind="mark", name="candidate", word=words.CANDIDATE.say(lang), meaning="")


def _sides(boxes: Sequence[Box], debates: Iterable[Debate], lang: Lang) -> Iterator[LegendEntry]:
    present = {box.side for box in boxes}
    names: dict[str, list[str]] = {}
    called: dict[str, str] = {}
    for debate in debates:
        for name, party in debate.parties.items():
            side = debate.side_of(name)
            if side is not None and side in present:
                names.setdefault(side, []).append(clean_line(debate.party_name(name)))
                called[side] = "" if party.side is None else clean_line(side)
    for side in sorted(names, key=lambda side: (side != "government", side != "councilor", side)):
        who = dict.fromkeys(names[side])
        word = words.SIDES[side].say(lang) if side in words.SIDES else called[side]
        yield LegendEntry(
            kind="side",
            name=side,
            word=named(who, SMALL, lang),
            meaning="" if word.casefold() in map(str.casefold, who) else cut(word, _SIDE * SMALL, SMALL),
        )


def _statuses(shown: Iterable[Status | QuestionStatus], lang: Lang) -> Iterator[LegendEntry]:
    for status in shown:
        yield LegendEntry(
            kind="status",
            name=status.value,
            word=status.words.say(lang),
            meaning=words.MEANINGS[status].say(lang),
            badge=badge(status, lang),
        )


def _lines(lines: Sequence[Line], lang: Lang) -> Iterator[LegendEntry]:
    present = {(line.kind, line.extent) for line in lines if line.head}
    for kind in _KINDS:
        for extent in _EXTENTS:
            if (kind, extent) in present:
                word = words.KINDS[kind] if extent == "full" else words.EXTENTS[extent]
                meaning = words.KIND_MEANINGS[kind].say(lang) if extent == "full" else ""
                yield LegendEntry(
                    kind="line", name=line_name(kind, extent), word=word.say(lang), meaning=meaning
                )
