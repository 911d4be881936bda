"""The order in which a debate was held: question, answer, rebuttal, evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import inf

from argmap.model import Claim, Debate, Evidence, Question, Statement


def walk(debate: Debate) -> tuple[str, ...]:
    """The ids of a debate's questions and statements in the order in which they were said.

    Turns come in their order; within a turn, questions come before claims, those before rebuttals, and evidence last,
    each in the order of the file. What has no turn follows what it speaks of: an answer its question, a rebuttal what
    it rebuts, evidence what it backs. What speaks of nothing that has a turn stands where the file has it, at the end.
    """
    return tuple(_Walk(debate).ids())


class _Walk:
    def __init__(self, debate: Debate) -> None:
        self.said: dict[str, Question | Statement] = {**debate.questions, **dict(debate.statements())}
        """Questions, claims, rebuttals, evidence: the order within a turn."""
        self.hosted: defaultdict[str, list[str]] = defaultdict(list)
        self.first: list[str] = []
        for local, said in self.said.items():
            host = None if said.turn is not None else self.host(local, debate)
            (self.first if host is None else self.hosted[host]).append(local)

    def ids(self) -> Iterator[str]:
        seen: set[str] = set()
        for start in (*sorted(self.first, key=self.turn), *self.said):  # the rest: circles without a turn
            waiting = [start]
            while waiting:
                local = waiting.pop()
                if local not in seen:
                    seen.add(local)
                    yield local
                    waiting += reversed(self.hosted[local])

    def turn(self, local: str) -> float:
        turn = self.said[local].turn
        return inf if turn is None else turn

    def host(self, local: str, debate: Debate) -> str | None:
        """What something without a turn speaks of: the first that its debate has."""
        names = (name.removeprefix(f"{debate.id}#") for name in _speaks_of(self.said[local]))
        return next((name for name in names if name in self.said and name != local), None)


def _speaks_of(said: Question | Statement) -> Iterator[str]:
    if isinstance(said, Question):
        return
    if isinstance(said, Claim):
        yield from (answer.question for answer in said.answers)
    yield from (link.to for link in said.rebuts)
    yield from (undercut.from_ for undercut in said.undercuts)
    if isinstance(said, Claim):
        yield from (support.to for support in said.supports)
    if isinstance(said, Evidence):
        yield from (link.to for link in said.backs)
