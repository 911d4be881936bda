"""The reasons for each status, in sentences, each with the statements that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from argmap.diagnostics import Words
from argmap.model import Evidence, date_words
from argmap.semantics.case import Case, Fate
from argmap.semantics.labelling import Label
from argmap.semantics.network import has_source
from argmap.semantics.status import Status

Reasons = Iterator[tuple[Words, Sequence[int]]]


def _conceded(case: Case) -> Reasons:
    concession = case.graph.said[case.number].conceded
    if concession is not None and concession.on is not None:
        on = date_words(concession.on)
        yield Words(en=f"The date given is {on.en}.", ja=f"その時期は{on.ja}である。"), ()


def _rebutted(case: Case) -> Reasons:
    for other in case.rebutters:
        if case.fate(other) is Fate.COUNTS:
            yield _strength(case, other)
    idle = [other for other in case.rebutters if case.fate(other) is Fate.NO_EVIDENCE]
    if idle:
        names = case.names(idle)
        yield (
            Words(
                en=f"Also said against it, but without evidence: {names.en}.",
                ja=f"このほか {names.ja} の反論もあるが、証拠が付いていない。",
            ),
            idle,
        )


def _strength(case: Case, other: int) -> tuple[Words, Sequence[int]]:
    """Why an attacker counts: what backs it, and that nothing defeats it."""
    graph, full = case.graph, case.full(other)
    items = [item for item in graph.backing[other] if case.backed.force[item] is Label.IN]
    said = graph.said[other]
    if isinstance(said, Evidence):
        reason = (
            Words(en="names its source", ja="出典があり")
            if said.source
            else Words(en="is disputed by no party", ja="どちらも争わない事実であり")
        )
    elif items:
        names = case.names(items)
        reason = Words(en=f"is backed by {names.en}", ja=f"{names.ja} に裏づけられ")
    else:
        reason = Words(en="rests on grounds that have evidence", ja="証拠のある根拠に支えられ")
    rest = (
        Words(en="what was said against it did not succeed", ja="これへの再反論は通っていない")
        if graph.rebutters[other]
        else Words(en="nothing was said against it", ja="これへの再反論は見当たらない")
    )
    words = Words(
        en=f"{capital(full.en)} {reason.en}, and {rest.en}.", ja=f"{full.ja}は、{reason.ja}、{rest.ja}。"
    )
    return words, (other, *items)


def _undermined(case: Case) -> Reasons:
    for premise in case.premises():
        if case.backed.statements[premise] is Label.OUT:
            full = case.full(premise)
            words = Words(
                en=f"{capital(full.en)}, on which it rests, does not stand.",
                ja=f"支えとなる{full.ja}が成り立っていない。",
            )
            yield words, (premise,)
    for step in case.steps_to(case.number):
        yield from _broken(case, step.premises[0], case.number, step.undercutters)


def _undercut(case: Case) -> Reasons:
    for step in case.steps_from():
        yield from _broken(case, case.number, step.conclusion, step.undercutters)


def _broken(case: Case, start: int, conclusion: int, undercutters: Sequence[int]) -> Reasons:
    """Who shows that a conclusion does not follow."""
    for other in undercutters:
        if case.fate(other) is Fate.COUNTS:
            full, first, last = case.full(other), case.name(start), case.name(conclusion)
            words = Words(
                en=f"{capital(full.en)} shows that {last} does not follow from {first}.",
                ja=f"{full.ja}により、{first} から {last} は導けない。",
            )
            yield words, (other,)


def _contested(case: Case) -> Reasons:
    undercutters = (other for step in case.steps_to(case.number) for other in step.undercutters)
    for other in dict.fromkeys((*case.rebutters, *undercutters)):
        if case.fate(other) is Fate.UNDECIDED:
            full = case.full(other)
            yield (
                Words(en=f"{capital(full.en)} is not settled.", ja=f"{full.ja}も、決着していない。"),
                (other,),
            )
    for premise in case.premises():
        if case.backed.statements[premise] is Label.UNDECIDED:
            full = case.full(premise)
            words = Words(
                en=f"{capital(full.en)}, on which it rests, is not settled.",
                ja=f"支えとなる{full.ja}が決着していない。",
            )
            yield words, (premise,)


def _unrebutted(case: Case) -> Reasons:
    said, items, premises = case.graph.said[case.number], case.graph.backing[case.number], case.premises()
    if isinstance(said, Evidence):
        if not has_source(said):
            yield Words(en="It names no source.", ja="ただし、出典が示されていない。"), ()
    elif counting := [item for item in items if case.fate(item) is Fate.COUNTS]:
        names = case.names(counting)
        yield Words(en=f"It is backed by {names.en}.", ja=f"{names.ja} に裏づけられている。"), counting
    elif items:
        names = case.names(items)
        words = Words(
            en=f"Named as evidence, but without a source or not standing: {names.en}.",
            ja=f"証拠に挙げられた {names.ja} は、出典がないか、成り立っていない。",
        )
        yield words, items
    elif premises:
        names = case.names(premises)
        words = Words(
            en=f"Nothing was said against what it rests on, either: {names.en}.",
            ja=f"支えとなる {names.ja} にも、反論は見当たらない。",
        )
        yield words, premises
    else:
        yield (
            Words(en="No evidence is attached to it, either.", ja="ただし、裏づける証拠も付いていない。"),
            (),
        )


def _challenged(case: Case) -> Reasons:
    if case.asserted.statements[case.number] is not Label.IN:
        for number, attackers in case.doubts().items():
            yield from _attacks(case, attackers, _on(case, number))
    else:
        undercutters = (other for step in case.steps_from() for other in step.undercutters)
        yield from _attacks(case, undercutters, _ON_STEPS)
    if any(
        case.fate(other) is Fate.NO_EVIDENCE and case.backed.statements[other] is Label.IN
        for other in case.rebutters
    ):
        words = Words(
            en="Once evidence is attached to such a rebuttal, it no longer stands.",
            ja="こうした反論に証拠が付けば、成り立たなくなる。",
        )
        yield words, ()


def _defended(case: Case) -> Reasons:
    undercutters = (other for step in case.steps_to(case.number) for other in step.undercutters)
    yield from _attacks(case, (*case.rebutters, *undercutters), _on(case, case.number))
    undercutters = (other for step in case.steps_from() for other in step.undercutters)
    yield from _attacks(case, undercutters, _ON_STEPS)
    fallen = [premise for premise in case.premises() if case.backed.statements[premise] is not Label.IN]
    if fallen:
        names = case.names(fallen)
        words = Words(
            en=f"Of what it rests on, some does not hold, but enough remains: {names.en}.",
            ja=f"支えのうち {names.ja} は成り立たないが、ほかの支えが残っている。",
        )
        yield words, fallen
    for number in case.attacked_below():
        attackers = (
            *case.graph.rebutters[number],
            *(o for step in case.steps_to(number) for o in step.undercutters),
        )
        yield from _attacks(case, attackers, _on(case, number))


def holds_in_part(case: Case) -> bool:
    """Whether something said against a statement that stands is right, or not settled, but does not bring it down."""
    steps = (*case.steps_to(case.number), *case.steps_from())
    return any(
        case.fate(other) in (Fate.COUNTS, Fate.UNDECIDED) for step in steps for other in step.undercutters
    ) or any(case.backed.statements[premise] is not Label.IN for premise in case.premises())


_ON_STEPS = Words(en="Said against what is concluded from it", ja="ここから導かれる結論に対し、")


def _on(case: Case, number: int) -> Words:
    """What attackers speak against: the statement itself, or something that it rests on."""
    if number == case.number:
        return Words(en="Said against it", ja="")
    full = case.full(number)
    return Words(en=f"Said against what it rests on, {full.en}", ja=f"支えとなる{full.ja}には、")


def _attacks(case: Case, attackers: Iterable[int], on: Words) -> Reasons:
    """What became of attackers, those with the same fate in one sentence."""
    attackers = tuple(dict.fromkeys(attackers))
    for fate, words in _FATES.items():
        others = [other for other in attackers if case.fate(other) is fate]
        if others:
            full = case.all_full(others)
            yield Words(en=f"{on.en}{words.en}: {full.en}.", ja=f"{on.ja}{full.ja}{words.ja}。"), others
    for other in attackers:
        if case.fate(other) is Fate.DEFEATED:
            full, victors = case.full(other), _victors(case, other)
            by = case.names(victors)
            defeated = Words(
                en=f", but defeated by {by.en}" if victors else ", but fallen itself",
                ja=f"があるが、{by.ja} により退けられた" if victors else "があるが、成り立っていない",
            )
            words = Words(en=f"{on.en}{defeated.en}: {full.en}.", ja=f"{on.ja}{full.ja}{defeated.ja}。")
            yield words, (other, *victors)


_FATES: Mapping[Fate, Words] = {
    Fate.NO_EVIDENCE: Words(en=", but with nothing to back it", ja="があるが、裏づけが示されていない"),
    Fate.UNDECIDED: Words(en=", and not settled", ja="があり、まだ決着していない"),
    Fate.COUNTS: Words(
        en=" with evidence, but not enough to bring it down", ja="があるが、これを崩すには至らない"
    ),
}


def _victors(case: Case, loser: int) -> list[int]:
    """Who rebuts an attacker, and counts."""
    return [other for other in case.graph.rebutters[loser] if case.fate(other) is Fate.COUNTS]


def capital(text: str) -> str:
    """A text that begins a sentence."""
    return text[:1].upper() + text[1:]


REASONS: Mapping[Status, Callable[[Case], Reasons]] = {
    Status.CONCEDED: _conceded,
    Status.REBUTTED: _rebutted,
    Status.UNDERMINED: _undermined,
    Status.CONTESTED: _contested,
    Status.UNREBUTTED: _unrebutted,
    Status.UNDERCUT: _undercut,
    Status.CHALLENGED: _challenged,
    Status.DEFENDED: _defended,
}
"""How each status is reasoned for."""
