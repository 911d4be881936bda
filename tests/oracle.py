"""What stands, the slow way: the sentences of the design read one by one, again and again, until nothing changes.

Knows nothing of argmap: it reads the plain data of a debate.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

IN, OUT, UNDECIDED = "in", "out", "undecided"


class Decided(NamedTuple):
    """What is decided of one statement."""

    asserted: str
    backed: str
    force: str
    status: str


@dataclass
class Step:
    """Premises that together support a conclusion, and who undercuts that."""

    premises: set[str]
    conclusion: str
    undercutters: set[str] = field(default_factory=set)


def decide(
    plain: dict[str, dict[str, dict[str, Any]]], supposed: dict[str, str] | None = None
) -> dict[str, Decided]:
    """What is decided of every statement of a debate, some of whose labels may be given."""
    return _Oracle(plain, supposed or {}).decide()


class _Oracle:
    def __init__(self, plain: dict[str, dict[str, dict[str, Any]]], supposed: dict[str, str]) -> None:
        self.supposed = supposed
        self.said = {name: said for section in plain.values() for name, said in section.items()}
        self.evidence = set(plain["evidence"])
        self.steps = [
            Step({name, *support["with"]}, support["to"])
            for name, said in self.said.items()
            for support in said.get("supports", ())
        ]
        self.rebutters = {x: {y for y, said in self.said.items() if x in said["rebuts"]} for x in self.said}
        for name, said in self.said.items():
            for undercut in said.get("undercuts", ()):
                for step in self.steps:
                    if (
                        undercut["from"] in step.premises
                        and undercut.get("to", step.conclusion) == step.conclusion
                    ):
                        step.undercutters.add(name)

    def decide(self) -> dict[str, Decided]:
        asserted, _, _ = self.fixpoint(evidence_counts=False)
        backed, _, force = self.fixpoint(evidence_counts=True)
        self.asserted, self.backed, self.force = asserted, backed, force
        return {x: Decided(asserted[x], backed[x], force[x], self.status(x)) for x in self.said}

    def fixpoint(self, *, evidence_counts: bool) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
        label = dict.fromkeys(self.said, UNDECIDED)
        backing = dict.fromkeys(self.said, UNDECIDED)
        force = dict.fromkeys(self.said, UNDECIDED)
        while True:
            steps = [self.step(step, label, force) for step in self.steps]
            new_label = {x: self.statement(x, steps, force) for x in self.said}
            new_backing = {x: self.backing(x, steps, label, backing) for x in self.said}
            new_force = {x: both(label[x], backing[x]) if evidence_counts else label[x] for x in self.said}
            if (new_label, new_backing, new_force) == (label, backing, force):
                return label, backing, force
            label, backing, force = new_label, new_backing, new_force

    def step(self, step: Step, label: dict[str, str], force: dict[str, str]) -> str:
        if any(label[p] == OUT for p in step.premises) or any(force[u] == IN for u in step.undercutters):
            return OUT
        if all(label[p] == IN for p in step.premises) and all(force[u] == OUT for u in step.undercutters):
            return IN
        return UNDECIDED

    def statement(self, x: str, steps: list[str], force: dict[str, str]) -> str:
        if x in self.supposed:
            return self.supposed[x]
        to_it = [label for step, label in zip(self.steps, steps, strict=True) if step.conclusion == x]
        if "conceded" in self.said[x] or any(force[r] == IN for r in self.rebutters[x]):
            return OUT
        if to_it and all(label == OUT for label in to_it):
            return OUT
        if all(force[r] == OUT for r in self.rebutters[x]) and (not to_it or IN in to_it):
            return IN
        return UNDECIDED

    def backing(self, x: str, steps: list[str], label: dict[str, str], backing: dict[str, str]) -> str:
        if x in self.evidence:
            return label[x] if "source" in self.said[x] or "accepted" in self.said[x] else OUT
        ways = [backing[e] for e in self.evidence if x in self.said[e]["backs"]]
        for step, known in zip(self.steps, steps, strict=True):
            if step.conclusion == x:
                way = known
                for premise in step.premises:
                    way = both(way, backing[premise])
                ways.append(way)
        if IN in ways:
            return IN
        return UNDECIDED if UNDECIDED in ways else OUT

    def status(self, x: str) -> str:
        rows = (
            ("conceded", self.supposed.get(x) == OUT),
            ("conceded", "conceded" in self.said[x] and self.backed[x] == OUT),
            ("rebutted", self.backed[x] == OUT and any(self.force[r] == IN for r in self.rebutters[x])),
            ("undermined", self.backed[x] == OUT),
            ("contested", self.backed[x] == UNDECIDED),
            ("unrebutted", not self.attacked(x)),
            ("undercut", self.all_undercut(x, self.force)),
            ("challenged", self.asserted[x] != IN or self.all_undercut(x, self.asserted)),
            ("defended", True),
        )
        return next(status for status, fits in rows if fits)

    def attacked(self, x: str) -> bool:
        rests_on = {x}
        while more := {p for s in self.steps if s.conclusion in rests_on for p in s.premises} - rests_on:
            rests_on |= more
        return (
            any(self.rebutters[y] for y in rests_on)
            or any(step.undercutters for step in self.steps if step.conclusion in rests_on)
            or any(step.undercutters for step in self.steps if x in step.premises)
        )

    def all_undercut(self, x: str, force: dict[str, str]) -> bool:
        steps = [step for step in self.steps if x in step.premises]
        return bool(steps) and all(any(force[u] == IN for u in step.undercutters) for step in steps)


def both(one: str, other: str) -> str:
    """In when both are, out when one is."""
    if OUT in (one, other):
        return OUT
    return IN if one == other == IN else UNDECIDED
