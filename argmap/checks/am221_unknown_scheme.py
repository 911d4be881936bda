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
from argmap.model import Claim
from argmap.schemes import schemes

SEVERITY = Severity.WARNING
NAME = Words(en="an argumentation scheme that argmap does not know", ja="一覧にない論証の型")


def find(case: Case) -> Iterator[Finding]:
    """Every `scheme` that names none."""
    nearest = Nearest(schemes())
    for debate in case.analysis.graph.debates:
        for section in ("claims", "rebuttals"):
            items: dict[str, Claim] = getattr(debate, section)
            for local, claim in items.items():
                if claim.scheme is not None and claim.scheme not in schemes():
                    yield Finding(
                        debate=debate.id,
                        at=(section, local, "scheme"),
                        message=Words(
                            en=f"no scheme is called `{claim.scheme}`",
                            ja=f"`{claim.scheme}` という論証の型はない",
                        ),
                        hint=nearest.hint(claim.scheme),
                    )
