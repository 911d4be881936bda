"""A conceded statement on which others rest.

A statement that its party has withdrawn or admitted, but that still supports another one.

A conceded statement is out, and so is every step from it: what rests on it alone falls too.

Ask what is left of the conclusion, or delete the support if the party withdrew that as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case, place
from argmap.diagnostics import Finding, Severity, Words

SEVERITY = Severity.NOTE
NAME = Words(en="a conceded statement on which others rest", ja="撤回・容認後も根拠に使われている発言")


def find(case: Case) -> Iterator[Finding]:
    """Conceded statements that are premises."""
    graph = case.analysis.graph
    for verdict in case.analysis.verdicts:
        steps = graph.steps_from[verdict.number]
        if verdict.statement.conceded is not None and steps:
            conclusions = dict.fromkeys(graph.steps[position].conclusion for position in steps)
            names = ", ".join(f"`{case.name(number, verdict.debate.id)}`" for number in conclusions)
            yield Finding(
                debate=verdict.debate.id,
                at=place(verdict, "conceded"),
                message=Words(
                    en=f"`{verdict.id}` is conceded, but still supports {names}",
                    ja=f"`{verdict.id}` は撤回・容認されたが、まだ {names} を支えている",
                ),
                key=True,
            )
