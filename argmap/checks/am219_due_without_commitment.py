"""A due date on something that is no commitment.

A claim has a `due` date, but its `kind` is not `commitment`.

Only commitments become overdue: this date would never be looked at again.

Write `kind: commitment`, or delete the date.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.model import Claim

SEVERITY = Severity.WARNING
NAME = Words(en="a due date on something that is no commitment", ja="約束ではないものの期限")


def find(case: Case) -> Iterator[Finding]:
    """Due dates of claims that are no commitments."""
    for debate in case.analysis.graph.debates:
        for section in ("claims", "rebuttals"):
            items: dict[str, Claim] = getattr(debate, section)
            for local, claim in items.items():
                if claim.due is not None and claim.kind != "commitment":
                    yield Finding(
                        debate=debate.id,
                        at=(section, local, "due"),
                        message=Words(
                            en=f"`{local}` has a due date, but its kind is not `commitment`",
                            ja=f"`{local}` に期限があるが、種類（kind）が `commitment` ではない",
                        ),
                        key=True,
                    )
