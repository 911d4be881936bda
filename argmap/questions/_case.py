"""What a kind of question looks at: one debate, and the side that is asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from argmap.diagnostics import Words
from argmap.model import Claim, Debate
from argmap.questions._ways import Way
from argmap.semantics import Analysis, Label, QuestionStatus, QuestionVerdict, Verdict

GOVERNMENT = "government"
"""The side of the administration: what is asked of it unless another side is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """A standing attack of others on the side that is asked, and the numbers of the statements that it hits."""

    verdict: Verdict
    targets: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a kind of question looks at: one debate, and the side that is asked."""

    analysis: Analysis
    debate: Debate
    side: str
    _used: Counter[str] = field(default_factory=Counter, repr=False)
    _pressed: defaultdict[int, set[str]] = field(default_factory=lambda: defaultdict(set), repr=False)

    @property
    def asked(self) -> Words:
        """The parties on the side that is asked; the side itself where none is named."""
        parties = (party for party in self.debate.parties if self.debate.side_of(party) == self.side)
        names = (self.debate.party_name(party) for party in parties)
        return _listed(names) or Words(en=self.side, ja=self.side)

    def speakers(self, numbers: Iterable[int]) -> Words:
        """The parties on the side that is asked that said these statements; all of the side where none is named."""
        said = (self.analysis.verdicts[number] for number in numbers)
        own = (verdict for verdict in said if verdict.side == self.side)
        names = (verdict.debate.party_name(verdict.statement.by) for verdict in own)
        return _listed(names) or self.asked

    def claims(self) -> Iterator[Verdict]:
        """The claims of the side that is asked."""
        return (verdict for verdict in self.said() if verdict.statement.role == "claim")

    def verdicts(self) -> Iterator[Verdict]:
        """The verdicts on the statements of the debate, in the order of its file."""
        found = self.analysis.verdicts
        return (found[number] for number in self.analysis.graph.numbers_in(self.debate.id))

    def said(self) -> Iterator[Verdict]:
        """The claims of the side that is asked, and its rebuttals."""
        return (
            verdict
            for verdict in self.verdicts()
            if isinstance(verdict.statement, Claim) and verdict.side == self.side
        )

    def points(self, status: QuestionStatus) -> Iterator[QuestionVerdict]:
        """The questions of this status that others put to the side."""
        return (
            verdict
            for verdict in self.analysis.questions_of(self.debate)
            if verdict.status is status and self.debate.side_of(verdict.question.by) != self.side
        )

    def attacks(self) -> Iterator[Attack]:
        """What others say against the side that is asked, and what stands of that.

        An attack on what the side has conceded is no longer needed, and is passed over.
        """
        for verdict in self.verdicts():
            if verdict.side != self.side and verdict.backed is Label.IN:
                targets = tuple(number for number in self.targets(verdict) if self._holds(number))
                if targets:
                    yield Attack(verdict=verdict, targets=targets)

    def targets(self, verdict: Verdict) -> tuple[int, ...]:
        """The numbers of the statements that one attacks: those it rebuts, those from which a step is undercut."""
        graph = self.analysis.graph
        keys = (
            one.from_ if "#" in one.from_ else f"{verdict.debate.id}#{one.from_}"
            for one in verdict.statement.undercuts
        )
        undercut = (graph.number[key] for key in keys if key in graph.number)
        return tuple(dict.fromkeys((*graph.rebuts[verdict.number], *undercut)))

    def backing(self, number: int) -> list[int]:
        """The evidence that counts for a statement."""
        graph, labels = self.analysis.graph, self.analysis.backed
        return [one for one in graph.backing[number] if labels.force[one] is Label.IN]

    def names(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """Ids as they are written in this debate."""
        return tuple(self.analysis.graph.name(number, self.debate.id) for number in numbers)

    def choose(self, ways: Iterable[Way], count: int = 1, *, unlike: int | None = None) -> list[Way]:
        """The first ways of asking, each for something else; what the debate has asked for already comes last.

        Args:
            ways: those that fit.
            count: how many at most.
            unlike: number of an answer; what was asked for to press it (see `press`) is not asked for again.
        """
        first: dict[str, Way] = {}
        for way in ways:
            if unlike is None or way.asks not in self._pressed[unlike]:
                first.setdefault(way.asks, way)
        chosen = sorted(first, key=lambda asks: self._used[asks])[:count]
        self._used.update(chosen)
        return [first[asks] for asks in chosen]

    def press(self, answers: Iterable[int], ways: Iterable[Way], count: int = 1) -> list[Way]:
        """Choose ways to ask a question again, and remember for its answers, by number, what is asked for."""
        chosen = self.choose(ways, count)
        for answer in answers:
            self._pressed[answer].update(way.asks for way in chosen)
        return chosen

    def unused(self, ways: Iterable[Way]) -> int:
        """How many things these ways ask for that the debate has not been asked for yet."""
        return len({way.asks for way in ways if not self._used[way.asks]})

    def _holds(self, number: int) -> bool:
        """Whether the side that is asked says it, and has not conceded it."""
        verdict = self.analysis.verdicts[number]
        return verdict.side == self.side and verdict.statement.conceded is None


def _listed(names: Iterable[str]) -> Words | None:
    """Names, each once, one after the other; None when there are none."""
    found = list(dict.fromkeys(filter(None, names)))
    return Words(en=", ".join(found), ja="、".join(found)) if found else None
