"""A commitment that is overdue.

A commitment of the side that is looked at whose `due` date has passed, while nothing here says that it was kept.

A date that was named can be asked about: it is the easiest question of the next session.

Ask what has become of it. If it was kept, add the evidence that shows it, with a date not before the debate, and name
the commitment in `backs`; if it was withdrawn, mark it as `conceded`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case, place
from argmap.diagnostics import Finding, Severity, Words
from argmap.model import Claim, Evidence, earliest, latest
from argmap.semantics import Verdict

SEVERITY = Severity.NOTE
NAME = Words(en="a commitment that is overdue", ja="期限を過ぎた約束")


def find(case: Case) -> Iterator[Finding]:
    """Commitments of the side whose date has passed."""
    for verdict in case.analysis.verdicts:
        claim = verdict.statement
        if (
            isinstance(claim, Claim)
            and claim.kind == "commitment"
            and claim.due is not None
            and latest(claim.due) < case.today
            and claim.conceded is None
            and verdict.side == case.side
            and not _kept(case, verdict)
        ):
            yield Finding(
                debate=verdict.debate.id,
                at=place(verdict, "due"),
                message=Words(
                    en=f"`{verdict.id}` was due by {claim.due}; nothing here says that it was kept",
                    ja=f"`{verdict.id}` の期限 {claim.due} は過ぎたが、果たされたという証拠が見当たらない",
                ),
            )


def _kept(case: Case, verdict: Verdict) -> bool:
    """Whether evidence that is not older than the debate backs the commitment."""
    held = verdict.debate.debate.held
    backing = (case.analysis.graph.said[number] for number in case.analysis.graph.backing[verdict.number])
    dates = [item.date for item in backing if isinstance(item, Evidence) and item.date is not None]
    return any(held is None or latest(date) >= earliest(held) for date in dates)
