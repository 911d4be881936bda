"""What can be defended together, in words: titles, each with its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from argmap.diagnostics import Words
from argmap.frameworks import Semantics
from argmap.graph import ArgumentGraph
from argmap.model import Debate
from argmap.semantics.positions import Holds, Positions

TITLE = Words(en="What can be defended together", ja="ともに守れる主張")

_MEANING: Mapping[Semantics, Words] = {
    Semantics.GROUNDED: Words(
        en="Grounded semantics: only what stands without taking a side.",
        ja="基礎意味論：どちらの側も取らずに成り立つものだけ。",
    ),
    Semantics.COMPLETE: Words(
        en="Complete semantics: a position defends all that it holds, and holds all that it defends; it may leave open"
        " what is open.",
        ja="完全意味論：立場は、取るものをすべて守り、守れるものをすべて取る。決着しない点は残してよい。",
    ),
    Semantics.PREFERRED: Words(
        en="Preferred semantics: a position defends all that it holds, and nothing could be added to it.",
        ja="選好意味論：立場は、取るものをすべて守り、それ以上に取れるものがない。",
    ),
    Semantics.STABLE: Words(
        en="Stable semantics: a position leaves nothing open.",
        ja="安定意味論：立場は、何も未決のまま残さない。",
    ),
    Semantics.SEMI_STABLE: Words(
        en="Semi-stable semantics: a position leaves as little open as can be.",
        ja="準安定意味論：立場は、未決のまま残すものをできるだけ少なくする。",
    ),
    Semantics.IDEAL: Words(
        en="Ideal semantics: what every position holds and nobody can attack from a position.",
        ja="理想意味論：どの立場も取り、どの立場からも崩せないもの。",
    ),
}
_NO_POSITION = Words(
    en="There is no such position: whoever takes a side on everything contradicts themselves somewhere.",
    ja="そうした立場はない。すべてに決着をつけようとすると、どこかで矛盾する。",
)
_HOLDS: Mapping[Holds, Words] = {
    Holds.ALL: Words(en="In every position", ja="どの立場でも成り立つ"),
    Holds.SOME: Words(en="In some positions, not in all", ja="立場によって成り立つ"),
    Holds.NONE: Words(en="In no position", ja="どの立場でも成り立たない"),
}
_APART = Words(en="Nobody can defend both", ja="ともに守ることはできない")
_MORE_PAIRS = Words(en="Further pairs were not looked at.", ja="ほかの組は調べていない。")


def meaning(semantics: Semantics) -> Words:
    """What a position is under a semantics, in a sentence."""
    return _MEANING[semantics]


def said_of(
    found: Positions, graph: ArgumentGraph, debate: Debate
) -> Iterator[tuple[Words, Sequence[Words]]]:
    """Titles, each with its sentences, of one debate; titles without sentences are left out."""
    if not found.exists:
        yield _NO_POSITION, ()
        return
    numbers = list(graph.numbers_in(debate.id))
    for holds, title in _HOLDS.items():
        sentences = [_sentence(found, graph, debate, n) for n in numbers if found.backed[n] is holds]
        if sentences:
            yield title, sentences
    mine = set(numbers)
    pairs = [
        Words(en=f"{one} and {other}", ja=f"{one} と {other}")
        for pair in found.apart
        if mine.intersection(pair)
        for one, other in [[graph.name(n, debate.id) for n in pair]]
    ]
    if pairs:
        yield _APART, [*pairs, *([_MORE_PAIRS] if found.unread else [])]


def _sentence(found: Positions, graph: ArgumentGraph, debate: Debate, number: int) -> Words:
    name, reason = graph.name(number, debate.id), found.reasons.get(number)
    return Words(en=f"{name}: {reason.en}", ja=f"{name}：{reason.ja}") if reason else Words(en=name, ja=name)
