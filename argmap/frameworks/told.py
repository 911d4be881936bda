"""An answer with the names of the arguments, and the reasons for it in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from argmap.diagnostics import Words
from argmap.frameworks.answer import Answer
from argmap.frameworks.checking import Proof
from argmap.frameworks.framework import IN, OUT, UNDECIDED, Framework, Semantics, Task

_UNDECIDED = Words(
    en="the attacks leave it undecided: to hold it, one has to choose",
    ja="攻撃だけでは決まらない。成り立つとするには、どちらかを選ぶほかない",
)


@dataclass(frozen=True, kw_only=True)
class Told:
    """An answer that was proved.

    Attributes:
        file: what the file is called.
        format: the slug of its format.
        names: what the arguments are called, by number.
        framework: who attacks whom.
        answer: the answer.
        proof: what became of its check.
        together: whether all arguments that were asked about are in one extension; None where that is not known.
    """

    file: str
    format: str
    names: Sequence[str]
    framework: Framework
    answer: Answer
    proof: Proof
    together: bool | None = None

    @cached_property
    def asked(self) -> Sequence[int]:
        """The arguments that were asked about; all where none was named."""
        chosen = self.answer.question.arguments
        return range(len(self.names)) if chosen is None else chosen

    @cached_property
    def credulous(self) -> bytearray | None:
        """By number, 1 for what is in some extension; None where that was not asked."""
        return self.answer.credulous() if self.answer.question.task in (None, Task.CREDULOUS) else None

    @cached_property
    def skeptical(self) -> bytearray | None:
        """By number, 1 for what is in every extension; None where that was not asked."""
        return self.answer.skeptical() if self.answer.question.task in (None, Task.SKEPTICAL) else None

    def held(self, labels: bytes) -> list[str]:
        """The names of what is in an extension."""
        return [name for name, label in zip(self.names, labels, strict=True) if label == IN]

    def witness(self, number: int, *, has: bool) -> list[str] | None:
        """The names of what is in an extension with or without an argument; None where there is none."""
        labels = self.answer.witness(number, has=has)
        return None if labels is None else self.held(labels)

    def reason(self, number: int) -> Words:
        """Why an argument is in every extension, in some or in none, as far as that was asked."""
        return self._decided(number) or self._chosen(number)

    def _chosen(self, number: int) -> Words:
        """Why an argument is in some extensions, where each takes a side."""
        having = self.answer.witness(number, has=True)
        if self.credulous is not None and having is None:
            return self._never(number)
        if self.skeptical is None:
            return Words(en="an extension holds it", ja="これを含む拡張がある")
        without = self.answer.witness(number, has=False)
        if without is None:
            name = self.names[number]
            return Words(en=f"however one chooses, {name} is defended", ja=f"どう選んでも {name} は守られる")
        return self._missing(number, without)

    def _decided(self, number: int) -> Words | None:
        """Why an argument is as it is, where nobody chooses."""
        name, label = self.names[number], self.answer.grounded[number]
        if not self.answer.exists:
            return Words(en="there is no stable extension at all", ja="安定拡張がそもそも存在しない")
        if label == UNDECIDED:
            only = self.answer.question.semantics is Semantics.GROUNDED
            return _UNDECIDED if only else None
        if label == IN:
            return Words(
                en=f"whatever attacks {name} is defeated before anybody has to choose",
                ja=f"{name} への攻撃は、選択の余地なくすべて退けられる",
            )
        other = self._attacker(number, self.answer.grounded, IN)
        return Words(
            en=f"{other} attacks it, and {other} is in every extension",
            ja=f"どの拡張にも入る {other} に攻撃されている",
        )

    def _missing(self, number: int, without: bytes) -> Words:
        """Why an extension does not have an argument."""
        name = self.names[number]
        if without[number] == OUT:
            other = self._attacker(number, without, IN)
            return Words(
                en=f"nobody can defend both {name} and {other}: where {other} is held, {name} falls",
                ja=f"{name} と {other} をともに守ることはできない。{other} を取れば {name} は成り立たない",
            )
        other = self._attacker(number, without, UNDECIDED)
        return Words(
            en=f"an extension leaves its attacker {other} undecided, and does not hold {name}",
            ja=f"攻撃する {other} を未決のまま残す拡張があり、そこに {name} は入らない",
        )

    def _never(self, number: int) -> Words:
        """Why no extension has an argument."""
        name = self.names[number]
        if number in self.framework.attackers[number]:
            return Words(en=f"{name} attacks itself", ja=f"{name} は自分自身を攻撃している")
        if self.answer.question.semantics is Semantics.IDEAL:
            return Words(
                en="not every position holds it, or some position can attack what defends it",
                ja="これを取らない立場があるか、これを守るものを攻撃できる立場がある",
            )
        if self.answer.question.semantics in (Semantics.COMPLETE, Semantics.PREFERRED):
            return Words(
                en=f"no set of arguments defends {name} against all its attackers",
                ja=f"{name} をすべての攻撃から守れる論証の組がない",
            )
        return Words(en=f"no extension holds {name}", ja=f"{name} を含む拡張はない")

    def _attacker(self, number: int, labels: bytes, label: int) -> str:
        """The name of the first attacker with a label."""
        return self.names[next(n for n in self.framework.attackers[number] if labels[n] == label)]
