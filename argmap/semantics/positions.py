"""What can be defended together in a debate: its standing under the semantics in which somebody has to choose.

A position takes a side wherever the debate leaves the choice, and defends itself against everything that counts. Which
sets of statements are positions is what the semantics says (Dung 1995; Caminada 2006). Every answer is proved by
`argmap.frameworks.checking` before it is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from argmap.diagnostics import Words
from argmap.frameworks import IN, OUT, Answer, Question, Semantics, prove
from argmap.frameworks.together import together
from argmap.graph import ArgumentGraph
from argmap.semantics.extensions import Translated, translate

_PAIRS = 50  # pairs that are looked at; each costs a search


class Holds(StrEnum):
    """In which positions a statement stands."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """What can be defended together.

    Attributes:
        semantics: which sets of statements are positions.
        exists: whether there is any position; under the stable semantics there may be none.
        asserted: by number of a statement, in which positions it stands when every attacker counts.
        backed: the same when only attackers with evidence count. Without a position both say none.
        apart: pairs of statements, each of which some position holds (backed), but none both; by number.
        unread: whether there were too many such pairs to look at all of them.
        reasons: by number, why a statement stands in some positions (backed) and not in others.
    """

    semantics: Semantics
    exists: bool
    asserted: Sequence[Holds]
    backed: Sequence[Holds]
    apart: Sequence[tuple[int, int]]
    unread: bool
    reasons: dict[int, Words]


def positions(graph: ArgumentGraph, semantics: Semantics) -> Positions:
    """What can be defended together in debates.

    Args:
        graph: their graph.
        semantics: which sets of statements are positions.
    """
    asserted = _decided(translate(graph, backed=False), semantics, len(graph))
    translated = translate(graph, backed=True)
    backed = _decided(translated, semantics, len(graph))
    holds = _holds(backed, len(graph))
    pairs = [pair for pair in _pairs(graph) if holds[pair[0]] is holds[pair[1]] is Holds.SOME]
    apart = [pair for pair in pairs[:_PAIRS] if _are_apart(translated, semantics, backed, pair)]
    reasons = {n: _reason(graph, translated, backed, n) for n, one in enumerate(holds) if one is Holds.SOME}
    return Positions(
        semantics=semantics,
        exists=backed.exists,
        asserted=_holds(asserted, len(graph)),
        backed=holds,
        apart=apart,
        unread=len(pairs) > _PAIRS,
        reasons=reasons,
    )


def _decided(translated: Translated, semantics: Semantics, count: int) -> Answer:
    question = Question(semantics=semantics, arguments=tuple(range(count)))
    return prove(translated.framework, question)[0]


def _holds(answer: Answer, count: int) -> list[Holds]:
    if not answer.exists:
        return [Holds.NONE] * count
    some, every = answer.credulous(), answer.skeptical()
    return [Holds.ALL if every[n] else Holds.SOME if some[n] else Holds.NONE for n in range(count)]


def _pairs(graph: ArgumentGraph) -> Iterator[tuple[int, int]]:
    """Statements of which one rebuts the other, each pair once, in the order of the files."""
    found = {(min(one, n), max(one, n)): None for n in range(len(graph)) for one in graph.rebutters[n]}
    return iter(sorted(found))


def _are_apart(translated: Translated, semantics: Semantics, answer: Answer, pair: tuple[int, int]) -> bool:
    """Whether no position holds both."""
    known = (answer.witness(number, has=True) for number in pair)
    if any(labels is not None and labels[pair[0]] == labels[pair[1]] == IN for labels in known):
        return False
    return together(translated.framework, semantics, pair) is False


def _reason(graph: ArgumentGraph, translated: Translated, answer: Answer, number: int) -> Words:
    """Why a statement does not stand in every position: what a position without it holds."""
    labels = answer.witness(number, has=False) or b""
    home = graph.debate_of(number).id
    if labels[number] == OUT:
        victors = _names(graph, home, _in_force(translated, labels, graph.rebutters[number]))
        if victors:
            return Words(en=f"falls where {victors} counts", ja=f"{victors} が効く立場では成り立たない")
        fallen = _names(graph, home, (p for p in _premises(graph, number) if labels[p] == OUT))
        if fallen:
            return Words(
                en=f"falls with {fallen}, on which it rests",
                ja=f"支えとなる {fallen} とともに崩れる立場がある",
            )
        return Words(
            en="falls where what supports it is undercut", ja="支えの論拠が断たれる立場では成り立たない"
        )
    return Words(en="stays open in another position", ja="決着しないまま残す立場もある")


def _in_force(translated: Translated, labels: bytes, rebutters: Iterable[int]) -> Iterator[int]:
    return (n for n in rebutters if (force := translated.force[n]) is not None and labels[force] == IN)


def _premises(graph: ArgumentGraph, number: int) -> Iterator[int]:
    return (premise for position in graph.steps_to[number] for premise in graph.steps[position].premises)


def _names(graph: ArgumentGraph, home: str, numbers: Iterable[int]) -> str:
    """Ids, each once, the first three."""
    return ", ".join(list(dict.fromkeys(graph.name(number, home) for number in numbers))[:3])
