"""A reference into a debate that was not read.

A reference `other-debate#id` whose debate is not among the files of this run.

The relation is left out of the map and of the verdicts, which may then differ from those of all debates together.

Name the folder instead of the single file (`argmap check claims/`), or mend the name in front of `#`: it is the other
file's name without its ending.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.loading import Nearest

SEVERITY = Severity.WARNING
NAME = Words(en="a reference into a debate that was not read", ja="読み込まれていない討論への参照")


def find(case: Case) -> Iterator[Finding]:
    """References whose debate is not there."""
    nearest = Nearest(case.files)
    for miss in case.analysis.graph.dangling:
        debate = miss.reference.rpartition("#")[0]
        if miss.wanted != "step" and debate and debate not in case.files:
            yield Finding(
                debate=miss.debate,
                at=miss.at,
                message=Words(
                    en=f"the debate `{debate}` was not read: `{miss.reference}` is left out",
                    ja=f"討論 `{debate}` が読み込まれていないため、`{miss.reference}` への関係は無視される",
                ),
                hint=nearest.hint(debate),
            )
