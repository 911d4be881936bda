"""A claim that nobody has rebutted.

A claim of the side that is looked at (the government, unless `--side` says otherwise) which stands because no
rebuttal of it, of a step from or to it, or of anything that it rests on was found.

Whatever nobody questions is taken as settled in the next session. It may well be true: the finding says only that
the debate holds nothing against it.

Ask for its grounds (`argmap questions` drafts the question), add the rebuttal that was made, or silence the finding
with the reason why it is accepted.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.semantics import Status

SEVERITY = Severity.NOTE
NAME = Words(en="a claim that nobody has rebutted", ja="反論のない主張")


def find(case: Case) -> Iterator[Finding]:
    """Unrebutted claims of the side."""
    for verdict in case.analysis.verdicts:
        if (
            verdict.status is Status.UNREBUTTED
            and verdict.statement.role == "claim"
            and verdict.side == case.side
        ):
            yield Finding(
                debate=verdict.debate.id,
                at=("claims", verdict.id),
                message=Words(
                    en=f"no rebuttal of the claim `{verdict.id}` was found",
                    ja=f"主張 `{verdict.id}` への反論が見当たらない",
                ),
            )
