"""A rebuttal that no evidence backs.

A statement of another side that attacks the administration that is asked, stands, and yet has no evidence: nothing backs
it, and it rests on nothing that is backed.

Such a rebuttal is argued but does not weigh: what it attacks stays standing (反論あり・根拠なし). It is a task for whoever
made it, before the session: the material may be public, and what is not can be requested.

The draft asks the administration to hand over the material by which the rebuttal can be checked, chosen by its subject;
`look` says where to look first, and what to request under the information disclosure ordinance (情報公開請求). What was
conceded needs no rebuttal any more, and is passed over. Add what was found under `evidence`, with its source, and name
the rebuttal in `backs`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Words
from argmap.model import Evidence
from argmap.questions import (
    GOVERNMENT,
    Attack,
    Case,
    Draft,
    Replies,
    attacked,
    fill,
    fitting,
    form,
    reported,
    template,
)
from argmap.semantics import Label, has_source

NAME = Words(en="a rebuttal that no evidence backs", ja="証拠のない反論")

_FORM = form(
    "{attacked}{rebuttal}との指摘があります。確かめるため、{material}をお示しください。",
    "{attacked} Against this it was said: {rebuttal} To check this, please hand over {material}.",
)


def ask(case: Case) -> Iterator[Draft]:
    """One draft for every standing rebuttal of what the administration says that has no evidence."""
    if case.side != GOVERNMENT:
        return
    for attack in case.attacks():
        if attack.verdict.statement.role != "evidence" and attack.verdict.force is Label.OUT:
            yield _draft(case, attack)


def _draft(case: Case, attack: Attack) -> Draft:
    rebuttal, ways = attack.verdict, template("materials")
    [way] = case.choose((*fitting(ways["subject"], rebuttal.statement.text), *ways["any"]))
    filled = fill(
        _FORM,
        attacked=attacked(case, attack),
        rebuttal=reported(rebuttal.statement.text),
        material=way.words,
    )
    look = way.more["look"]
    return Draft(
        about=rebuttal.id,
        text=filled.said,
        notice=filled.written,
        why=_why(case, attack),
        rests_on=case.names(attack.targets),
        then=_replies(way.words),
        look=Words(
            en=f"Look first in {look.en}; request the rest under the information disclosure ordinance: {way.words.en}.",
            ja=f"まず{look.ja}に当たり、見つからなければ、{way.words.ja}を情報公開請求する。",
        ),
        to=case.speakers(attack.targets),
    )


def _why(case: Case, attack: Attack) -> Words:
    graph, rebuttal = case.analysis.graph, attack.verdict
    if any(
        isinstance(item := graph.said[number], Evidence) and not has_source(item)
        for number in graph.backing[rebuttal.number]
    ):
        return Words(
            en="The evidence for this rebuttal names no source, so that it does not weigh against the claim.",
            ja="この反論の証拠に出典がなく、もとの主張を崩す力になっていない。",
        )
    return Words(
        en="No evidence for this rebuttal was found, so that it does not weigh against the claim.",
        ja="この反論を裏づける証拠が見当たらず、もとの主張を崩す力になっていない。",
    )


def _replies(material: Words) -> Replies:
    return Replies(
        yes=Words(
            en=f"By when, and how much of it, will be handed over: {material.en}?",
            ja=f"{material.ja}は、いつまでに、どの範囲で提出できるのか伺います。",
        ),
        no=Words(
            en=f"Was it never made or not kept, and why: {material.en}?",
            ja=f"{material.ja}がないのは、作っていないのか、残していないのか、その理由とあわせて伺います。",
        ),
        later=Words(
            en=f"By when, and by whom, will it be decided whether it can be handed over: {material.en}?",
            ja=f"{material.ja}を出せるかどうかを、いつまでに、誰が決めるのか伺います。",
        ),
    )
