"""A rebuttal that was never met.

A statement of another side that attacks what the side that is asked says, stands with evidence, and to which that side
has said nothing: it attacks neither the rebuttal nor anything that the rebuttal rests on.

What was said against an answer is seldom taken up again unless somebody insists. Silence is no agreement; it has to be
asked for.

The draft puts the rebuttal and its evidence to the side, and asks for a reply by the type of the evidence. A rebuttal
without evidence is asked about by a kind of its own. Where the side did reply, or has conceded what is attacked, there
is nothing to put to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Words
from argmap.model import Evidence
from argmap.questions import Attack, Case, Draft, attacked, fill, form, joined, reported, shown, template
from argmap.semantics import Label

NAME = Words(en="a rebuttal that was never met", ja="答えのない反論")

_PLAIN = form(
    "{attacked}{rebuttal}との指摘があります。この指摘への答えは見当たりません。{asks}",
    "{attacked} Against this it was said: {rebuttal} No reply to that was found. {asks}",
)
_BACKED = form(
    "{attacked}{rebuttal}との指摘があり、{shown}が示されています。この指摘への答えは見当たりません。{asks}",
    "{attacked} Against this it was said: {rebuttal} The evidence: {shown} No reply to that was found. {asks}",
)


def ask(case: Case) -> Iterator[Draft]:
    """One draft for every standing rebuttal with evidence to which the side said nothing."""
    for attack in case.attacks():
        if attack.verdict.force is Label.IN and not _met(case, attack):
            yield _draft(case, attack)


def _met(case: Case, attack: Attack) -> bool:
    """Whether the side attacks the rebuttal, or anything that it rests on."""
    graph, number = case.analysis.graph, attack.verdict.number
    below = (number, *sorted(graph.rests_on(number)))
    grounds = [*below, *(one for other in below for one in graph.backing[other])]
    attackers = {one for ground in grounds for one in graph.attackers_of(ground)}
    attackers |= {
        one for ground in below for step in graph.steps_to[ground] for one in graph.steps[step].undercutters
    }
    return any(case.analysis.verdicts[one].side == case.side for one in attackers)


def _draft(case: Case, attack: Attack) -> Draft:
    rebuttal, targets = attack.verdict, case.names(attack.targets)
    evidence = case.backing(rebuttal.number)
    first = case.analysis.graph.said[evidence[0]] if evidence else None
    ways = template("conflicts")
    by_type = ways.get(f"unmet-{first.type}", ()) if isinstance(first, Evidence) else ()
    chosen = [*case.choose(by_type), *case.choose(ways["unmet"])]
    filled = fill(
        _BACKED if evidence else _PLAIN,
        attacked=attacked(case, attack),
        rebuttal=reported(rebuttal.statement.text),
        shown=shown(case, evidence) if evidence else "",
        asks=joined([way.form for way in chosen]),
    )
    return Draft(
        about=rebuttal.id,
        text=filled.said,
        notice=filled.written,
        why=Words(
            en="This rebuttal stands, with evidence; no reply to it was found.",
            ja="この反論は証拠があって成り立っているが、これへの答えが見当たらない。",
        ),
        rests_on=(*targets, *case.names(evidence)),
        then=chosen[0].replies,
        to=case.speakers(attack.targets),
    )
