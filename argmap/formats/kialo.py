"""The text file that Kialo exports a discussion to.

Both forms are read: `Discussion Title: …` with a claim a line (`1.2.1. Con: …`), and the newer one with `Discussion
Name:`, `1. Thesis:` and indented blocks, whose footnotes `[1]` stand under `Sources:` at the end. The numbers say what
a claim replies to: a Pro supports it, a Con rebuts it. `-> See 1.3.` draws the same claim under another one as well.

Links within a claim and footnotes become sources, with the words that Kialo quotes from them. A claim has one source
in a debate file; further ones are named. Kialo does not say in this file who wrote a claim, nor how it was rated.

Source of the form: exported files in public repositories; Kialo publishes no specification. Theses under a question
are read as the readers of others describe them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from argmap.diagnostics import Words
from argmap.formats import Feature, Given, Imported, Note
from argmap.formats._kialo_lines import Entry, Export, Footnote, named, numbered, parse, sources
from argmap.formats._names import UNNAMED, Names, clean
from argmap.formats._text import decode
from argmap.model import Debate

NAME = "Kialo"
SUFFIX = ".txt"
READS = frozenset(
    (
        Feature.TITLE,
        Feature.TEXTS,
        Feature.SOURCES,
        Feature.QUOTES,
        Feature.ROLES,
        Feature.SUPPORTS,
        Feature.REBUTS,
        Feature.QUESTIONS,
        Feature.ANSWERS,
    )
)

_SHOWN = 40  # characters of a line that is named
_HEAD = 8_000  # bytes that tell an export
_SEE = re.compile(r"->\s*See\s+((?:[0-9]{1,6}\.)*[0-9]{1,6})\.?", re.IGNORECASE)
_HOST = re.compile(r"[A-Za-z]+://(?:www\.)?([^/:?#]+)")


def recognises(given: Given) -> bool:
    """Whether a text begins with Kialo's title line, or has Kialo's numbers."""
    data = given.data if len(given.data) < _HEAD else given.data[:_HEAD].rpartition(b"\n")[0]
    text, _ = decode(replace(given, data=data))
    return text is not None and (named(text) or numbered(text))


def read(given: Given) -> Imported:
    """The debate of an export."""
    text, notes = decode(given)
    if text is None:
        return Imported(debate=None, faults=notes)
    export = parse(text)
    if not export.entries:
        return Imported(debate=None, faults=(Note(message=_NO_CLAIMS),))
    return _Reader(export, PurePath(given.name).stem).imported()


@dataclass(slots=True, kw_only=True)
class _Said:
    """A claim or question on its way into the debate; what it relates to by its place among all, and why."""

    id: str
    entry: Entry
    plain: dict[str, Any] = field(default_factory=dict)
    supports: dict[int, Entry] = field(default_factory=dict)
    rebuts: dict[int, Entry] = field(default_factory=dict)
    answers: list[str] = field(default_factory=list)


class _Reader:
    """Makes a debate of an export."""

    def __init__(self, export: Export, stem: str) -> None:
        self._export = export
        self._stem = stem
        self._names = Names()
        self._source_names = Names()
        self._sources: dict[str, str] = {}
        self._said: list[_Said] = []
        self._places: dict[str, int] = {}  # where the claim of a number stands among what was said
        self._lost: list[Note] = []
        self._faults: list[Note] = []

    def imported(self) -> Imported:
        """The debate and what was found."""
        for line, text in self._export.others.items():
            self._lost.append(_note(line, f"the line “{text[:_SHOWN]}”", f"行「{text[:_SHOWN]}」"))
        links = [entry for entry in self._export.entries if not self._says(entry)]
        self._follow(links)
        for position, said in enumerate(self._said):
            self._reply(position, said.entry)
        for entry in links:
            if entry.number in self._places:
                self._reply(self._places[entry.number], entry)
        self._open_circles()
        return Imported(debate=self._debate(), lost=tuple(self._lost), faults=tuple(self._faults))

    def _says(self, entry: Entry) -> bool:
        """Take up an entry, unless it only refers to another one."""
        if _SEE.fullmatch(entry.text):
            return False
        text, footnotes = sources(entry.text, self._export.footnotes)
        text = clean(text)
        if not text:
            self._faults.append(
                _note(entry.line, f"{entry.number}. has no text", f"{entry.number}. に文がない")
            )
        if entry.number in self._places:
            again = f"the number {entry.number}. stands twice: replies go to the first"
            self._faults.append(
                _note(entry.line, again, f"番号 {entry.number}. が二度ある。返信は初めのものに付ける")
            )
        letter = "q" if entry.label == "question" else "c"
        name = self._names.give(f"{letter}{entry.number.replace('.', '-')}", letter)
        plain: dict[str, Any] = {"text": text or f"{entry.number}.", "by": UNNAMED}
        plain |= self._source(entry, footnotes)
        self._places.setdefault(entry.number, len(self._said))
        self._said.append(_Said(id=name, entry=entry, plain=plain))
        return True

    def _source(self, entry: Entry, footnotes: list[Footnote]) -> dict[str, Any]:
        """The first source of an entry; a statement has one in a debate file."""
        references: dict[str, dict[str, str]] = {}
        for footnote in footnotes:
            if not (url := clean(footnote.url)):
                continue
            if url not in self._sources:
                host = _HOST.match(url)
                self._sources[url] = self._source_names.give(host[1] if host else "", "source")
            quote = clean(footnote.quote)
            references.setdefault(url, {"in": self._sources[url], **({"quote": quote} if quote else {})})
        for url in list(references)[1:]:
            en = f"a further source of {entry.number}.: {url}"
            self._lost.append(_note(entry.line, en, f"{entry.number}. のほかの出典: {url}"))
        return {"source": next(iter(references.values()))} if references else {}

    def _follow(self, links: list[Entry]) -> None:
        """Find the claim that each entry of the form `-> See 1.3.` means, also over several of them."""
        following = {entry.number: found[1] for entry in links if (found := _SEE.fullmatch(entry.text))}
        nowhere: set[str] = set()
        for entry in links:
            number, passed = entry.number, {entry.number}
            while number not in self._places and number not in nowhere and number in following:
                number = following[number]
                if number in passed:
                    break
                passed.add(number)
            if number in self._places:
                self._places.update(dict.fromkeys(passed, self._places[number]))
            else:
                nowhere |= passed
                wanted = following[entry.number]
                en = f"{entry.number}. refers to {wanted}., which is not in the file"
                self._faults.append(_note(entry.line, en, f"{entry.number}. の参照先 {wanted}. がない"))

    def _reply(self, position: int, entry: Entry) -> None:
        """Relate a claim to what an entry replies to."""
        number, parent, label = entry.number, entry.parent, entry.label
        target = self._places.get(parent, -1)
        said = self._said[position]
        if not parent and label not in ("pro", "con"):
            return
        if not parent:
            en = f"{number}. replies to nothing: at the top are theses"
            self._faults.append(_note(entry.line, en, f"{number}. に返信先がない。一番上は論題"))
        elif target < 0:
            en = f"{number}. replies to {parent}., which is not in the file"
            self._faults.append(_note(entry.line, en, f"{number}. の返信先 {parent} がない"))
        elif self._said[target].entry.label == "question":
            if label in ("pro", "con"):
                self._leave(entry, "is a Pro or Con of a question", "は質問への Pro か Con")
            else:
                said.answers.append(self._said[target].id)
        elif label not in ("pro", "con"):
            self._leave(
                entry, f"is neither Pro nor Con of {parent}.", f"は {parent}. の Pro でも Con でもない"
            )
        elif target == position:
            self._leave(entry, "is under itself", "は自分自身の下にある")
        else:
            kept, other = (said.supports, said.rebuts) if label == "pro" else (said.rebuts, said.supports)
            if target in other:
                self._leave(entry, f"is Pro and Con of {parent}.", f"は {parent}. の Pro でも Con でもある")
            else:
                kept.setdefault(target, entry)

    def _leave(self, entry: Entry, en: str, ja: str) -> None:
        """Name a relation that a debate cannot hold."""
        number = entry.number
        self._lost.append(
            _note(entry.line, f"{number}. {en}: not related", f"{number}. {ja}。関係を付けない")
        )

    def _open_circles(self) -> None:
        """Leave out a Pro wherever support would run in a circle, by a walk in depth from the last replies up."""
        closed, open_ = set[int](), set[int]()
        depth = sorted(range(len(self._said)), key=lambda one: -self._said[one].entry.number.count("."))
        for start in depth:
            way = [(start, iter(tuple(self._said[start].supports)))] if start not in closed else []
            open_.update({start} if way else ())
            while way:
                position, targets = way[-1]
                target = next(targets, None)
                if target is None:
                    way.pop()
                    open_.discard(position)
                    closed.add(position)
                elif target in open_:
                    entry = self._said[position].supports.pop(target)
                    self._leave(entry, "would support itself in a circle", "は支持が循環する")
                elif target not in closed:
                    open_.add(target)
                    way.append((target, iter(tuple(self._said[target].supports))))

    def _debate(self) -> Debate:
        sections: dict[str, dict[str, Any]] = {"claims": {}, "rebuttals": {}, "questions": {}}
        for said in self._said:
            if said.entry.label == "question":
                sections["questions"][said.id] = said.plain
                continue
            links = {
                "supports": [self._said[target].id for target in said.supports],
                "rebuts": [self._said[target].id for target in said.rebuts],
                "answers": said.answers,
            }
            said.plain.update({key: found for key, found in links.items() if found})
            sections["rebuttals" if said.rebuts else "claims"][said.id] = said.plain
        title = clean(self._export.title)
        return Debate.model_validate(
            {
                "id": Names().give(self._stem, "debate"),
                "debate": {"title": title} if title else {},
                "parties": {UNNAMED: {}},
                "sources": {name: {"url": url} for url, name in self._sources.items()},
                **sections,
            }
        )


def _note(line: int, en: str, ja: str) -> Note:
    return Note(message=Words(en=en, ja=ja), at=f"{line}:1")


_NO_CLAIMS = Words(en="no numbered claim was found", ja="番号の付いた主張が見つからない")
