"""From an analysis to what a brief says: see `BriefData`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from urllib.parse import urlsplit

from argmap.layout.pages import Page
from argmap.layout.svg import write
from argmap.loading.sources import Quoted, references
from argmap.model import TYPE_WORDS, Debate, Evidence, SourceRef, date_words
from argmap.picture import words as picture_words
from argmap.picture.measure import in_font, lacking
from argmap.questions import FollowUp, passage_of
from argmap.report import (
    DRAFT,
    NO_GROUP,
    SOURCE,
    TITLES,
    TO,
    WHY,
    Manner,
    passage_words,
    standing,
    time_words,
)
from argmap.report.brief.values import (
    FORMAT,
    BriefData,
    BriefEntry,
    BriefEvidence,
    BriefGroup,
    BriefMap,
    BriefQuestion,
    BriefQuote,
    BriefSection,
    BriefSource,
    BriefStatus,
)
from argmap.report.brief.words import ACCEPTED, LABELS, MATCHES, MISSING
from argmap.semantics import Analysis, QuestionStatus, QuestionVerdict, Status, Verdict

_SECTIONS = ("stands", "undecided", "fell", "unbacked", "open")
_RUN = re.compile(r"[!-~]{25,}")  # no line breaks within it by itself
_PIECE = 20
_LONGEST = 2000  # of an address that is a link; Typst takes up to 8000 bytes
_MAY_BREAK = "\u200b"  # zero width space


def collect(
    analysis: Analysis,
    debate: Debate,
    follow_ups: Iterable[FollowUp],
    quotes: Iterable[Quoted],
    pages: Sequence[Page],
    manner: Manner,
) -> BriefData:
    """Everything that the brief of a debate says; the arguments are those of `brief`."""
    return _Collector(analysis, debate, quotes, manner).data(follow_ups, pages)


class _Collector:
    def __init__(self, analysis: Analysis, debate: Debate, quotes: Iterable[Quoted], manner: Manner) -> None:
        self.analysis, self.debate, self.lang = analysis, debate, manner.lang
        self.found = standing(analysis, debate, manner.side)
        self.quoted = {one.at[:-1]: one for one in quotes if one.debate == debate.id}
        self.numbers = {f"{debate.id}#{local}": number for number, local in enumerate(debate.evidence, 1)}
        self.missing: set[str] = set()

    def data(self, follow_ups: Iterable[FollowUp], pages: Sequence[Page]) -> BriefData:
        debate, lang = self.debate, self.lang
        mine = [one for one in follow_ups if one.debate == debate.id]
        data = BriefData(
            format=FORMAT,
            lang=lang,
            title=self.text(debate.title),
            held=self.date(debate.debate.held),
            parties=tuple(self.text(debate.party_name(party)) for party in debate.parties),
            headline=tuple(self.text(one.say(lang)) for one in self.found.headline()),
            note=DRAFT.say(lang) if mine else "",
            missing="",
            words={name: words.say(lang) for name, words in LABELS.items()},
            maps=tuple(_sheet(page) for page in pages if page.placed.picture.boxes),
            statuses=tuple(self.statuses()),
            sections=tuple(self.sections()),
            evidence=tuple(self.evidence()),
            sources=tuple(self.sources()),
            groups=tuple(self.groups(mine)),
            quotes=tuple(self.quotes()),
        )
        codes = " ".join(f"U+{ord(char):04X}" for char in sorted(self.missing))
        return replace(data, missing=MISSING.say(lang).format(codes)) if codes else data

    def text(self, text: str) -> str:
        """A text as it is drawn: on one line, in our font; what would run out of the page can be broken."""
        line = " ".join(text.split())
        self.missing.update(lacking(line))
        return _RUN.sub(lambda run: _MAY_BREAK.join(_pieces(run[0])), in_font(line))

    def around(self, text: str) -> str:
        """What stands before or after a quote: a space between the two stays."""
        return " " * text[:1].isspace() + self.text(text) + " " * text[-1:].isspace()

    def date(self, date: str | None) -> str:
        if date is None:
            return ""
        return date_words(date).say(self.lang)

    def statuses(self) -> Iterator[BriefStatus]:
        """Those that occur in the brief, in the order of the map's legend."""
        found = self.found
        shown: set[Status | QuestionStatus] = {one.status for one in (*found.claims, *found.unbacked)}
        shown |= {one.status for one in found.questions}
        for status in (*picture_words.READING, *QuestionStatus):
            if status in shown:
                meaning = picture_words.MEANINGS[status].say(self.lang)
                yield BriefStatus(sign=status.sign, name=status.words.say(self.lang), meaning=meaning)

    def sections(self) -> Iterator[BriefSection]:
        """What stands, what fell and what is open; a section without anything in it is left out."""
        for key in _SECTIONS:
            verdicts: Sequence[Verdict | QuestionVerdict] = getattr(self.found, key)
            if verdicts:
                entries = tuple(map(self.entry, verdicts))
                yield BriefSection(key=key, title=TITLES[key].say(self.lang), entries=entries)

    def entry(self, one: Verdict | QuestionVerdict) -> BriefEntry:
        said = one.question if isinstance(one, QuestionVerdict) else one.statement
        return BriefEntry(
            id=self.text(one.id),
            sign=one.status.sign,
            status=one.status.words.say(self.lang),
            text=self.text(said.text),
            by=self.text(self.debate.party_name(said.by)),
            reasons=tuple(self.text(reason.say(self.lang)) for reason in self.analysis.why(one.key).reasons),
            evidence=() if isinstance(one, QuestionVerdict) else tuple(self.backing(one)),
        )

    def backing(self, one: Verdict) -> Iterator[int]:
        """The numbers of the evidence for a statement, of this debate."""
        for number in self.analysis.graph.backing[one.number]:
            if (key := self.analysis.verdicts[number].key) in self.numbers:
                yield self.numbers[key]

    def evidence(self) -> Iterator[BriefEvidence]:
        for local, said in self.debate.evidence.items():
            passage = passage_of(self.debate, said)
            url = self.url(said.source)
            yield BriefEvidence(
                number=self.numbers[f"{self.debate.id}#{local}"],
                id=self.text(local),
                text=self.text(said.text),
                about=self.text(" / ".join(self.about(said))),
                backs=tuple(self.text(self.said(link.to)) for link in said.backs),
                source=self.text(passage_words(passage).say(self.lang)) if passage else "",
                url=self.text(url),
                href=_href(url),
            )

    def about(self, said: Evidence) -> Iterator[str]:
        """What kind of evidence it is, when and where, who brought it, and whether both sides accept it."""
        if said.type:
            yield TYPE_WORDS[said.type].say(self.lang)
        yield from filter(None, (self.date(said.date), said.place, self.debate.party_name(said.by)))
        if said.accepted:
            yield ACCEPTED.say(self.lang)

    def said(self, reference: str) -> str:
        """What a reference of the debate means, in the words of its author."""
        key = reference if "#" in reference else f"{self.debate.id}#{reference}"
        number = self.analysis.graph.number.get(key)
        return reference if number is None else self.analysis.verdicts[number].statement.text

    def url(self, ref: SourceRef | None) -> str:
        source = self.debate.sources.get(ref.in_) if ref else None
        return (source.url if source else None) or ""

    def sources(self) -> Iterator[BriefSource]:
        for local, source in self.debate.sources.items():
            yield BriefSource(
                title=self.text(source.title or local),
                date=self.date(source.date),
                url=self.text(source.url or ""),
                href=_href(source.url or ""),
            )

    def groups(self, follow_ups: Iterable[FollowUp]) -> Iterator[BriefGroup]:
        lang, number = self.lang, 0
        for title, members in groupby(follow_ups, key=lambda one: one.group_title):
            questions = []
            for one in members:
                number += 1
                notes = [(WHY, one.why.say(lang)), (TO, one.to.say(lang))]
                if one.passage is not None:
                    notes.append((SOURCE, passage_words(one.passage).say(lang)))
                questions.append(
                    BriefQuestion(
                        number=number,
                        id=self.text(one.id),
                        text=self.text(one.text.say(lang)),
                        notes=tuple((label.say(lang), self.text(text)) for label, text in notes),
                        time=time_words(one.seconds(lang)).say(lang),
                    )
                )
            yield BriefGroup(title=self.text(title) or NO_GROUP.say(lang), questions=tuple(questions))

    def quotes(self) -> Iterator[BriefQuote]:
        """Every quote of the debate, in the order of the file, with its passage where that was found."""
        quoting = (pair for pair in references(self.debate) if pair[1].quote)
        for number, (at, ref) in enumerate(quoting, 1):
            section, local = str(at[0]), str(at[1])
            said = getattr(self.debate, section)[local]
            found = self.quoted.get(at)
            match = found.match if found else None
            here = (
                found.text.excerpt(match)
                if found and found.text and match and match.kind != "absent"
                else None
            )
            kind = match.kind if match else ""
            yield BriefQuote(
                number=number,
                id=self.text(local),
                by=self.text(self.debate.party_name(said.by)),
                said=self.text(said.text),
                source=self.text(self.place(ref)),
                quote=self.text(ref.quote or ""),
                match=kind,
                note=MATCHES[kind].say(self.lang),
                before=self.around(here.before) if here else "",
                found=self.text(here.found) if here else "",
                after=self.around(here.after) if here else "",
            )

    def place(self, ref: SourceRef) -> str:
        """The source of a quote, and the place in it."""
        source = self.debate.sources.get(ref.in_)
        title = source.title if source and source.title else ref.in_
        return ("、" if self.lang == "ja" else ", ").join(filter(None, (title, ref.at)))


def _sheet(page: Page) -> BriefMap:
    return BriefMap(
        svg=write(page.placed, font_only=True),
        width=page.width,
        height=page.height,
        alt=page.placed.picture.description,
    )


def _href(url: str) -> str:
    """The address, if it can be a link; a source may name anything."""
    try:
        linked = len(url) <= _LONGEST and urlsplit(url).scheme in ("http", "https")
    except ValueError:
        linked = False
    return url if linked else ""


def _pieces(run: str) -> Iterator[str]:
    return (run[start : start + _PIECE] for start in range(0, len(run), _PIECE))
