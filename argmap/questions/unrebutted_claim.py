"""A claim that nobody has rebutted.

A claim of the side that is asked which stands because no rebuttal of it, or of anything that it rests on, was found.

Whatever nobody questions is taken as settled in the next session. It may well be true; then its grounds can be
shown.

The draft repeats the claim in reported speech and asks for its grounds: by the evidence that is given for it, by
what it speaks of, by its kind (fact, prediction, policy, commitment, value). Within a debate a sentence is used again
only when no other fits. Where the claim is also an answer that is pressed in another draft, this one asks for
something else. A commitment with a date, a figure without a source and what the state is said to do are asked about
by kinds of their own, and passed over here.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Words
from argmap.model import Claim, Evidence
from argmap.questions import (
    GOVERNMENT,
    Case,
    Draft,
    Form,
    Way,
    asked_of,
    fill,
    fitting,
    form,
    gap_of,
    joined,
    reported,
    short,
    shown,
    template,
)
from argmap.semantics import Verdict

NAME = Words(en="a claim that nobody has rebutted", ja="反論のない主張")

_BACKED = form(
    "{claim}とのことで、{shown}が示されています。{asks}",
    "You say: {claim} As evidence you give: {shown} {asks}",
    written="Claim: {claim} Evidence given: {shown} {asks}",
)


def ask(case: Case) -> Iterator[Draft]:
    """One draft for every unrebutted claim that no other kind asks about."""
    for verdict in case.claims():
        if gap_of(case, verdict) == "unrebutted-claim" and isinstance(verdict.statement, Claim):
            yield _draft(case, verdict, verdict.statement)


def _draft(case: Case, verdict: Verdict, claim: Claim) -> Draft:
    evidence = case.backing(verdict.number)
    names = case.names(evidence)
    ways = _after(case, verdict, claim, evidence[0]) if evidence else _without(case, verdict, claim)
    filled = _said(case, claim, evidence, joined([way.form for way in ways]))
    return Draft(
        about=verdict.id,
        text=filled.said,
        notice=filled.written,
        why=_why(shown=bool(names)),
        rests_on=names,
        then=ways[0].replies,
    )


def _said(case: Case, claim: Claim, evidence: list[int], asks: Form) -> Form:
    """The claim in reported speech, with the first evidence for it, and what is asked."""
    if not evidence:
        return asked_of(claim, asks)
    return fill(_BACKED, claim=reported(claim.text), shown=shown(case, evidence[:1]), asks=asks)


def _after(case: Case, verdict: Verdict, claim: Claim, evidence: int) -> list[Way]:
    """Ask on from the evidence, then by subject."""
    first = case.analysis.graph.said[evidence]
    kind = first.type if isinstance(first, Evidence) else None
    return [
        *case.choose(_ways(f"evidence-{kind or 'other'}", first.text), unlike=verdict.number),
        *case.choose(_subjects(case, claim), unlike=verdict.number),
    ]


def _without(case: Case, verdict: Verdict, claim: Claim) -> list[Way]:
    """Ask by subject, and by kind unless it is a fact and two subjects fit."""
    subjects, kinds = _subjects(case, claim), _kinds(claim)
    if claim.kind in (None, "fact"):
        count = min(case.unused(subjects), 2) or 1
        return case.choose((*subjects, *kinds), count, unlike=verdict.number)
    return [
        *case.choose(kinds, unlike=verdict.number),
        *case.choose(subjects, unlike=verdict.number),
    ]


def _kinds(claim: Claim) -> tuple[Way, ...]:
    """Sentences by kind; what is only to be considered is no fact yet, whatever the debate file leaves unsaid."""
    left_open = tuple(fitting(template("points")["open"], short(claim.text)))
    if claim.kind is None and left_open:
        return (*left_open, *_ways("commitment", claim.text))
    return _ways(claim.kind or "fact", claim.text)


def _subjects(case: Case, claim: Claim) -> tuple[Way, ...]:
    """Sentences by subject; they ask an administration for what it does, and fit nobody else."""
    if case.side != GOVERNMENT:
        return ()
    counted = claim.kind not in ("policy", "commitment")  # what is planned was not counted yet
    return tuple(way for way in _ways("subject", claim.text) if counted or way.asks != "count")


def _ways(section: str, text: str) -> tuple[Way, ...]:
    return tuple(fitting(template("grounds")[section], short(text)))


def _why(*, shown: bool) -> Words:
    if shown:
        return Words(
            en="No rebuttal of this claim was found; evidence is given for it.",
            ja="この主張への反論が見当たらない（証拠は示されている）。",
        )
    return Words(
        en="Neither a rebuttal of this claim nor evidence for it was found.",
        ja="この主張には反論が見当たらず、裏づける証拠も見当たらない。",
    )
