"""Support and attack on the same statement.

One statement both supports (or backs) another and rebuts it.

It cannot speak for and against the same thing; one of the two relations is a slip.

Delete one of them, or split the statement in two.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case, place
from argmap.diagnostics import Finding, Severity, Words

SEVERITY = Severity.ERROR
NAME = Words(en="support and attack on the same statement", ja="同じ相手への支持と反論")


def find(case: Case) -> Iterator[Finding]:
    """Statements that rebut what they support or back."""
    graph = case.analysis.graph
    for verdict in case.analysis.verdicts:
        if not verdict.statement.rebuts:
            continue
        supported = {graph.steps[k].conclusion for k in graph.steps_from[verdict.number]}
        for position, link in enumerate(verdict.statement.rebuts):
            target = case.target(verdict.debate.id, link.to)
            if target is None:
                continue
            if target.number in supported or verdict.number in graph.backing[target.number]:
                yield Finding(
                    debate=verdict.debate.id,
                    at=place(verdict, "rebuts", position),
                    message=Words(
                        en=f"`{verdict.id}` rebuts `{link.to}` and supports it too",
                        ja=f"`{verdict.id}` は `{link.to}` に反論しながら、支えてもいる",
                    ),
                )
