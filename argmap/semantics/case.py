"""One statement under explanation: how it and those around it are spoken of, and what became of each attacker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from argmap.diagnostics import Words
from argmap.graph import ArgumentGraph, Step
from argmap.model import ROLE_WORDS, Debate, Question, Statement
from argmap.semantics.labelling import Label, Labelling

_NAMED = 3


class Fate(Enum):
    """What became of an attacker, when only attackers with evidence count."""

    COUNTS = auto()
    UNDECIDED = auto()
    NO_EVIDENCE = auto()
    DEFEATED = auto()


@dataclass(frozen=True, slots=True)
class Case:
    """One statement under explanation, with the graph and its labels under both policies."""

    graph: ArgumentGraph
    number: int
    asserted: Labelling
    backed: Labelling

    @property
    def rebutters(self) -> Sequence[int]:
        """Who rebuts the statement."""
        return self.graph.rebutters[self.number]

    def steps_to(self, number: int) -> list[Step]:
        """The steps that conclude in a statement."""
        return [self.graph.steps[position] for position in self.graph.steps_to[number]]

    def steps_from(self) -> list[Step]:
        """The steps that start at the statement."""
        return [self.graph.steps[position] for position in self.graph.steps_from[self.number]]

    def premises(self) -> tuple[int, ...]:
        """What the statement rests on at once, each once."""
        return tuple(dict.fromkeys(p for step in self.steps_to(self.number) for p in step.premises))

    def is_attacked(self) -> bool:
        """Whether anybody attacks the statement itself, or a step to or from it."""
        steps = (*self.steps_to(self.number), *self.steps_from())
        return bool(self.rebutters) or any(step.undercutters for step in steps)

    def fate(self, attacker: int) -> Fate:
        """What became of an attacker."""
        if self.backed.force[attacker] is not Label.OUT:
            return Fate.COUNTS if self.backed.force[attacker] is Label.IN else Fate.UNDECIDED
        return Fate.DEFEATED if self.backed.statements[attacker] is Label.OUT else Fate.NO_EVIDENCE

    def doubts(self) -> dict[int, list[int]]:
        """Why the statement is not in when every attacker counts: attackers by what they attack.

        That is the statement itself, or else the nearest of what it rests on that is attacked.
        """
        labels = self.asserted.statements
        level, seen, found = [self.number], {self.number}, dict[int, list[int]]()
        while level and not found:
            below: list[int] = []
            for number in level:
                attackers = list(self.graph.rebutters[number])
                steps = self.steps_to(number)
                if not any(_holds(step, labels) for step in steps):
                    attackers += (other for step in steps for other in step.undercutters)
                    below += (p for step in steps for p in step.premises if labels[p] is not Label.IN)
                open_ = [other for other in dict.fromkeys(attackers) if labels[other] is not Label.OUT]
                if open_:
                    found[number] = open_
            level = [number for number in dict.fromkeys(below) if number not in seen]
            seen.update(level)
        return found

    def attacked_below(self) -> list[int]:
        """The nearest of what the statement rests on that is attacked, or that a step to which is."""
        level, seen, found = [self.number], {self.number}, list[int]()
        while level and not found:
            below = dict.fromkeys(
                p for number in level for step in self.steps_to(number) for p in step.premises
            )
            level = [number for number in below if number not in seen]
            seen.update(level)
            found = [
                number
                for number in level
                if self.graph.rebutters[number] or any(step.undercutters for step in self.steps_to(number))
            ]
        return found

    def name(self, number: int) -> str:
        """A statement's id, as it is written in the debate of the statement under explanation."""
        return self.graph.name(number, self.graph.debate_of(self.number).id)

    def full(self, number: int) -> Words:
        """A statement with its party, role, id and text."""
        return full_of(self.graph, number, self.graph.debate_of(self.number).id)

    def all_full(self, numbers: Sequence[int]) -> Words:
        """Statements in full, the first three of them."""
        shown = [self.full(number) for number in numbers[:_NAMED]]
        return _and_more([words.en for words in shown], [words.ja for words in shown], len(numbers))

    def names(self, numbers: Sequence[int]) -> Words:
        """Ids, the first three of them."""
        names = [self.name(number) for number in numbers[:_NAMED]]
        return _and_more(names, names, len(numbers))


def full_of(graph: ArgumentGraph, number: int, seen_from: str) -> Words:
    """A statement of a graph in full, as one says it in the debate `seen_from`."""
    return in_full(graph.said[number], graph.name(number, seen_from), graph.debate_of(number))


def in_full(said: Statement | Question, name: str, debate: Debate) -> Words:
    """A statement or question of a debate with its party, role, id and text."""
    role = ROLE_WORDS[said.role if isinstance(said, Statement) else said.kind]
    party, text = debate.party_name(said.by), short(said.text)
    return Words(
        en=f"the {role.en} {name}{' by ' if party else ''}{party} ({text})",
        ja=f"{party}{'の' if party else ''}{role.ja} {name}（{text}）",
    )


def _holds(step: Step, labels: Sequence[Label]) -> bool:
    return all(labels[premise] is Label.IN for premise in step.premises) and all(
        labels[other] is Label.OUT for other in step.undercutters
    )


def _and_more(en: Sequence[str], ja: Sequence[str], count: int) -> Words:
    more = count - len(en)
    return Words(
        en=", ".join(en) + (f" and {more} more" if more else ""),
        ja="、".join(ja) + (f" ほか{more}件" if more else ""),
    )


def short(text: str, most: int = 80) -> str:
    """A text on one line without its full stop, cut where it is long."""
    line = " ".join(text.split()).rstrip("。.")
    return line if len(line) <= most else f"{line[: most - 1]}…"
