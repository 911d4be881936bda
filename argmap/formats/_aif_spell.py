"""Debate -> the nodes, edges, participants and locutions of AIF in JSON."""

from __future__ import annotations

from typing import Any

from argmap.formats import Note
from argmap.formats._aif import WORDS, WORDS_TITLE, WRITES
from argmap.formats._aif_graph import Kind, Node, title
from argmap.formats._aif_speech import ABOUT, ANSWERS, ASKING, ASSERTING, REQUESTING
from argmap.formats._aif_write import Plan
from argmap.formats._features import lost_in
from argmap.formats._names import UNNAMED
from argmap.model import Claim, Debate, Party, Question, Source, Statement

_USUAL = {
    Kind.SUPPORT: ("Default Inference", "72"),
    Kind.ATTACK: ("Default Conflict", "71"),
}
_NUMBERS = {ASSERTING: "74", ASKING: "91"}  # AIFdb's own, as far as it has one
_EXTENTS = {extent: form for form, extent in ANSWERS.items()}


def spell(debate: Debate) -> dict[str, Any]:
    """The debate as an AIF object."""
    return _Speller(debate).value()


def lost(debate: Debate) -> tuple[Note, ...]:
    """What of a debate AIF cannot hold; the words as they were spoken are in the locutions."""
    if not _spoken(debate):
        return lost_in(debate, WRITES)
    parts = {
        section: {name: _plain(said) for name, said in getattr(debate, section).items()}
        for section in ("claims", "rebuttals", "evidence", "questions")
    }
    sources = {name: source for name, source in debate.sources.items() if name != WORDS}
    return lost_in(debate.model_copy(update=parts | {"sources": sources}), WRITES)


def _plain(said: Statement | Question) -> Statement | Question:
    ref = said.source
    return said if ref is None or ref.in_ != WORDS else said.model_copy(update={"source": None})


def _spoken(debate: Debate) -> bool:
    """Whether the debate's quotes from `locutions` are the words that an AIF file had."""
    return debate.sources.get(WORDS) == Source(title=WORDS_TITLE)


class _Speller:
    def __init__(self, debate: Debate) -> None:
        self.debate = debate
        self.plan = Plan(debate)
        self.locutions: dict[str, str] = {}  # by statement or question
        self.persons: list[dict[str, Any]] = []
        self.silent = UNNAMED if debate.parties.get(UNNAMED) == Party() else None
        self.spoken = _spoken(debate)

    def value(self) -> dict[str, Any]:
        said = dict(self.debate.statements())
        questions = self.debate.questions
        for name, question in questions.items():
            self.plan.nodes.append(Node(id=name, kind=Kind.STATEMENT, text=question.text))
            self._utter(name, question, ASKING if question.kind == "question" else REQUESTING)
        named = {ref for question in questions.values() for ref in question.about}
        for name, statement in said.items():
            answers = [] if not isinstance(statement, Claim) else statement.answers
            joined = name in named or any(answer.question in questions for answer in answers)
            if joined or statement.by not in (None, self.silent) or self._words(statement):
                self._utter(name, statement, ASSERTING)
        for name, question in questions.items():
            for ref in question.about:
                self._join(ref, ABOUT, name)
        for name, statement in said.items():
            for answer in statement.answers if isinstance(statement, Claim) else ():
                self._join(answer.question, _EXTENTS[answer.extent], name)
        return {
            "nodes": [self._node(node) for node in self.plan.nodes],
            "edges": [
                {"edgeID": edge.id, "fromID": edge.start, "toID": edge.end, "formEdgeID": None}
                for edge in self.plan.edges
            ],
            "schemefulfillments": [],
            "descriptorfulfillments": [],
            "participants": self._participants(said),
            "locutions": self.persons,
        }

    def _utter(self, name: str, said: Statement | Question, form: str) -> None:
        words = self._words(said) or said.text
        party = self.debate.parties.get(said.by or "")
        speaker = (party.name if party is not None else None) or said.by
        text = words if speaker is None else f"{speaker} : {words}"
        locution = self.plan.add(Kind.LOCUTION, "", [], [], text)
        self.plan.add(Kind.ILLOCUTION, form, [locution], [name])
        self.locutions[name] = locution
        self.persons.append(
            {"nodeID": locution, "personID": said.by, "start": None, "end": None, "source": None}
        )

    def _words(self, said: Statement | Question) -> str:
        """The words as they were spoken, where the debate has kept them."""
        ref = said.source
        return (ref.quote or "") if self.spoken and ref is not None and ref.in_ == WORDS else ""

    def _join(self, before: str, form: str, after: str) -> None:
        if before in self.locutions:
            self.plan.add(Kind.TRANSITION, form, [self.locutions[before]], [self.locutions[after]])

    def _participants(self, said: dict[str, Statement]) -> list[dict[str, str]]:
        speaking = {person["personID"] for person in self.persons}
        implied = any(statement.by in (None, self.silent) for statement in said.values())
        return [
            {"participantID": name, "firstname": first, "surname": last}
            for name, party in self.debate.parties.items()
            if name != self.silent or name in speaking or not implied
            for first, last in [_split(party.name or "")]
        ]

    def _node(self, node: Node) -> dict[str, Any]:
        made: dict[str, Any] = {"nodeID": node.id, "text": node.text, "type": node.kind.value}
        if node.kind == Kind.STATEMENT:
            return made | {"scheme": node.form} if node.form else made
        if node.kind != Kind.LOCUTION:
            usual, number = _USUAL.get(node.kind, (node.form, _NUMBERS.get(node.form, "0")))
            form = title(node.form) if node.kind == Kind.SUPPORT and node.form else node.form or usual
            made |= {"text": form, "scheme": form, "schemeID": number if form == usual else "0"}
        return made


def _split(name: str) -> tuple[str, str]:
    first, _, last = name.rpartition(" ")
    return (first, last) if first and last else (name, "")
