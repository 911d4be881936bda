"""The picture of a change: the map of both states laid out once, and on it what became of every box and line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from argmap.comparison import DebatePair, Difference, Item, Tie
from argmap.comparison.sentences import turns
from argmap.comparison.words import field_words
from argmap.diagnostics import Lang
from argmap.model import Debate, date_words
from argmap.picture import words
from argmap.picture.boxes import badge, change_badge, marked, question_box, statement_box
from argmap.picture.build import drawn, groups_of, sources_of, stacked, texts_of
from argmap.picture.legend import legend
from argmap.picture.measure import clean_line, lacking
from argmap.picture.values import SUBTITLE, Badge, Box, Group, Mark, Picture
from argmap.picture.view import Relation
from argmap.picture.wrap import wrap_most
from argmap.semantics import QuestionVerdict
from argmap.semantics.case import short

_WIDE, _LINES = 860.0, 3  # of the sentence below the title, which would make a small picture too wide


def union_picture(difference: Difference, pair: DebatePair, lang: Lang) -> Picture:
    """The picture of what changed in a debate.

    Args:
        difference: both states, and what became of everything.
        pair: which debate; statements of other debates that bear on it, or did, are drawn too.
        lang: the language of argmap's own words.
    """
    own = [item for item in difference.items if difference.is_in(item, pair)]
    keys = {item.key for item in own}
    ties = [tie for tie in difference.ties if not keys.isdisjoint(tie.ends)]
    shown = keys.union(*(tie.ends for tie in ties))
    boxes = tuple(_box(difference, item, pair, lang) for item in _asked_first(difference.items, shown))
    junctions, lines = drawn(list(_relations(ties)), {box.key: box for box in boxes}, lang)
    boxes, stacks = stacked(boxes, lines, lang)
    debates = [debate for debate in (pair.new, pair.old) if debate is not None]
    title = words.CHANGED_TITLE.say(lang).format(clean_line(pair.shown.title))
    counts, told = _subtitle(difference, pair, own, lang)
    picture = Picture(
        id=pair.shown.id,
        lang=lang,
        title=title,
        subtitle=(counts, *(wrap_most(told, _WIDE, SUBTITLE, _LINES) if told else ())),
        description=("。" if lang == "ja" else ". ").join(filter(None, (title, counts, told))),
        boxes=boxes,
        junctions=junctions,
        lines=lines,
        stacks=stacks,
        groups=_groups(debates, boxes, own, lang),
        legend=legend(boxes, lines, debates, lang),
        sources=sources_of(debates, lang),
        note="" if boxes else words.EMPTY.say(lang),
        missing="",
    )
    return replace(picture, missing=lacking("".join(texts_of(picture))))


def _asked_first(items: Iterable[Item], shown: set[str]) -> list[Item]:
    found = [item for item in items if item.key in shown]
    return sorted(found, key=lambda item: not isinstance(item.shown, QuestionVerdict))


def _box(difference: Difference, item: Item, pair: DebatePair, lang: Lang) -> Box:
    found = item.shown
    here = found.debate if difference.is_in(item, pair) else pair.shown
    if isinstance(found, QuestionVerdict):
        box = question_box(found, here, lang)
    else:
        graph = (difference.new if item.new else difference.old).graph
        box = statement_box(found, here, lang, has_evidence=bool(graph.backing[found.number]))
    box = replace(box, key=item.key)
    badges = _badges(item, box, lang)
    if item.change is None:
        return box
    return marked(box, Mark(change=item.change, badges=badges), _before(item, lang), lang)


def _badges(item: Item, box: Box, lang: Lang) -> tuple[Badge, ...]:
    """What became of a box, and its status: before and after where that is another one."""
    change = item.change
    if change is None:
        return ()
    first = change_badge("verdict" if change == "changed" and not item.edits else change, lang)
    if item.direction is None or item.old is None:
        return (first, *([box.badge] if box.badge else []))
    sign, _ = words.MOVES[item.direction]
    return first, badge(item.old.status, lang), badge(item.shown.status, lang, sign)


def _before(item: Item, lang: Lang) -> str:
    """What it said before, and what else of it is written otherwise."""
    said = [
        words.WAS.say(lang).format(short(edit.old))
        for edit in item.edits
        if edit.field == "text" and edit.old
    ]
    rest = [field_words(edit).say(lang) for edit in item.edits if edit.field != "text"]
    comma = "、" if lang == "ja" else ", "
    said += [words.REWRITTEN.say(lang).format(comma.join(rest))] if rest else []
    return ("・" if lang == "ja" else " · ").join(said)


def _relations(ties: Iterable[Tie]) -> Iterable[Relation]:
    """Relations as a picture draws them: of a step, one for every premise."""
    steps: dict[tuple[tuple[str, ...], str], int] = {}
    for tie in ties:
        step = steps.setdefault((tie.premises, tie.target), len(steps)) if tie.premises else None
        sources = tie.premises if tie.kind == "supports" else (tie.source,)
        for source in sources:
            yield Relation(
                tie.kind,
                source,
                tie.target,
                tie.new or tie.old or "full",
                step,
                candidate=tie.candidate,
                change=tie.change,
            )


def _groups(
    debates: list[Debate], boxes: Sequence[Box], items: Iterable[Item], lang: Lang
) -> tuple[Group, ...]:
    """The groups of both states, as they are called now, each with what changed in it."""
    names = {name: title for debate in reversed(debates) for name, title in debate.groups.items()}
    found = groups_of(debates[0].model_copy(update={"groups": names}), boxes, lang)
    home = {box.key: box.group for box in boxes}
    inside: defaultdict[str | None, list[Item]] = defaultdict(list)
    for item in items:
        inside[home.get(item.key)].append(item)
    return tuple(replace(group, counts=_counts(inside[group.id], lang)) for group in found)


def _subtitle(difference: Difference, pair: DebatePair, own: Sequence[Item], lang: Lang) -> tuple[str, str]:
    """From when to when and how much changed; and what turned first, empty where nothing did."""
    held = [
        date_words(each.debate.held).say(lang) for each in (pair.old, pair.new) if each and each.debate.held
    ]
    bar = "　｜　" if lang == "ja" else " | "
    first = bar.join([*([" → ".join(dict.fromkeys(held))] if held else []), _counts(own, lang)])
    keys = {item.key for item in own}
    told = (turn.words.say(lang) for turn in turns(difference) if turn.items[0].key in keys)
    return first, next(told, "")


def _counts(items: Sequence[Item], lang: Lang) -> str:
    """How much was added, removed and changed, and how much turned."""
    counted = [
        f"{words.CHANGES[name].say(lang)} {number}"
        for name in ("added", "removed", "changed", "verdict")
        if (number := sum(1 for item in items if _counts_as(item, name)))
    ]
    return ("　" if lang == "ja" else ", ").join(counted) or words.NO_CHANGE.say(lang)


def _counts_as(item: Item, name: str) -> bool:
    if name == "verdict":
        return item.turned
    return bool(item.edits) if name == "changed" else item.change == name
