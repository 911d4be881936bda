"""Candidates that nobody has looked at.

Statements or questions marked `review: candidate`: a program found them in a document, and no person has confirmed
them.

They take part in the verdicts like all others, so a wrong one makes a wrong map.

Compare each with its place in the source, mend it, and delete its `review` line.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.model import SECTIONS

SEVERITY = Severity.NOTE
NAME = Words(en="candidates that nobody has looked at", ja="未確認の候補")


def find(case: Case) -> Iterator[Finding]:
    """One finding a debate, at its first candidate."""
    for debate in case.analysis.graph.debates:
        places = [
            (section, local, "review")
            for section in SECTIONS
            for local, said in getattr(debate, section).items()
            if said.review is not None
        ]
        if places:
            count = len(places)
            yield Finding(
                debate=debate.id,
                at=places[0],
                message=Words(
                    en=f"{count} {'candidate awaits' if count == 1 else 'candidates await'} review",
                    ja=f"未確認の候補が {count} 件ある",
                ),
            )
