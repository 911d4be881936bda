"""A party that attacks itself.

A statement that rebuts a statement of the same party, or undercuts a step from one. What the party has conceded does
not count.

A party seldom speaks against itself; more often `by` or `rebuts` names the wrong one.

Mend the party or the target. If the party did withdraw what it had said, mark that as `conceded`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case, place
from argmap.diagnostics import Finding, Path, Severity, Words
from argmap.semantics import Verdict

SEVERITY = Severity.WARNING
NAME = Words(en="a party that attacks itself", ja="自分の側への反論")


def find(case: Case) -> Iterator[Finding]:
    """Attacks of a party on what it said itself."""
    for verdict in case.analysis.verdicts:
        for at, reference in _attacks(verdict):
            target = case.target(verdict.debate.id, reference)
            if target is not None and _same_party(verdict, target) and target.statement.conceded is None:
                yield Finding(
                    debate=verdict.debate.id,
                    at=at,
                    message=Words(
                        en=f"`{verdict.id}` and `{reference}`, which it attacks, are both by `{verdict.statement.by}`",
                        ja=f"`{verdict.id}` も、その相手の `{reference}` も、発言者は `{verdict.statement.by}`",
                    ),
                )


def _attacks(verdict: Verdict) -> Iterator[tuple[Path, str]]:
    for position, link in enumerate(verdict.statement.rebuts):
        yield place(verdict, "rebuts", position), link.to
    for position, undercut in enumerate(verdict.statement.undercuts):
        yield place(verdict, "undercuts", position), undercut.from_


def _same_party(one: Verdict, other: Verdict) -> bool:
    """Whether one party of one debate says both; a statement against itself is another rule's."""
    by = one.statement.by
    return (
        bool(one.debate.party_name(by))
        and by == other.statement.by
        and one.debate is other.debate
        and one is not other
    )
