"""A claim whose grounds have all fallen.

A claim that nobody has rebutted directly, but every step to it is out: its premises are rebutted, or the steps are
undercut.

It fell with its grounds only. Whoever brings a new ground sets it up again.

Rebut the claim itself, or ask which grounds remain. If it is your own claim, bring another ground.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case, place
from argmap.diagnostics import Finding, Severity, Words
from argmap.semantics import Status

SEVERITY = Severity.NOTE
NAME = Words(en="a claim whose grounds have all fallen", ja="根拠がすべて崩れた主張")


def find(case: Case) -> Iterator[Finding]:
    """Undermined statements of either side."""
    for verdict in case.analysis.verdicts:
        if verdict.status is Status.UNDERMINED:
            yield Finding(
                debate=verdict.debate.id,
                at=place(verdict),
                message=Words(
                    en=f"every ground of `{verdict.id}` has fallen, but it is not rebutted itself",
                    ja=f"`{verdict.id}` の根拠はすべて崩れたが、それ自体への反論はない",
                ),
            )
