"""A statement that attacks itself.

A statement that rebuts itself, or undercuts a step that starts at itself.

Such a statement can neither stand nor fall. It is almost always the wrong id.

Name the statement that is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case, place
from argmap.diagnostics import Finding, Path, Severity, Words
from argmap.semantics import Verdict

SEVERITY = Severity.ERROR
NAME = Words(en="a statement that attacks itself", ja="自分自身への反論")


def find(case: Case) -> Iterator[Finding]:
    """Statements that attack themselves."""
    graph = case.analysis.graph
    for verdict in case.analysis.verdicts:
        debate = verdict.debate.id
        for position, link in enumerate(verdict.statement.rebuts):
            if case.target(debate, link.to) is verdict:
                yield _finding(verdict, place(verdict, "rebuts", position))
        for position, undercut in enumerate(verdict.statement.undercuts):
            start = case.target(debate, undercut.from_)
            end = case.target(debate, undercut.to or "")
            steps = [] if start is None else [graph.steps[k] for k in graph.steps_from[start.number]]
            if any(
                verdict.number in step.premises and (end is None or step.conclusion == end.number)
                for step in steps
            ):
                yield _finding(verdict, place(verdict, "undercuts", position))


def _finding(verdict: Verdict, at: Path) -> Finding:
    message = Words(
        en=f"`{verdict.id}` attacks itself, or a step that starts at it",
        ja=f"`{verdict.id}` が、自分自身、または自分から出る論拠に反論している",
    )
    return Finding(debate=verdict.debate.id, at=at, message=message)
