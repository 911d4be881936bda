"""A document as turns: who speaks, in what role, on what, in which sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from argmap.diagnostics import Words
from argmap.drafting.exchange import mode_of
from argmap.drafting.headers import Mark, after_name, headers_of
from argmap.drafting.marks import closed, marks_of, with_roles
from argmap.drafting.notices import notices_of
from argmap.drafting.paragraphs import Block, blocks_of, lines_of
from argmap.drafting.positions import name_of
from argmap.drafting.repair import Reading, captions, read_blocks, spaced_headings
from argmap.drafting.sentences import sentences_of
from argmap.drafting.suspects import suspects_of
from argmap.drafting.values import Outline, Repair, Sentence, Span, Turn
from argmap.drafting.wording import title_words
from argmap.ingest import Document

_NUMBERED = re.compile(r"(?:日程)?第\s*[0-9０-９一二三四五六七八九十]+号?")
_TAKEN_UP = re.compile(
    r"日程第\s*[0-9０-９一二三四五六七八九十]{1,3}[、，\s　]*(?P<words>[^。「」]{2,80}?)(?:を議題|を行い|についてを|の件を|に入り)"
)
_LEAD = 150
_ARTICLE_LEVEL = 2


def outline(document: Document) -> Outline:
    """Find the turns of a document, its layout seen through; any text has an outline."""
    text = document.text
    lines = lines_of(text)
    marks = closed(_marks(document, lines), len(text))
    blocks = blocks_of(text, lines, [(mark.start, mark.body) for mark in marks])
    drafts = _read(text, marks, blocks)
    repairs = [repair for draft in drafts for repair in draft.reading.repairs]
    repairs += _set_articles(text, drafts, blocks)
    if not any(mark.sign or mark.exact for mark in marks):
        repairs += captions(text, blocks)
    repairs += spaced_headings(text, blocks)
    turns = [turn for draft in drafts if (turn := draft.turn()) is not None]
    numbered = tuple(replace(turn, id=f"t{number}") for number, turn in enumerate(turns, start=1))
    return Outline(
        document=document,
        turns=numbered,
        repairs=tuple(sorted(repairs, key=lambda repair: (repair.spans, repair.kind))),
        suspects=suspects_of(text, blocks),
        mode=mode_of(numbered),
    )


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A turn in the making."""

    mark: Mark
    blocks: Sequence[Block]
    reading: Reading
    sentences: list[Sentence] = field(default_factory=list)
    lists: list[tuple[Sentence | None, tuple[Sentence, ...]]] = field(default_factory=list)
    article: str = ""

    def turn(self) -> Turn | None:
        """The turn; nothing where a header stands before nothing, as in a list of who spoke."""
        if not self.sentences and not self.mark.exact:
            return None
        spans = _together(self.blocks, self.reading.spans) or [(self.mark.body, self.mark.body)]
        return Turn(
            id="",
            role=self.mark.role or "other",
            speaker=self.mark.speaker,
            article=self.article,
            spans=tuple(spans),
            sentences=tuple(self.sentences),
            lists=tuple(self.lists),
        )


def _marks(document: Document, lines: Sequence[Span]) -> list[Mark]:
    """Where the turns begin: as the format says it, else as the words do, else one turn of no role."""
    text = document.text
    if document.speeches:
        return with_roles(_spoken(document, lines))
    found = notices_of(text, lines) or marks_of(text, lines)
    return with_roles(found) if found else [Mark(start=0, body=0, role="other")]


def _spoken(document: Document, lines: Sequence[Span]) -> list[Mark]:
    """The speeches that the format gives, and the turns inside one where headers stand in it."""
    headers = headers_of(document.text, lines)
    starts = [header.start for header in headers]
    found = []
    behind = 0
    for speech in sorted(document.speeches, key=lambda speech: (speech.start, speech.end)):
        if speech.role == "other" and not speech.speaker:
            continue  # a list of names, or the title of an item: nobody speaks
        article = " ".join(speech.meeting.split())
        start = max(behind, min(speech.start, len(document.text)))
        behind = max(start, min(speech.end, len(document.text)))
        inside = headers[bisect_left(starts, start) : bisect_left(starts, behind)]
        inside = [header for header in inside if header.body <= behind]
        first = Mark(start=start, body=start, end=behind, role=speech.role, article=article, exact=True)
        if inside and not document.text[start : inside[0].start].strip():
            first = replace(first, body=inside[0].body, speaker=inside[0].speaker, sign=inside[0].sign)
            inside = inside[1:]
        elif speech.speaker:
            first = replace(first, body=after_name(document.text, start, behind, speech.speaker))
        if speech.speaker:
            first = replace(first, speaker=name_of(speech.speaker), title=first.speaker)
        found.append(first)
        found += [replace(header, end=behind, article=article) for header in inside]
    return found


def _read(text: str, marks: Sequence[Mark], blocks: Sequence[Block]) -> list[_Draft]:
    """Each mark with what is said behind it."""
    starts = [block.start for block in blocks]
    drafts = []
    for number, mark in enumerate(marks):
        mine = blocks[bisect_left(starts, mark.body) : bisect_left(starts, mark.end or 0)]
        following = marks[number + 1] if number + 1 < len(marks) else None
        if following and following.role == "question" and not mark.sign and not mark.exact:
            mine = mine[: _cut_at_title(mine)]
        draft = _Draft(mark=mark, blocks=mine, reading=read_blocks(text, mine))
        _fill(text, draft)
        drafts.append(draft)
    return drafts


def _cut_at_title(blocks: Sequence[Block]) -> int:
    """Where the title of the next article stands, with no more than a lead behind it."""
    length = 0
    cut = len(blocks)
    for position in range(len(blocks) - 1, -1, -1):
        block = blocks[position]
        if block.kind == "heading" or (block.kind == "title" and position):
            cut = position
        elif block.kind != "caption":
            length += block.end - block.start
            if length > _LEAD:
                break
    return cut


def _fill(text: str, draft: _Draft) -> None:
    """Cut the passages into sentences, and gather the lines of lists under what stands before them."""
    lead: Sentence | None = None
    items: list[Sentence] = []
    for passage in [*draft.reading.passages, None]:
        if passage is not None and passage.kind == "item":
            found = sentences_of(text, passage.spans)
            items += found
            draft.sentences += found
            continue
        if items:
            draft.lists.append((lead, tuple(items)))
        lead, items = None, []
        if passage is not None:
            found = sentences_of(text, passage.spans)
            draft.sentences += found
            if found and (passage.kind == "lead" or found[-1].text.endswith(("：", ":", "は", "では", "、"))):
                lead = found[-1]


def _set_articles(text: str, drafts: Sequence[_Draft], blocks: Sequence[Block]) -> list[Repair]:
    """Give each turn its article: the heading before it, or the one that a column break set inside its own answer."""
    lifted = {block.start for draft in drafts for block in draft.reading.lifted}
    headings = [block for block in blocks if block.kind in {"heading", "title"} and block.start not in lifted]
    if any(block.level for block in headings):
        headings = [block for block in headings if block.kind == "heading"]
    repairs = []
    current = ""
    begins: list[bool] = []
    coming = 0
    for number, draft in enumerate(drafts):
        between = []
        while coming < len(headings) and headings[coming].start < draft.mark.start:
            between.append(headings[coming])
            coming += 1
        said = {span[0] for other in drafts[max(0, number - 1) : number] for span in other.reading.spans}
        title = _title(
            text, [block for block in between if block.start not in said or block.kind == "heading"]
        )
        begins.append(bool(title))
        current = draft.mark.article or title or current
        draft.article = current
        if draft.mark.role == "chair":
            current = _taken_up(draft.sentences) or current
        misplaced = [block for block in draft.reading.lifted if block.level <= _ARTICLE_LEVEL]
        if misplaced and draft.mark.role in {"answer", "criticism"}:
            first = _exchange(drafts, number)
            if not begins[first] or first == 0:
                current = title_words(text[misplaced[0].start : misplaced[0].end])
                for earlier in drafts[first : number + 1]:
                    earlier.article = current
                repairs.append(_moved(misplaced[0], current, drafts[first].mark.body))
    return repairs


def _title(text: str, headings: Sequence[Block]) -> str:
    """Of the headings between two turns the one that names the article."""
    if not headings:
        return ""
    marked = [block for block in headings if block.level] or [
        block for block in headings if block.kind == "heading"
    ]
    chosen = marked[-1] if marked else headings[-1]
    words = title_words(text[chosen.start : chosen.end])
    place = headings.index(chosen)
    if place and not chosen.level:
        before = title_words(text[headings[place - 1].start : headings[place - 1].end])
        if _NUMBERED.fullmatch(before):
            return f"{before} {words}"
    return words


def _taken_up(sentences: Sequence[Sentence]) -> str:
    """The agenda item that a chair calls up in so many words."""
    found = ""
    for sentence in sentences:
        if match := _TAKEN_UP.search(sentence.text):
            found = match["words"].strip()
    return found


def _exchange(drafts: Sequence[_Draft], number: int) -> int:
    """The question that the exchange of a turn begins with."""
    first = number
    while first > 0 and drafts[first].mark.role != "question":
        first -= 1
    return first


def _moved(block: Block, title: str, to: int) -> Repair:
    return Repair(
        kind="title",
        words=Words(
            en=f"the title “{title}” stands inside its own answer; it was given to the question before it",
            ja=f"見出し「{title}」は自らの答弁の途中にあるため、その前の質問からの見出しとしました",
        ),
        spans=((block.start, block.end), (to, to)),
    )


def _together(blocks: Sequence[Block], spans: Sequence[Span]) -> list[Span]:
    """The lines that are read, those with nothing else between them as one."""
    kept = {start for start, _ in spans}
    found: list[Span] = []
    apart = True
    for block in blocks:
        if block.start not in kept:
            apart = True
        elif apart:
            found.append((block.start, block.end))
            apart = False
        else:
            found[-1] = (found[-1][0], block.end)
    return found
