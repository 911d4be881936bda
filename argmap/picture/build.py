"""From what stands in a debate to a picture of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from argmap.diagnostics import Lang
from argmap.model import Debate, date_words
from argmap.picture import words
from argmap.picture.boxes import counts, group_title, question_box, short, statement_box, without_head
from argmap.picture.legend import legend, named
from argmap.picture.measure import clean_line, lacking
from argmap.picture.values import SUBTITLE, Box, Group, Junction, Line, Picture, Stack
from argmap.picture.view import Relation, View, key_of, select
from argmap.semantics import Analysis

_FEWEST = 3  # boxes in a stack


def build_picture(analysis: Analysis, debate: Debate, view: View, lang: Lang) -> Picture:
    """The picture of a debate.

    Args:
        analysis: the debates with their verdicts; statements of other debates that bear on this one are drawn too.
        debate: which debate.
        view: which part of it.
        lang: the language of argmap's own words.

    Raises:
        KeyError: nothing, or more than one thing, has the id that the view asks for.
    """
    shown, found = select(analysis, debate, view)
    boxes = _boxes(analysis, debate, shown, lang)
    junctions, lines = drawn(found, {box.key: box for box in boxes}, lang)
    boxes, stacks = stacked(boxes, lines, lang)
    shown_debates = [
        each for each in analysis.graph.debates if any(b.key.startswith(f"{each.id}#") for b in boxes)
    ]
    subtitle = _subtitle(analysis, debate, view, boxes, lang)
    title = clean_line(debate.title)
    picture = Picture(
        id=debate.id,
        lang=lang,
        title=title,
        subtitle=subtitle,
        description=("。" if lang == "ja" else ". ").join([title, *subtitle]),
        boxes=boxes,
        junctions=junctions,
        lines=lines,
        stacks=stacks,
        groups=groups_of(debate, boxes, lang),
        legend=legend(boxes, lines, shown_debates, lang),
        sources=sources_of(shown_debates, lang),
        note="" if boxes else (words.EMPTY if view == View() else words.NOTHING).say(lang),
        missing="",
    )
    return replace(picture, missing=lacking("".join(texts_of(picture))))


def _boxes(analysis: Analysis, debate: Debate, shown: frozenset[str], lang: Lang) -> tuple[Box, ...]:
    graph = analysis.graph
    statements = [
        statement_box(each, debate, lang, has_evidence=bool(graph.backing[graph.number[each.key]]))
        for each in analysis.verdicts
        if each.key in shown
    ]
    asked = [question_box(each, debate, lang) for each in analysis.question_verdicts if each.key in shown]
    return (*asked, *statements)


def drawn(
    found: Sequence[Relation], box: Mapping[str, Box], lang: Lang
) -> tuple[tuple[Junction, ...], tuple[Line, ...]]:
    """Lines, and the junctions of steps that something attacks or that have several premises."""
    premises: defaultdict[int | None, list[str]] = defaultdict(list)
    steps: dict[int | None, Relation] = {}
    for each in found:
        if each.kind == "supports":
            premises[each.step].append(each.source)
            steps[each.step] = each
    struck = {each.step for each in found if each.kind == "undercuts"}
    junctions: dict[str, Junction] = {}
    lines: list[Line] = []
    for each in found:
        starts = premises[each.step] if each.step is not None else []
        meets = bool(starts) and (each.step in struck or len(starts) > 1)
        target = f"{'+'.join(starts)}>{each.target}" if meets else each.target
        if meets and target not in junctions:
            says = _says("supports", starts, each.target, box, lang)
            junctions[target] = Junction(key=target, group=box[starts[0]].group, description=says)
            step = steps[each.step]._replace(source=target, target=each.target)
            lines.append(_line(step, head=True, says=_changed(says, step, lang)))
        says = _says(each.kind, [each.source], each.target, box, lang, each.extent)
        head = not meets or each.kind == "undercuts"
        lines.append(_line(each._replace(target=target), head=head, says=_changed(says, each, lang)))
    return (
        tuple(junction for _, junction in sorted(junctions.items())),
        tuple(sorted(lines, key=lambda line: line.key)),
    )


def _line(relation: Relation, *, head: bool, says: str) -> Line:
    return Line(
        key=f"{relation.source} {relation.kind} {relation.target}",
        kind=relation.kind,
        source=relation.source,
        target=relation.target,
        extent=relation.extent,
        head=head,
        description=says,
        candidate=relation.candidate,
        change=relation.change,
    )


def _changed(says: str, relation: Relation, lang: Lang) -> str:
    """What is said of a line, and what became of it."""
    return says if relation.change is None else f"{words.CHANGES[relation.change].say(lang)} {says}"


def _says(
    kind: str, sources: Sequence[str], target: str, box: Mapping[str, Box], lang: Lang, extent: str = "full"
) -> str:
    """`支える：A → B`."""
    word = (words.EXTENTS[extent] if extent != "full" else words.KINDS[kind]).say(lang)
    start = (" ＋ " if lang == "ja" else " + ").join(short(box[source], lang) for source in sources)
    return f"{word}{'：' if lang == 'ja' else ': '}{start} → {short(box[target], lang)}"


def stacked(
    boxes: tuple[Box, ...], lines: Sequence[Line], lang: Lang
) -> tuple[tuple[Box, ...], tuple[Stack, ...]]:
    """Find the boxes that do the same to the same, and take the head off those that would all say the same."""
    leaving: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        leaving[line.source].append(line)
    reached = {line.target for line in lines}
    alike: defaultdict[tuple[object, ...], list[Box]] = defaultdict(list)
    for box in boxes:
        if box.key in leaving and box.key not in reached:
            does = tuple(
                sorted(
                    (line.kind, line.target, line.extent, line.candidate, line.change or "")
                    for line in leaving[box.key]
                )
            )
            alike[box.role, box.side, box.group, box.width, does].append(box)
    stacks = []
    bare: dict[str, Box] = {}
    for members in alike.values():
        if len(members) < _FEWEST:
            continue
        same = len({(box.head, box.badge) for box in members}) == 1 and members[0].badge is None
        stacks.append(
            Stack(
                key=members[0].key,
                head=" ".join(members[0].head) if same else "",
                count=words.pieces(len(members), lang),
                boxes=tuple(box.key for box in members),
            )
        )
        if same:
            bare.update({box.key: without_head(box) for box in members})
    return tuple(bare.get(box.key, box) for box in boxes), tuple(stacks)


def _subtitle(
    analysis: Analysis, debate: Debate, view: View, boxes: Sequence[Box], lang: Lang
) -> tuple[str, ...]:
    first = [date_words(debate.debate.held).say(lang)] if debate.debate.held else []
    speakers = {said.by for _, said in debate.statements()} | {said.by for said in debate.questions.values()}
    named_so = (debate.party_name(party) for party in debate.parties if party in speakers or not boxes)
    parties = [clean_line(name) for name in named_so if name]
    first += [named(parties, SUBTITLE, lang)] if parties else []
    first += [counts(boxes, lang)] if boxes else []
    verdicts = _verdicts(debate, boxes, lang)
    second = [words.VIEWS[view.only].say(lang)] if view.only else []
    if view.around is not None:
        centre = key_of(analysis, debate, view.around)
        second += [words.AROUND.say(lang).format(short(box, lang)) for box in boxes if box.key == centre]
    bar = "　｜　" if lang == "ja" else " | "
    return tuple(bar.join(row) for row in (first, verdicts, second) if row)


def _verdicts(debate: Debate, boxes: Iterable[Box], lang: Lang) -> list[str]:
    """How many of the government's claims have which status."""
    claims = [box.badge for box in boxes if box.side == "government" and box.role == "claim" and box.badge]
    if not claims:
        return []
    names = [
        clean_line(debate.party_name(party))
        for party in debate.parties
        if debate.side_of(party) == "government"
    ]
    who = named(names, SUBTITLE, lang) or words.SIDES["government"].say(lang)
    present = Counter(badge.name for badge in claims)
    said = {badge.name: badge.text for badge in claims}
    each = (f"{said[status]} {present[status]}" for status in words.READING if status in present)
    rest = ("　" if lang == "ja" else ", ").join(each)
    return [words.CLAIMS_OF.say(lang).format(who, words.counted("claim", len(claims), lang), rest)]


def groups_of(debate: Debate, boxes: Sequence[Box], lang: Lang) -> tuple[Group, ...]:
    """The groups that boxes are in, in the order of the debate, with what they hold."""
    held: defaultdict[str, list[Box]] = defaultdict(list)
    for box in boxes:
        if box.group is not None:
            held[box.group].append(box)
    named = {name: clean_line(title) for name, title in debate.groups.items()}
    order = [*(name for name in named if name in held), *sorted(held.keys() - named.keys())]
    return tuple(
        Group(
            id=name,
            name=named.get(name, name),
            title=group_title(named.get(name, name)),
            counts=counts(held[name], lang),
        )
        for name in order
    )


def sources_of(debates: Iterable[Debate], lang: Lang) -> tuple[str, ...]:
    """The sources of debates in a line, each once."""
    named = []
    for debate in debates:
        for name, source in debate.sources.items():
            title, when = clean_line(source.title or name), source.date and date_words(source.date).say(lang)
            dated = title if when is None or when in title else words.DATED.say(lang).format(title, when)
            named.append(f"{dated} {clean_line(source.url)}" if source.url else dated)
    joined = ("、" if lang == "ja" else "; ").join(dict.fromkeys(named))
    return (words.SOURCES.say(lang).format(joined),) if joined else ()


def texts_of(picture: Picture) -> Iterable[str]:
    """Everything that is drawn as text."""
    yield from (picture.title, *picture.subtitle, *picture.sources)
    for box in picture.boxes:
        yield from (*box.head, *box.lines, *box.foot)
        if box.badge is not None:
            yield box.badge.text
    for group in picture.groups:
        yield from group.title
    for section in picture.legend:
        yield from (entry.word for entry in section.entries)
