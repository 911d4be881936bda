"""A source that nothing refers to.

A source that no statement and no question names.

Either it is left over, or the statements that come from it do not say so.

Name it where it belongs, or delete it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.loading.sources import references

SEVERITY = Severity.NOTE
NAME = Words(en="a source that nothing refers to", ja="使われていない出典")


def find(case: Case) -> Iterator[Finding]:
    """Sources without a reference."""
    for debate in case.analysis.graph.debates:
        used = {ref.in_ for _, ref in references(debate)}
        for local in debate.sources:
            if local not in used:
                yield Finding(
                    debate=debate.id,
                    at=("sources", local),
                    message=Words(
                        en=f"nothing refers to the source `{local}`",
                        ja=f"出典 `{local}` はどこからも参照されていない",
                    ),
                    key=True,
                )
