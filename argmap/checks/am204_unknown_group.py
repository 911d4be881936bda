"""A group that the debate does not list.

A `group:` whose id does not stand under `groups:`.

Groups are drawn and asked about together; a misspelt one tears a statement from its subject.

Mend the id, or add the group with its heading.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.loading import Nearest
from argmap.model import SECTIONS

SEVERITY = Severity.ERROR
NAME = Words(en="a group that the debate does not list", ja="一覧にない件名")


def find(case: Case) -> Iterator[Finding]:
    """Every `group` that names no group."""
    for file in case.files.values():
        groups = file.debate.groups
        nearest = Nearest(groups)
        for section in SECTIONS:
            for local, said in getattr(file.debate, section).items():
                if (
                    said.group is not None
                    and said.group not in groups
                    and not file.lost(said.group, "groups")
                ):
                    yield Finding(
                        debate=file.debate.id,
                        at=(section, local, "group"),
                        message=Words(
                            en=f"no group has the id `{said.group}`", ja=f"ID が `{said.group}` の件名はない"
                        ),
                        hint=nearest.hint(said.group),
                    )
