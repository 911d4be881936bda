"""A source that nobody can find.

A source with neither `title` nor `file` nor `url`.

An id alone means something to its author only.

Add the title under which the document can be found, and its file or address where there is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words

SEVERITY = Severity.WARNING
NAME = Words(en="a source that nobody can find", ja="たどれない出典")


def find(case: Case) -> Iterator[Finding]:
    """Sources that say nothing of what they are."""
    for debate in case.analysis.graph.debates:
        for local, source in debate.sources.items():
            if source.title is None and source.file is None and source.url is None:
                yield Finding(
                    debate=debate.id,
                    at=("sources", local),
                    message=Words(
                        en=f"the source `{local}` has neither title nor file nor url",
                        ja=f"出典 `{local}` に題名もファイルも URL もない",
                    ),
                    key=True,
                )
