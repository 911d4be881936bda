"""What a report says of one debate for one side: what stands, what fell, what is open, and the counts in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from argmap.diagnostics import Lang, Words
from argmap.model import Debate
from argmap.semantics import Analysis, Label, QuestionStatus, QuestionVerdict, Status, Verdict

S = TypeVar("S", Status, QuestionStatus)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a report says of one debate, for one side.

    Attributes:
        debate: the debate.
        who: the parties of the side, as people call them.
        claims: the claims of the side.
        stands: those that still stand; without a rebuttal first.
        undecided: those that are contested.
        fell: the others.
        unbacked: rebuttals by others that stand, but count for nothing yet because no evidence is attached.
        questions: the questions that others put to the side.
        open: those without a full answer; without any answer first.
    """

    debate: Debate
    who: str
    claims: tuple[Verdict, ...]
    stands: tuple[Verdict, ...]
    undecided: tuple[Verdict, ...]
    fell: tuple[Verdict, ...]
    unbacked: tuple[Verdict, ...]
    questions: tuple[QuestionVerdict, ...]
    open: tuple[QuestionVerdict, ...]

    @property
    def counts(self) -> dict[Status, int]:
        """How many claims have each status, what stands first; a status that none has is left out."""
        return _counted(_READING_ORDER, (verdict.status for verdict in self.claims))

    @property
    def question_counts(self) -> dict[QuestionStatus, int]:
        """How many questions have each status; a status that none has is left out."""
        return _counted(QuestionStatus, (verdict.status for verdict in self.questions))

    def headline(self) -> tuple[Words, ...]:
        """The counts in a sentence each: of the claims, and of the questions."""
        return (
            _sentence(f"Claims by {self.who}", f"{self.who}の主張", self.counts),
            _sentence("Questions", "質問", self.question_counts),
        )


TITLES: Mapping[str, Words] = {
    "stands": Words(en="What still stands", ja="まだ成り立っている主張"),
    "undecided": Words(en="What is undecided", ja="決着していない主張"),
    "fell": Words(en="What fell", ja="崩れた主張"),
    "unbacked": Words(en="Rebuttals without evidence", ja="証拠の付いていない反論"),
    "open": Words(en="Questions without a full answer", ja="十分な答弁が見当たらない質問"),
}
"""The headings of the parts of a `Standing`."""

_OPEN = (QuestionStatus.UNANSWERED, QuestionStatus.EVASIVE, QuestionStatus.PARTIAL)

_STANDING = (Status.UNREBUTTED, Status.CHALLENGED, Status.DEFENDED)

_FELL = (Status.UNDERCUT, Status.UNDERMINED, Status.REBUTTED, Status.CONCEDED)

_READING_ORDER = (*_STANDING, Status.CONTESTED, *_FELL)


def standing(analysis: Analysis, debate: Debate, side: str) -> Standing:
    """Sort out what stands, what fell and what is open in a debate.

    Args:
        analysis: the debates with their verdicts.
        debate: the debate.
        side: the side whose claims and answers are looked at.
    """
    verdicts = tuple(analysis.of(debate))
    claims = tuple(one for one in verdicts if one.statement.role == "claim" and one.side == side)
    questions = tuple(one for one in analysis.questions_of(debate) if debate.side_of(one.question.by) != side)
    parties = [debate.party_name(party) for party in debate.parties if debate.side_of(party) == side]
    return Standing(
        debate=debate,
        who="、".join(parties) or side,
        claims=claims,
        stands=tuple(one for status in _STANDING for one in claims if one.status is status),
        undecided=tuple(one for one in claims if one.status is Status.CONTESTED),
        fell=tuple(one for status in _FELL for one in claims if one.status is status),
        unbacked=tuple(one for one in verdicts if _unbacked(one) and one.side != side),
        questions=questions,
        open=tuple(one for status in _OPEN for one in questions if one.status is status),
    )


def _unbacked(verdict: Verdict) -> bool:
    return (
        verdict.statement.role == "rebuttal" and verdict.backed is Label.IN and verdict.force is not Label.IN
    )


def _counted(order: Iterable[S], found: Iterable[S]) -> dict[S, int]:
    counts = Counter(found)
    return {one: counts[one] for one in order if counts[one]}


def _sentence(en: str, ja: str, counts: Mapping[Status, int] | Mapping[QuestionStatus, int]) -> Words:
    if not counts:
        return Words(en=f"{en}: none.", ja=f"{ja}：なし。")
    total = sum(counts.values())
    parts = [(status.words, count) for status, count in counts.items()]
    return Words(
        en=f"{en}: {total} ({'; '.join(f'{count} {words.en}' for words, count in parts)}).",
        ja=f"{ja}{total}件：{'、'.join(f'{words.ja} {count}件' for words, count in parts)}。",
    )


def labelled(label: Words, text: str, lang: Lang) -> str:
    """A text behind its label."""
    return f"{label.ja}：{text}" if lang == "ja" else f"{label.en}: {text}"
