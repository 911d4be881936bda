"""The analysis: every statement and question of the debates with its labels, status and explanation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from argmap.graph import ArgumentGraph, Given
from argmap.model import Debate, Question, Statement
from argmap.semantics.explanation import Explanation, explain, explain_question, explain_supposed
from argmap.semantics.labelling import Label, Labelling, label
from argmap.semantics.status import QuestionStatus, Status, question_status, statuses


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is decided of one statement.

    Attributes:
        number: its number in the graph.
        debate: the debate it stands in.
        id: its id there.
        statement: what was said.
        status: what its standing means.
        asserted: its label when every attacker counts.
        backed: its label when only attackers with evidence count.
        force: whether it counts as an attacker when only attackers with evidence do (in: yes).
    """

    number: int
    debate: Debate
    id: str
    statement: Statement
    status: Status
    asserted: Label
    backed: Label
    force: Label

    @property
    def key(self) -> str:
        """`debate#id`."""
        return f"{self.debate.id}#{self.id}"

    @property
    def side(self) -> str | None:
        """The side of the party that says it."""
        return self.debate.side_of(self.statement.by)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionVerdict:
    """What is decided of one question: how far it was answered, and by which statements."""

    debate: Debate
    id: str
    question: Question
    status: QuestionStatus
    given: Sequence[Given]

    @property
    def key(self) -> str:
        """`debate#id`."""
        return f"{self.debate.id}#{self.id}"


@dataclass(frozen=True)
class Analysis:
    """Debates, their graph, and what stands in it. Get one from `argmap.analyse`.

    Attributes:
        graph: the graph.
        supposed: by number, the statements whose label is taken as given, whatever speaks for them or against them.
    """

    graph: ArgumentGraph
    supposed: Mapping[int, Label] = field(default_factory=dict)

    @cached_property
    def _labellings(self) -> tuple[Labelling, Labelling]:
        if not self.supposed:
            return label(self.graph)
        from argmap.semantics.derivation import Rules

        numbers = range(len(self.graph))
        asserted, backed = (
            Rules(self.graph, numbers, evidence_counts=counts, supposed=self.supposed).labelling()
            for counts in (False, True)
        )
        return asserted, backed

    @property
    def asserted(self) -> Labelling:
        """The labels when every attacker counts."""
        return self._labellings[0]

    @property
    def backed(self) -> Labelling:
        """The labels when only attackers with evidence count."""
        return self._labellings[1]

    @cached_property
    def verdicts(self) -> Sequence[Verdict]:
        """The verdict on every statement, by number."""
        graph = self.graph
        numbers = iter(range(len(graph)))
        found = statuses(graph, self.asserted, self.backed)
        for number, given in self.supposed.items():
            if given is Label.OUT:  # as if it had been given up
                found[number] = Status.CONCEDED
        return tuple(
            Verdict(
                number=number,
                debate=debate,
                id=local,
                statement=statement,
                status=found[number],
                asserted=self.asserted.statements[number],
                backed=self.backed.statements[number],
                force=self.backed.force[number],
            )
            for debate in graph.debates
            for (local, statement), number in zip(debate.statements(), numbers, strict=False)
        )

    @cached_property
    def question_verdicts(self) -> Sequence[QuestionVerdict]:
        """The verdict on every question, in the order of the files."""
        return tuple(
            QuestionVerdict(
                debate=debate,
                id=local,
                question=question,
                status=question_status(question, self.graph.answers[f"{debate.id}#{local}"]),
                given=self.graph.answers[f"{debate.id}#{local}"],
            )
            for debate in self.graph.debates
            for local, question in debate.questions.items()
        )

    @cached_property
    def _of(self) -> dict[str, list[Verdict]]:
        found: dict[str, list[Verdict]] = {}
        for verdict in self.verdicts:
            found.setdefault(verdict.debate.id, []).append(verdict)
        return found

    @cached_property
    def _questions_of(self) -> dict[str, list[QuestionVerdict]]:
        found: dict[str, list[QuestionVerdict]] = {}
        for verdict in self.question_verdicts:
            found.setdefault(verdict.debate.id, []).append(verdict)
        return found

    def of(self, debate: Debate) -> Iterator[Verdict]:
        """The verdicts on the statements of one debate, in the order of its file."""
        return iter(self._of.get(debate.id, ()))

    def questions_of(self, debate: Debate) -> Iterator[QuestionVerdict]:
        """The verdicts on the questions of one debate, in the order of its file."""
        return iter(self._questions_of.get(debate.id, ()))

    def keys(self, wanted: str) -> list[str]:
        """The `debate#id` of every statement and question that an id can mean."""
        known = {**self.graph.number, **self.graph.answers}
        if "#" in wanted:
            return [wanted] if wanted in known else []
        return [key for debate in self.graph.debates if (key := f"{debate.id}#{wanted}") in known]

    def __getitem__(self, wanted: str) -> Verdict:
        """The verdict on a statement, by its id or `debate#id`.

        Raises:
            KeyError: no statement, or more than one, has this id.
        """
        keys = [key for key in self.keys(wanted) if key in self.graph.number]
        if len(keys) != 1:
            raise KeyError(wanted)
        return self.verdicts[self.graph.number[keys[0]]]

    def question(self, wanted: str) -> QuestionVerdict:
        """The verdict on a question, by its id or `debate#id`.

        Raises:
            KeyError: no question, or more than one, has this id.
        """
        found = [verdict for verdict in self.question_verdicts if wanted in (verdict.id, verdict.key)]
        if len(found) != 1:
            raise KeyError(wanted)
        return found[0]

    def why(self, wanted: str) -> Explanation:
        """Why a statement or question has its status, in sentences.

        Raises:
            KeyError: nothing, or more than one thing, has this id.
        """
        keys = self.keys(wanted)
        if len(keys) != 1:
            raise KeyError(wanted)
        number = self.graph.number.get(keys[0])
        if number is None:
            verdict = self.question(keys[0])
            return explain_question(
                self.graph, verdict.debate, verdict.question, verdict.status, verdict.given
            )
        if number in self.supposed:
            return explain_supposed(self.graph, number, self.supposed[number])
        return explain(self.graph, number, self.verdicts[number].status, self.asserted, self.backed)


def analyse(debates: Iterable[Debate]) -> Analysis:
    """Weave debates into one graph and decide what stands."""
    return Analysis(ArgumentGraph.of(debates))
