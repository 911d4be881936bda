"""A commitment that was due before it was made.

A `due` date before the day on which the debate was `held`.

Nobody promises for the past: a digit of one of the two dates is wrong, and the commitment would count as overdue from
the first day.

Mend the date.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.model import Claim, earliest, latest

SEVERITY = Severity.WARNING
NAME = Words(en="a commitment that was due before it was made", ja="討論より前の期限")


def find(case: Case) -> Iterator[Finding]:
    """Due dates before the debate."""
    for debate in case.analysis.graph.debates:
        held = debate.debate.held
        if held is None:
            continue
        for section in ("claims", "rebuttals"):
            items: dict[str, Claim] = getattr(debate, section)
            for local, claim in items.items():
                if claim.due is not None and latest(claim.due) < earliest(held):
                    yield Finding(
                        debate=debate.id,
                        at=(section, local, "due"),
                        message=Words(
                            en=f"due by {claim.due}, before the debate of {held}",
                            ja=f"期限 {claim.due} が、討論の時期 {held} より前になっている",
                        ),
                    )
