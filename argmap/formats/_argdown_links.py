"""The relations of an Argdown document -> the links of a debate: each between statements, sound, and once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.diagnostics import Words
from argmap.formats._argdown_document import SYMMETRIC, Argument, Document, End, Line, Relation

_USES = re.compile(r"\(uses: *([0-9, ]+)\)")  # as Argdown 0.x said it, behind a rule
_NUMBER = re.compile("[0-9]+")
Lose = Callable[[int, Words], None]
"""Names something at a place of the text that a debate cannot hold."""


class Step(NamedTuple):
    """Premises, the first one first, and what they support."""

    premises: tuple[str, ...]
    conclusion: str
    at: int


@dataclass(slots=True)
class Links:
    """The links of one statement: ids, and for a step the other premises, for an undercut the step's conclusion."""

    supports: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    rebuts: dict[str, None] = field(default_factory=dict)
    undercuts: dict[tuple[str, str | None], None] = field(default_factory=dict)


def collect(document: Document, ids: Mapping[End, str], lose: Lose) -> dict[str, Links]:
    """The links of every statement by its id.

    Args:
        document: as it was read.
        ids: the id of every statement, and of every argument that is one.
        lose: told of every relation that cannot be carried over.
    """
    return _Collector(document, ids, lose).links()


class _Collector:
    """Steps first, for undercuts meet them; then attacks."""

    def __init__(self, document: Document, ids: Mapping[End, str], lose: Lose) -> None:
        self.document = document
        self.ids = ids
        self.lose = lose
        self.found: dict[str, Links] = {given: Links() for given in ids.values()}
        self.ends: dict[str, set[str]] = {}  # by premise the conclusions of its steps
        self.steps: dict[str, set[Step]] = {}  # by premise its steps

    def links(self) -> dict[str, Links]:
        for step in self._sound(self._steps()):
            first, *others = step.premises
            self.found[first].supports.setdefault(step.conclusion, []).append(tuple(others))
            for premise in step.premises:
                self.ends.setdefault(premise, set()).add(step.conclusion)
                self.steps.setdefault(premise, set()).add(step)
        for relation in self.document.relations:
            if relation.kind not in ("support", "entails"):
                self._attack(relation)
        return self.found

    def _steps(self) -> list[Step]:
        """Every step as it is written, each once."""
        steps: dict[tuple[tuple[str, ...], str], Step] = {}
        written = [*self._supports(), *self._structures()]
        for step in sorted(written, key=lambda step: step.at):
            steps.setdefault((step.premises, step.conclusion), step)
        return list(steps.values())

    def _structures(self) -> Iterable[Step]:
        for argument in self.document.arguments.values():
            for place, line in enumerate(argument.lines):
                if line.concludes:
                    yield self._step(argument, place)

    def _step(self, argument: Argument, place: int) -> Step:
        """The step to a conclusion: from what its inference `uses`, else from all since the inference before."""
        conclusion = argument.lines[place]
        before = argument.lines[:place]
        uses = conclusion.data.get("uses")
        older = _USES.search(", ".join(conclusion.rules or ()))
        numbers = uses if isinstance(uses, list) else _NUMBER.findall(older[1]) if older else ()
        used = [line for line in before if str(line.number) in numbers]
        if not used:
            begin = max((index for index, line in enumerate(before) if line.concludes), default=0)
            used = before[begin:]
        premises = tuple(dict.fromkeys(map(self._of_line, used)))
        return Step(premises, self._of_line(conclusion), used[0].at)

    def _of_line(self, line: Line) -> str:
        return self.ids[End("statement", line.title)]

    def _supports(self) -> Iterable[Step]:
        for kind, source, target, at in self.document.relations:
            if kind not in ("support", "entails"):
                continue
            supported = self.ids.get(target)
            if supported is None:
                supported = self._in_structure(target, at)
            yield Step((self.ids[source],), supported, at)

    def _in_structure(self, target: End, at: int) -> str:
        """What supports an argument supports its only premise, else its conclusion."""
        lines = self.document.arguments[target.title].lines
        premises = [line for line in lines if not line.concludes]
        if len(premises) == 1:
            return self._of_line(premises[0])
        self.lose(
            at,
            Words(
                en=f"that <{target.title}> as a whole is supported: its conclusion is supported instead",
                ja=f"<{target.title}> 全体への支持。結論への支持とした",
            ),
        )
        return self._of_line(lines[-1])

    def _sound(self, steps: list[Step]) -> Iterable[Step]:
        """The steps without those that close a circle."""
        below: dict[str, list[tuple[str, int]]] = {}
        for number, step in enumerate(steps):
            for premise in step.premises:
                below.setdefault(premise, []).append((step.conclusion, number))
        circular = _closing(below)
        for number, step in enumerate(steps):
            if number not in circular:
                yield step
                continue
            message = Words(
                en=f"a support that runs in a circle: of `{step.conclusion}` by `{step.premises[0]}`",
                ja=f"循環する支持: `{step.premises[0]}` による `{step.conclusion}` の支持",
            )
            self.lose(step.at, message)

    def _attack(self, relation: Relation) -> None:
        kind, source, target, at = relation
        attacker, attacked = self.ids[source], self.ids.get(target)
        if attacked is None:
            self._undercut(attacker, target, at)
        elif kind == "undercut" and attacked in self.ends:
            self._add_undercut(attacker, attacked, None, at)
        else:
            if kind == "undercut":
                message = Words(
                    en=f"that `{attacked}` is undercut: it starts no step, so it is rebutted",
                    ja=f"`{attacked}` への論拠の攻撃。論拠がないので反論とした",
                )
                self.lose(at, message)
            self._rebut(attacker, attacked, at)
            if kind in SYMMETRIC and attacker != attacked:
                self._rebut(attacked, attacker, at)

    def _undercut(self, attacker: str, target: End, at: int) -> None:
        """An attack on an argument with a structure: on its last step, or on the one that is meant."""
        argument = self.document.arguments[target.title]
        place = target.conclusion if target.type == "inference" else len(argument.lines) - 1
        step = self._step(argument, place)
        start = step.premises[0]
        if step.conclusion not in self.found[start].supports:
            message = Words(
                en=f"the attack of `{attacker}` on <{target.title}>: that step is left out",
                ja=f"`{attacker}` から <{target.title}> への攻撃。その論拠は取り込んでいない",
            )
            self.lose(at, message)
        else:
            self._add_undercut(attacker, start, step.conclusion, at)

    def _add_undercut(self, attacker: str, start: str, end: str | None, at: int) -> None:
        own = self.steps.get(attacker, set()) & self.steps[start]
        if any(end in (None, step.conclusion) for step in own):
            message = Words(
                en=f"that `{attacker}` undercuts a step of its own",
                ja=f"`{attacker}` が自分の論拠を攻撃すること",
            )
            self.lose(at, message)
        else:
            self.found[attacker].undercuts[start, end] = None

    def _rebut(self, attacker: str, attacked: str, at: int) -> None:
        if attacker == attacked:
            message = Words(en=f"that `{attacker}` attacks itself", ja=f"`{attacker}` の自分自身への攻撃")
        elif attacked in self.ends.get(attacker, ()):
            message = Words(
                en=f"that `{attacker}` attacks `{attacked}`, which it supports too",
                ja=f"`{attacker}` が、支えてもいる `{attacked}` を攻撃すること",
            )
        else:
            self.found[attacker].rebuts[attacked] = None
            return
        self.lose(at, message)


def _closing(below: Mapping[str, list[tuple[str, int]]]) -> set[int]:
    """The numbers of the steps that close a circle, found on one walk through all."""
    closing: set[int] = set()
    state: dict[str, bool] = {}  # False on the way down, True once all below is seen
    for start in below:
        if start in state:
            continue
        state[start] = False
        way = [(start, iter(below[start]))]
        while way:
            name, following = way[-1]
            for conclusion, number in following:
                if number in closing:
                    continue
                if conclusion not in state:
                    state[conclusion] = False
                    way.append((conclusion, iter(below.get(conclusion, ()))))
                    break
                if not state[conclusion]:
                    closing.add(number)
            else:
                state[name] = True
                way.pop()
    return closing
