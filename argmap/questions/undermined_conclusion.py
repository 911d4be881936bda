"""A conclusion whose grounds have fallen.

A claim or rebuttal of the side that is asked that nobody denies, while every ground that it was said to rest on has
fallen: rebutted with evidence, withdrawn, or not leading to it.

The conclusion is often repeated long after its grounds are gone. It may still be right, on another ground.

The draft names the ground that fell and how, and asks whether the conclusion still holds, and on what. Add the other
ground, with `supports`, when there is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Words
from argmap.model import Claim
from argmap.questions import Case, Draft, fill, form, reported, template
from argmap.semantics import Label, Status, Verdict

NAME = Words(en="a conclusion whose grounds have fallen", ja="根拠がすべて崩れた結論")

_FORM = form(
    "{claim}とのことですが、その根拠とされた、{ground}という点{fell}{ask}",
    "You say: {claim} It was said to rest on this: {ground} {fell} {ask}",
    written="Claim: {claim} It was said to rest on this: {ground} {fell} {ask}",
)
_FELL = {
    Status.CONCEDED: form(
        "は、述べた側もすでに維持していないものです。", "That has since been withdrawn or admitted."
    ),
    Status.REBUTTED: form("には、証拠のある反論が出ています。", "There is a rebuttal of that with evidence."),
    Status.UNDERMINED: form("も、そのもとの根拠を失っています。", "The grounds of that have fallen in turn."),
}
_NO_STEP = form(
    "からは、この結論を導けないとの反論が出ています。",
    "Against that there is a rebuttal, with evidence, that it does not lead to this conclusion.",
)


def ask(case: Case) -> Iterator[Draft]:
    """One draft for every claim and rebuttal of the side that is undermined."""
    for verdict in case.said():
        if verdict.status is Status.UNDERMINED and isinstance(verdict.statement, Claim):
            yield _draft(case, verdict, verdict.statement)


def _draft(case: Case, verdict: Verdict, claim: Claim) -> Draft:
    graph, verdicts = case.analysis.graph, case.analysis.verdicts
    steps = [graph.steps[position] for position in graph.steps_to[verdict.number]]
    premises = list(dict.fromkeys(premise for step in steps for premise in step.premises))
    fallen = [premise for premise in premises if verdicts[premise].backed is Label.OUT]
    ground = (fallen or premises)[0]
    fell = _FELL[verdicts[ground].status] if fallen else _NO_STEP
    [way] = case.choose(template("conflicts")[f"fallen-{claim.kind or 'fact'}"], unlike=verdict.number)
    undercutters = [one for step in steps for one in step.undercutters]
    attackers = [one for premise in fallen for one in graph.rebutters[premise]]
    filled = fill(
        _FORM,
        claim=reported(claim.text),
        ground=reported(graph.said[ground].text),
        fell=fell,
        ask=way.form,
    )
    return Draft(
        about=verdict.id,
        text=filled.said,
        notice=filled.written,
        why=Words(
            en="Every ground given for it has fallen.",
            ja="示された根拠がすべて崩れている。",
        ),
        rests_on=case.names([*premises, *attackers, *undercutters]),
        then=way.replies,
    )
