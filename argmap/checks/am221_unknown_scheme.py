"""An argumentation scheme that argmap does not know.

A `scheme:` whose name does not stand in the table of schemes.

A claim whose scheme is not known is asked none of its critical questions, and no other scheme is suggested for it.

Take the name from the table in the manual (`docs/schemes.md`), or leave `scheme` out: it is then suggested from the
wording.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.loading import Nearest
from argmap.schemes import schemes

SEVERITY = Severity.WARNING
NAME = Words(en="an argumentation scheme that argmap does not know", ja="一覧にない論証の型")


def find(case: Case) -> Iterator[Finding]:
    """Every `scheme` that names none."""
    named = [
        (debate.id, section, local, claim.scheme)
        for debate in case.analysis.graph.debates
        for section, items in (("claims", debate.claims), ("rebuttals", debate.rebuttals))
        for local, claim in items.items()
        if claim.scheme is not None
    ]
    if not named:
        return  # most debates name none, and the table is slow to read
    nearest = Nearest(schemes())
    for debate, section, local, scheme in named:
        if scheme not in schemes():
            yield Finding(
                debate=debate,
                at=(section, local, "scheme"),
                message=Words(en=f"no scheme is called `{scheme}`", ja=f"`{scheme}` という論証の型はない"),
                hint=nearest.hint(scheme),
            )
