"""Statements that do not say where they come from.

Claims, rebuttals or questions without a `source`, in a debate that lists sources. Evidence has a rule of its own.

Whoever is shown the map asks first: where does it say so?

Add the source with a few words verbatim, enough to find the place.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.model import Debate

SEVERITY = Severity.NOTE
NAME = Words(en="statements that do not say where they come from", ja="出典のない発言")

_MOST_NAMES = 5


def find(case: Case) -> Iterator[Finding]:
    """One finding a debate, at the first of them: a file without sources is a sketch, and stays quiet."""
    for debate in case.analysis.graph.debates:
        places = _without_source(debate) if debate.sources else []
        if places:
            names = ", ".join(f"`{local}`" for _, local in places[:_MOST_NAMES])
            more = ", …" if len(places) > _MOST_NAMES else ""
            yield Finding(
                debate=debate.id,
                at=places[0],
                message=Words(
                    en=f"no source is named by {len(places)} of the statements and questions: {names}{more}",
                    ja=f"出典のない発言・質問が {len(places)} 件ある: {names}{more}",
                ),
            )


def _without_source(debate: Debate) -> list[tuple[str, str]]:
    return [
        (section, local)
        for section in ("claims", "rebuttals", "questions")
        for local, said in getattr(debate, section).items()
        if said.source is None
    ]
