"""A claim that stands alone.

A claim without any relation: it rebuts, supports and answers nothing, and nothing bears on it or asks about it.

That may be right: not everything that is said is taken up. Often, though, a relation was forgotten, and then the map
shows an island.

Add what the claim answers, supports or rebuts, or what was said against it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.semantics import Analysis

SEVERITY = Severity.NOTE
NAME = Words(en="a claim that stands alone", ja="どこにもつながらない主張")


def find(case: Case) -> Iterator[Finding]:
    """Claims without relations; not in files with broken references or statements that may have held the relation."""
    related = _related(case.analysis)
    unsure = {miss.debate for miss in case.analysis.graph.dangling}
    unsure.update(debate for debate, file in case.files.items() if file.broken or file.unread)
    for verdict in case.analysis.verdicts:
        debate = verdict.debate.id
        if verdict.statement.role == "claim" and verdict.number not in related and debate not in unsure:
            yield Finding(
                debate=debate,
                at=("claims", verdict.id),
                message=Words(
                    en=f"the claim `{verdict.id}` has no relation to anything",
                    ja=f"主張 `{verdict.id}` はほかの何ともつながっていない",
                ),
            )


def _related(analysis: Analysis) -> set[int]:
    graph = analysis.graph
    found = {answer.statement for given in graph.answers.values() for answer in given}
    for number in range(len(graph)):
        bearing = (*graph.rebutters[number], *graph.backing[number])
        found.update((number, *bearing) if bearing else ())
    for step in graph.steps:
        found.update((*step.premises, step.conclusion, *step.undercutters))
    for debate in graph.debates:
        for question in debate.questions.values():
            keys = (ref if "#" in ref else f"{debate.id}#{ref}" for ref in question.about)
            found.update(graph.number[key] for key in keys if key in graph.number)
    return found
