"""Draft -> the data of a debate file: parties, groups, the source, and every find as a candidate."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any, TypeAlias

from argmap.diagnostics import Lang, Words
from argmap.drafting.values import Draft, DraftLink, DraftQuestion, DraftStatement, Turn
from argmap.ingest import Role
from argmap.model.ids import clean_line, id_of, unused

Entry: TypeAlias = dict[str, Any]
DebateData: TypeAlias = dict[str, dict[str, Any]]
"""The sections of a debate file as plain data, in the order of the file."""

CANDIDATE = "candidate"
_SECTION = {"claim": "claims", "rebuttal": "rebuttals", "evidence": "evidence"}
_SIDES: Mapping[Role, str] = {"answer": "government", "question": "councilor", "criticism": "councilor"}
_NAMELESS: Mapping[Role, tuple[str, Words]] = {
    "answer": ("government", Words(en="Answer", ja="答弁者")),
    "question": ("councilor", Words(en="Questioner", ja="質問者")),
    "criticism": ("councilor", Words(en="Questioner", ja="質問者")),
    "chair": ("chair", Words(en="Chair", ja="議長")),
    "other": ("others", Words(en="Others", ja="その他")),
}
_PLACES: Mapping[Role, Words] = {
    "question": Words(en="question", ja="質問"),
    "answer": Words(en="answer", ja="答弁"),
    "criticism": Words(en="criticism", ja="指摘"),
    "chair": Words(en="chair", ja="議事進行"),
    "other": Words(en="other", ja="その他"),
}
_KANA = re.compile("[ぁ-ヺ]")


def debate_data(draft: Draft, *, file: str) -> DebateData:
    """The debate that a draft proposes, with `review: candidate` on every statement, question and link.

    A rebuttal whose target was not found stands among the claims, for a rebuttal must attack something.

    Args:
        draft: what was found.
        file: the path of the source document, as seen from the debate file.
    """
    return _Writer(draft, file).data()


class _Writer:
    """Gives parties, groups and the source their ids, then writes entry by entry."""

    def __init__(self, draft: Draft, file: str) -> None:
        self.draft = draft
        self.document = draft.outline.document
        self.file = file
        self.lang: Lang = "ja" if _KANA.search(self.document.text) else "en"
        self.turns: Mapping[str, tuple[int, Turn]] = {
            turn.id: (number, turn) for number, turn in enumerate(draft.outline.turns, 1)
        }
        self.source = id_of(PurePath(self.document.name).stem) or "source"
        said: list[DraftStatement | DraftQuestion] = [*draft.statements, *draft.questions]
        spoke = [turn for turn in draft.outline.turns if turn.id in {one.turn for one in said}]
        self.parties, self.party_of = self._parties(spoke)
        self.groups = _named(dict.fromkeys(clean_line(turn.article) for turn in spoke))
        self.links: defaultdict[str, list[DraftLink]] = defaultdict(list)
        for link in draft.links:
            self.links[link.from_].append(link)
        linked = {(link.from_, link.to) for link in draft.links}
        for question in draft.questions:
            for answer in question.answered_by:
                if (answer, question.id) not in linked:
                    self.links[answer].append(_answer(answer, question))

    def data(self) -> DebateData:
        title = clean_line(self.document.title) or PurePath(self.document.name).stem
        date = {"date": self.document.date} if self.document.date else {}
        held = {"held": self.document.date} if self.document.date else {}
        sections: DebateData = {
            "debate": {"title": title, "lang": self.lang, **held},
            "parties": self.parties,
            "groups": {name: title for title, name in self.groups.items()},
            "sources": {self.source: {"title": title, **date, "file": self.file}},
            "claims": {},
            "rebuttals": {},
            "evidence": {},
            "questions": {},
        }
        for statement in self.draft.statements:
            section, entry = self._statement(statement)
            sections[section][statement.id] = entry
        for question in self.draft.questions:
            sections["questions"][question.id] = self._question(question)
        return {name: section for name, section in sections.items() if section}

    def _parties(self, turns: Iterable[Turn]) -> tuple[dict[str, Entry], dict[str, str]]:
        """The parties, and by turn which of them speaks. Who mostly answers speaks for the government."""
        sides: defaultdict[str, Counter[str | None]] = defaultdict(Counter)
        names: dict[str, str] = {}
        of_turn: dict[str, str] = {}
        named = _named(dict.fromkeys(clean_line(turn.speaker) for turn in turns))
        for turn in turns:
            role, words = _NAMELESS[turn.role]
            speaker = clean_line(turn.speaker)
            party = named.get(speaker, role)
            names[party] = speaker or words.say(self.lang)
            of_turn[turn.id] = party
            sides[party][_SIDES.get(turn.role)] += 1
        parties: dict[str, Entry] = {}
        for party, name in names.items():
            side = sides[party].most_common(1)[0][0]
            parties[party] = {"name": name, **({"side": side} if side else {})}
        return parties, of_turn

    def _statement(self, statement: DraftStatement) -> tuple[str, Entry]:
        links = self._links(statement)
        section = _SECTION[statement.role]
        if section == "rebuttals" and "rebuts" not in links:
            section = "claims"
        told = section != "evidence"
        kind = {"kind": statement.kind} if told and statement.kind else {}
        due = {"due": statement.due} if told and statement.due else {}
        return section, {
            "text": clean_line(statement.text),
            "by": self.party_of[statement.turn],
            **kind,
            **due,
            **links,
            **({"date": statement.date} if statement.date else {}),
            **({"place": statement.place} if statement.place else {}),
            **self._place(statement),
        }

    def _links(self, statement: DraftStatement) -> Entry:
        """The links of a statement by key. What evidence supports it backs, and what a claim backs it supports."""
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        seen: set[tuple[str, str]] = set()
        for link in self.links[statement.id]:
            key = _KEYS.get((link.kind, statement.role == "evidence"), link.kind)
            if link.to == statement.id or (key, link.to) in seen:
                continue
            if key == "answers" and statement.role == "evidence":
                continue  # what backs an answer is no answer
            seen.add((key, link.to))
            target: Entry = {"to": link.to}
            if key == "answers":
                target = {"question": link.to, "extent": link.extent}
            elif key == "supports" and link.with_:
                target["with"] = list(link.with_)
            found[key].append({**target, "review": CANDIDATE})
        return {key: found[key] for key in ("supports", "rebuts", "backs", "answers") if key in found}

    def _question(self, question: DraftQuestion) -> Entry:
        kind = {"kind": "request"} if question.kind == "request" else {}
        return {
            "text": clean_line(question.text),
            "by": self.party_of[question.turn],
            **kind,
            **self._place(question),
        }

    def _place(self, said: DraftStatement | DraftQuestion) -> Entry:
        """Where it was said, and that nobody has confirmed it."""
        number, turn = self.turns[said.turn]
        quote = {"quote": clean_line(said.quote)} if clean_line(said.quote) else {}
        group = self.groups.get(clean_line(turn.article))
        return {
            "source": {"in": self.source, **quote, "at": _PLACES[turn.role].say(self.lang)},
            **({"group": group} if group else {}),
            "turn": number,
            "review": CANDIDATE,
        }


def _answer(statement: str, question: DraftQuestion) -> DraftLink:
    because = Words(en="it speaks of the same", ja="同じことを述べている")
    extent = question.status if question.status in ("partial", "evasive") else "full"
    return DraftLink(from_=statement, to=question.id, kind="answers", because=because, extent=extent)


_KEYS: Mapping[tuple[str, bool], str] = {("supports", True): "backs", ("backs", False): "supports"}


def _named(titles: Iterable[str]) -> dict[str, str]:
    """An id for each title that is not empty, no two alike."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for title in titles:
        if title:
            found[title] = unused(id_of(title) or "x", taken)
            taken.add(found[title])
    return found
