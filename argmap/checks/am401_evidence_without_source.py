"""Evidence without a source.

A piece of evidence that names no source and is not marked `accepted`.

Evidence that nobody can look up does not count: what it backs stays unbacked.

Add `source`, or `accepted: true` when no party disputes it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.semantics import has_source

SEVERITY = Severity.WARNING
NAME = Words(en="evidence without a source", ja="出典のない証拠")


def find(case: Case) -> Iterator[Finding]:
    """Evidence that does not count."""
    for debate in case.analysis.graph.debates:
        for local, item in debate.evidence.items():
            if not has_source(item):
                yield Finding(
                    debate=debate.id,
                    at=("evidence", local),
                    message=Words(
                        en=f"the evidence `{local}` names no source, so it does not count",
                        ja=f"証拠 `{local}` に出典がないため、証拠として数えない",
                    ),
                )
