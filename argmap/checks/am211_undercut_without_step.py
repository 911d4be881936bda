"""An undercut that meets no step.

`undercuts` names two statements that no step joins, or a statement from which no step starts.

An undercut attacks the way from one statement to another. Where there is no such way, it weighs against nothing.

Mend the ids, add the missing `supports` to the statement that the step starts from, or write `rebuts` when the
statement itself is attacked.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.model import Claim, Undercut
from argmap.semantics import Verdict

SEVERITY = Severity.ERROR
NAME = Words(en="an undercut that meets no step", ja="論拠のない所への反論")


def find(case: Case) -> Iterator[Finding]:
    """Undercuts whose step does not exist."""
    for miss in case.analysis.graph.dangling:
        if miss.wanted != "step":
            continue
        section, local, _, position = miss.at
        undercut = getattr(case.files[miss.debate].debate, str(section))[local].undercuts[position]
        start = case.target(miss.debate, undercut.from_)
        if start is not None and not _lost(case, miss.debate, start, undercut):
            yield Finding(
                debate=miss.debate,
                at=miss.at,
                message=_message(undercut),
                hint=_hint(case, miss.debate, start),
            )


def _lost(case: Case, debate: str, start: Verdict, undercut: Undercut) -> bool:
    """Whether the step is written down, but something else is wrong with it."""
    supports = start.statement.supports if isinstance(start.statement, Claim) else ()
    if undercut.to is None:
        return bool(supports)
    wanted = case.target(debate, undercut.to)
    return any(case.target(start.debate.id, support.to) is wanted for support in supports)


def _message(undercut: Undercut) -> Words:
    if undercut.to is None:
        return Words(
            en=f"no step starts from `{undercut.from_}`",
            ja=f"`{undercut.from_}` から出る論拠（supports）はない",
        )
    return Words(
        en=f"no step leads from `{undercut.from_}` to `{undercut.to}`",
        ja=f"`{undercut.from_}` から `{undercut.to}` への論拠（supports）はない",
    )


def _hint(case: Case, debate: str, start: Verdict) -> Words:
    graph = case.analysis.graph
    ends = dict.fromkeys(graph.steps[k].conclusion for k in graph.steps_from[start.number])
    if not ends:
        return Words(
            en="to attack the statement itself, write `rebuts`", ja="主張そのものへの反論は `rebuts` に書く"
        )
    names = ", ".join(f"`{case.name(number, debate)}`" for number in ends)
    return Words(en=f"its steps lead to {names}", ja=f"そこから出る論拠の行き先: {names}")
