"""A figure without a date.

Evidence of type `statistic` that has no `date`, while its source has none either.

A figure is true of a day. Without one it can be neither checked nor compared with the next.

Add the day, month or year that the figure is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.model import Debate, Evidence

SEVERITY = Severity.NOTE
NAME = Words(en="a figure without a date", ja="時点のわからない数値")


def find(case: Case) -> Iterator[Finding]:
    """Statistics that nobody can date."""
    for debate in case.analysis.graph.debates:
        for local, item in debate.evidence.items():
            if item.type == "statistic" and item.date is None and not _dated_source(debate, item):
                yield Finding(
                    debate=debate.id,
                    at=("evidence", local),
                    message=Words(
                        en=f"the statistic `{local}` has no date", ja=f"統計 `{local}` に時点が書かれていない"
                    ),
                )


def _dated_source(debate: Debate, item: Evidence) -> bool:
    source = debate.sources.get(item.source.in_) if item.source is not None else None
    return source is not None and source.date is not None
