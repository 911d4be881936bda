"""A rebuttal that attacks nothing.

A statement under `rebuttals:` with neither `rebuts` nor `undercuts`.

A rebuttal is made against something; without its target it weighs against nobody.

Name what it answers in `rebuts` (a statement) or `undercuts` (a step from one statement to another), or move it to
`claims:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words

SEVERITY = Severity.ERROR
NAME = Words(en="a rebuttal that attacks nothing", ja="相手のない反論")


def find(case: Case) -> Iterator[Finding]:
    """Rebuttals without a target."""
    for debate in case.analysis.graph.debates:
        for local, rebuttal in debate.rebuttals.items():
            if not rebuttal.rebuts and not rebuttal.undercuts:
                yield Finding(
                    debate=debate.id,
                    at=("rebuttals", local),
                    message=Words(
                        en=f"the rebuttal `{local}` attacks nothing",
                        ja=f"反論 `{local}` に相手が書かれていない",
                    ),
                    hint=Words(
                        en="add `rebuts` or `undercuts`, or move it to `claims`",
                        ja="`rebuts` か `undercuts` を加えるか、`claims` に移す",
                    ),
                )
