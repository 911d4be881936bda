"""From labels to a status: what the standing of a statement, or of a question, means for a person."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import compress

from argmap.diagnostics import Words
from argmap.graph import ArgumentGraph, Given, Step
from argmap.model import Question
from argmap.semantics.labelling import Label, Labelling


class Status(StrEnum):
    """The status of a statement; the first that fits, in this order."""

    CONCEDED = "conceded"
    REBUTTED = "rebutted"
    UNDERMINED = "undermined"
    CONTESTED = "contested"
    UNREBUTTED = "unrebutted"
    UNDERCUT = "undercut"
    CHALLENGED = "challenged"
    DEFENDED = "defended"

    @property
    def stands(self) -> bool:
        """Whether the statement is still standing."""
        return self in (Status.UNREBUTTED, Status.CHALLENGED, Status.DEFENDED)

    @property
    def words(self) -> Words:
        """The status as people say it."""
        return _WORDS[self]

    @property
    def sign(self) -> str:
        """One sign that says the status without colour."""
        return _SIGNS[self]


class QuestionStatus(StrEnum):
    """How far a question was answered. A request expects no answer."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    EVASIVE = "evasive"
    UNANSWERED = "unanswered"
    REQUEST = "request"

    @property
    def words(self) -> Words:
        """The status as people say it."""
        return _QUESTION_WORDS[self]

    @property
    def sign(self) -> str:
        """One sign that says the status without colour."""
        return _QUESTION_SIGNS[self]


_WORDS = {
    Status.CONCEDED: Words(en="conceded", ja="撤回・容認"),
    Status.REBUTTED: Words(en="rebutted", ja="反論成立"),
    Status.UNDERMINED: Words(en="undermined", ja="根拠崩れ"),
    Status.CONTESTED: Words(en="contested", ja="対立中"),
    Status.UNREBUTTED: Words(en="unrebutted", ja="反論なし"),
    Status.UNDERCUT: Words(en="undercut", ja="論拠不成立"),
    Status.CHALLENGED: Words(en="challenged, no evidence", ja="反論あり・根拠なし"),
    Status.DEFENDED: Words(en="defended", ja="再反論済み"),
}
_SIGNS = {
    Status.CONCEDED: "←",
    Status.REBUTTED: "×",
    Status.UNDERMINED: "▽",
    Status.CONTESTED: "⇔",
    Status.UNREBUTTED: "○",
    Status.UNDERCUT: "∥",
    Status.CHALLENGED: "△",
    Status.DEFENDED: "◎",
}
_QUESTION_WORDS = {
    QuestionStatus.ANSWERED: Words(en="answered", ja="答弁あり"),
    QuestionStatus.PARTIAL: Words(en="answered in part", ja="一部だけ答弁"),
    QuestionStatus.EVASIVE: Words(en="answered evasively", ja="正面から答えていない"),
    QuestionStatus.UNANSWERED: Words(en="no answer found", ja="答弁が見当たらない"),
    QuestionStatus.REQUEST: Words(en="request", ja="要望"),
}
_QUESTION_SIGNS = {
    QuestionStatus.ANSWERED: "●",
    QuestionStatus.PARTIAL: "◐",
    QuestionStatus.EVASIVE: "◇",
    QuestionStatus.UNANSWERED: "？",
    QuestionStatus.REQUEST: "→",
}
_BEST_FIRST = {
    "full": QuestionStatus.ANSWERED,
    "partial": QuestionStatus.PARTIAL,
    "evasive": QuestionStatus.EVASIVE,
}


def question_status(question: Question, given: Sequence[Given]) -> QuestionStatus:
    """The status of a question by the best extent of its answers."""
    for extent, status in _BEST_FIRST.items():
        if any(answer.extent == extent for answer in given):
            return status
    return QuestionStatus.REQUEST if question.kind == "request" else QuestionStatus.UNANSWERED


def statuses(graph: ArgumentGraph, asserted: Labelling, backed: Labelling) -> list[Status]:
    """The status of every statement, by number."""
    undercut = [step for step in graph.steps if step.undercutters]
    hinged = {premise for step in undercut for premise in step.premises}
    found: list[Status] = []
    add = found.append
    is_in, undecided = Label.IN, Label.UNDECIDED  # an enum's members are slow to reach, a million times
    unrebutted, contested = Status.UNREBUTTED, Status.CONTESTED
    challenged, defended = Status.CHALLENGED, Status.DEFENDED
    rows = zip(backed.statements, asserted.statements, _shaken(graph, undercut), strict=True)
    for number, (label, freely, attacked) in enumerate(rows):
        if label is is_in:
            if number in hinged:
                add(_hinged(graph, number, asserted, backed))
            elif attacked:
                add(defended if freely is is_in else challenged)
            else:
                add(unrebutted)
        elif label is undecided:
            add(contested)
        else:
            add(_fallen(graph, number, backed))
    return found


def _hinged(graph: ArgumentGraph, number: int, asserted: Labelling, backed: Labelling) -> Status:
    """The status of a statement that is in although a step from it is undercut."""
    if all_undercut(graph, number, backed):
        return Status.UNDERCUT
    if asserted.statements[number] is not Label.IN or all_undercut(graph, number, asserted):
        return Status.CHALLENGED
    return Status.DEFENDED


def _fallen(graph: ArgumentGraph, number: int, backed: Labelling) -> Status:
    """The status of a statement that is out."""
    if graph.said[number].conceded is not None:
        return Status.CONCEDED
    is_in = Label.IN
    for other in graph.rebutters[number]:
        if backed.force[other] is is_in:
            return Status.REBUTTED
    return Status.UNDERMINED


def all_undercut(graph: ArgumentGraph, number: int, labelling: Labelling) -> bool:
    """Whether steps start at a statement and every one is undercut by an attacker whose force is in."""
    positions = graph.steps_from[number]
    for position in positions:
        undercutters = graph.steps[position].undercutters
        if not undercutters or all(labelling.force[other] is not Label.IN for other in undercutters):
            return False
    return bool(positions)


def _shaken(graph: ArgumentGraph, undercut: Sequence[Step]) -> Sequence[int]:
    """Whether there is an attack on a statement, on a step to it, or on anything that it rests on."""
    struck = bytearray(map(bool, graph.rebutters))
    for step in undercut:
        struck[step.conclusion] = True
    waiting = list(compress(range(len(graph)), struck))
    steps = graph.steps
    for number in waiting:  # grows meanwhile
        for position in graph.steps_from[number]:
            conclusion = steps[position].conclusion
            if not struck[conclusion]:
                struck[conclusion] = True
                waiting.append(conclusion)
    return struck
