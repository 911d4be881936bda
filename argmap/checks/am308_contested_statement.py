"""A statement that is contested.

Attacks stand against each other, and neither side has the last word: the statement is neither in nor out.

A debate that hangs in the balance is decided by whoever brings the next argument.

Look at what attacks what (`argmap why ID`), and bring evidence or the rebuttal that decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case, place
from argmap.diagnostics import Finding, Severity, Words
from argmap.semantics import Status

SEVERITY = Severity.NOTE
NAME = Words(en="a statement that is contested", ja="対立中の発言")


def find(case: Case) -> Iterator[Finding]:
    """Undecided statements."""
    for verdict in case.analysis.verdicts:
        if verdict.status is Status.CONTESTED:
            yield Finding(
                debate=verdict.debate.id,
                at=place(verdict),
                message=Words(
                    en=f"`{verdict.id}` is contested: the debate does not settle it",
                    ja=f"`{verdict.id}` は対立中で、決着がついていない",
                ),
            )
