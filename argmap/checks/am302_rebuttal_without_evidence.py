"""A rebuttal that no evidence backs.

A statement of another side than the one looked at which attacks something, stands, and yet has no evidence: nothing
backs it, and it rests on nothing that is backed.

Such a rebuttal counts as argued but does not weigh: what it attacks stays standing (反論あり・根拠なし).

Find an incident, a figure or a document, add it under `evidence` with its source, and name the rebuttal in `backs`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case, place
from argmap.diagnostics import Finding, Severity, Words
from argmap.model import Evidence
from argmap.semantics import Label, Verdict, has_source

SEVERITY = Severity.NOTE
NAME = Words(en="a rebuttal that no evidence backs", ja="証拠のない反論")


def find(case: Case) -> Iterator[Finding]:
    """Standing attacks without force, except those of the side itself."""
    for verdict in case.analysis.verdicts:
        attacks = verdict.statement.rebuts or verdict.statement.undercuts
        if (
            attacks
            and verdict.side != case.side
            and verdict.statement.role != "evidence"
            and verdict.backed is Label.IN
            and verdict.force is Label.OUT
        ):
            yield Finding(
                debate=verdict.debate.id,
                at=place(verdict),
                message=_message(case, verdict),
            )


def _message(case: Case, verdict: Verdict) -> Words:
    graph = case.analysis.graph
    unsourced = [
        graph.name(number, verdict.debate.id)
        for number in graph.backing[verdict.number]
        if isinstance(item := graph.said[number], Evidence) and not has_source(item)
    ]
    if unsourced:
        return Words(
            en=f"the evidence for the rebuttal `{verdict.id}` names no source: {', '.join(unsourced)}",
            ja=f"反論 `{verdict.id}` の証拠に出典がない: {'、'.join(unsourced)}",
        )
    return Words(
        en=f"no evidence for the rebuttal `{verdict.id}` was found",
        ja=f"反論 `{verdict.id}` を裏づける証拠が見当たらない",
    )
