"""Candidates that nobody has looked at.

Statements, questions or single links marked `review: candidate`: a program found them in a document, and no person
has confirmed them.

They take part in the verdicts like all others, so a wrong one makes a wrong map.

Go through them with `argmap review`; or compare each with its place in the source, mend it, and delete its `review`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Path, Severity, Words
from argmap.model import LINKS, SECTIONS, Debate

SEVERITY = Severity.NOTE
NAME = Words(en="candidates that nobody has looked at", ja="未確認の候補")


def find(case: Case) -> Iterator[Finding]:
    """One finding a debate, at its first candidate."""
    for debate in case.analysis.graph.debates:
        places = list(_candidates(debate))
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


def _candidates(debate: Debate) -> Iterator[Path]:
    for section in SECTIONS:
        for local, said in getattr(debate, section).items():
            if said.review is not None:
                yield (section, local, "review")
            for key in LINKS:
                for position, link in enumerate(getattr(said, key, ())):
                    if link.review is not None:
                        yield (section, local, key, position, "review")
