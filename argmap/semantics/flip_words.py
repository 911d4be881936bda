"""What would have to change, in sentences: who would have to do what, by the texts of the statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.diagnostics import Words
from argmap.graph import ArgumentGraph
from argmap.semantics.case import full_of
from argmap.semantics.flips import Flip, FlipKind, Turn, Way
from argmap.semantics.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldWay:
    """One way, and each of its changes in words."""

    way: Way
    parts: tuple[Words, ...]

    @property
    def all_of(self) -> Words:
        """How many changes it takes, where it takes several."""
        count = len(self.parts)
        return Words(
            en="both of these" if count == _BOTH else f"all {count} of these", ja=f"次の{count}件すべて"
        )

    @property
    def words(self) -> Words:
        """All of it in one line."""
        if len(self.parts) == 1:
            return self.parts[0]
        return Words(
            en=f"{self.all_of.en}: {'; '.join(one.en for one in self.parts)}",
            ja=f"{self.all_of.ja}：{'、'.join(one.ja for one in self.parts)}",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The ways of one kind: the sentence that leads to them, and each way in words."""

    lead: Words
    ways: tuple[ToldWay, ...]


def tell(flip: Flip, graph: ArgumentGraph) -> tuple[Told, ...]:
    """What would have to change, kind by kind."""
    kinds = [kind for kind in FlipKind if flip.of(kind)]
    return tuple(
        Told(
            lead=_lead(flip, kind, also=kind is not kinds[0]),
            ways=tuple(ToldWay(way=way, parts=_parts(flip, graph, way)) for way in flip.of(kind)),
        )
        for kind in kinds
    )


def aim(flip: Flip) -> Words:
    """What the ways lead to, or that there are none, in a sentence."""
    if any(way.kind is not FlipKind.REBUTTAL for way in flip.ways):
        return _FALLS if flip.stands else _RISES
    if flip.bounds:
        return _NOT_FOUND
    if flip.stands:
        return _UNSHAKEN
    return _WITHDRAWN if flip.verdict.status is Status.CONCEDED else _NEVER


def bounds(flip: Flip) -> tuple[Words, ...]:
    """Where the search stopped, a sentence for each kind."""
    return tuple(
        Words(
            en=f"The search stopped at its bound: by {_NAMES[bound.kind].en}, there may be further ways that take "
            f"{bound.size} or more changes.",
            ja=f"探索は上限で打ち切った。{_NAMES[bound.kind].ja}による方法のうち、変更が{bound.size}件以上のものは、ほかにもありうる。",
        )
        for bound in flip.bounds
    )


REFUTING = Words(
    en="To refute a statement is to bring it down by a rebuttal with evidence; it does as well to have it withdrawn.",
    ja="退けるとは、証拠のある反論でその発言を崩すことをいう。その発言が撤回されても同じである。",
)
"""What it is for a statement to fall."""

_FALLS = Words(en="What would bring it down:", ja="崩れるのは、次の場合である。")
_RISES = Words(en="What would restore it:", ja="成り立つようになるのは、次の場合である。")
_UNSHAKEN = Words(
    en="Nothing that was said so far would bring it down.",
    ja="これまでの発言の中に、これを崩しうるものはない。",
)
_NOT_FOUND = Words(
    en="Within the bound of the search, nothing was found that would change this.",
    ja="探した範囲に、これを変えるものは見当たらなかった。",
)
_WITHDRAWN = Words(
    en="It was withdrawn or admitted: whatever becomes of other statements, it does not stand.",
    ja="撤回または容認されているため、ほかの発言がどうなっても成り立たない。",
)
_NEVER = Words(
    en="Whichever statements were refuted, and whatever evidence was shown for them, it would not stand.",
    ja="これまでの発言のどれが退けられ、どれに証拠が示されても、成り立たない。",
)
_NAMES: Mapping[FlipKind, Words] = {
    FlipKind.EVIDENCE: Words(en="evidence alone", ja="証拠を示すことだけ"),
    FlipKind.FALL: Words(en="refuting alone", ja="発言を退けることだけ"),
    FlipKind.BOTH: Words(en="both together", ja="その二つの組み合わせ"),
}
_TO: Mapping[FlipKind, Words] = {
    FlipKind.EVIDENCE: Words(en="show", ja="示"),
    FlipKind.FALL: Words(en="refute", ja="退け"),
    FlipKind.BOTH: Words(en="do", ja="行"),
    FlipKind.REBUTTAL: Words(en="make", ja="示"),
}
"""What is to be done; in Japanese the stem of the verb."""
_FORMS: Mapping[str, tuple[str, str, str]] = {
    "示": ("せば足りる", "しても足りる", "す必要がある"),
    "退け": ("れば足りる", "ても足りる", "る必要がある"),
    "行": ("えば足りる", "っても足りる", "う必要がある"),
}
"""How the verb ends: it would be enough, it would be enough as well, it is needed."""


def _lead(flip: Flip, kind: FlipKind, *, also: bool) -> Words:
    """Who would have to do it, and whether it is needed or only enough."""
    who, verb, several = _who(flip), _TO[kind], len(flip.of(kind)) > 1
    enough, as_well, needed = (f"{verb.ja}{ending}" for ending in _FORMS[verb.ja])
    this = "次の発言" if kind is FlipKind.FALL else "次のこと"
    what = Words(en="one of these" if several else "this", ja="次のどれか一つ" if several else this)
    if kind is FlipKind.BOTH:
        what = Words(en=f"all of {what.en}", ja="次のどれか一組" if several else "次のすべて")
    if kind is not FlipKind.REBUTTAL and len(flip.of(kind)) == len(flip.ways) and not flip.bounds:
        return Words(
            en=f"{who.en or 'Somebody'} would have to {verb.en} {what.en}:",
            ja=f"{who.ja}{what.ja}を{needed}。",
        )
    would = "It would also be enough" if also else "It would be enough"
    return Words(
        en=f"{would}{f' for {who.en}' if who.en else ''} to {verb.en} {what.en}:",
        ja=f"このほか、{who.ja}{what.ja}を{as_well}。" if also else f"{who.ja}{what.ja}を{enough}。",
    )


def _who(flip: Flip) -> Words:
    """Who would do it: the party of a statement that is to stand, those of other sides for one that is to fall."""
    debate, by = flip.verdict.debate, flip.verdict.statement.by
    if flip.stands:
        others = (party for party in debate.parties if debate.side_of(party) != flip.verdict.side)
        names = [debate.party_name(party) for party in others]
    else:
        names = list(filter(None, [debate.party_name(by)]))
    if len(names) > _NAMED:
        return Words(en="the other side", ja="相手側は、")
    return Words(en=" or ".join(names), ja=f"{'か'.join(names)}は、" if names else "")


_NAMED = _BOTH = 2


def _parts(flip: Flip, graph: ArgumentGraph, way: Way) -> tuple[Words, ...]:
    """The statements that would have to fall, and those for which evidence would have to be shown."""
    here = flip.verdict.debate.id
    return tuple(_turn(turn, full_of(graph, turn.number, here), way.kind) for turn in way.turns)


def _turn(turn: Turn, full: Words, kind: FlipKind) -> Words:
    if turn.what == "rebuttal":
        return Words(en="a new rebuttal of it, with evidence", ja="これに対する、証拠のある新しい反論")
    if turn.what == "falls":
        return Words(en=f"refute {full.en}", ja=f"{full.ja}を退けること") if kind is FlipKind.BOTH else full
    what = (
        Words(en=f"the source of {full.en}", ja=f"{full.ja}の出典")
        if turn.what == "source"
        else Words(en=f"evidence for {full.en}", ja=f"{full.ja}を裏づける証拠")
    )
    return Words(en=f"show {what.en}", ja=f"{what.ja}を示すこと") if kind is FlipKind.BOTH else what
