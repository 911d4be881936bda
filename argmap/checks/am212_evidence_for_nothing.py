"""Evidence that bears on nothing.

A piece of evidence that backs no statement and attacks none.

It is on the map, but no claim gains or loses by it; often the `backs` was forgotten.

Name what it shows in `backs`, or what it contradicts in `rebuts`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words

SEVERITY = Severity.WARNING
NAME = Words(en="evidence that bears on nothing", ja="何も裏づけていない証拠")


def find(case: Case) -> Iterator[Finding]:
    """Evidence without any relation but to itself."""
    for debate in case.analysis.graph.debates:
        for local, item in debate.evidence.items():
            if not item.rebuts and not item.undercuts and not {link.to for link in item.backs} - {local}:
                yield Finding(
                    debate=debate.id,
                    at=("evidence", local),
                    message=Words(
                        en=f"the evidence `{local}` backs nothing", ja=f"証拠 `{local}` は何も裏づけていない"
                    ),
                    hint=Words(en="add `backs`", ja="`backs` を加える"),
                )
