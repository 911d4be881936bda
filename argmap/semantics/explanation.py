"""Why a statement or a question has its status: in sentences, naming the statements that decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmap.diagnostics import Lang, Words
from argmap.graph import ArgumentGraph, Given
from argmap.model import Debate, Question
from argmap.semantics.case import Case, full_of, short
from argmap.semantics.labelling import Label, Labelling
from argmap.semantics.reasons import REASONS, capital, holds_in_part
from argmap.semantics.status import QuestionStatus, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why something has its status, for people.

    Attributes:
        verdict: the verdict in one sentence.
        says: the same without its subject, for where the subject is shown already.
        reasons: the reasons, in one sentence each.
        deciding: the statements that decide, by id.
    """

    verdict: Words
    says: Words
    reasons: Sequence[Words]
    deciding: Sequence[str]

    def text(self, lang: Lang) -> str:
        """All of it as running text."""
        return ("" if lang == "ja" else " ").join(words.say(lang) for words in (self.verdict, *self.reasons))


def explain(
    graph: ArgumentGraph, number: int, status: Status, asserted: Labelling, backed: Labelling
) -> Explanation:
    """Why a statement has its status.

    Args:
        graph: the argument graph.
        number: the statement.
        status: its status.
        asserted: the labels when every attacker counts.
        backed: the labels when only attackers with evidence count.
    """
    case = Case(graph, number, asserted, backed)
    found = list(REASONS[status](case))
    deciding = dict.fromkeys(case.name(other) for _, others in found for other in others)
    who, says = case.full(number), _verdict(case, status)
    verdict = Words(en=f"{capital(who.en)} {says.en}", ja=f"{who.ja}は、{says.ja}")
    reasons = tuple(words for words, _ in found)
    return Explanation(verdict=verdict, says=_alone(says), reasons=reasons, deciding=tuple(deciding))


def explain_supposed(graph: ArgumentGraph, number: int, label: Label) -> Explanation:
    """A statement whose label is taken as given."""
    who, says = full_of(graph, number, graph.debate_of(number).id), _SUPPOSED[label]
    verdict = Words(en=f"{capital(who.en)} {says.en}", ja=f"{who.ja}は、{says.ja}")
    return Explanation(verdict=verdict, says=_alone(says), reasons=(), deciding=())


_SUPPOSED: Mapping[Label, Words] = {
    Label.IN: Words(en="is taken to stand.", ja="成り立つと仮定している。"),
    Label.OUT: Words(en="is taken not to stand.", ja="成り立たないと仮定している。"),
    Label.UNDECIDED: Words(en="is taken not to be settled.", ja="決着していないと仮定している。"),
}


def _alone(says: Words) -> Words:
    """A verdict as a sentence of its own."""
    return Words(en=capital(says.en), ja=says.ja)


def _verdict(case: Case, status: Status) -> Words:
    if status in _BELOW and not case.is_attacked():
        return _BELOW[status]
    return _IN_PART if status is Status.DEFENDED and holds_in_part(case) else _VERDICTS[status]


_VERDICTS: Mapping[Status, Words] = {
    Status.CONCEDED: Words(en="was withdrawn or admitted.", ja="撤回または容認された。"),
    Status.REBUTTED: Words(
        en="does not stand: there is a rebuttal with evidence.", ja="証拠のある反論を受け、成り立っていない。"
    ),
    Status.UNDERMINED: Words(
        en="does not stand: nothing that was to support it holds.", ja="支えがどれも崩れ、成り立っていない。"
    ),
    Status.CONTESTED: Words(
        en="is not settled: what speaks for it and against it is in balance.",
        ja="反論と再反論が互いに譲らず、決着していない。",
    ),
    Status.UNREBUTTED: Words(
        en="stands: no rebuttal of it was found.", ja="反論が見当たらず、成り立っている。"
    ),
    Status.UNDERCUT: Words(
        en="is not denied, but what was concluded from it does not follow.",
        ja="それ自体は否定されていないが、ここから結論は導けない。",
    ),
    Status.CHALLENGED: Words(
        en="still stands: what was said against it lacks evidence.",
        ja="反論を受けたが、その反論に証拠が付いていないため、まだ崩れていない。",
    ),
    Status.DEFENDED: Words(
        en="stands: it was rebutted, but no rebuttal succeeded.",
        ja="反論を受けたが、どの反論も通らず、成り立っている。",
    ),
}
_IN_PART = Words(
    en="stands: not all that was said against it was defeated, but it is not brought down.",
    ja="退けられていない反論もあるが、崩れるには至らず、成り立っている。",
)

_BELOW: Mapping[Status, Words] = {
    Status.CONTESTED: Words(
        en="is not settled, because what it rests on is not.", ja="支えが決着していないため、決着していない。"
    ),
    Status.CHALLENGED: Words(
        en="still stands: what was said against its grounds lacks evidence.",
        ja="支えが反論を受けたが、その反論に証拠が付いていないため、まだ崩れていない。",
    ),
    Status.DEFENDED: Words(
        en="stands: only its grounds were attacked, and they are enough.",
        ja="支えへの反論はあるが、崩すには至らず、成り立っている。",
    ),
}
"""When the statement itself was not attacked, only something that it rests on."""

_QUESTION_VERDICTS: Mapping[QuestionStatus, Words] = {
    QuestionStatus.ANSWERED: Words(en="was answered.", ja="答弁されている。"),
    QuestionStatus.PARTIAL: Words(en="was answered in part only.", ja="一部しか答弁されていない。"),
    QuestionStatus.EVASIVE: Words(
        en="was answered without going into the point.", ja="答弁はあるが、正面から答えていない。"
    ),
    QuestionStatus.UNANSWERED: Words(en="has no answer that was found.", ja="答弁が見当たらない。"),
    QuestionStatus.REQUEST: Words(
        en="is a request: no answer is expected.", ja="要望であり、答弁を求めていない。"
    ),
}
_EXTENTS = {
    "full": Words(en="answers it", ja="が答えている"),
    "partial": Words(en="answers part of it", ja="が一部に答えている"),
    "evasive": Words(en="speaks of it without answering", ja="は触れているが、答えてはいない"),
}


def explain_question(
    graph: ArgumentGraph, debate: Debate, question: Question, status: QuestionStatus, given: Sequence[Given]
) -> Explanation:
    """Why a question counts as answered or not."""
    says, party, text = _QUESTION_VERDICTS[status], debate.party_name(question.by), short(question.text)
    by = Words(en=f" of {party}" if party else "", ja=f"{party}の" if party else "")
    reasons, names = [], []
    for answer in given:
        name, words = graph.name(answer.statement, debate.id), _EXTENTS[answer.extent]
        text_given = short(graph.said[answer.statement].text)
        reasons.append(
            Words(en=f"{name} ({text_given}) {words.en}.", ja=f"{name}（{text_given}）{words.ja}。")
        )
        names.append(name)
    verdict = Words(en=f"The question{by.en} ({text}) {says.en}", ja=f"{by.ja}質問（{text}）は、{says.ja}")
    return Explanation(verdict=verdict, says=_alone(says), reasons=tuple(reasons), deciding=tuple(names))
