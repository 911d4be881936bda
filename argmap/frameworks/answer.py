"""What was asked of a framework, and the answer with all that proves it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import prod

from argmap.frameworks.components import Rest
from argmap.frameworks.framework import IN, OUT, UNDECIDED, Semantics, Task
from argmap.frameworks.search import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked.

    Attributes:
        semantics: which sets of arguments are extensions.
        task: what about them; None for both the credulous and the skeptical answers.
        arguments: of which arguments, by number; None for all. Only where it is asked who is accepted.
        most: how many extensions to list, where all are asked for; None for all there are.
    """

    semantics: Semantics
    task: Task | None = None
    arguments: tuple[int, ...] | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer. Everything in it can be read and proved by `argmap.frameworks.checking`.

    Attributes:
        question: what was asked.
        grounded: the grounded labels, by number.
        order: the decided arguments, each following from those before it.
        rest: what the grounded labelling leaves open, cut into parts.
        found: what was found of each part, in their order.
    """

    question: Question
    grounded: bytes
    order: Sequence[int]
    rest: Rest
    found: Sequence[Found]

    @property
    def exists(self) -> bool:
        """Whether there is an extension; under stable semantics there may be none."""
        if self.question.semantics is not Semantics.STABLE:
            return True
        return not self.rest.frozen and all(one.extensions for one in self.found)

    @property
    def whole(self) -> bool:
        """Whether nothing was cut off, where all extensions were asked for."""
        if self.question.semantics is Semantics.IDEAL or not self.exists:
            return True
        most = self.question.most
        return all(one.whole for one in self.found) and (most is None or self.count <= most)

    @property
    def count(self) -> int:
        """How many extensions there are, where that was asked: every combination of those of the parts."""
        return prod(map(len, self._ways())) if self.exists else 0

    def extension(self) -> bytes | None:
        """The labels of an extension, by number, or None where there is none."""
        return self._woven([ways[0] for ways in self._ways()]) if self.exists else None

    def extensions(self) -> Iterator[bytes]:
        """The labels of the extensions that are known, each once, in a fixed order; no more than asked for."""
        if self.exists:
            yield from map(self._woven, islice(product(*self._ways()), self.question.most))

    def _ways(self) -> list[Sequence[bytes]]:
        """The known extensions of each part."""
        if self.question.semantics is not Semantics.IDEAL:
            return [found.extensions for found in self.found]
        both = zip(self.rest.parts, self.found, strict=True)
        return [[labelling_of(part.attackers, found.sure)] for part, found in both]

    def _woven(self, way: Sequence[bytes]) -> bytes:
        labels = bytearray(self.grounded)
        for part, labelling in zip(self.rest.parts, way, strict=True):
            for number, label in zip(part.members, labelling, strict=True):
                labels[number] = label
        return bytes(labels)

    def credulous(self) -> bytearray:
        """By number, 1 for what is in some extension; of what was not asked, what is known."""
        return self._flags(everywhere=False)

    def skeptical(self) -> bytearray:
        """By number, 1 for what is in every extension; of what was not asked, what is known."""
        return self._flags(everywhere=True)

    def _flags(self, *, everywhere: bool) -> bytearray:
        if not self.exists:  # of no extension everything is true
            return bytearray([everywhere]) * len(self.grounded)
        flags = bytearray(label == IN for label in self.grounded)
        for part, found in zip(self.rest.parts, self.found, strict=True):
            for place in self._accepted(found, everywhere=everywhere):
                flags[part.members[place]] = 1
        return flags

    def _accepted(self, found: Found, *, everywhere: bool) -> set[int]:
        if self.question.semantics is Semantics.IDEAL:
            return set(found.sure)
        if everywhere:
            return found.always
        return {place for one in found.extensions for place, label in enumerate(one) if label == IN}

    def witness(self, number: int, *, has: bool) -> bytes | None:
        """The labels of a known extension that has an argument, or that has it not; None where none is known."""
        if not self.exists:
            return None
        ways = self._ways()
        for position, part in enumerate(self.rest.parts):
            if number in part.members:
                place = part.members.index(number)
                ways[position] = [one for one in ways[position] if (one[place] == IN) is has]
                break
        else:
            if (self.grounded[number] == IN) is not has:
                return None
        return self._woven([known[0] for known in ways]) if all(ways) else None


def labelling_of(attackers: Sequence[Sequence[int]], held: Sequence[int]) -> bytes:
    """The labels that follow from a set of arguments: itself in, what it attacks out, the rest undecided."""
    chosen = set(held)
    return bytes(
        IN if place in chosen else OUT if not chosen.isdisjoint(own) else UNDECIDED
        for place, own in enumerate(attackers)
    )
