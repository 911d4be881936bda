"""Evidence that is younger than the debate.

A piece of evidence with a `turn`, so put forward in the debate, whose `date` lies after the day on which the debate
was `held`.

Nobody can have cited it then; one of the two dates is wrong.

Mend the date. Evidence that you add afterwards has no `turn`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.model import earliest, latest

SEVERITY = Severity.WARNING
NAME = Words(en="evidence that is younger than the debate", ja="討論より後の日付の証拠")


def find(case: Case) -> Iterator[Finding]:
    """Evidence with a turn, dated after its debate."""
    for debate in case.analysis.graph.debates:
        held = debate.debate.held
        if held is None:
            continue
        for local, item in debate.evidence.items():
            if item.turn is not None and item.date is not None and earliest(item.date) > latest(held):
                yield Finding(
                    debate=debate.id,
                    at=("evidence", local, "date"),
                    message=Words(
                        en=f"the evidence is dated {item.date}, after the debate of {held}",
                        ja=f"証拠は {item.date} のもので、{held} の討論より後になる",
                    ),
                )
